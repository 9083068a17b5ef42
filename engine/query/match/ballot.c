/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields yes, no and abstain: how many voted so, or who did where a roll call is known. */
#include "query/actors.h"
#include "query/complain.h"
#include "query/counts.h"
#include "query/match/match.h"

typedef struct {
  ChnActorSet *set;
  guint n_counts;
  ChnCounts *counts;
  gboolean only_counts; /* no names: the index of counts knows all rows */
} Ballots;

static gboolean
is_count (const ChnNode *term, const ChnValue *value)
{
  return value->is_range || term->op > CHN_OP_STRICT || (value->low.text && g_ascii_isdigit (*value->low.text));
}

static gboolean
bind_value (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, Ballots *ballots, GError **error)
{
  if (is_count (condition->term, value))
    return chn_counts_bind (condition->term, value, chn_counts_parse_number, &ballots->counts[ballots->n_counts++],
                            error);
  return chn_complain_unless_plain (error, condition->term, value) &&
         chn_actor_set_add (ballots->set, binder, &value->low, condition->strict, error);
}

gboolean
chn_bind_ballot (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  gboolean bound = TRUE;
  Ballots *ballots = chn_arena_alloc (binder->arena, sizeof *ballots);
  ballots->counts = chn_arena_alloc (binder->arena, term->n_values * sizeof (ChnCounts));
  ballots->set = chn_actor_set_new (binder, term->n_values);
  for (guint i = 0; bound && i < term->n_values; i++)
    bound = bind_value (binder, condition, &term->values[i], ballots, error);
  condition->names = chn_actor_set_finish (ballots->set, binder);
  ballots->only_counts = bound && ballots->n_counts == term->n_values;
  condition->data = ballots;
  condition->actors = ballots->set;
  return bound;
}

ChnAnswer
chn_match_ballot (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Ballots *wanted = condition->data;
  ChnBallotKind kind = condition->term->rule->argument;
  guint n_votes = 0, n_ballots = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n_votes);
  if (n_votes > 0 && chn_counts_contain (wanted->counts, wanted->n_counts, chn_vote_cell_get_count (vote, kind)))
    return CHN_ANSWER_YES;
  const ChnBallotCell *ballots = chn_columns_get_ballots (columns, row, &n_ballots);
  for (guint i = 0; i < n_ballots; i++)
    if (ballots[i].kind == kind && chn_actor_set_contains (wanted->set, columns, row, ballots[i].actor))
      return CHN_ANSWER_YES;
  return CHN_ANSWER_NO;
}

void
chn_narrow_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Ballots *wanted = condition->data;
  ChnBallotKind kind = condition->term->rule->argument;
  if (wanted->only_counts)
    chn_candidates_add (candidates, (ChnPosting){ 0 });
  candidates->is_exact = wanted->only_counts;
  for (guint i = 0; wanted->only_counts && i < wanted->n_counts; i++) {
    guint n;
    const guint32 *rows = chn_columns_find_counts (columns, kind, wanted->counts[i].low, wanted->counts[i].high, &n);
    chn_candidates_add (candidates, (ChnPosting){ rows, n, columns, TRUE });
  }
}
