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
  gboolean is_listed; /* only counts are asked for, so that these are all: */
  ChnPosting rows;
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

static gint32
get_count (const ChnVoteCell *vote, ChnBallotKind kind)
{
  switch (kind) {
  case CHN_BALLOT_YES:
    return vote->yes;
  case CHN_BALLOT_NO:
    return vote->no;
  case CHN_BALLOT_ABSTAIN:
    return vote->abstain;
  case CHN_BALLOT_NOT_VOTING:
    return vote->not_voting;
  }
  return -1;
}

/* Votes are few beside events, and lie one behind the other. */
static void
list_rows (ChnBinder *binder, ChnBallotKind kind, Ballots *ballots)
{
  const ChnColumns *columns = binder->columns;
  const ChnListColumn *votes = &columns->list[CHN_LIST_VOTE];
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChnVoteCell *cells = votes->cells;
  for (guint32 row = 0; votes->start && row < columns->n_rows; row++) {
    guint n = 0;
    guint at = chn_columns_get_stretch (columns, votes->start, row, &n);
    if (n == 0)
      continue;
    chn_columns_touch (columns, &cells[at], sizeof *cells);
    if (chn_counts_contain (ballots->counts, ballots->n_counts, get_count (&cells[at], kind)))
      g_array_append_val (rows, row);
  }
  ballots->rows.n = rows->len;
  ballots->rows.rows = chn_arena_memdup (binder->arena, rows->data, rows->len * sizeof (guint32));
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
  ballots->is_listed = bound && ballots->n_counts == term->n_values;
  if (ballots->is_listed)
    list_rows (binder, (ChnBallotKind) term->rule->argument, ballots);
  condition->data = ballots;
  condition->actors = ballots->set;
  return bound;
}

gboolean
chn_match_ballot (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Ballots *wanted = condition->data;
  ChnBallotKind kind = condition->term->rule->argument;
  guint n_votes = 0, n_ballots = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n_votes);
  if (n_votes > 0 && chn_counts_contain (wanted->counts, wanted->n_counts, get_count (vote, kind)))
    return TRUE;
  const ChnBallotCell *ballots = chn_columns_get_ballots (columns, row, &n_ballots);
  for (guint i = 0; i < n_ballots; i++)
    if (ballots[i].kind == kind && chn_actor_set_contains (wanted->set, columns, row, ballots[i].actor))
      return TRUE;
  return FALSE;
}

void
chn_narrow_ballot (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Ballots *wanted = condition->data;
  (void) columns;
  if (wanted->is_listed)
    chn_candidates_add (candidates, wanted->rows.rows, wanted->rows.n);
}
