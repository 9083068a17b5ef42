/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A small registry and timelines made of plain rows, for the suites of this folder. */
#pragma once

#include <chancery/error.h>
#include <chancery/query.h>

#include <string.h>

#include "suite.h"

/* An event as words: lists are parted by blanks, actors are "id:role", ballots "id:yes", relations "type:id". */
typedef struct {
  const char *id, *date, *title, *kind, *forums, *symbols, *actors, *vote, *roll, *tags, *sources, *status;
  guint importance;
  const char *series, *place, *summary, *quote, *relations, *repeat, *revised;
  guint nth;
  ChnVoteMethod method;
  ChnVoteResult result;
  const char *says_date; /* what its source says of the date */
} SampleRow;

typedef struct {
  const char *group, *member, *during;
} SampleMember;

typedef struct {
  ChnActorKind kind;
  const char *id, *name, *short_name, *alias;
} SampleActor;

static const SampleActor sample_actors[] = {
  { CHN_ACTOR_STATE, "prk", "Democratic People’s Republic of Korea", "North Korea", "DPRK" },
  { CHN_ACTOR_STATE, "kor", "Republic of Korea", "South Korea", "ROK" },
  { CHN_ACTOR_STATE, "jpn", "Japan", NULL, NULL },
  { CHN_ACTOR_STATE, "chn", "People’s Republic of China", "China", "PRC" },
  { CHN_ACTOR_STATE, "rus", "Russian Federation", "Russia", NULL },
  { CHN_ACTOR_STATE, "fra", "French Republic", "France", NULL },
  { CHN_ACTOR_STATE, "gbr", "United Kingdom of Great Britain and Northern Ireland", "United Kingdom", "UK" },
  { CHN_ACTOR_STATE, "civ", "Republic of Côte d’Ivoire", "Côte d’Ivoire", NULL },
  { CHN_ACTOR_ORGANISATION, "eu", "European Union", NULL, NULL },
  { CHN_ACTOR_GROUP, "p5", "Permanent members of the Security Council", NULL, NULL },
  { CHN_ACTOR_OFFICE, "secretary-general", "Secretary-General of the United Nations", NULL, NULL },
  { CHN_ACTOR_PERSON, "ban", "Ban Ki-moon", NULL, NULL },
  { CHN_ACTOR_PERSON, "guterres", "António Guterres", NULL, NULL },
};

static const SampleMember sample_members[] = {
  { "eu", "fra", "1958-01-01/.." },
  { "eu", "gbr", "1973-01-01/2020-01-31" },
  { "p5", "chn", "1971-10-25/.." },
  { "p5", "fra", "1945-10-24/.." },
  { "p5", "gbr", "1945-10-24/.." },
  { "p5", "rus", "1991-12-24/.." },
  { "secretary-general", "ban", "2007-01-01/2016-12-31" },
  { "secretary-general", "guterres", "2017-01-01/.." },
};

static const char *const sample_forums[][2] = {
  { "un", "United Nations" },      { "un.ga", "General Assembly" },      { "un.ga.c3", "Third Committee" },
  { "un.sc", "Security Council" }, { "un.hrc", "Human Rights Council" }, { "bilateral", "Bilateral" },
};

static inline ChnRegistry *
sample_registry (void)
{
  g_autoptr (GError) error = NULL;
  ChnRegistryBuilder *builder = chn_registry_builder_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sample_actors); i++) {
    const SampleActor *actor = &sample_actors[i];
    chn_registry_builder_add_actor (builder, actor->kind, actor->id, actor->name, actor->short_name, &error);
    if (actor->alias)
      chn_registry_builder_add_actor_alias (builder, actor->id, actor->alias, NULL, NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (sample_members); i++) {
    g_autoptr (ChnDate) during = chn_date_parse (sample_members[i].during, -1, &error);
    chn_registry_builder_add_member (builder, sample_members[i].group,
                                     &(ChnMembership){ .actor = sample_members[i].member, .during = during });
  }
  for (guint i = 0; i < G_N_ELEMENTS (sample_forums); i++)
    chn_registry_builder_add_forum (builder, sample_forums[i][0], sample_forums[i][1], NULL, &error);
  ChnRegistry *registry = chn_registry_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return registry;
}

static inline void
sample_add_items (ChnEvent *event, ChnField field, const char *words)
{
  g_auto (GStrv) items = g_strsplit (words ? words : "", " ", -1);
  for (guint i = 0; items[i]; i++)
    chn_event_add_item (event, field, items[i], -1);
}

static inline void
sample_add_actors (ChnEvent *event, const char *words)
{
  g_auto (GStrv) items = g_strsplit (words ? words : "", " ", -1);
  for (guint i = 0; items[i]; i++) {
    char *role = strchr (items[i], ':');
    chn_event_add_actor (event, items[i], role - items[i],
                         (guint) chn_vocabulary_find (CHN_VOCABULARY_ROLE, role + 1, -1, NULL));
  }
}

static inline void
sample_add_relations (ChnEvent *event, const char *words)
{
  g_auto (GStrv) items = g_strsplit (words ? words : "", " ", -1);
  for (guint i = 0; items[i]; i++) {
    char *target = strchr (items[i], ':');
    *target++ = '\0';
    chn_event_add_relation (event, (guint) chn_vocabulary_find (CHN_VOCABULARY_RELATION, items[i], -1, NULL), target,
                            -1);
  }
}

static inline void
sample_set_vote (ChnEvent *event, const SampleRow *row)
{
  ChnVote vote = CHN_VOTE_NONE;
  ChnBallot ballots[8];
  g_auto (GStrv) items = g_strsplit (row->roll ? row->roll : "", " ", -1);
  if (!row->vote)
    return;
  CU_ASSERT_TRUE (chn_vote_parse_counts (row->vote, -1, &vote, NULL));
  if (row->method != CHN_METHOD_NONE)
    vote.method = row->method;
  if (row->result != CHN_RESULT_NONE)
    vote.result = row->result;
  for (guint i = 0; items[i] && i < G_N_ELEMENTS (ballots); i++) {
    char *kind = strchr (items[i], ':');
    *kind = '\0';
    ballots[vote.n_ballots++] =
        (ChnBallot){ items[i], (ChnBallotKind) chn_vocabulary_find (CHN_VOCABULARY_BALLOT, kind + 1, -1, NULL) };
  }
  vote.ballots = ballots;
  chn_event_set_vote (event, &vote);
}

static inline void
sample_add_event (ChnTimelineBuilder *builder, const SampleRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnDate) date = chn_date_parse (row->date, -1, &error);
  CHN_ASSERT_NO_ERROR (error);
  chn_event_set_text (event, CHN_FIELD_ID, row->id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  g_autoptr (ChnDate) revised = row->revised ? chn_date_parse (row->revised, -1, NULL) : NULL;
  chn_event_set_date (event, CHN_FIELD_REVISED, revised);
  chn_event_set_text (event, CHN_FIELD_TITLE, row->title, -1);
  chn_event_set_text (event, CHN_FIELD_SUMMARY, row->summary, -1);
  chn_event_set_text (event, CHN_FIELD_SERIES, row->series, -1);
  chn_event_set_text (event, CHN_FIELD_PLACE, row->place, -1);
  chn_event_set_text (event, CHN_FIELD_REPEAT, row->repeat, -1);
  chn_event_set_number (event, CHN_FIELD_NTH, row->nth);
  chn_event_set_term (event, CHN_FIELD_KIND,
                      (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, row->kind ? row->kind : "other", -1, NULL));
  chn_event_set_term (
      event, CHN_FIELD_STATUS,
      (guint) chn_vocabulary_find (CHN_VOCABULARY_STATUS, row->status ? row->status : "occurred", -1, NULL));
  chn_event_set_number (event, CHN_FIELD_IMPORTANCE, row->importance);
  sample_add_items (event, CHN_FIELD_FORUMS, row->forums);
  sample_add_items (event, CHN_FIELD_SYMBOLS, row->symbols);
  sample_add_items (event, CHN_FIELD_TAGS, row->tags);
  sample_add_actors (event, row->actors);
  sample_add_relations (event, row->relations);
  sample_set_vote (event, row);
  if (row->sources) {
    ChnClaim claim = { CHN_FIELD_DATE, row->says_date };
    ChnCitation citation = { row->sources, NULL, row->quote, NULL, row->says_date ? 1 : 0, &claim, 0, 0 };
    chn_event_add_citation (event, &citation);
  }
  chn_timeline_builder_add_event (builder, event);
}

static inline ChnTimeline *
sample_timeline (const SampleRow *rows, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRegistry) registry = sample_registry ();
  ChnReport *report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  ChnSource willis = { { [CHN_SOURCE_KEY] = "willis-2017",
                         [CHN_SOURCE_TITLE] = "How careful diplomacy works",
                         [CHN_SOURCE_AUTHOR] = "Ben Willis",
                         [CHN_SOURCE_PUBLISHER] = "The Conversation" } };
  ChnSource record = { { [CHN_SOURCE_KEY] = "un-record", [CHN_SOURCE_TITLE] = "Official record" } };
  chn_timeline_builder_begin (builder, "sample.yaml");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "sample");
  chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, "America/New_York");
  chn_timeline_builder_add_query (builder, "brief", "importance:4..");
  chn_timeline_builder_add_query (builder, "council", "@@brief forum:un.sc");
  chn_timeline_builder_add_query (builder, "loop", "kind:report OR @@noose");
  chn_timeline_builder_add_query (builder, "noose", "@@loop");
  chn_timeline_builder_add_query (builder, "broken", "forrum:un");
  chn_timeline_builder_add_source (builder, &willis, 1, 1);
  chn_timeline_builder_add_source (builder, &record, 1, 1);
  for (guint i = 0; i < n; i++)
    sample_add_event (builder, &rows[i]);
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  chn_report_free (report);
  return timeline;
}

static const SampleRow sample_rows[] = {
  { .id = "hrc-22-13",
    .date = "2013-03-21",
    .title = "Human Rights Council created the commission",
    .kind = "resolution",
    .forums = "un.hrc",
    .symbols = "A/HRC/RES/22/13",
    .actors = "prk:subject eu:sponsor jpn:sponsor",
    .vote = "consensus",
    .importance = 5,
    .sources = "un-record" },
  { .id = "coi-report",
    .date = "2014-02-17",
    .title = "The commission’s report appeared",
    .kind = "report",
    .forums = "un.hrc",
    .symbols = "A/HRC/25/63",
    .actors = "prk:subject ban:addressee",
    .importance = 5,
    .tags = "human-rights coi",
    .sources = "willis-2017",
    .quote = "crimes against humanity",
    .place = "Geneva",
    .says_date = "2014-02" },
  { .id = "annex",
    .date = "2014-03",
    .title = "Reports of Côte d’Ivoire",
    .kind = "report",
    .forums = "un.hrc",
    .symbols = "A/HRC/2/5",
    .actors = "civ:author",
    .importance = 1 },
  { .id = "autumn-talks",
    .date = "2014-09~/2014-10",
    .title = "Talks on human-rights",
    .kind = "dialogue",
    .forums = "bilateral",
    .actors = "prk:participant kor:participant",
    .series = "Bilateral Talks" },
  { .id = "september",
    .date = "2014-09-13?",
    .title = "Counter-report",
    .kind = "report",
    .forums = "bilateral",
    .actors = "prk:author",
    .tags = "human-rights" },
  { .id = "twice", .date = "[2014-09-27,2014-10-03]", .title = "A visit", .kind = "visit", .forums = "bilateral" },
  { .id = "c3-vote",
    .date = "2014-11-18T15:08:00-05:00",
    .title = "Third Committee voted",
    .kind = "vote",
    .forums = "un.ga.c3",
    .symbols = "A/C.3/69/L.28/Rev.1",
    .actors = "prk:subject fra:sponsor gbr:sponsor",
    .vote = "111-19-55",
    .roll = "chn:no rus:no fra:yes gbr:yes",
    .importance = 4,
    .sources = "un-record",
    .method = CHN_METHOD_RECORDED,
    .result = CHN_RESULT_ADOPTED },
  { .id = "ga-69-188",
    .date = "2014-12-18",
    .title = "General Assembly adopted it",
    .kind = "resolution",
    .forums = "un.ga",
    .symbols = "A/RES/69/188",
    .actors = "prk:subject eu:sponsor",
    .vote = "116-20-53",
    .importance = 5,
    .sources = "un-record",
    .method = CHN_METHOD_RECORDED,
    .result = CHN_RESULT_ADOPTED },
  { .id = "sc-7353",
    .date = "2014-12-22",
    .title = "Council met",
    .kind = "meeting",
    .forums = "un.sc",
    .symbols = "S/PV.7353",
    .actors = "prk:subject",
    .vote = "11-2-2",
    .roll = "chn:no rus:no fra:yes",
    .importance = 4,
    .sources = "un-record",
    .method = CHN_METHOD_PROCEDURAL,
    .result = CHN_RESULT_ADOPTED,
    .says_date = "2014-12-18" },
  { .id = "tokyo",
    .date = "2015",
    .title = "国連人権理事会の決議",
    .kind = "publication",
    .forums = "bilateral",
    .actors = "jpn:author",
    .place = "Tokyo" },
  { .id = "guterres-letter",
    .date = "2018-05-02",
    .title = "A letter",
    .kind = "letter",
    .forums = "un",
    .actors = "guterres:author kor:addressee",
    .summary = "It spoke of sanctions and of Viet-Nam." },
  { .id = "late-plan",
    .date = "2019-06",
    .title = "A planned meeting",
    .kind = "meeting",
    .forums = "un.sc",
    .status = "planned" },
  { .id = "brexit",
    .date = "2021-03-23",
    .title = "A draft was tabled",
    .kind = "draft",
    .forums = "un.hrc",
    .actors = "gbr:sponsor" },
  { .id = "next-plan",
    .date = "2031-01",
    .title = "A coming review",
    .kind = "review",
    .forums = "un.hrc",
    .status = "planned" },
};

/* The ids of the rows that match, in order, parted by blanks. */
static inline char *
sample_ids (const ChnTimeline *timeline, const ChnRows *rows)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < rows->n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", chn_timeline_get_id (timeline, rows->row[i]));
  return g_string_free (out, FALSE);
}

static inline ChnBoundQuery *
sample_bind (ChnTimeline *timeline, const char *text, GError **error)
{
  g_autoptr (ChnDate) today = chn_date_parse ("2020-02-29", -1, NULL);
  g_autoptr (ChnQuery) query = chn_query_parse (text, NULL, error);
  return query ? chn_query_bind (query, timeline, today, error) : NULL;
}
