/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How actors and groups voted, as counts have it, and counting by how one voted. */
#include "query/count-voters.h"

#include "query/count-find.h"
#include "query/count-key-actors.h"

static const char *const names[CHN_N_VOTER_BALLOTS] = { "yes", "no", "abstain", "absent", "divided", "unnamed" };

static guint
find_common_ballot (const ChnElectorate *group, const ChnRoll *roll)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  guint n[CHN_N_BALLOT_KINDS] = { 0 };
  const char *last = "";
  for (guint i = 0; i < group->n; i++) {
    const ChnElector *member = &group->electors[i];
    const ChnBallotCell *ballot = chn_roll_find_ballot (roll, member->code);
    if (!ballot)
      ballot = chn_roll_find_ballot (roll, member->heir);
    if (!ballot || g_str_equal (member->term->actor, last) || chn_term_relate (member->term, &at) == CHN_CERTAINTY_NO)
      continue;
    last = member->term->actor;
    n[ballot->kind]++;
  }
  guint n_cast = n[CHN_BALLOT_YES] + n[CHN_BALLOT_NO] + n[CHN_BALLOT_ABSTAIN];
  for (guint kind = CHN_BALLOT_YES; kind <= CHN_BALLOT_ABSTAIN; kind++)
    if (2 * n[kind] > n_cast)
      return kind;
  return n_cast > 0 ? CHN_VOTER_DIVIDED : CHN_VOTER_SILENT;
}

guint
chn_voter_find_ballot (const ChnAsked *voter, const ChnRoll *roll)
{
  if (voter->group)
    return find_common_ballot (voter->group, roll);
  const ChnBallotCell *ballot = chn_roll_find_ballot (roll, voter->code);
  if (!ballot && voter->former != CHN_NO_CODE)
    ballot = chn_roll_find_ballot (roll, voter->former);
  return ballot ? ballot->kind : CHN_VOTER_SILENT;
}

static void
hit (ChnCounting *counting, guint ballot, ChnHitKind kind)
{
  gint64 order = ballot == CHN_VOTER_SILENT ? CHN_ORDER_UNNAMED : ballot;
  chn_count_hit (counting, names[ballot], ballot == CHN_VOTER_SILENT ? "not named" : NULL, order, kind);
}

/* One whom the roll does not name: as far as it leaves open how it voted. */
static void
hit_silent (ChnCounting *counting, const ChnAskedSet *set, const ChnRoll *roll)
{
  ChnVoices voices;
  guint found[CHN_N_BALLOT_KINDS], n = 0;
  chn_asked_set_hear (set, roll, CHN_MEMBERS_AT_BEGIN, TRUE, &voices);
  if (voices.n_out > 0)
    return;
  ChnRollFit fit = chn_roll_fit_new (roll, TRUE);
  fit.n_sure = voices.single.n_sure;
  fit.n_maybe = voices.single.n_maybe;
  fit.n_others -= fit.n_sure;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    ChnFitBounds bounds = chn_fit_bounds_new ();
    bounds.low[kind] = 1;
    if (chn_roll_fits (&fit, &bounds))
      found[n++] = kind;
  }
  gboolean is_sure = n == 1 && voices.single.n_maybe == 0 && !chn_roll_may_be_consensus (roll);
  for (guint i = 0; i < n; i++)
    hit (counting, found[i], is_sure ? CHN_HIT_CERTAINLY : CHN_HIT_UNKNOWN);
}

void
chn_count_find_vote_of (ChnCounting *counting)
{
  const ChnKeyActors *key = counting->actors;
  g_auto (ChnRoll) roll = { .columns = NULL };
  if (!chn_roll_init (&roll, key->electorates, counting->columns, counting->row))
    return;
  guint ballot = chn_voter_find_ballot (&key->set->asked[0], &roll);
  if (ballot != CHN_VOTER_SILENT || key->set->asked[0].group)
    hit (counting, ballot, CHN_HIT_CERTAINLY);
  else
    hit_silent (counting, key->set, &roll);
}
