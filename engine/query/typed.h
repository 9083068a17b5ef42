/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/tree.h"
#include "timeline/columns.h"

/* Words that stand side by side in a query, outside of quotes: a stretch of its text and, between them, only blanks.
 */
typedef struct {
  const char *text;
  const ChnPlace *words;
  guint n;
  const char *before; /* the word before them, or NULL */
} ChnTypedWords;

typedef enum {
  CHN_TYPED_LEFT,  /* no date */
  CHN_TYPED_READ,  /* a date, and `term` says it */
  CHN_TYPED_ERROR, /* one that must be written otherwise */
} ChnTyped;

/* The years of a timeline. */
typedef struct {
  gint64 first, last;
} ChnTypedYears;

ChnTypedYears chn_typed_find_years (const ChnColumns *columns);

/* Reads all of the words as one date. */
ChnTyped chn_typed_read_words (const ChnTypedWords *words, const ChnColumns *columns, const ChnTypedYears *years,
                               char **term, GError **error);

/* The words with one blank between each. */
char *chn_typed_dup_phrase (const ChnTypedWords *words);
