/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes the tokens of one JSON text at once, so that nothing is made of a text that turns out faulty further on. */
#include "format/json/tokens.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/guard.h"
#include "base/slice.h"

/* Keys of an object up to which each is compared with those before it. */
enum { FEW_KEYS = 64 };

/* What holds the outermost value. */
static const guint NO_HOLDER = G_MAXUINT;

void
chn_json_tokens_init (ChnJsonTokens *tokens)
{
  *tokens = (ChnJsonTokens){ .n_slots = 256 };
  tokens->token = g_new (ChnJsonToken, tokens->n_slots);
  tokens->arena = chn_arena_new ();
}

void
chn_json_tokens_clear (ChnJsonTokens *tokens)
{
  g_free (tokens->token);
  chn_arena_free (tokens->arena);
}

const ChnJsonToken *
chn_json_find (const ChnJsonToken *object, const char *key)
{
  const ChnJsonToken *at = object->type == CHN_JSON_OBJECT ? chn_json_first (object) : NULL;
  for (; at; at = chn_json_after (at + 1))
    if (chn_json_is (at, key))
      return at + 1;
  return NULL;
}

static gboolean
is_same_key (const ChnJsonToken *a, const ChnJsonToken *b)
{
  return chn_slice_equal (&(ChnSlice){ a->text, a->length }, &(ChnSlice){ b->text, b->length });
}

/* Keys of the same text in the order of the input. */
static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const ChnJsonToken *x = *(const ChnJsonToken *const *) a, *y = *(const ChnJsonToken *const *) b;
  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  int order = memcmp (x->text, y->text, x->length);
  return order != 0 ? order : x < y ? -1 : 1;
}

/* The first key that stands a second time, of an object that has many: sorted, so that no input makes it slow. */
static const ChnJsonToken *
find_repeated_of_many (const ChnJsonToken *object)
{
  const ChnJsonToken *repeated = NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  for (const ChnJsonToken *at = chn_json_first (object); at; at = chn_json_after (at + 1))
    g_ptr_array_add (keys, (gpointer) (guintptr) at);
  qsort (keys->pdata, keys->len, sizeof (gpointer), compare_keys);
  for (guint i = 1; i < keys->len; i++)
    if (is_same_key (keys->pdata[i - 1], keys->pdata[i]) && (!repeated || keys->pdata[i] < (gpointer) repeated))
      repeated = keys->pdata[i];
  return repeated;
}

/* The same of any. Two keys that are the same have the same bit; seldom have others. */
static const ChnJsonToken *
find_repeated (const ChnJsonToken *object)
{
  guint64 seen = 0;
  if (object->integer > FEW_KEYS)
    return find_repeated_of_many (object);
  for (const ChnJsonToken *at = chn_json_first (object); at; at = chn_json_after (at + 1)) {
    guint first = at->length > 0 ? (guchar) at->text[0] : 0, last = at->length > 1 ? (guchar) at->text[1] : 0;
    guint64 bit = G_GUINT64_CONSTANT (1) << ((first * 5 + last * 3 + at->length * 11) % 64);
    for (const ChnJsonToken *before = object + 1; (seen & bit) && before < at; before = chn_json_after (before + 1))
      if (is_same_key (before, at))
        return at;
    seen |= bit;
  }
  return NULL;
}

static gboolean
check_keys (const ChnJsonToken *object, const char *text, GError **error)
{
  const ChnJsonToken *repeated = object->type == CHN_JSON_OBJECT ? find_repeated (object) : NULL;
  if (!repeated)
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_CONFLICT, (gsize) (repeated->at - text), repeated->length, "keep one of them",
                    "duplicate key \"%.*s\" in one object", chn_guard_fit (repeated->text, repeated->length, 200),
                    repeated->text);
  return FALSE;
}

static ChnJsonToken *
next_slot (ChnJsonTokens *tokens)
{
  if (G_UNLIKELY (tokens->n == tokens->n_slots)) {
    tokens->n_slots *= 2;
    tokens->token = g_renew (ChnJsonToken, tokens->token, tokens->n_slots);
  }
  return &tokens->token[tokens->n];
}

/* Counts the token where it belongs; what holds the next one. While something is open, its n_tokens is its holder. */
static guint
place_token (ChnJsonTokens *tokens, guint holder)
{
  ChnJsonToken *token = &tokens->token[tokens->n];
  if (token->type == CHN_JSON_END_ARRAY || token->type == CHN_JSON_END_OBJECT) {
    guint outer = tokens->token[holder].n_tokens;
    tokens->token[holder].n_tokens = tokens->n - holder + 1;
    return outer;
  }
  gboolean counts =
      holder != NO_HOLDER && (tokens->token[holder].type == CHN_JSON_ARRAY || token->type == CHN_JSON_KEY);
  if (counts)
    tokens->token[holder].integer++;
  if (token->type != CHN_JSON_ARRAY && token->type != CHN_JSON_OBJECT)
    return holder;
  token->n_tokens = holder;
  return tokens->n;
}

gboolean
chn_json_tokens_take (ChnJsonTokens *tokens, const char *text, gsize length, const ChnLimits *limits, GError **error)
{
  ChnJsonScanner scanner;
  guint holder = NO_HOLDER;
  tokens->n = 0;
  chn_arena_clear (tokens->arena);
  chn_json_scanner_init (&scanner, text, length, limits, tokens->arena);
  for (;; tokens->n++) {
    ChnJsonToken *token = next_slot (tokens);
    if (!chn_json_scanner_next (&scanner, token, error))
      return FALSE;
    if (token->type == CHN_JSON_END)
      return TRUE;
    guint closed = holder;
    holder = place_token (tokens, holder);
    if (token->type == CHN_JSON_END_OBJECT && !check_keys (&tokens->token[closed], text, error))
      return FALSE;
  }
}
