/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Random worlds, and how they are told to the engine. */
#include "world.h"

const char *const world_states[N_STATES] = { "aaa", "bbb", "ccc", "ddd", "eee" };
const char *const world_groups[N_GROUPS] = { "security-council", "un-members", "closed", "open" };

static const char *const forums[N_BODIES] = { NULL, "un.sc", "un.ga", "un.hrc" };

static gboolean
draw (GRand *random, double chance)
{
  return g_rand_double (random) < chance;
}

static int
draw_year (GRand *random)
{
  return g_rand_int_range (random, FIRST_YEAR, LAST_YEAR + 1);
}

gboolean
world_is_member (const World *world, GroupId group, int state, int year)
{
  const Group *of = &world->group[group];
  return of->recorded[state] && of->from[state] <= year && year <= of->to[state];
}

gboolean
world_is_covered (const World *world, GroupId group, int year)
{
  return world->group[group].covers_from <= year && year <= world->group[group].covers_to;
}

int
world_find_electorate (Body body)
{
  return body == BODY_COUNCIL ? GROUP_COUNCIL : body == BODY_ASSEMBLY ? GROUP_ASSEMBLY : UNKNOWN;
}

static void
fill_group (Group *group, gboolean is_whole, GRand *random)
{
  gboolean any = FALSE;
  for (int state = 0; state < N_STATES; state++) {
    int one = draw_year (random), other = draw_year (random);
    group->recorded[state] = draw (random, 0.7);
    group->from[state] = draw (random, 0.4) ? FIRST_YEAR : MIN (one, other);
    group->to[state] = draw (random, 0.4) ? LAST_YEAR : MAX (one, other);
    group->recalled[state] = draw (random, 0.1);
    any = any || group->recorded[state];
  }
  group->recorded[0] = group->recorded[0] || !any; /* a group without members is none */
  int one = draw_year (random), other = draw_year (random);
  group->covers_from = is_whole ? FIRST_YEAR - 100 : MIN (one, other);
  group->covers_to = is_whole ? LAST_YEAR + 100 : MAX (one, other);
}

/* How everybody voted in truth, and how many did, others than the five among them. */
static void
fill_truth (const World *world, Row *row, GRand *random)
{
  int electorate = world_find_electorate (row->body);
  gboolean is_whole = electorate != UNKNOWN && world_is_covered (world, (GroupId) electorate, row->year);
  for (int kind = 0; kind < N_KINDS; kind++)
    row->count[kind] = is_whole || draw (random, 0.6) ? 0 : g_rand_int_range (random, 0, 2);
  for (int state = 0; state < N_STATES; state++) {
    gboolean is_member = electorate != UNKNOWN && world_is_member (world, (GroupId) electorate, state, row->year);
    gboolean votes = is_member || (!is_whole && draw (random, 0.6));
    int favourite = draw (random, 0.5) ? CHN_BALLOT_YES : g_rand_int_range (random, 0, N_KINDS);
    row->named[state] = votes ? favourite : UNKNOWN;
    if (votes)
      row->count[favourite]++;
  }
}

/* Consensus: nobody voted. */
static void
clear_ballots (Row *row)
{
  for (int state = 0; state < N_STATES; state++)
    row->named[state] = UNKNOWN;
  for (int kind = 0; kind < N_KINDS; kind++)
    row->count[kind] = UNKNOWN;
}

static void
punch_holes (Row *row, GRand *random)
{
  double kept = g_rand_double (random), counted = draw (random, 0.6) ? 1 : g_rand_double (random);
  for (int state = 0; state < N_STATES; state++)
    row->named[state] = draw (random, kept) ? row->named[state] : UNKNOWN;
  for (int kind = 0; kind < N_KINDS; kind++)
    row->count[kind] = draw (random, counted) ? row->count[kind] : UNKNOWN;
  row->method = draw (random, 0.8) ? row->method : CHN_METHOD_NONE;
  row->result = row->body == BODY_OTHER && draw (random, 0.4) ? CHN_RESULT_NONE : row->result;
}

/* Whether the record says anything of a vote. */
static gboolean
says_something (const Row *row)
{
  for (int state = 0; state < N_STATES; state++)
    if (row->named[state] != UNKNOWN)
      return TRUE;
  for (int kind = 0; kind < N_KINDS; kind++)
    if (row->count[kind] != UNKNOWN)
      return TRUE;
  return row->method != CHN_METHOD_NONE || row->result != CHN_RESULT_NONE;
}

static void
fill_row (const World *world, Row *row, GRand *random)
{
  row->year = draw_year (random);
  row->body = (Body) g_rand_int_range (random, 0, N_BODIES);
  row->is_vote = draw (random, 0.5);
  row->has_vote = row->body != BODY_NONE && draw (random, 0.9);
  row->method = draw (random, 0.1)   ? CHN_METHOD_CONSENSUS
                : draw (random, 0.2) ? CHN_METHOD_PROCEDURAL
                                     : CHN_METHOD_RECORDED;
  row->result = row->method == CHN_METHOD_CONSENSUS || draw (random, 0.7) ? CHN_RESULT_ADOPTED : CHN_RESULT_REJECTED;
  for (int state = 0; state < N_STATES; state++)
    row->acts[state] = draw (random, 0.3);
  fill_truth (world, row, random);
  if (row->method == CHN_METHOD_CONSENSUS || !row->has_vote)
    clear_ballots (row);
  punch_holes (row, random);
  row->has_vote = row->has_vote && says_something (row);
}

void
world_fill (World *world, GRand *random)
{
  *world = (World){ 0 };
  for (int group = 0; group < N_GROUPS; group++)
    fill_group (&world->group[group], group == GROUP_CLOSED || group == GROUP_ASSEMBLY, random);
  for (int row = 0; row < N_ROWS; row++)
    fill_row (world, &world->row[row], random);
}

static ChnDate *
make_years (int from, int to)
{
  g_autofree char *text = g_strdup_printf ("%d/%d", from, to);
  return chn_date_parse (text, -1, NULL);
}

static void
build_group (const Group *group, const char *id, ChnRegistryBuilder *builder)
{
  g_autoptr (ChnDate) covers = make_years (group->covers_from, group->covers_to);
  chn_registry_builder_add_actor (builder, CHN_ACTOR_GROUP, id, id, NULL, NULL);
  chn_registry_builder_set_covers (builder, id, covers);
  for (int state = 0; state < N_STATES; state++) {
    g_autoptr (ChnDate) during = make_years (group->from[state], group->to[state]);
    ChnMembership member = { world_states[state], during, NULL, group->recalled[state] };
    if (group->recorded[state])
      chn_registry_builder_add_member (builder, id, &member);
  }
}

static ChnRegistry *
build_registry (const World *world)
{
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (int state = 0; state < N_STATES; state++)
    chn_registry_builder_add_actor (builder, CHN_ACTOR_STATE, world_states[state], world_states[state], NULL, NULL);
  for (int group = 0; group < N_GROUPS; group++)
    build_group (&world->group[group], world_groups[group], builder);
  chn_registry_builder_add_forum (builder, "un", "un", NULL, NULL);
  for (int body = 0; body < N_BODIES; body++)
    if (forums[body])
      chn_registry_builder_add_forum (builder, forums[body], forums[body], NULL, NULL);
  return chn_registry_builder_seal (builder, NULL);
}

static void
build_vote (const Row *row, ChnEvent *event)
{
  ChnBallot ballots[N_STATES];
  ChnVote vote = { row->count[0], row->count[1], row->count[2], row->count[3], row->method, row->result, 0, ballots, FALSE };
  for (int state = 0; state < N_STATES; state++)
    if (row->named[state] != UNKNOWN)
      ballots[vote.n_ballots++] = (ChnBallot){ world_states[state], (ChnBallotKind) row->named[state] };
  if (row->has_vote)
    chn_event_set_vote (event, &vote);
}

static void
build_row (const Row *row, int number, ChnTimelineBuilder *builder)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autofree char *id = g_strdup_printf ("event-%d", number);
  g_autofree char *day = g_strdup_printf ("%d-06-%02d", row->year, number + 1);
  g_autoptr (ChnDate) date = chn_date_parse (day, -1, NULL);
  const char *kind = row->is_vote ? "vote" : "other";
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_text (event, CHN_FIELD_TITLE, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  chn_event_set_term (event, CHN_FIELD_KIND, (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, kind, -1, NULL));
  chn_event_set_term (event, CHN_FIELD_STATUS,
                      (guint) chn_vocabulary_find (CHN_VOCABULARY_STATUS, "occurred", -1, NULL));
  if (forums[row->body])
    chn_event_add_item (event, CHN_FIELD_FORUMS, forums[row->body], -1);
  for (int state = 0; state < N_STATES; state++)
    if (row->acts[state])
      chn_event_add_actor (event, world_states[state], -1, 0);
  build_vote (row, event);
  chn_timeline_builder_add_event (builder, event);
}

ChnTimeline *
world_build (const World *world)
{
  g_autoptr (ChnRegistry) registry = build_registry (world);
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_begin (builder, "world.yaml");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "world");
  for (int row = 0; row < N_ROWS; row++)
    build_row (&world->row[row], row, builder);
  return chn_timeline_builder_seal (builder, NULL);
}
