/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the builder: origins and headers, sources, own names, and the bounds at N and N + 1. */
#include <string.h>

#include "timeline/fixture.h"

static void
test_origins (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  ChnTimelineBuilder *builder = fixture.builder;
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "dprk");
  chn_timeline_builder_set_header (builder, CHN_HEADER_ZONE, "America/New_York");
  chn_timeline_builder_add_query (builder, "brief", "importance:4..");
  fixture_add_plain (&fixture, "later", "2015", 1);
  chn_timeline_builder_begin (builder, "b.yaml");
  chn_timeline_builder_begin (builder, "c.yaml");
  chn_timeline_builder_set_header (builder, CHN_HEADER_TIMELINE, "dprk");
  chn_timeline_builder_add_query (builder, "votes", "kind:vote");
  chn_timeline_builder_add_query (builder, "tests", "kind:test");
  fixture_add_plain (&fixture, "earlier", "2014", 1);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  CU_ASSERT_EQUAL_FATAL (chn_timeline_get_n_origins (timeline), 3);
  CHN_ASSERT_INT (chn_timeline_get_origin (timeline, 0), 2);
  CHN_ASSERT_INT (chn_timeline_get_origin (timeline, 1), 0);
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 0, CHN_HEADER_TIMELINE), "dprk");
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 2, CHN_HEADER_TIMELINE), "dprk");
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE), "a.yaml");
  CHN_ASSERT_STRING (chn_timeline_get_header (timeline, 1, CHN_HEADER_FILE), "b.yaml");
  CU_ASSERT_PTR_NULL (chn_timeline_get_header (timeline, 2, CHN_HEADER_ZONE));
  guint n[3] = { 9, 9, 9 };
  CHN_ASSERT_STRING (chn_timeline_get_queries (timeline, 0, &n[0])[0].text, "importance:4..");
  chn_timeline_get_queries (timeline, 1, &n[1]);
  CHN_ASSERT_STRING (chn_timeline_get_queries (timeline, 2, &n[2])[1].name, "tests");
  CHN_ASSERT_INT (n[0] * 100 + n[1] * 10 + n[2], 102);
}

static void
test_empty (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  guint row = 7;
  CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), 0);
  CHN_ASSERT_INT (chn_timeline_get_n_sources (timeline), 0);
  CU_ASSERT_FALSE (chn_timeline_find (timeline, "a", &row));
  CHN_ASSERT_INT (row, 7);
  CU_ASSERT_PTR_NULL (chn_timeline_suggest (timeline, "a"));
  CU_ASSERT_PTR_NULL (chn_timeline_find_source (timeline, "a"));
  CU_ASSERT_PTR_EQUAL (chn_timeline_get_registry (timeline), fixture.registry);
}

static void
test_without_begin (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  chn_timeline_builder_free (fixture.builder);
  fixture.builder = chn_timeline_builder_new (fixture.registry, fixture.report, NULL);
  fixture_add_plain (&fixture, "a", "2014", 1);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  CHN_ASSERT_INT (chn_timeline_get_n_origins (timeline), 1);
  CU_ASSERT_PTR_NULL (chn_timeline_get_header (timeline, 0, CHN_HEADER_FILE));
}

static void
test_sources (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  fixture_add_source (&fixture, "willis", "How careful diplomacy", 2);
  fixture_add_source (&fixture, "record", "Record", 3);
  fixture_add_source (&fixture, "willis", "How careful diplomacy", 8);
  ChnSource full = { { NULL } };
  full.text[CHN_SOURCE_KEY] = "full";
  full.text[CHN_SOURCE_DATE] = "2017-01~";
  full.text[CHN_SOURCE_SYMBOL] = "a/res/69/188";
  full.text[CHN_SOURCE_URL] = "";
  chn_timeline_builder_add_source (fixture.builder, &full, 9, 1);
  chn_timeline_builder_add_source (fixture.builder, &full, 10, 1);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  CU_ASSERT_EQUAL_FATAL (chn_timeline_get_n_sources (timeline), 3);
  static const char *const keys[] = { "full", "record", "willis" };
  for (guint i = 0; i < 3; i++)
    CHN_ASSERT_STRING (chn_timeline_get_source (timeline, i)->text[CHN_SOURCE_KEY], keys[i]);
  const ChnSource *found = chn_timeline_find_source (timeline, "full");
  CU_ASSERT_PTR_NOT_NULL_FATAL (found);
  CHN_ASSERT_STRING (found->text[CHN_SOURCE_SYMBOL], "A/RES/69/188");
  CHN_ASSERT_STRING (found->text[CHN_SOURCE_DATE], "2017-01~");
  CU_ASSERT_PTR_NULL (found->text[CHN_SOURCE_URL]);
  CU_ASSERT_PTR_NULL (chn_timeline_find_source (timeline, "ful"));
  CU_ASSERT_PTR_NULL (chn_timeline_find_source (timeline, "fuller"));
}

static void
test_own_names (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (fixture.builder);
  CU_ASSERT_PTR_EQUAL (chn_timeline_builder_get_names (fixture.builder), names);
  CU_ASSERT (chn_registry_builder_add_actor (names, CHN_ACTOR_PERSON, "cardarelli", "Eva Cardarelli", NULL, NULL));
  chn_event_add_actor (fixture_begin_event (&fixture, "a", "2014", 1), "Eva Cardarelli", -1, 0);
  chn_event_add_actor (fixture.event, "North Korea", -1, 0);
  fixture_add (&fixture);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  chn_timeline_load (timeline, 0, fixture.event);
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (fixture.event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 2);
  CHN_ASSERT_STRING (actors[0].actor, "cardarelli");
  CHN_ASSERT_STRING (actors[1].actor, "prk");
  CU_ASSERT_PTR_EQUAL (chn_registry_get_base (chn_timeline_get_registry (timeline)), fixture.registry);
}

static void
test_names_are_meant_as_of_the_date (void)
{
  static const char *const dates[] = { "1971-10-24", "1971-10-25" };
  static const char *const bearers[] = { "twn", "chn" };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, NULL);
    chn_event_add_actor (fixture_begin_event (&fixture, "a", dates[i], 1), "Seat of China", -1, 0);
    fixture_add (&fixture);
    g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
    chn_timeline_load (timeline, 0, fixture.event);
    guint n = 0;
    CHN_ASSERT_STRING (chn_event_get_actors (fixture.event, &n)[0].actor, bearers[i]);
  }
}

/* Gives an event a list of n items, or a text of n bytes. */
typedef void (*Fill) (ChnEvent *event, guint n);

static void
fill_tags (ChnEvent *event, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_event_add_item (event, CHN_FIELD_TAGS, &"tags"[i % 4], -1);
}

static void
fill_actors (ChnEvent *event, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_event_add_actor (event, "prk", -1, i);
}

static void
fill_relations (ChnEvent *event, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_event_add_relation (event, i, "other", -1);
}

static void
fill_citations (ChnEvent *event, guint n)
{
  ChnCitation citation = { .source = "willis" };
  for (guint i = 0; i < n; i++)
    chn_event_add_citation (event, &citation);
}

static void
fill_claims (ChnEvent *event, guint n)
{
  g_autofree ChnClaim *claims = g_new (ChnClaim, n);
  for (guint i = 0; i < n; i++)
    claims[i] = (ChnClaim){ CHN_FIELD_PLACE, "Geneva" };
  ChnCitation citation = { .source = "willis", .n_claims = n, .claims = claims };
  chn_event_add_citation (event, &citation);
}

static void
fill_extras (ChnEvent *event, guint n)
{
  for (guint i = 0; i < n; i++)
    chn_event_add_extra (event, "key", "value");
}

static void
fill_ballots (ChnEvent *event, guint n)
{
  static const ChnBallot ballots[] = {
    { "prk", CHN_BALLOT_NO },
    { "usa", CHN_BALLOT_YES },
    { "chn", CHN_BALLOT_NO },
    { "cod", CHN_BALLOT_YES },
  };
  ChnVote vote = { 1, 1, 0, -1, CHN_METHOD_RECORDED, CHN_RESULT_NONE, n, ballots, FALSE };
  chn_event_set_vote (event, &vote);
}

static void
fill_title (ChnEvent *event, guint n)
{
  g_autofree char *text = g_strnfill (n, 'x');
  chn_event_set_text (event, CHN_FIELD_TITLE, text, -1);
  chn_event_set_position (event, CHN_FIELD_TITLE, 0, 2, 2);
}

static void
fill_quote (ChnEvent *event, guint n)
{
  g_autofree char *text = g_strnfill (n, 'x');
  ChnCitation citation = { .source = "willis", .quote = text };
  chn_event_add_citation (event, &citation);
}

static guint
count_findings (const ChnLimits *limits, Fill fill, guint n, const char *code)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, limits);
  fixture_add_source (&fixture, "willis", "A title", 1);
  fixture_add_plain (&fixture, "other", "2013", 1);
  fill (fixture_begin_event (&fixture, "a", "2014", 2), n);
  fixture_add (&fixture);
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&fixture.builder), NULL);
  guint found = chn_report_get_n_findings (fixture.report);
  CU_ASSERT ((timeline == NULL) == (found > 0));
  for (guint i = 0; i < found; i++)
    CHN_ASSERT_STRING (chn_report_get_finding (fixture.report, i)->code, code);
  return found;
}

static void
test_bounds_of_values (void)
{
  static const struct {
    Fill fill;
    ChnLimit limit;
    guint bound;
    const char *code;
  } cases[] = {
    { fill_tags, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_actors, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_relations, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_citations, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_claims, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_extras, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_ballots, CHN_LIMIT_ITEMS, 3, "too-many-items" },
    { fill_title, CHN_LIMIT_TEXT, 20, "too-long" },
    { fill_quote, CHN_LIMIT_TEXT, 20, "too-long" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ChnLimits limits = *chn_limits_get_default ();
    limits.value[cases[i].limit] = cases[i].bound;
    guint at = count_findings (&limits, cases[i].fill, cases[i].bound, cases[i].code);
    guint past = count_findings (&limits, cases[i].fill, cases[i].bound + 1, cases[i].code);
    if (at != 0 || past != 1)
      CHN_FAIL ("case %u: %u findings at the bound, %u past it", i, at, past);
  }
}

static void
test_bound_of_events (void)
{
  for (guint n = 3; n <= 6; n++) {
    g_auto (Fixture) fixture = { 0 };
    ChnLimits limits = *chn_limits_get_default ();
    limits.value[CHN_LIMIT_EVENTS] = 3;
    fixture_init (&fixture, &limits);
    for (guint i = 0; i < n; i++) {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      fixture_add_plain (&fixture, id, "2014", i + 1);
    }
    g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (g_steal_pointer (&fixture.builder), NULL);
    CU_ASSERT ((timeline != NULL) == (n == 3));
    CHN_ASSERT_INT (chn_report_get_n_findings (fixture.report), n > 3);
    if (n > 3) {
      CHN_ASSERT_STRING (chn_report_get_finding (fixture.report, 0)->code, "too-many-events");
      CHN_ASSERT_INT (chn_report_get_finding (fixture.report, 0)->line, 40);
    }
  }
}

static void
test_headers_are_found (void)
{
  for (guint i = 0; i < CHN_N_HEADER_FIELDS; i++) {
    const char *name = chn_header_field_get_name ((ChnHeaderField) i);
    CHN_ASSERT_INT (chn_header_field_find (name, -1), i == CHN_HEADER_FILE ? -1 : (int) i);
    CHN_ASSERT_INT (chn_header_field_find (name, (gssize) strlen (name) - 1), -1);
  }
}

static const ChnTest tests[] = {
  { "each origin has its headers and queries", test_origins },
  { "a timeline may be empty", test_empty },
  { "events may come without an origin", test_without_begin },
  { "sources are kept by key, once each", test_sources },
  { "a timeline has names of its own", test_own_names },
  { "names are meant as of the date", test_names_are_meant_as_of_the_date },
  { "values are bounded", test_bounds_of_values },
  { "events are bounded", test_bound_of_events },
  { "header fields are found by name", test_headers_are_found },
};

CHN_SUITE ("timeline/builder", tests)
