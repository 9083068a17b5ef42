/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about votes: totals against members, results against majorities, roll calls against both. */
#include <string.h>

#include "curate/rule.h"
#include "registry/voting-body.h"

static const char *
find_forum (const ChnCheck *check)
{
  guint n = 0;
  const char *const *forums = chn_event_get_items (check->event, CHN_FIELD_FORUMS, &n);
  return chn_forum_pick_voting (forums, n);
}

/* How the body voted then; NULL where that is not known. */
static const ChnVotingBody *
find_body (const ChnCheck *check)
{
  const char *forum = find_forum (check);
  return forum ? chn_voting_body_find (forum, chn_event_get_bounds (check->event)) : NULL;
}

/* The group whose members alone vote there; NULL where the registry has none. */
static const ChnActor *
find_electorate (const ChnCheck *check, const char *id)
{
  const ChnRegistry *registry = chn_timeline_get_registry (check->timeline);
  const ChnForum *forum = chn_registry_get_forum (registry, id);
  return forum ? chn_forum_get_electorate (forum, registry) : NULL;
}

/* Members that the group had at the event's date, so certainly at least, each counted once. */
static int
count_members (const ChnActor *group, const ChnDateBounds *at, ChnCertainty least)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    if (chn_actor_has_member (group, members[i].actor, at) >= least)
      g_hash_table_add (seen, (gpointer) (guintptr) members[i].actor);
  return (int) g_hash_table_size (seen);
}

/* 0 where they are not known. */
static int
count_seats (const ChnCheck *check, const ChnVotingBody *body)
{
  const ChnActor *group = find_electorate (check, body->forum);
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  if (body->seats > 0 || !group || !chn_actor_is_covered (group, at))
    return (int) body->seats;
  return count_members (group, at, CHN_CERTAINTY_POSSIBLY);
}

void
chn_rule_vote_total (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  const ChnVotingBody *body = chn_vote_is_present (vote) ? find_body (check) : NULL;
  if (!body)
    return;
  int seats = count_seats (check, body);
  gint64 total = (gint64) MAX (vote->yes, 0) + MAX (vote->no, 0) + MAX (vote->abstain, 0) + MAX (vote->not_voting, 0);
  if (seats > 0 && total > seats)
    chn_check_found (check, CHN_FIELD_VOTE, 0, "check the counts, the forum and the date",
                     "%" G_GINT64_FORMAT " votes were counted, but the body (%s) had %d members", total, body->forum,
                     seats);
}

/* Bodies that decide only while a majority of their members is present: rules of procedure of the Assembly, 67 and
 * 108, which the Human Rights Council applies, and of the Economic and Social Council, 41, and its commissions, 41.
 */
static gboolean
needs_quorum (const ChnVotingBody *body)
{
  return body->majority != CHN_MAJORITY_OF_SEATS;
}

/* No body of the table has so many members that more have to be present. */
enum { MOST_QUORUM = 98 };

/* What a vote counts of those present; -1 where a count is not known, or only sums what somebody gathered. */
static gint64
count_present (const ChnVote *vote)
{
  if (vote->is_summed || vote->yes < 0 || vote->no < 0 || vote->abstain < 0)
    return -1;
  return (gint64) vote->yes + vote->no + vote->abstain + MAX (vote->not_voting, 0);
}

void
chn_rule_vote_quorum (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  gint64 present = chn_vote_is_present (vote) ? count_present (vote) : -1;
  const ChnVotingBody *body = present >= 0 && present < MOST_QUORUM ? find_body (check) : NULL;
  /* Of bodies that grew, the table has the most seats that they ever had. */
  const ChnActor *group = body && needs_quorum (body) ? find_electorate (check, body->forum) : NULL;
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  int members = group && chn_actor_is_covered (group, at) ? count_members (group, at, CHN_CERTAINTY_CERTAINLY) : 0;
  if (present <= members / 2 && members > 0)
    chn_check_found (check, CHN_FIELD_VOTE, 0, "check the counts; those present that did not vote are not-voting",
                     "%" G_GINT64_FORMAT " members are counted, and %d of %d have to be present", present,
                     members / 2 + 1, members);
}

/* A permanent member that is known to have voted against; NULL where it is not known which. */
static const char *
find_veto (const ChnCheck *check, const ChnVotingBody *body, const ChnVote *vote)
{
  const ChnRegistry *registry = chn_timeline_get_registry (check->timeline);
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  for (guint i = 0; i < vote->n_ballots; i++) {
    const char *holder = chn_seat_get_holder (vote->ballots[i].actor, at);
    if (vote->ballots[i].kind == CHN_BALLOT_NO &&
        chn_vote_find_veto_by (vote, registry, body->forum, at, &holder, 1) == CHN_CERTAINTY_CERTAINLY)
      return vote->ballots[i].actor;
  }
  return NULL;
}

static void
report_result (const ChnCheck *check, const ChnVote *vote, gboolean is_veto, const char *by)
{
  gboolean is_adopted = vote->result == CHN_RESULT_ADOPTED;
  if (is_veto)
    chn_check_found (check, CHN_FIELD_VOTE, 0, "write result: rejected, or method: procedural",
                     "it cannot have been adopted: %s%s voted against", by ? by : "a permanent member",
                     by ? ", a permanent member," : "");
  else
    chn_check_found (check, CHN_FIELD_VOTE, 0, is_adopted ? "write result: rejected" : "write result: adopted",
                     "%d in favour and %d against cannot have been %s", vote->yes, vote->no,
                     is_adopted ? "adopted" : "rejected");
}

/* A result is doubted only where the counts and the roll, filled up in whatever way, leave no room for it. */
void
chn_rule_vote_result (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  if (vote->method == CHN_METHOD_CONSENSUS && vote->result == CHN_RESULT_REJECTED)
    chn_check_found (check, CHN_FIELD_VOTE, 0, NULL, "a text is not rejected by consensus");
  const ChnVotingBody *body = vote->yes >= 0 && vote->no >= 0 ? find_body (check) : NULL;
  if (!body || vote->result == CHN_RESULT_NONE)
    return;
  ChnVote unstated = *vote;
  unstated.result = CHN_RESULT_NONE;
  ChnOutcome outcome = chn_vote_find_outcome (&unstated, chn_timeline_get_registry (check->timeline), body->forum,
                                              chn_event_get_bounds (check->event));
  gboolean is_adopted = vote->result == CHN_RESULT_ADOPTED;
  /* Now and then the Assembly needs still more than two thirds. */
  if (is_adopted ? outcome.adopted == CHN_CERTAINTY_NO
                 : outcome.adopted == CHN_CERTAINTY_CERTAINLY && body->majority != CHN_MAJORITY_ARTICLE_18)
    report_result (check, vote, outcome.veto == CHN_CERTAINTY_CERTAINLY, find_veto (check, body, &unstated));
}

/* Whether a source counts just what the roll lists: then the roll is that source's, and how it differs is said there.
 */
static gboolean
is_counted_so_by_source (const ChnEvent *event, const int counted[])
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < citations[i].n_claims; k++) {
      ChnVote said = CHN_VOTE_NONE;
      if (citations[i].claims[k].field == CHN_FIELD_VOTE &&
          chn_vote_parse_counts (citations[i].claims[k].value, -1, &said, NULL) &&
          said.yes == counted[CHN_BALLOT_YES] && said.no == counted[CHN_BALLOT_NO] &&
          said.abstain == counted[CHN_BALLOT_ABSTAIN])
        return TRUE;
    }
  return FALSE;
}

void
chn_rule_roll_count (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  int counted[CHN_BALLOT_NOT_VOTING + 1] = { 0 };
  int stated[] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  for (guint i = 0; i < vote->n_ballots; i++)
    counted[vote->ballots[i].kind]++;
  if (vote->n_ballots == 0 || is_counted_so_by_source (check->event, counted))
    return;
  for (guint kind = 0; kind < G_N_ELEMENTS (stated); kind++)
    /* A roll call may be known in part: ballots that lack are no contradiction, those too many are. */
    if (stated[kind] >= 0 && counted[kind] > stated[kind])
      chn_check_found (check, CHN_FIELD_VOTE, 0,
                       "check both; where a source counts what the roll lists, write its count under says",
                       "the roll call has %d ballots \"%s\", but %d are stated", counted[kind],
                       chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, kind), stated[kind]);
}

void
chn_rule_roll_member (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  const char *forum = vote->n_ballots > 0 ? find_forum (check) : NULL;
  const ChnActor *group = forum ? find_electorate (check, forum) : NULL;
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  if (!group || !chn_actor_is_covered (group, at))
    return;
  for (guint i = 0; i < vote->n_ballots; i++)
    if (chn_actor_has_member (group, chn_seat_get_holder (vote->ballots[i].actor, at), at) == CHN_CERTAINTY_NO)
      chn_check_found (check, CHN_FIELD_VOTE, 0, "check the State and the date", "%s was not a member of %s at %s",
                       vote->ballots[i].actor, forum, chn_event_get_text (check->event, CHN_FIELD_DATE));
}
