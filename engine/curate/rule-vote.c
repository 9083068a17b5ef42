/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about votes: totals against members, results against majorities, roll calls against both. */
#include <string.h>

#include "curate/rule.h"

/* How the bodies vote (Charter of the United Nations, Articles 18 and 27; rules of procedure of the others). */
typedef struct {
  const char *forum; /* and what lies below it, but for rows of its own */
  const char *group; /* members in the registry; NULL where they are not recorded */
  int seats;         /* 0: as many as the group had members */
  int needed;        /* votes in favour that carry a proposal; 0: more in favour than against */
  const char *veto;  /* group whose vote against defeats it, on matters that are not procedural */
} VotingBody;

static const VotingBody bodies[] = {
  { "un.sc", "security-council", 15, 9, "p5" },
  { "un.ga", "un-members", 0, 0, NULL },
  { "un.hrc", NULL, 47, 0, NULL },
  { "un.ecosoc.chr.sub", NULL, 26, 0, NULL },
  { "un.ecosoc.chr", NULL, 53, 0, NULL },
  { "un.ecosoc", NULL, 54, 0, NULL },
};

static const VotingBody *
find_body (const ChnCheck *check)
{
  const ChnRegistry *registry = chn_timeline_get_registry (check->timeline);
  guint n = 0;
  const char *const *forums = chn_event_get_items (check->event, CHN_FIELD_FORUMS, &n);
  const ChnForum *forum = n > 0 ? chn_registry_get_forum (registry, forums[0]) : NULL;
  for (; forum; forum = chn_forum_get_parent (forum))
    for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
      if (strcmp (bodies[i].forum, chn_forum_get_id (forum)) == 0)
        return &bodies[i];
  return NULL;
}

static const ChnActor *
find_group (const ChnCheck *check, const char *id)
{
  return id ? chn_registry_get_actor (chn_timeline_get_registry (check->timeline), id) : NULL;
}

/* Members that the group may have had at the event's date, each counted once. */
static int
count_members (const ChnActor *group, const ChnDateBounds *at)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n; i++)
    if (chn_actor_has_member (group, members[i].actor, at) != CHN_CERTAINTY_NO)
      g_hash_table_add (seen, (gpointer) (guintptr) members[i].actor);
  return (int) g_hash_table_size (seen);
}

/* 0 where they are not known. */
static int
count_seats (const ChnCheck *check, const VotingBody *body)
{
  const ChnActor *group = find_group (check, body->group);
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  if (body->seats > 0 || !group || !chn_actor_is_covered (group, at))
    return body->seats;
  return count_members (group, at);
}

void
chn_rule_vote_total (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  const VotingBody *body = chn_vote_is_present (vote) ? find_body (check) : NULL;
  if (!body)
    return;
  int seats = count_seats (check, body);
  gint64 total = (gint64) MAX (vote->yes, 0) + MAX (vote->no, 0) + MAX (vote->abstain, 0) + MAX (vote->not_voting, 0);
  if (seats > 0 && total > seats)
    chn_check_found (check, CHN_FIELD_VOTE, 0, "check the counts, the forum and the date",
                     "%" G_GINT64_FORMAT " votes were counted, but the body (%s) had %d members", total, body->forum,
                     seats);
}

/* A permanent member that voted against, where the roll call is known. */
static const char *
find_veto (const ChnCheck *check, const VotingBody *body, const ChnVote *vote)
{
  const ChnActor *group = vote->method == CHN_METHOD_PROCEDURAL ? NULL : find_group (check, body->veto);
  for (guint i = 0; group && i < vote->n_ballots; i++)
    if (vote->ballots[i].kind == CHN_BALLOT_NO &&
        chn_actor_has_member (group, vote->ballots[i].actor, chn_event_get_bounds (check->event)) ==
            CHN_CERTAINTY_CERTAINLY)
      return vote->ballots[i].actor;
  return NULL;
}

void
chn_rule_vote_result (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  if (vote->method == CHN_METHOD_CONSENSUS && vote->result == CHN_RESULT_REJECTED)
    chn_check_found (check, CHN_FIELD_VOTE, 0, NULL, "a text is not rejected by consensus");
  const VotingBody *body = vote->yes >= 0 && vote->no >= 0 ? find_body (check) : NULL;
  if (!body || vote->result == CHN_RESULT_NONE)
    return;
  const char *veto = find_veto (check, body, vote);
  gboolean carried = (body->needed > 0 ? vote->yes >= body->needed : vote->yes > vote->no) && !veto;
  gboolean is_adopted = vote->result == CHN_RESULT_ADOPTED;
  /* The Assembly needs two thirds for important questions: a majority may still be a rejection. */
  if (carried == is_adopted || (carried && !is_adopted && strcmp (body->forum, "un.ga") == 0))
    return;
  if (veto)
    chn_check_found (check, CHN_FIELD_VOTE, 0, "write result: rejected, or method: procedural",
                     "it cannot have been adopted: %s, a permanent member, voted against", veto);
  else
    chn_check_found (check, CHN_FIELD_VOTE, 0, is_adopted ? "write result: rejected" : "write result: adopted",
                     "%d in favour and %d against cannot have been %s", vote->yes, vote->no,
                     is_adopted ? "adopted" : "rejected");
}

void
chn_rule_roll_count (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  int counted[CHN_BALLOT_NOT_VOTING + 1] = { 0 };
  int stated[] = { vote->yes, vote->no, vote->abstain, vote->not_voting };
  for (guint i = 0; i < vote->n_ballots; i++)
    counted[vote->ballots[i].kind]++;
  for (guint kind = 0; vote->n_ballots > 0 && kind < G_N_ELEMENTS (stated); kind++)
    /* A roll call may be known in part: ballots that lack are no contradiction, those too many are. */
    if (stated[kind] >= 0 && counted[kind] > stated[kind])
      chn_check_found (check, CHN_FIELD_VOTE, 0, "check both; a data set may differ from the official count",
                       "the roll call has %d ballots \"%s\", but %d are stated", counted[kind],
                       chn_vocabulary_get_term_name (CHN_VOCABULARY_BALLOT, kind), stated[kind]);
}

void
chn_rule_roll_member (const ChnCheck *check)
{
  const ChnVote *vote = chn_event_get_vote (check->event);
  const VotingBody *body = vote->n_ballots > 0 ? find_body (check) : NULL;
  const ChnActor *group = body ? find_group (check, body->group) : NULL;
  const ChnDateBounds *at = chn_event_get_bounds (check->event);
  if (!group || !chn_actor_is_covered (group, at))
    return;
  for (guint i = 0; i < vote->n_ballots; i++)
    if (chn_actor_has_member (group, vote->ballots[i].actor, at) == CHN_CERTAINTY_NO)
      chn_check_found (check, CHN_FIELD_VOTE, 0, "check the State and the date", "%s was not a member of %s at %s",
                       vote->ballots[i].actor, body->forum, chn_event_get_text (check->event, CHN_FIELD_DATE));
}
