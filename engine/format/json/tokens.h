/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <string.h>

#include "base/json.h"

/*
 * The tokens of one JSON text, in the order of the text: a value that holds others is followed by these and by its
 * end. Each knows how many tokens it comes to (n_tokens), so that a value can be passed by; one that holds others
 * knows how many (integer). They are valid until the next text is taken.
 */
typedef struct {
  ChnJsonToken *token;
  guint n;
  guint n_slots;
  ChnArena *arena; /* of texts that had escapes, and of whatever lives as long as the tokens */
} ChnJsonTokens;

void chn_json_tokens_init (ChnJsonTokens *tokens);
void chn_json_tokens_clear (ChnJsonTokens *tokens);

/* Takes a text as a whole; FALSE with a placed error, of code CHN_ERROR_CONFLICT where an object has a key twice. */
gboolean chn_json_tokens_take (ChnJsonTokens *tokens, const char *text, gsize length, const ChnLimits *limits,
                               GError **error);

/* What a value holds, one after the other: items, or keys with the value behind each. NULL when it holds no more. */
static inline const ChnJsonToken *
chn_json_first (const ChnJsonToken *holder)
{
  return holder->integer > 0 ? holder + 1 : NULL;
}

static inline const ChnJsonToken *
chn_json_after (const ChnJsonToken *value)
{
  const ChnJsonToken *next = value + value->n_tokens;
  return next->type == CHN_JSON_END_ARRAY || next->type == CHN_JSON_END_OBJECT ? NULL : next;
}

/* Whether the decoded text of a key or string is this. */
static inline gboolean
chn_json_is (const ChnJsonToken *token, const char *text)
{
  return strncmp (text, token->text, token->length) == 0 && text[token->length] == '\0';
}

/* The value of a key, be it null; NULL when the object lacks it, or is none. */
const ChnJsonToken *chn_json_find (const ChnJsonToken *object, const char *key);
