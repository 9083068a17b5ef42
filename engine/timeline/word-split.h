/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/intern.h"
#include "timeline/word-index.h"

/*
 * The texts of events, split into numbered words, by a thread of its own: so that whoever reads or
 * seals can go on. What the index of words is made from.
 */
typedef struct _ChnWordSplit ChnWordSplit;

ChnWordSplit *chn_word_split_new (void);
void chn_word_split_free (ChnWordSplit *split);

/* A text of the event at hand; NULL is none. Symbols are apart from the others. */
void chn_word_split_add (ChnWordSplit *split, const char *text, gboolean is_symbol);
void chn_word_split_end_event (ChnWordSplit *split);

/* To be called behind the last event, and not to be waited for: until then words are also put in order. */
void chn_word_split_end (ChnWordSplit *split);

/* A word where it stands: its number in the pool, and how far behind the word before it. */
typedef guint32 ChnWordPlace;
enum { CHN_WORD_STEP_BITS = 3 };

static inline guint32
chn_word_place_get_number (ChnWordPlace place)
{
  return place >> CHN_WORD_STEP_BITS;
}

static inline guint
chn_word_place_get_step (ChnWordPlace place)
{
  return place & ((1u << CHN_WORD_STEP_BITS) - 1);
}

/* What came of it; valid as long as the split. */
typedef struct {
  guint32 n_events;
  const guint64 *end; /* of each event's places; they begin where those of the event before end */
  const ChnWordPlace *places;
  const ChnPool *texts;
  guint32 n_words;
  const guint32 *order; /* the numbers of the words, by their texts */
} ChnWordsSplit;

/* Waits for it. */
const ChnWordsSplit *chn_word_split_finish (ChnWordSplit *split);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnWordSplit, chn_word_split_free)
