/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a roll says, and what follows from it, of those whom it does not name.
 * Counts that are sums of a roll's own names prove nothing of others: a data set may lack a member.
 *
 * Names under one answer are out of the others. Where as many are named as were counted, nobody else
 * voted so. Where all who vote in the body are known, each of them is in one of the four lists, so
 * that what the lists lack is shared out among those who are not named.
 */
#include "query/roll.h"

#include "registry/voting-body.h"

/* More than anybody counts. */
#define MANY ((gint64) G_MAXINT32)

/* Of each kind of ballots, those that no name stands for: at least so many and at most so many. */
typedef struct {
  gint64 least[CHN_N_BALLOT_KINDS], most[CHN_N_BALLOT_KINDS];
} Rest;

gboolean
chn_roll_init (ChnRoll *roll, const ChnElectorates *electorates, const ChnColumns *columns, guint row)
{
  guint n_votes = 0;
  *roll = (ChnRoll){ .columns = columns, .row = row };
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n_votes);
  if (n_votes == 0 && !chn_electorates_expect_vote (electorates, columns, row))
    return FALSE;
  roll->vote = n_votes > 0 ? vote : NULL;
  roll->ballots = chn_columns_get_ballots (columns, row, &roll->n);
  if (roll->vote && roll->vote->method == CHN_METHOD_CONSENSUS && roll->n == 0)
    return FALSE;
  roll->electorate = chn_electorates_find (electorates, columns, row);
  return TRUE;
}

/* -1 where it is not known. Where there was no vote, nobody voted. */
static gint64
get_count (const ChnRoll *roll, ChnBallotKind kind)
{
  gint64 count = roll->vote ? chn_vote_cell_get_count (roll->vote, kind) : -1;
  return count < 0 && roll->vote && roll->vote->method == CHN_METHOD_CONSENSUS ? 0 : count;
}

static gint64
count_names (const ChnRoll *roll, ChnBallotKind kind)
{
  gint64 n = 0;
  for (guint i = 0; i < roll->n; i++)
    n += roll->ballots[i].kind == kind;
  return n;
}

static gboolean
is_named (const ChnRoll *roll, guint32 code)
{
  for (guint i = 0; i < roll->n; i++)
    if (roll->ballots[i].actor == code)
      return TRUE;
  return FALSE;
}

/* By the counts alone; sums of what somebody gathered bound nothing from above. */
static void
find_rest (const ChnRoll *roll, Rest *rest)
{
  gboolean is_summed = roll->vote && roll->vote->is_summed;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    gint64 count = get_count (roll, (ChnBallotKind) kind);
    gint64 lacking = MAX (count - count_names (roll, (ChnBallotKind) kind), 0);
    rest->least[kind] = count < 0 ? 0 : lacking;
    rest->most[kind] = count < 0 || is_summed ? MANY : lacking;
  }
}

/* No more vote than there are seats: of fifteen in the Council, after 15-0-0 nobody is left who did not vote. */
static void
limit_by_seats (const ChnRoll *roll, Rest *rest)
{
  guint n = 0;
  const guint32 *forums = chn_columns_get_forums (roll->columns, roll->row, &n);
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  const char *id = n > 0 ? chn_columns_get_code_text (roll->columns, CHN_DICTIONARY_FORUMS, forums[0]) : NULL;
  const ChnVotingBody *body = id ? chn_voting_body_find (id, &at) : NULL;
  gint64 left = body && body->seats > 0 ? (gint64) body->seats : -1;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    left -= MAX (get_count (roll, (ChnBallotKind) kind), count_names (roll, (ChnBallotKind) kind));
  for (guint kind = 0; left >= 0 && kind < CHN_N_BALLOT_KINDS; kind++)
    if (get_count (roll, (ChnBallotKind) kind) < 0)
      rest->most[kind] = MIN (rest->most[kind], left);
}

/* Whether a term was running for all of a date, for none of it, or for some. */
static ChnCertainty
relate_term (const ChnMembership *term, const ChnDateBounds *at)
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

/* Those who voted as members, and whom the roll does not name. */
typedef struct {
  guint n;           /* who certainly were members */
  guint n_others;    /* of these, who are not asked about, or may not be */
  gboolean is_whole; /* there are no more */
} Unnamed;

/* Those who are asked about, by whose seat it was; groups by their members at the date. */
static gboolean
is_wanted (const ChnActorSet *set, const char *id, const ChnDateBounds *at, gboolean strict)
{
  for (guint i = 0; set && i < set->n_actors; i++)
    if (g_str_equal (chn_actor_find_seat (set->actors[i], set->registry, at, strict), id))
      return TRUE;
  for (guint i = 0; set && i < set->n_groups; i++)
    if (chn_actor_has_member (set->groups[i], id, at) != CHN_CERTAINTY_NO)
      return TRUE;
  return FALSE;
}

/* Goes through those who vote there. Strictly, a term that is only recalled is none. */
static Unnamed
find_unnamed (const ChnRoll *roll, const ChnActorSet *set, gboolean strict)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  const ChnElectorate *electorate = roll->electorate;
  Unnamed found = { .is_whole = electorate && chn_actor_is_covered (electorate->group, &at) };
  const char *last = "";
  guint n_named = 0;
  for (guint i = 0; electorate && i < electorate->n; i++) {
    const ChnElector *elector = &electorate->electors[i];
    ChnCertainty running = relate_term (elector->term, &at);
    if (running == CHN_CERTAINTY_NO || g_str_equal (elector->term->actor, last))
      continue;
    gboolean is_sure = running == CHN_CERTAINTY_CERTAINLY && !(strict && elector->term->is_recalled);
    found.is_whole = found.is_whole && is_sure;
    last = is_sure ? elector->term->actor : last;
    if (is_named (roll, elector->code) || is_named (roll, elector->heir))
      n_named++;
    else if (is_sure) {
      found.n++;
      found.n_others += is_wanted (set, last, &at, strict) ? 0 : 1;
    }
  }
  found.is_whole = found.is_whole && n_named == roll->n;
  return found;
}

static gint64
sum_except (const gint64 *numbers, guint kind)
{
  gint64 sum = 0;
  for (guint i = 0; i < CHN_N_BALLOT_KINDS; i++)
    sum += i == kind ? 0 : numbers[i];
  return MIN (sum, MANY);
}

/*
 * Shares out those who are not named among the ballots that lack a name. Where these are just enough
 * for all who certainly voted, nobody else did. FALSE where they do not fit, and so prove nothing.
 */
static gboolean
share_out (Rest *rest, Unnamed *unnamed)
{
  Rest shared = *rest;
  gint64 n = unnamed->n, places = sum_except (rest->most, CHN_N_BALLOT_KINDS);
  unnamed->is_whole = unnamed->is_whole || n == places;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++) {
    shared.least[kind] = MAX (rest->least[kind], n - sum_except (rest->most, kind));
    if (unnamed->is_whole)
      shared.most[kind] = MIN (rest->most[kind], n - sum_except (rest->least, kind));
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
  for (guint i = 0; i < roll->n; i++) {
    const char *id = chn_columns_get_code_text (roll->columns, CHN_DICTIONARY_ACTORS, roll->ballots[i].actor);
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
  return id && chn_columns_find_code (roll->columns, CHN_DICTIONARY_ACTORS, id, &code) && is_named (roll, code);
}

/* Whether an actor whom the roll does not name may have voted: only members do, where they are known. */
static gboolean
may_have_voted (const ChnRoll *roll, const ChnActor *actor, const ChnRegistry *registry, const ChnDateBounds *at,
                gboolean strict)
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
    if (relate_term (&members[i], at) != CHN_CERTAINTY_NO &&
        may_have_voted (roll, chn_registry_get_actor (registry, members[i].actor), registry, at, strict))
      return TRUE;
  return FALSE;
}

/* Whether somebody may have voted who is asked about and not named. */
static gboolean
may_any_have_voted (const ChnRoll *roll, const ChnActorSet *set, const ChnRegistry *registry, gboolean strict)
{
  ChnDateBounds at = chn_columns_get_bounds (roll->columns, roll->row);
  for (guint i = 0; i < set->n_actors; i++)
    if (may_have_voted (roll, set->actors[i], registry, &at, strict))
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
    if (chn_actor_has_member (set->groups[i], holder, &at) != CHN_CERTAINTY_NO)
      return TRUE;
  return FALSE;
}

static ChnAnswer
ask_names (const ChnRoll *roll, ChnBallotKind kind, const ChnActorSet *set, gboolean strict)
{
  ChnAnswer answer = CHN_ANSWER_NO;
  for (guint i = 0; i < roll->n && answer != CHN_ANSWER_YES; i++)
    if (roll->ballots[i].kind == kind && is_of_former (roll, set, roll->ballots[i].actor, strict))
      answer = CHN_ANSWER_YES;
    else if (roll->ballots[i].kind == kind)
      answer = chn_answer_or (answer, chn_actor_set_ask (set, roll->columns, roll->row, roll->ballots[i].actor));
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
  Rest rest;
  find_rest (roll, &rest);
  limit_by_seats (roll, &rest);
  Unnamed unnamed = find_unnamed (roll, NULL, strict);
  share_out (&rest, &unnamed);
  if (count_names (roll, kind) > 0 || rest.least[kind] > 0)
    return CHN_ANSWER_YES;
  return rest.most[kind] == 0 ? CHN_ANSWER_NO : CHN_ANSWER_UNKNOWN;
}

ChnAnswer
chn_roll_ask (const ChnRoll *roll, ChnBallotKind kind, const ChnActorSet *set, const ChnRegistry *registry,
              gboolean strict)
{
  Rest rest;
  if (asks_every_voter (roll, set))
    return ask_anybody (roll, kind, strict);
  ChnAnswer named = ask_names (roll, kind, set, strict);
  if (named == CHN_ANSWER_YES)
    return named;
  find_rest (roll, &rest);
  if (rest.most[kind] == 0 || !may_any_have_voted (roll, set, registry, strict))
    return named;
  if (roll->electorate)
    limit_by_seats (roll, &rest);
  Unnamed unnamed = find_unnamed (roll, set, strict);
  gint64 elsewhere = sum_except (rest.most, kind);
  if (!share_out (&rest, &unnamed))
    return CHN_ANSWER_UNKNOWN;
  if (unnamed.is_whole && (rest.most[kind] == 0 || (unnamed.n == unnamed.n_others && are_covered (roll, set))))
    return named;
  gint64 least = unnamed.is_whole ? rest.least[kind] : unnamed.n - elsewhere;
  return least > unnamed.n_others ? CHN_ANSWER_YES : CHN_ANSWER_UNKNOWN;
}

/* Whether all numbers from one to another are in the ranges. */
static gboolean
contain_all (const ChnCounts *counts, guint n, gint64 low, gint64 high)
{
  gint64 next = low, reached = low - 1;
  while (next > reached && next <= high) {
    reached = next;
    for (guint i = 0; i < n; i++)
      if (next >= counts[i].low && next <= counts[i].high)
        next = MIN (counts[i].high, high) + 1;
  }
  return next > high;
}

static gboolean
contain_any (const ChnCounts *counts, guint n, gint64 low, gint64 high)
{
  for (guint i = 0; i < n; i++)
    if (counts[i].low <= high && counts[i].high >= low)
      return TRUE;
  return FALSE;
}

/* Whether nothing shows that anybody voted. */
static gboolean
may_be_consensus (const ChnRoll *roll)
{
  gboolean is_stated = roll->vote->method != CHN_METHOD_NONE;
  for (guint kind = 0; kind < CHN_N_BALLOT_KINDS; kind++)
    is_stated = is_stated || get_count (roll, (ChnBallotKind) kind) >= 0;
  return !is_stated && roll->n == 0;
}

ChnAnswer
chn_roll_ask_count (const ChnRoll *roll, ChnBallotKind kind, const ChnCounts *counts, guint n_counts, gboolean strict)
{
  Rest rest;
  gint64 count = roll->vote ? chn_vote_cell_get_count (roll->vote, kind) : -1;
  if (count >= 0 || n_counts == 0)
    return chn_answer_of (chn_counts_contain (counts, n_counts, count));
  if (!roll->vote || roll->vote->method == CHN_METHOD_CONSENSUS)
    return CHN_ANSWER_NO;
  find_rest (roll, &rest);
  Unnamed unnamed = find_unnamed (roll, NULL, strict);
  share_out (&rest, &unnamed);
  gint64 named = count_names (roll, kind), low = named + rest.least[kind], high = named + rest.most[kind];
  if (contain_all (counts, n_counts, low, high))
    return may_be_consensus (roll) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_YES;
  return contain_any (counts, n_counts, low, high) ? CHN_ANSWER_UNKNOWN : CHN_ANSWER_NO;
}
