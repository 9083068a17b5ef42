/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a roll says, and what follows from it, of those whom it does not name.
 *
 * Names under one answer are out of the others. Where as many are named as were counted, nobody else
 * voted so. Where all who vote in the body are known, each of them is in one of the four lists, so
 * that what the lists lack is shared out among those who are not named. Counts that are sums of a roll's own
 * names prove nothing of others: a data set may lack a member.
 */
#include "query/roll-rest.h"

#include "registry/voting-body.h"

/* -1 where it is not known. Where there was no vote, nobody voted. */
gint64
chn_roll_get_count (const ChnRoll *roll, ChnBallotKind kind)
{
  gint64 count = roll->vote ? chn_vote_cell_get_count (roll->vote, kind) : -1;
  return count < 0 && roll->vote && roll->vote->method == CHN_METHOD_CONSENSUS ? 0 : count;
}

void
chn_roll_find_rest (const ChnRoll *roll, ChnRest *rest)
{
  gboolean is_summed = roll->vote && roll->vote->is_summed;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    gint64 count = chn_roll_get_count (roll, (ChnBallotKind) kind);
    gint64 lacking = MAX (count - (gint64) roll->n_named[kind], 0);
    rest->least[kind] = count < 0 ? 0 : lacking;
    rest->most[kind] = count < 0 || is_summed ? CHN_MANY : lacking;
  }
}

void
chn_roll_limit_by_seats (const ChnRoll *roll, ChnRest *rest)
{
  guint n = 0;
  const guint32 *forums = chn_columns_get_forums (roll->columns, roll->row, &n);
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  const char *id = n > 0 ? chn_columns_get_code_text (roll->columns, CHN_DICTIONARY_FORUMS, forums[0]) : NULL;
  const ChnVotingBody *body = id ? chn_voting_body_find (id, &at) : NULL;
  gint64 left = body && body->seats > 0 ? (gint64) body->seats : -1;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    left -= MAX (chn_roll_get_count (roll, (ChnBallotKind) kind), (gint64) roll->n_named[kind]);
  for (guint kind = 0; left >= 0 && kind < CHN_N_BALLOT_KINDS; kind++)
    if (chn_roll_get_count (roll, (ChnBallotKind) kind) < 0)
      rest->most[kind] = MIN (rest->most[kind], left);
}

gboolean
chn_roll_may_be_consensus (const ChnRoll *roll)
{
  gboolean is_stated = roll->vote && roll->vote->method != CHN_METHOD_NONE;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    is_stated = is_stated || chn_roll_get_count (roll, (ChnBallotKind) kind) >= 0;
  return !is_stated && roll->ballots.n == 0;
}

ChnCertainty
chn_term_relate (const ChnMembership *term, const ChnDateBounds *at)
{
  static const guint vague = CHN_DATE_UNKNOWN_START | CHN_DATE_UNKNOWN_END | CHN_DATE_GAPS | CHN_DATE_ONE_OF;
  const ChnDateBounds *during = term->during ? chn_date_get_bounds (term->during) : NULL;
  if (!during)
    return CHN_CERTAINTY_CERTAINLY;
  if (during->latest < at->earliest || during->earliest > at->latest)
    return CHN_CERTAINTY_NO;
  gboolean throughout = during->earliest <= at->earliest && during->latest >= at->latest && !(during->flags & vague);
  return throughout ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

/* Those who are asked about, by whose seat it was; groups by their members at the date. */
static gboolean
is_wanted (const ChnActorSet *set, const char *id, const ChnDateBounds *at, gboolean strict)
{
  for (guint i = 0; set && i < set->n_actors; i++)
    if (g_str_equal (chn_actor_find_seat (set->actors[i], set->registry, at, strict), id))
      return TRUE;
  for (guint i = 0; set && i < set->n_groups; i++)
    if (chn_actor_set_has_member (set, set->groups[i], id, at))
      return TRUE;
  return FALSE;
}

ChnUnnamed
chn_roll_find_unnamed (const ChnRoll *roll, const ChnActorSet *set, gboolean strict)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  const ChnElectorate *electorate = roll->electorate;
  ChnUnnamed found = { .is_whole = electorate && chn_actor_is_covered (electorate->group, &at) };
  const char *last = "";
  guint n_named = 0;
  for (guint i = 0; electorate && i < electorate->n; i++) {
    const ChnElector *elector = &electorate->electors[i];
    ChnCertainty running = chn_term_relate (elector->term, &at);
    if (running == CHN_CERTAINTY_NO || g_str_equal (elector->term->actor, last))
      continue;
    gboolean is_sure = running == CHN_CERTAINTY_CERTAINLY && !(strict && elector->term->is_recalled);
    found.is_whole = found.is_whole && is_sure;
    last = is_sure ? elector->term->actor : last;
    if (chn_roll_find_ballot (roll, elector->code) || chn_roll_find_ballot (roll, elector->heir))
      n_named++;
    else if (is_sure) {
      found.n++;
      found.n_others += is_wanted (set, last, &at, strict) ? 0 : 1;
    }
  }
  found.is_whole = found.is_whole && n_named == roll->ballots.n;
  return found;
}

gint64
chn_rest_sum_except (const gint64 *numbers, guint kind)
{
  gint64 sum = 0;
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++)
    sum += i == kind ? 0 : numbers[i];
  return MIN (sum, CHN_MANY);
}

gboolean
chn_rest_share_out (ChnRest *rest, ChnUnnamed *unnamed)
{
  ChnRest shared = *rest;
  gint64 n = unnamed->n, places = chn_rest_sum_except (rest->most, CHN_N_BALLOT_KINDS);
  unnamed->is_whole = unnamed->is_whole || n == places;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    shared.least[kind] = MAX (rest->least[kind], n - chn_rest_sum_except (rest->most, kind));
    if (unnamed->is_whole)
      shared.most[kind] = MIN (rest->most[kind], n - chn_rest_sum_except (rest->least, kind));
    if (shared.least[kind] > shared.most[kind])
      return FALSE;
  }
  *rest = shared;
  return n <= places;
}

/* Whether actors of a kind vote there, as far as the roll tells. */
static gboolean
has_voters_of (const ChnRoll *roll, const ChnRegistry *registry, ChnActorKind kind)
{
  for (guint i = 0; i < roll->ballots.n; i++) {
    const char *id = chn_columns_get_code_text (roll->columns, CHN_DICTIONARY_ACTORS, roll->ballots.cell[i].actor);
    const ChnActor *actor = chn_registry_get_actor (registry, id);
    if (actor && chn_actor_get_kind (actor) == kind)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_id_named (const ChnRoll *roll, const char *id)
{
  guint32 code = 0;
  return id && chn_columns_find_code (roll->columns, CHN_DICTIONARY_ACTORS, id, &code) &&
         chn_roll_find_ballot (roll, code);
}

gboolean
chn_roll_may_have_voted (const ChnRoll *roll, const ChnActor *actor, const ChnRegistry *registry,
                         const ChnDateBounds *at, gboolean strict)
{
  ChnActorKind kind = chn_actor_get_kind (actor);
  const ChnActor *group = roll->electorate ? roll->electorate->group : NULL;
  const char *id = group ? chn_actor_find_seat (actor, registry, at, strict) : chn_actor_get_id (actor);
  if (is_id_named (roll, chn_actor_get_id (actor)) || is_id_named (roll, id) ||
      (group && is_id_named (roll, chn_seat_get_heir (id))))
    return FALSE;
  if (!group)
    return kind == CHN_ACTOR_STATE || has_voters_of (roll, registry, kind);
  if (chn_actor_has_member (group, id, at) != CHN_CERTAINTY_NO)
    return TRUE;
  return !chn_actor_is_covered (group, at) && chn_actor_takes (group, registry, kind);
}
