/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by what came of votes: as stated, or as it follows from the counts and the rules of the body. */
#include "query/count-find.h"
#include "query/poll.h"

typedef void (*HitResultFunc) (ChnCounting *counting, const ChnVoteCell *vote, ChnVoteResult result, ChnHitKind kind);

/* Of what is not known either may be. */
static void
hit_results (ChnCounting *counting, HitResultFunc hit)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (counting->columns, counting->row, &n);
  ChnOutcome outcome;
  if (n == 0 || !chn_poll_find_outcome (counting->columns, counting->row, counting->registry, &outcome))
    return;
  const ChnCertainty answers[] = { [CHN_RESULT_ADOPTED] = outcome.adopted, [CHN_RESULT_REJECTED] = outcome.rejected };
  for (ChnVoteResult result = CHN_RESULT_ADOPTED; result < G_N_ELEMENTS (answers); result++)
    if (answers[result] != CHN_CERTAINTY_NO)
      hit (counting, vote, result,
           answers[result] == CHN_CERTAINTY_POSSIBLY ? CHN_HIT_UNKNOWN
           : outcome.is_derived                      ? CHN_HIT_DERIVED
                                                     : CHN_HIT_CERTAINLY);
}

static void
hit_result (ChnCounting *counting, const ChnVoteCell *vote, ChnVoteResult result, ChnHitKind kind)
{
  (void) vote;
  chn_count_hit (counting, chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, result), NULL, 0, kind);
}

void
chn_count_find_result (ChnCounting *counting)
{
  hit_results (counting, hit_result);
}

static void
hit_vote (ChnCounting *counting, const ChnVoteCell *vote, ChnVoteResult result, ChnHitKind kind)
{
  const char *name = chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, result);
  const char *method = chn_vocabulary_get_term_name (CHN_VOCABULARY_METHOD, vote->method);
  g_autofree char *both = g_strdup_printf ("%s, %s", name, method);
  chn_count_hit (counting, vote->method == CHN_METHOD_NONE ? name : both, NULL, 0, kind);
}

void
chn_count_find_vote (ChnCounting *counting)
{
  hit_results (counting, hit_vote);
}
