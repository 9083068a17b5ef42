/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What came of a vote, as far as the record tells.
 *
 * Counts that are not recorded have bounds: at least the names in the roll call, at most what the seats leave. Of a
 * permanent member that the roll does not name, it is known how it voted only where that follows: nobody more voted
 * against than are named, or all who are not named did.
 */
#include <chancery/outcome.h>

#include <string.h>

#include "registry/voting-body.h"

#define MANY ((gint64) G_MAXINT32)

static const ChnCertainty NO = CHN_CERTAINTY_NO, OPEN = CHN_CERTAINTY_POSSIBLY, YES = CHN_CERTAINTY_CERTAINLY;

enum { N_KINDS = CHN_BALLOT_NOT_VOTING + 1 };

/* A vote in a body, with what is asked again and again. */
typedef struct {
  const ChnVote *vote;
  const ChnRegistry *registry;
  const char *forum;
  const ChnDateBounds *at;
  const ChnVotingBody *body; /* NULL where its rules are not known */
  gint64 named[N_KINDS];     /* ballots of the roll call */
  gint64 least[N_KINDS], most[N_KINDS];
} Poll;

static ChnCertainty
certainty_of (gboolean holds)
{
  return holds ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_NO;
}

static ChnCertainty
negate (ChnCertainty certainty)
{
  return (ChnCertainty) (CHN_CERTAINTY_CERTAINLY - certainty);
}

static gint64
sum_except (const gint64 *numbers, guint kind)
{
  gint64 sum = 0;
  for (guint i = 0; i < N_KINDS; i++)
    sum += i == kind ? 0 : numbers[i];
  return sum;
}

/* All seats vote in one of the four ways. FALSE where the counts do not fit, and so prove nothing. */
static gboolean
share_out (Poll *poll, gint64 seats)
{
  gint64 least[N_KINDS], most[N_KINDS];
  for (guint kind = 0; kind < N_KINDS; kind++) {
    least[kind] = MAX (poll->least[kind], seats - sum_except (poll->most, kind));
    most[kind] = MIN (poll->most[kind], seats - sum_except (poll->least, kind));
    if (least[kind] > most[kind])
      return FALSE;
  }
  memcpy (poll->least, least, sizeof least);
  memcpy (poll->most, most, sizeof most);
  return TRUE;
}

static void
find_bounds (Poll *poll)
{
  const ChnVote *vote = poll->vote;
  const gint32 counts[N_KINDS] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  for (guint i = 0; i < vote->n_ballots; i++)
    poll->named[vote->ballots[i].kind]++;
  for (guint kind = 0; kind < N_KINDS; kind++) {
    poll->least[kind] = counts[kind] >= 0 ? counts[kind] : poll->named[kind];
    poll->most[kind] = counts[kind] >= 0 ? counts[kind] : MANY;
  }
  if (poll->body && poll->body->majority == CHN_MAJORITY_OF_SEATS)
    share_out (poll, poll->body->seats);
}

static Poll
open_poll (const ChnVote *vote, const ChnRegistry *registry, const char *forum, const ChnDateBounds *at)
{
  Poll poll = { .vote = vote, .registry = registry, .forum = forum, .at = at };
  poll.body = forum ? chn_voting_body_find (forum, at) : NULL;
  find_bounds (&poll);
  return poll;
}

static ChnCertainty
find_majority (const Poll *poll)
{
  gint64 least = poll->least[CHN_BALLOT_YES], most = poll->most[CHN_BALLOT_YES];
  gint64 least_against = poll->least[CHN_BALLOT_NO], most_against = poll->most[CHN_BALLOT_NO];
  if (!poll->body)
    return CHN_CERTAINTY_POSSIBLY;
  if (poll->body->majority == CHN_MAJORITY_OF_SEATS)
    return least >= poll->body->needed ? YES : most >= poll->body->needed ? OPEN : NO;
  gboolean carried =
      poll->body->majority == CHN_MAJORITY_SIMPLE ? least > most_against : least > 0 && least >= 2 * most_against;
  return carried ? YES : most > least_against ? OPEN : NO;
}

static gboolean
is_named (const Poll *poll, const char *actor, ChnBallotKind *kind)
{
  for (guint i = 0; i < poll->vote->n_ballots; i++)
    if (strcmp (chn_seat_get_holder (poll->vote->ballots[i].actor, poll->at), actor) == 0) {
      *kind = poll->vote->ballots[i].kind;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_among (const char *const *actors, guint n, const char *actor)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (actors[i], actor) == 0)
      return TRUE;
  return FALSE;
}

/* Whether so many who are not named, out of all who are not, voted against: one of them at least. */
static ChnCertainty
find_unnamed_against (const Poll *poll, gint64 n_asked, gboolean is_sure)
{
  gint64 least = poll->least[CHN_BALLOT_NO] - poll->named[CHN_BALLOT_NO];
  gint64 most = poll->most[CHN_BALLOT_NO] - poll->named[CHN_BALLOT_NO];
  gint64 n_unnamed = (gint64) poll->body->seats - poll->vote->n_ballots;
  if (n_asked == 0 || most <= 0)
    return CHN_CERTAINTY_NO;
  return is_sure && least > n_unnamed - n_asked ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY;
}

/* Whether a permanent member voted against, one of the actors where some are given. */
static ChnCertainty
find_against (const Poll *poll, const char *const *actors, guint n_actors)
{
  guint n = 0;
  gint64 n_asked = 0;
  gboolean is_sure = TRUE;
  const ChnActor *group = chn_registry_get_actor (poll->registry, poll->body->veto);
  const ChnMembership *members = group ? chn_actor_get_members (group, &n) : NULL;
  for (guint i = 0; i < n; i++) {
    ChnBallotKind kind;
    ChnCertainty seated = chn_actor_has_member (group, members[i].actor, poll->at);
    if (seated == CHN_CERTAINTY_NO || (actors && !is_among (actors, n_actors, members[i].actor)))
      continue;
    is_sure = is_sure && seated == CHN_CERTAINTY_CERTAINLY;
    if (!is_named (poll, members[i].actor, &kind))
      n_asked++;
    else if (kind == CHN_BALLOT_NO && seated == CHN_CERTAINTY_CERTAINLY)
      return CHN_CERTAINTY_CERTAINLY;
  }
  return group ? find_unnamed_against (poll, n_asked, is_sure) : CHN_CERTAINTY_POSSIBLY;
}

/*
 * The same, given that there was a majority, which leaves fewer votes for the rest. Where nobody says how it was
 * voted, it may have been on procedure; but what was rejected then was not.
 */
static ChnCertainty
find_against_majority (const Poll *poll, const char *const *actors, guint n)
{
  Poll carried = *poll;
  carried.least[CHN_BALLOT_YES] = MAX (poll->least[CHN_BALLOT_YES], (gint64) poll->body->needed);
  share_out (&carried, poll->body->seats);
  gboolean may_be_procedural = poll->vote->method == CHN_METHOD_NONE && poll->vote->result == CHN_RESULT_NONE;
  ChnCertainty against = find_against (&carried, actors, n);
  return may_be_procedural ? MIN (against, CHN_CERTAINTY_POSSIBLY) : against;
}

/* Whether a vote against may be a veto there: not on procedure, and not of what is known to have been adopted. */
static gboolean
may_be_vetoed (const Poll *poll)
{
  const ChnVote *vote = poll->vote;
  gboolean counted = vote->method != CHN_METHOD_PROCEDURAL && vote->method != CHN_METHOD_CONSENSUS;
  return counted && vote->result != CHN_RESULT_ADOPTED && poll->forum && chn_forum_has_veto (poll->forum);
}

/* What was rejected in spite of the majority was vetoed. */
static ChnCertainty
find_veto (const Poll *poll)
{
  gboolean is_elsewhere = poll->forum && !chn_forum_has_veto (poll->forum);
  if (is_elsewhere || (poll->forum && !may_be_vetoed (poll)))
    return CHN_CERTAINTY_NO;
  if (!poll->body)
    return poll->vote->result == CHN_RESULT_ADOPTED || poll->vote->method == CHN_METHOD_CONSENSUS ||
                   poll->vote->method == CHN_METHOD_PROCEDURAL
               ? CHN_CERTAINTY_NO
               : CHN_CERTAINTY_POSSIBLY;
  ChnCertainty majority = find_majority (poll);
  return poll->vote->result == CHN_RESULT_REJECTED ? majority : MIN (majority, find_against_majority (poll, NULL, 0));
}

static void
take_stated (const Poll *poll, ChnOutcome *outcome)
{
  gboolean is_adopted = poll->vote->result == CHN_RESULT_ADOPTED || poll->vote->method == CHN_METHOD_CONSENSUS;
  outcome->adopted = certainty_of (is_adopted);
  outcome->rejected = negate (outcome->adopted);
  outcome->failed = is_adopted ? CHN_CERTAINTY_NO : negate (outcome->veto);
}

static void
derive (const Poll *poll, ChnOutcome *outcome)
{
  ChnCertainty majority = find_majority (poll);
  gboolean counts = poll->body && may_be_vetoed (poll);
  ChnCertainty against = counts ? find_against_majority (poll, NULL, 0) : CHN_CERTAINTY_NO;
  outcome->adopted = MIN (majority, negate (against));
  outcome->failed = negate (majority);
  outcome->rejected = negate (outcome->adopted);
  outcome->is_derived = outcome->adopted != CHN_CERTAINTY_POSSIBLY || outcome->rejected != CHN_CERTAINTY_POSSIBLY;
}

/* Without a vote nobody votes in favour. */
static ChnCertainty
find_unanimity (const Poll *poll, ChnCertainty adopted)
{
  gint64 seats = poll->body ? poll->body->seats : 0;
  gboolean fixed = poll->body && poll->body->majority == CHN_MAJORITY_OF_SEATS;
  if (poll->vote->method == CHN_METHOD_CONSENSUS)
    return CHN_CERTAINTY_NO;
  if (fixed)
    return MIN (adopted, poll->least[CHN_BALLOT_YES] >= seats  ? YES
                         : poll->most[CHN_BALLOT_YES] >= seats ? OPEN
                                                               : NO);
  gint64 least = poll->least[CHN_BALLOT_NO] + poll->least[CHN_BALLOT_ABSTAIN];
  gint64 most = poll->most[CHN_BALLOT_NO] + poll->most[CHN_BALLOT_ABSTAIN];
  return MIN (adopted, least > 0 || poll->most[CHN_BALLOT_YES] == 0 ? NO : most == 0 ? YES : OPEN);
}

ChnOutcome
chn_vote_find_outcome (const ChnVote *vote, const ChnRegistry *registry, const char *forum, const ChnDateBounds *at)
{
  ChnOutcome outcome = { .adopted = CHN_CERTAINTY_NO };
  if (!chn_vote_is_present (vote))
    return outcome;
  Poll poll = open_poll (vote, registry, forum, at);
  outcome.veto = find_veto (&poll);
  if (vote->result != CHN_RESULT_NONE || vote->method == CHN_METHOD_CONSENSUS)
    take_stated (&poll, &outcome);
  else
    derive (&poll, &outcome);
  outcome.unanimous = find_unanimity (&poll, outcome.adopted);
  return outcome;
}

ChnCertainty
chn_vote_find_veto_by (const ChnVote *vote, const ChnRegistry *registry, const char *forum, const ChnDateBounds *at,
                       const char *const *actors, guint n)
{
  if (!chn_vote_is_present (vote))
    return CHN_CERTAINTY_NO;
  Poll poll = open_poll (vote, registry, forum, at);
  ChnCertainty veto = find_veto (&poll);
  if (veto == CHN_CERTAINTY_NO || !poll.body)
    return veto;
  ChnCertainty against = find_against_majority (&poll, actors, n), majority = find_majority (&poll);
  return vote->result == CHN_RESULT_REJECTED ? MIN (veto, against) : MIN (majority, against);
}

const char *
chn_forum_pick_voting (const char *const *forums, guint n)
{
  const char *picked = NULL;
  guint n_voting = 0;
  for (guint i = 0; i < n; i++)
    if (chn_voting_body_is_listed (forums[i])) {
      picked = forums[i];
      n_voting++;
    }
  if (n_voting == 0 && n > 0)
    return forums[0];
  return n_voting == 1 ? picked : NULL;
}

ChnOutcome
chn_event_find_outcome (const ChnEvent *event, const ChnRegistry *registry)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  return chn_vote_find_outcome (chn_event_get_vote (event), registry, chn_forum_pick_voting (forums, n),
                                chn_event_get_bounds (event));
}

GPtrArray *
chn_event_dup_vetoes (const ChnEvent *event, const ChnRegistry *registry)
{
  guint n = 0;
  const ChnVote *vote = chn_event_get_vote (event);
  const ChnDateBounds *at = chn_event_get_bounds (event);
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  const char *forum = chn_forum_pick_voting (forums, n);
  GPtrArray *actors = g_ptr_array_new ();
  for (guint i = 0; forum && i < vote->n_ballots; i++) {
    const char *holder = chn_seat_get_holder (vote->ballots[i].actor, at);
    if (vote->ballots[i].kind == CHN_BALLOT_NO &&
        chn_vote_find_veto_by (vote, registry, forum, at, &holder, 1) == CHN_CERTAINTY_CERTAINLY)
      g_ptr_array_add (actors, (gpointer) (guintptr) vote->ballots[i].actor);
  }
  return actors;
}
