/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Fuzzes the scanner of JSON: what it takes, written anew from its tokens, has the same tokens again. */
#include "base/error.h"
#include "base/json-write.h"
#include "format/json/tokens.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* With neither blanks nor more escapes than must be. */
static void
put_token (ChnWriter *out, const ChnJsonToken *token, const ChnJsonToken *before)
{
  static const char *const fixed[] = {
    [CHN_JSON_OBJECT] = "{",    [CHN_JSON_END_OBJECT] = "}", [CHN_JSON_ARRAY] = "[",   [CHN_JSON_END_ARRAY] = "]",
    [CHN_JSON_FALSE] = "false", [CHN_JSON_TRUE] = "true",    [CHN_JSON_NULL] = "null",
  };
  gboolean ends = token->type == CHN_JSON_END_OBJECT || token->type == CHN_JSON_END_ARRAY;
  gboolean begins = before->type == CHN_JSON_OBJECT || before->type == CHN_JSON_ARRAY;
  g_autofree char *text = g_strndup (token->text, token->length);
  if (before != token && !ends && !begins)
    chn_writer_putc (out, before->type == CHN_JSON_KEY ? ':' : ',');
  if (token->type == CHN_JSON_KEY || token->type == CHN_JSON_STRING)
    chn_json_put_text (out, text);
  else
    chn_writer_puts (out, fixed[token->type] ? fixed[token->type] : text);
}

static void
check_token (const ChnJsonToken *token, const char *start, const char *end)
{
  g_assert_true (token->at >= start && token->at < end && token->column <= token->at - start);
  g_assert_true (token->length == 0 || g_utf8_validate_len (token->text, token->length, NULL));
  g_assert_true (token->is_escaped || (token->text >= token->at && token->text + token->length <= end));
  g_assert_true (token->n_tokens >= 1);
}

static void
check_again (const GString *text, const ChnJsonTokens *tokens)
{
  ChnJsonTokens again;
  chn_json_tokens_init (&again);
  g_assert_true (chn_json_tokens_take (&again, text->str, text->len, chn_limits_get_default (), NULL));
  g_assert_true (again.n == tokens->n);
  for (guint i = 0; i < tokens->n; i++) {
    const ChnJsonToken *a = &tokens->token[i], *b = &again.token[i];
    g_assert_true (a->type == b->type && a->n_tokens == b->n_tokens && a->integer == b->integer);
    g_assert_true (a->length == b->length && memcmp (a->text, b->text, a->length) == 0);
  }
  chn_json_tokens_clear (&again);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_memdup2 (data, size);
  g_autoptr (GError) error = NULL;
  ChnJsonTokens tokens;
  gsize offset = 0;
  chn_json_tokens_init (&tokens);
  if (chn_json_tokens_take (&tokens, bytes, size, chn_limits_get_default (), &error)) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (ChnWriter) out = chn_writer_new_for_string (text);
    for (guint i = 0; i < tokens.n; i++) {
      check_token (&tokens.token[i], bytes, bytes + size);
      put_token (out, &tokens.token[i], &tokens.token[i > 0 ? i - 1 : 0]);
    }
    g_assert_true (chn_writer_finish (out, NULL));
    check_again (text, &tokens);
  } else {
    g_assert_true (chn_error_get_place (error, &offset, NULL) && offset <= size);
  }
  chn_json_tokens_clear (&tokens);
  return 0;
}
