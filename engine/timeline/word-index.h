/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The index of words: for each word of title, label, summary, place, quotations and notes, and of symbols
 * apart from these, the rows that have it, and where in the row. Words are in bytewise order and cut
 * after CHN_WORD_MAX bytes; those of symbols begin with CHN_SYMBOL_MARK. All numbers are written seven
 * bits a byte, the lowest first.
 *
 *   rows       a number a row: the rows between it and the one before
 *   positions  a number an occurrence: twice the position and one, where it is the first of its row;
 *              else twice the difference from the one before
 */
enum { CHN_WORD_MAX = 48 };

/* Changes with the words that a text is split into. */
#define CHN_WORD_FORM "letters plain, initials joined"

#define CHN_SYMBOL_MARK '\x01'

/* What lies between texts, so that no phrase reaches from one into the next. */
enum { CHN_WORD_GAP = 2 };

/* How far a word's position lies behind that of the word before, by what stands between them. */
static inline guint
chn_word_step (const char *end_before, const char *word)
{
  return word == end_before || (word == end_before + 1 && *end_before == ' ') ? 1 : CHN_WORD_GAP;
}

/* Makes the index of a compact timeline unless it is there. Not to be called while other threads use it. */
void chn_timeline_index_words (const ChnTimeline *timeline);

/* Words to look up. */
typedef struct {
  const char *folded;
  gboolean is_beginning; /* the last word may go on */
  gboolean in_symbols;   /* those of symbols, else those of all other texts */
} ChnWordsAsked;

/* Rows that have words, ascending, each once; to be freed. */
typedef struct {
  guint32 *rows;
  guint n;
  gboolean is_exact; /* all of them do; else they may */
} ChnWordsFound;

/*
 * Rows that have the words of a text one behind the other, the last with an s or es behind. FALSE
 * when the index cannot tell: then there is none, or the text has no word.
 */
gboolean chn_columns_find_words (const ChnColumns *columns, const ChnWordsAsked *asked, ChnWordsFound *found);
