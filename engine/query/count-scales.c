/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by words of the vocabularies, votes and numbers. */
#include "query/count-find.h"

static void
hit_term (ChnCounting *counting, ChnVocabularyId vocabulary, guint value)
{
  chn_count_hit (counting, chn_columns_get_term (counting->columns, vocabulary, value)->name, NULL, value,
                 CHN_HIT_CERTAINLY);
}

void
chn_count_find_kind (ChnCounting *counting)
{
  hit_term (counting, CHN_VOCABULARY_KIND, chn_columns_get_kind (counting->columns, counting->row));
}

void
chn_count_find_status (ChnCounting *counting)
{
  hit_term (counting, CHN_VOCABULARY_STATUS, chn_columns_get_status (counting->columns, counting->row));
}

void
chn_count_find_confidence (ChnCounting *counting)
{
  guint confidence = chn_columns_get_confidence (counting->columns, counting->row);
  if (confidence != CHN_CONFIDENCE_NONE)
    hit_term (counting, CHN_VOCABULARY_CONFIDENCE, confidence);
}

static void
hit_number (ChnCounting *counting, guint number)
{
  g_autofree char *name = g_strdup_printf ("%u", number);
  if (number > 0)
    chn_count_hit (counting, name, NULL, number, CHN_HIT_CERTAINLY);
}

void
chn_count_find_importance (ChnCounting *counting)
{
  hit_number (counting, chn_columns_get_importance (counting->columns, counting->row));
}

void
chn_count_find_nth (ChnCounting *counting)
{
  hit_number (counting, chn_columns_get_nth (counting->columns, counting->row));
}

/* The vote of the event at hand, or NULL. */
static const ChnVoteCell *
find_vote (const ChnCounting *counting)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (counting->columns, counting->row, &n);
  return n > 0 ? vote : NULL;
}

void
chn_count_find_method (ChnCounting *counting)
{
  const ChnVoteCell *vote = find_vote (counting);
  if (vote && vote->method != CHN_METHOD_NONE)
    hit_term (counting, CHN_VOCABULARY_METHOD, vote->method);
}
