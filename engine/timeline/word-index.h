/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The index of words: for each word of title, summary, place, symbols, quotations and notes, the
 * rows that have it, and where in the row. Words are in bytewise order and cut after CHN_WORD_MAX
 * bytes, so what is found is a superset. All numbers are written seven bits a byte, the lowest first.
 *
 *   rows       a number a row: the rows between it and the one before
 *   positions  a number an occurrence: twice the position and one, where it is the first of its row;
 *              else twice the difference from the one before
 */
enum { CHN_WORD_MAX = 48 };

/* What lies between texts, so that no phrase reaches from one into the next. */
enum { CHN_WORD_GAP = 2 };

/* How far a word's position lies behind that of the word before, by what stands between them. */
static inline guint
chn_word_step (const char *end_before, const char *word)
{
  return word == end_before || (word == end_before + 1 && *end_before == ' ') ? 1 : CHN_WORD_GAP;
}

/* Makes the index unless it is there. Not to be called while other threads use the timeline. */
void chn_timeline_index_words (const ChnTimeline *timeline);

/*
 * Rows that may have the words of a folded text one behind the other, the last with an s or es
 * behind, or with anything when it is a beginning. FALSE when the index cannot tell: then there is
 * none, or the text has no word. The rows are to be freed.
 */
gboolean chn_columns_find_words (const ChnColumns *columns, const char *folded, gboolean is_beginning, guint32 **rows,
                                 guint *n);
