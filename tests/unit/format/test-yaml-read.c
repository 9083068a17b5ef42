/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The reader of timeline files: every field, sections in any order, and every fault at its place. */
#include <string.h>

#include "format/yaml-sample.h"

static char *
load_corpus (const char *folder, const char *name, gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_CORPUS"), folder, name, NULL);
  char *text = NULL;
  if (!g_file_get_contents (path, &text, length, &error))
    CHN_FAIL ("%s", error->message);
  return text;
}

static void
load (const ChnTimeline *timeline, const char *id, ChnEvent *event)
{
  guint row = 0;
  CU_ASSERT_TRUE_FATAL (chn_timeline_find (timeline, id, &row));
  chn_timeline_load (timeline, row, event);
}

static ChnTimeline *
read_whole (void)
{
  gsize length = 0;
  g_autofree char *text = load_corpus ("schema/valid", "whole.yaml", &length);
  return sample_timeline (text);
}

static void
test_scalars (void)
{
  static const struct {
    ChnField field;
    const char *text;
  } rows[] = {
    { CHN_FIELD_DATE, "2014-10-08" },    { CHN_FIELD_ZONE, "Europe/Paris" },  { CHN_FIELD_TITLE, "Draft: tabled" },
    { CHN_FIELD_SUMMARY, "One line." },  { CHN_FIELD_PLACE, "New York" },     { CHN_FIELD_SERIES, "drafts" },
    { CHN_FIELD_REPEAT, "FREQ=YEARLY" }, { CHN_FIELD_REVISED, "2015-01-01" },
  };
  g_autoptr (ChnTimeline) timeline = read_whole ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  load (timeline, "draft", event);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    CHN_ASSERT_STRING (chn_event_get_text (event, rows[i].field), rows[i].text);
  CHN_ASSERT_STRING (chn_vocabulary_get_term_name (CHN_VOCABULARY_KIND, chn_event_get_term (event, CHN_FIELD_KIND)),
                     "draft");
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_CONFIDENCE), CHN_CONFIDENCE_VERIFIED);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_IMPORTANCE), 3);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_NTH), 1);
}

static void
test_lists (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) timeline = read_whole ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  load (timeline, "adoption", event);
  const char *const *forums = chn_event_get_items (event, CHN_FIELD_FORUMS, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (forums[1], "un.ga");
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  CHN_ASSERT_INT (n, 4);
  CHN_ASSERT_STRING (actors[0].actor, "usa");
  CHN_ASSERT_INT (actors[0].role, 0);
  CHN_ASSERT_STRING (actors[2].actor, "prk");
  CHN_ASSERT_STRING (chn_vocabulary_get_term_name (CHN_VOCABULARY_ROLE, actors[2].role), "speaker");
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (relations[1].target, "plenary");
  load (timeline, "draft", event);
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  CHN_ASSERT_INT (n, 3);
  CHN_ASSERT_STRING (extras[2].key, "X-LINK");
  CHN_ASSERT_STRING (extras[2].value, "b, c");
}

static void
test_sources (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) timeline = read_whole ();
  g_autoptr (ChnEvent) event = chn_event_new ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  load (timeline, "adoption", event);
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  CHN_ASSERT_INT (n, 2);
  CHN_ASSERT_STRING (citations[0].source, "press");
  CU_ASSERT_PTR_NULL (citations[0].at);
  CHN_ASSERT_STRING (citations[1].at, "para 12");
  CHN_ASSERT_STRING (citations[1].quote, "the vote");
  CHN_ASSERT_STRING (citations[1].note, "As corrected");
  CHN_ASSERT_INT (citations[1].n_claims, 3);
  CHN_ASSERT_INT (citations[1].claims[0].field, CHN_FIELD_VOTE);
  CHN_ASSERT_STRING (citations[1].claims[0].value, "112-19-55");
  const ChnSource *record = chn_timeline_find_source (timeline, "record");
  CU_ASSERT_PTR_NOT_NULL_FATAL (record);
  CHN_ASSERT_STRING (record->text[CHN_SOURCE_ARCHIVE], "https://example.org/archive");
  CHN_ASSERT_STRING (record->text[CHN_SOURCE_NOTE], "Provisional");
}

typedef struct {
  const char *yaml;
  gint32 counts[4];
  ChnVoteMethod method;
  ChnVoteResult result;
  guint n_ballots;
} VoteRow;

static void
check_vote (const VoteRow *row)
{
  g_autofree char *text =
      g_strdup_printf ("timeline: x\nevents: [{id: a, date: 2014, title: T, vote: %s}]\n", row->yaml);
  g_autoptr (ChnTimeline) timeline = sample_timeline (text);
  g_autoptr (ChnEvent) event = chn_event_new ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  chn_timeline_load (timeline, 0, event);
  const ChnVote *vote = chn_event_get_vote (event);
  CHN_ASSERT_INT (vote->yes, row->counts[0]);
  CHN_ASSERT_INT (vote->no, row->counts[1]);
  CHN_ASSERT_INT (vote->abstain, row->counts[2]);
  CHN_ASSERT_INT (vote->not_voting, row->counts[3]);
  CHN_ASSERT_INT (vote->method, row->method);
  CHN_ASSERT_INT (vote->result, row->result);
  CHN_ASSERT_INT (vote->n_ballots, row->n_ballots);
}

static void
test_votes (void)
{
  static const VoteRow rows[] = {
    { "15-0-0", { 15, 0, 0, -1 }, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 0 },
    { "40-77", { 40, 77, -1, -1 }, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 0 },
    { "consensus", { -1, -1, -1, -1 }, CHN_METHOD_CONSENSUS, CHN_RESULT_ADOPTED, 0 },
    { "{method: consensus}", { -1, -1, -1, -1 }, CHN_METHOD_CONSENSUS, CHN_RESULT_ADOPTED, 0 },
    { "{method: consensus, result: none}", { -1, -1, -1, -1 }, CHN_METHOD_CONSENSUS, CHN_RESULT_NONE, 0 },
    { "{method: procedural, result: adopted}", { -1, -1, -1, -1 }, CHN_METHOD_PROCEDURAL, CHN_RESULT_ADOPTED, 0 },
    { "{yes: 11, no: 2, abstain: 2, not-voting: 0}", { 11, 2, 2, 0 }, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 0 },
    { "{roll: {yes: [usa, jpn], no: prk}}", { -1, -1, -1, -1 }, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 3 },
    { "{method: none, result: adopted}", { -1, -1, -1, -1 }, CHN_METHOD_NONE, CHN_RESULT_ADOPTED, 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_vote (&rows[i]);
}

static void
test_header (void)
{
  guint n = 0;
  g_autoptr (ChnTimeline) timeline = read_whole ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 0, CHN_HEADER_TIMELINE), "whole");
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 0, CHN_HEADER_SUMMARY),
                     "First paragraph.\n\nSecond paragraph.");
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 0, CHN_HEADER_DOMAIN), "example.org");
  const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, 0, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (queries[0].text, "kind:vote");
  const ChnRegistry *registry = chn_timeline_get_registry (timeline);
  const ChnActor *group = chn_registry_get_actor (registry, "observers");
  CU_ASSERT_PTR_NOT_NULL_FATAL (group);
  CHN_ASSERT_STRING (chn_actor_get_short_name (group), "Obs.");
  chn_actor_get_members (group, &n);
  CHN_ASSERT_INT (n, 3);
  CHN_ASSERT_STRING (chn_actor_get_code (chn_registry_get_actor (registry, "utopia"), CHN_CODE_NUMERIC), "999");
  CU_ASSERT_PTR_NOT_NULL (chn_registry_get_forum (registry, "un.ga.c3.working"));
}

/* Each line of the file has one fault, and each fault its line. */
static void
test_thirty (void)
{
  static const char expected[] =
      "3:1 unknown-key\n4:7 bad-zone\n8:16 range\n9:3 duplicate-key\n13:11 value\n17:11 shape\n20:13 syntax\n"
      "23:19 range\n25:9 missing-date\n27:9 missing-title\n29:5 missing-id\n31:9 bad-id\n34:9 duplicate-id\n"
      "40:11 bad-term\n41:14 unknown-forum\n42:15 bad-symbol\n43:15 bad-term\n44:14 syntax\n"
      "45:13 unknown-name\n46:17 range\n47:10 range\n48:13 empty\n49:11 shape\n52:12 tag\n"
      "53:14 unknown-actor\n54:26 bad-term\n55:15 unknown-source\n59:24 unknown-target\n60:38 unknown-key\n"
      "61:12 alias\n";
  gsize length = 0;
  g_autofree char *text = load_corpus ("faults", "thirty.yaml", &length);
  g_autofree char *places = sample_faults (text, (gssize) length, NULL);
  CHN_ASSERT_STRING (places, expected);
}

static void
test_faults (void)
{
  static const struct {
    const char *text;
    const char *places;
  } rows[] = {
    { "", "1:1 document\n" },
    { "---\n", "2:1 shape\n" },
    { "[a]\n", "1:1 shape\n" },
    { "registry: x\nactors: {}\n", "1:1 document\n" },
    { "title: x\n", "1:1 missing\n" },
    { "timeline:\n", "1:10 empty\n" },
    { "timeline: x\nevents:\n", "2:8 empty\n" },
    { "timeline: x\nsources: [a]\n", "2:10 shape\n" },
    { "timeline: x\na: &e [1]\nevents: *e\n", "2:1 unknown-key\n3:9 alias\n" },
    { "timeline: x\nevents:\n- {id: a, date: 2014, title: T, forum: un, forums: [un]}\n", "3:44 duplicate-key\n" },
    { "timeline: x\nevents:\n- {id: a, dat: 2014, title: T}\n", "3:11 unknown-key\n" },
    { "timeline: x\nevents:\n- {id: a, date: '2014-13', title: T}\n", "3:23 range\n" },
    { "timeline: x\nevents:\n- {id: a, date: \"2014-\\x313\", title: T}\n", "3:17 range\n" },
    { "timeline: x\nevents:\n- {id: [a], date: 2014, title: T}\n- {id: b, date: 2014, title: T\n",
      "3:8 shape\n5:1 yaml\n" },
    { "timeline: x\nactors: {a: {kind: state, name: A, members: [{prk: 2014-13}]}}\n", "2:57 range\n" },
    { "timeline: x\nactors: {prk: {kind: state, name: Again}}\n", "2:10 conflict\n" },
    { "timeline: x\nevents: [{id: a, date: 2014, title: T, vote: {roll: {yes: [prk, atlantis]}}}]\n",
      "2:65 unknown-actor\n" },
    { "timeline: x\nsources: {s: {}}\nevents: [{id: a, date: 2014, title: T, sources: [s, {source: s, says: {vote: "
      "many}}]}]\n",
      "3:78 bad-claim\n" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *places = sample_faults (rows[i].text, -1, NULL);
    if (strcmp (places, rows[i].places) != 0)
      CHN_FAIL ("%s: found %s, expected %s", rows[i].text, places, rows[i].places);
  }
}

static void
test_hints (void)
{
  static const struct {
    const char *text;
    const char *line;
  } rows[] = {
    { "timeline: x\nevents: [{id: a, title: T, date: [2014-04-27..2014-05-01]}]",
      "sample.yaml:2:34: error: \"date\" takes text, found a list; quote it: date: \"[2014-04-27..2014-05-01]\" "
      "[shape]" },
    { "timeline: x\nevents: [{id: a, title: T, date: {2014-01,2014-03}}]",
      "sample.yaml:2:34: error: \"date\" takes text, found a mapping; quote it: date: \"{2014-01,2014-03}\" "
      "[shape]" },
    { "timeline: x\ntitel: y",
      "sample.yaml:2:1: error: a timeline file has no key \"titel\"; did you mean \"title\"? [unknown-key]" },
    { "timeline: x\ntitle: a: b", "sample.yaml:2:9: error: mapping values are not allowed in this context; quote a "
                                  "value that contains \": \" [yaml]" },
    { "timeline: x\nevents: [{id: a, title: !!int 5, date: 2014}]",
      "sample.yaml:2:25: error: found the tag !!int, expected a value without a tag; leave the tag out: every value "
      "is text [tag]" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Sample) sample = sample_new (NULL);
    sample_read (&sample, rows[i].text, -1, "sample.yaml");
    CHN_ASSERT_INT (chn_report_get_n_findings (sample.report), 1);
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (sample.report, 0));
    CHN_ASSERT_STRING (line, rows[i].line);
  }
}

static void
check_folder (const char *folder, gboolean valid)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHANCERY_TEST_CORPUS"), "schema", folder, NULL);
  g_autoptr (GPtrArray) files = chn_list_yaml_files (path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (files);
  for (guint i = 0; i < files->len; i++) {
    g_autofree char *name = g_path_get_basename (files->pdata[i]);
    gsize length = 0;
    g_autofree char *text = load_corpus (valid ? "schema/valid" : "schema/invalid", name, &length);
    if (g_str_has_prefix (text, "registry:"))
      continue;
    g_autofree char *places = sample_faults (text, (gssize) length, NULL);
    if ((places[0] == '\0') != valid)
      CHN_FAIL ("%s: %s", name, valid ? places : "nothing found");
  }
}

/* The JSON Schema is held against the same files. */
static void
test_schema_corpus (void)
{
  check_folder ("valid", TRUE);
  check_folder ("invalid", FALSE);
}

static const ChnTest tests[] = {
  { "fields of one value", test_scalars },
  { "lists, actors, relations, extras", test_lists },
  { "sources and citations", test_sources },
  { "votes", test_votes },
  { "header, queries and own names", test_header },
  { "thirty faults", test_thirty },
  { "faults at their places", test_faults },
  { "messages and hints", test_hints },
  { "the corpus of the schema", test_schema_corpus },
};

CHN_SUITE ("format/yaml-read", tests)
