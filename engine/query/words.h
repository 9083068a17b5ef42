/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* Words to look for in text. */
typedef struct {
  const char *folded;
  gboolean is_plain;     /* ASCII */
  gboolean is_beginning; /* written with a "*" behind: longer words that begin so will do */
} ChnWords;

/* FALSE with an error when the operand has nothing to look for. */
gboolean chn_words_init (ChnWords *words, const ChnOperand *operand, ChnArena *arena, GError **error);

/* Text as words are looked up in it: folded, hyphens as blanks. */
char *chn_words_fold (const char *text);

/* Whether a text, folded or not, has the words; NULL has none. */
gboolean chn_words_occur_in_folded (const ChnWords *words, const char *folded);
gboolean chn_words_occur_in (const ChnWords *words, const char *text);
/* Whether a folded text is nothing but the words. */
gboolean chn_words_are_folded (const ChnWords *words, const char *folded);

/*
 * Rows that have the words in texts, or in symbols, in the arena; FALSE when the timeline has no index
 * that could tell. With is_exact they all do, else they may.
 */
gboolean chn_words_find_rows (const ChnWords *words, gboolean in_symbols, const ChnColumns *columns, ChnArena *arena,
                              ChnPosting *rows, gboolean *is_exact);
