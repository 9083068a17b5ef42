/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* JSON texts as jansson reads them: many damaged ones, where both must agree on what is taken and on what it says. */
#include <jansson.h>

#include "format/json/tokens.h"
#include "suite.h"

static const char *const seeds[] = {
  "{\"id\":\"a-1\",\"title\":\"T\",\"date\":\"2014-11-18\",\"tags\":[\"x\",\"y\"],\"vote\":{\"yes\":111,\"no\":19}}",
  "[0,-1,1.5,2e3,-0.25E-2,9223372036854775807,-9223372036854775808,12345678901234567890]",
  "{\"\u00E9\u4E2D\":\"\U0001F600 \\u00e9\\ud83d\\ude00\\n\\t\\\"\\\\\\/\\b\\f\\r\",\"\":[[],{},[{}]]}",
  "[true,false,null,\"\",\" \",{\"a\":{\"b\":{\"c\":[[[1]]]}}}]",
  "{\"k0\":0,\"k1\":1,\"k2\":2,\"k3\":3,\"k4\":4,\"k5\":5,\"k6\":6,\"k7\":7,\"k8\":8,\"\\u006bb\":11}",
  "\t[ 1 , 2 , { \"a\" : [ ] } ]\r\n",
  "\"\\u00ff\u07FF\u0800\uFFFF\U00010000\U0010FFFF\"",
};

/* What damage puts in: what the grammar is made of, and bytes that break characters. */
static const char *const pieces[] = {
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\"",
  "\\",
  "\\u",
  "\\ud83d",
  "\\ude00",
  "\\u0000",
  "\\u0041",
  "\\n",
  "0",
  "1",
  "-",
  "+",
  ".",
  "e",
  "E9",
  "e400",
  "00",
  "true",
  "null",
  "fals",
  " ",
  "\n",
  "\t",
  "'",
  "//",
  "\"k1\":",
  "\"a\":1,",
  "\x7F",
  "\x1F",
  "\xFF",
  "\xC3",
  "\xA9",
  "\xED\xA0\x80",
  "\xC0\x80",
  "\xF4\x90",
  "\xEF\xBB\xBF",
  "99999999999999999999",
};

static void
damage (GRand *random, GString *text)
{
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) text->len + 1);
  gsize rest = text->len - at, most = (gsize) g_rand_int_range (random, 0, 4), n = MIN (rest, most);
  switch (g_rand_int_range (random, 0, 5)) {
  case 0:
    g_string_erase (text, (gssize) at, (gssize) n);
    break;
  case 1:
    g_string_insert (text, (gssize) at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    break;
  case 2:
    if (rest > 0) /* no NUL: jansson passes over one behind a number */
      text->str[at] = (char) g_rand_int_range (random, 1, 256);
    break;
  case 3: {
    g_autofree char *copy = g_strndup (text->str + at, MIN (rest, 12));
    g_string_insert (text, g_rand_int_range (random, 0, (gint32) text->len + 1), copy);
    break;
  }
  default:
    if (g_rand_int_range (random, 0, 8) == 0)
      g_string_truncate (text, at);
  }
}

static gboolean is_same (const ChnJsonToken *token, json_t *value);

static gboolean
is_same_array (const ChnJsonToken *token, json_t *array)
{
  size_t i = 0;
  for (const ChnJsonToken *item = chn_json_first (token); item; item = chn_json_after (item), i++)
    if (i >= json_array_size (array) || !is_same (item, json_array_get (array, i)))
      return FALSE;
  return i == json_array_size (array);
}

static gboolean
is_same_object (const ChnJsonToken *token, json_t *object)
{
  void *member = json_object_iter (object);
  for (const ChnJsonToken *key = chn_json_first (token); key; key = chn_json_after (key + 1)) {
    if (!member || key->type != CHN_JSON_KEY || !chn_json_is (key, json_object_iter_key (member)) ||
        !is_same (key + 1, json_object_iter_value (member)))
      return FALSE;
    member = json_object_iter_next (object, member);
  }
  return !member;
}

static gboolean
is_same_fraction (const ChnJsonToken *token, json_t *value)
{
  g_autofree char *text = g_strndup (token->text, token->length);
  double difference = g_ascii_strtod (text, NULL) - json_real_value (value);
  return !(difference < 0 || difference > 0);
}

static gboolean
is_same (const ChnJsonToken *token, json_t *value)
{
  switch (token->type) {
  case CHN_JSON_OBJECT:
    return json_is_object (value) && is_same_object (token, value);
  case CHN_JSON_ARRAY:
    return json_is_array (value) && is_same_array (token, value);
  case CHN_JSON_STRING:
    return json_is_string (value) && token->length == json_string_length (value) &&
           memcmp (token->text, json_string_value (value), token->length) == 0;
  case CHN_JSON_INTEGER:
    return json_is_integer (value) && token->integer == json_integer_value (value);
  case CHN_JSON_FRACTION:
    return json_is_real (value) && is_same_fraction (token, value);
  case CHN_JSON_TRUE:
    return json_is_true (value);
  case CHN_JSON_FALSE:
    return json_is_false (value);
  default:
    return token->type == CHN_JSON_NULL && json_is_null (value);
  }
}

/* Whether both take it, or neither does. */
static gboolean
agree (ChnJsonTokens *tokens, const GString *text, gboolean *taken)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = g_memdup2 (text->str, text->len);
  json_t *value = json_loadb (text->str, text->len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);
  *taken = chn_json_tokens_take (tokens, exact, text->len, chn_limits_get_default (), &error);
  gboolean same = *taken ? value && is_same (tokens->token, value) : !value;
  json_decref (value);
  return same;
}

static void
agrees_on_damaged_texts (void)
{
  enum { TEXTS = 150000, SEED = 8259 };
  guint n_taken = 0, n_differing = 0;
  ChnJsonTokens tokens;
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  chn_json_tokens_init (&tokens);
  for (guint i = 0; i < TEXTS; i++) {
    gboolean taken = FALSE;
    g_autoptr (GString) text = g_string_new (seeds[i % G_N_ELEMENTS (seeds)]);
    for (gint32 n = g_rand_int_range (random, 0, 4); n > 0; n--)
      damage (random, text);
    if (!agree (&tokens, text, &taken) && n_differing++ < 5) {
      g_autofree char *shown = g_strescape (text->str, NULL);
      CHN_FAIL ("text %u, which was %s: %s", i, taken ? "taken" : "refused", shown);
    }
    n_taken += taken ? 1 : 0;
  }
  chn_json_tokens_clear (&tokens);
  CHN_ASSERT_INT (n_differing, 0);
  /* Damage that spares nothing, or all, would prove nothing. */
  CU_ASSERT_TRUE (n_taken > TEXTS / 10 && n_taken < TEXTS - TEXTS / 10);
}

/* Objects with more keys than are compared one by one; the second of two is refused wherever it stands. */
static void
agrees_on_repeated_keys (void)
{
  ChnJsonTokens tokens;
  chn_json_tokens_init (&tokens);
  for (guint n = 1; n < 300; n += 13)
    for (guint repeated = 0; repeated <= n; repeated += 7) {
      gboolean taken = FALSE;
      g_autoptr (GString) text = g_string_new ("{");
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "\"%s%u\":%u,", i % 2 ? "key" : "\\u006b", i, i);
      g_string_append_printf (text, "\"%s%u\":0}", repeated % 2 ? "key" : "k", repeated);
      CU_ASSERT_TRUE (agree (&tokens, text, &taken));
      CHN_ASSERT_INT (taken, repeated == n);
    }
  chn_json_tokens_clear (&tokens);
}

static const ChnTest tests[] = {
  { "agrees on damaged texts", agrees_on_damaged_texts },
  { "agrees on repeated keys", agrees_on_repeated_keys },
};

CHN_SUITE ("format/json-oracle", tests)
