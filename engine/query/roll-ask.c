/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who voted how, and how many did: those whom a roll names, and what follows of the others (query/roll-rest.h). */
#include "query/roll-ask.h"

#include "query/roll-rest.h"
#include "registry/voting-body.h"

/* Whether a member of a group may have. */
static gboolean
may_member_have_voted (const ChnRoll *roll, const ChnActor *group, const ChnRegistry *registry,
                       const ChnDateBounds *at, gboolean strict)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  if (!chn_actor_is_covered (group, at))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (chn_term_relate (&members[i], at) != CHN_CERTAINTY_NO &&
        chn_roll_may_have_voted (roll, chn_registry_get_actor (registry, members[i].actor), registry, at, strict))
      return TRUE;
  return FALSE;
}

/* Whether somebody may have voted who is asked about and not named. */
static gboolean
may_any_have_voted (const ChnRoll *roll, const ChnActorSet *set, const ChnRegistry *registry, gboolean strict)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  for (guint i = 0; i < set->n_actors; i++)
    if (chn_roll_may_have_voted (roll, set->actors[i], registry, &at, strict))
      return TRUE;
  for (guint i = 0; i < set->n_groups; i++)
    if (may_member_have_voted (roll, set->groups[i], registry, &at, strict))
      return TRUE;
  return FALSE;
}

/* Whether all members of the groups among them are recorded. */
static gboolean
are_covered (const ChnRoll *roll, const ChnActorSet *set)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  for (guint i = 0; i < set->n_groups; i++)
    if (!chn_actor_is_covered (set->groups[i], &at))
      return FALSE;
  return TRUE;
}

/* Whether a ballot is that of a State which held the seat of one that is asked about. */
static gboolean
is_of_former (const ChnRoll *roll, const ChnActorSet *set, guint32 code, gboolean strict)
{
  const char *id = chn_columns_get_code_text (roll->columns, CHN_DICTIONARY_ACTORS, code);
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  for (guint i = 0; i < set->n_actors; i++)
    if (chn_seat_get_former (chn_actor_get_id (set->actors[i])) &&
        g_str_equal (chn_actor_find_seat (set->actors[i], set->registry, &at, strict), id))
      return TRUE;
  const char *holder = chn_seat_get_holder (id, &at);
  for (guint i = 0; holder != id && i < set->n_groups; i++)
    if (chn_actor_set_has_member (set, set->groups[i], holder, &at))
      return TRUE;
  return FALSE;
}

/* Whether anybody who is asked about may have a seat that another State held. */
static gboolean
may_have_former (const ChnActorSet *set)
{
  for (guint i = 0; i < set->n_actors; i++)
    if (chn_seat_get_former (chn_actor_get_id (set->actors[i])))
      return TRUE;
  return set->n_groups > 0;
}

static ChnAnswer
ask_names (const ChnRoll *roll, ChnBallotKind kind, const ChnActorSet *set, gboolean strict)
{
  ChnAnswer answer = CHN_ANSWER_NO;
  gboolean asks_former = roll->n_named[kind] > 0 && may_have_former (set);
  for (guint i = 0; roll->n_named[kind] > 0 && i < roll->ballots.n && answer != CHN_ANSWER_YES; i++) {
    guint32 actor = roll->ballots.cell[i].actor;
    if (roll->ballots.cell[i].kind != kind)
      continue;
    answer = chn_answer_or (answer, chn_actor_set_ask (set, roll->columns, roll->row, actor));
    if (answer != CHN_ANSWER_YES && asks_former && is_of_former (roll, set, actor, strict))
      answer = CHN_ANSWER_YES;
  }
  return answer;
}

/* Whether whoever voted is asked about: as a member of the body, of whom the registry records not all. */
static gboolean
asks_every_voter (const ChnRoll *roll, const ChnActorSet *set)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  if (!roll->electorate || chn_actor_is_covered (roll->electorate->group, &at))
    return FALSE;
  for (guint i = 0; i < set->n_groups; i++)
    if (g_str_equal (chn_actor_get_id (set->groups[i]), chn_actor_get_id (roll->electorate->group)))
      return TRUE;
  return FALSE;
}

/* Whether anybody voted so. */
static ChnAnswer
ask_anybody (const ChnRoll *roll, ChnBallotKind kind, gboolean strict)
{
  ChnRest rest;
  chn_roll_find_rest (roll, &rest);
  chn_roll_limit_by_seats (roll, &rest);
  ChnUnnamed unnamed = chn_roll_find_unnamed (roll, NULL, strict);
  chn_rest_share_out (&rest, &unnamed);
  if (roll->n_named[kind] > 0 || rest.least[kind] > 0)
    return CHN_ANSWER_YES;
  return rest.most[kind] == 0 ? CHN_ANSWER_NO : CHN_ANSWER_UNKNOWN;
}

ChnAnswer
chn_roll_ask (const ChnRoll *roll, ChnBallotKind kind, const ChnActorSet *set, const ChnRegistry *registry,
              gboolean strict)
{
  ChnRest rest;
  if (asks_every_voter (roll, set))
    return ask_anybody (roll, kind, strict);
  ChnAnswer named = ask_names (roll, kind, set, strict);
  if (named == CHN_ANSWER_YES)
    return named;
  chn_roll_find_rest (roll, &rest);
  if (rest.most[kind] == 0 || !may_any_have_voted (roll, set, registry, strict))
    return named;
  if (roll->electorate)
    chn_roll_limit_by_seats (roll, &rest);
  ChnUnnamed unnamed = chn_roll_find_unnamed (roll, set, strict);
  gint64 elsewhere = chn_rest_sum_except (rest.most, kind);
  if (!chn_rest_share_out (&rest, &unnamed))
    return CHN_ANSWER_UNKNOWN;
  if (unnamed.is_whole && (rest.most[kind] == 0 || (unnamed.n == unnamed.n_others && are_covered (roll, set))))
    return named;
  gint64 least = unnamed.is_whole ? rest.least[kind] : unnamed.n - elsewhere;
  return least > unnamed.n_others ? CHN_ANSWER_YES : CHN_ANSWER_UNKNOWN;
}

ChnAnswer
chn_roll_ask_count (const ChnRoll *roll, ChnBallotKind kind, const ChnCounts *counts, guint n_counts, gboolean strict)
{
  ChnRest rest;
  gint64 count = roll->vote ? chn_vote_cell_get_count (roll->vote, kind) : -1;
  if (count >= 0 || n_counts == 0)
    return chn_answer_of (chn_counts_contain (counts, n_counts, count));
  if (!roll->vote || roll->vote->method == CHN_METHOD_CONSENSUS)
    return CHN_ANSWER_NO;
  chn_roll_find_rest (roll, &rest);
  ChnUnnamed unnamed = chn_roll_find_unnamed (roll, NULL, strict);
  chn_rest_share_out (&rest, &unnamed);
  gint64 named = roll->n_named[kind], low = named + rest.least[kind], high = named + rest.most[kind];
  if (chn_counts_contain_all (counts, n_counts, low, high))
    return chn_roll_may_be_consensus (roll) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_YES;
  return chn_counts_contain_any (counts, n_counts, low, high) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_NO;
}
