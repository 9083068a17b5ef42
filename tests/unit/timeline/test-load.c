/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of loading: what went into a builder comes out of a row, with names resolved. */
#include "timeline/fixture.h"

static const ChnField text_fields[] = {
  CHN_FIELD_ZONE,   CHN_FIELD_TITLE,  CHN_FIELD_SUMMARY, CHN_FIELD_PLACE,
  CHN_FIELD_SERIES, CHN_FIELD_REPEAT, CHN_FIELD_LABEL,
};
static const char *const texts[] = {
  "America/New_York", "The Third Committee votes", "One.\n\nTwo.", "New York", "third-committee", "FREQ=YEARLY",
  "Committee vote",
};

static void
fill_scalars (ChnEvent *event)
{
  g_autoptr (ChnDate) revised = chn_date_parse ("2018-05-02", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    chn_event_set_text (event, text_fields[i], texts[i], -1);
  chn_event_set_date (event, CHN_FIELD_REVISED, revised);
  chn_event_set_term (event, CHN_FIELD_KIND, 4);
  chn_event_set_term (event, CHN_FIELD_STATUS, CHN_STATUS_CANCELLED);
  chn_event_set_term (event, CHN_FIELD_CONFIDENCE, CHN_CONFIDENCE_REPORTED);
  chn_event_set_term (event, CHN_FIELD_VISIBILITY, CHN_VISIBILITY_RESTRICTED);
  chn_event_set_number (event, CHN_FIELD_IMPORTANCE, 5);
  chn_event_set_number (event, CHN_FIELD_NTH, 70000);
}

static void
fill_lists (ChnEvent *event)
{
  chn_event_add_item (event, CHN_FIELD_FORUMS, "Third Committee", -1);
  chn_event_add_item (event, CHN_FIELD_FORUMS, "un.ga", -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, "a/c.3/69/l.28/rev.1", -1);
  chn_event_add_item (event, CHN_FIELD_SYMBOLS, "A/RES/69/188", -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, "zeal", -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, "accountability", -1);
  chn_event_add_actor (event, "North Korea", -1, 1);
  chn_event_add_actor (event, "usa", -1, 2);
  chn_event_add_relation (event, 1, "coi-report", -1);
  chn_event_add_extra (event, "X-THING", "its value");
  chn_event_add_extra (event, "X-EMPTY", "");
}

static void
fill_compounds (ChnEvent *event)
{
  static const ChnBallot ballots[] = { { "North Korea", CHN_BALLOT_NO }, { "USA", CHN_BALLOT_YES } };
  static const ChnClaim claims[] = { { CHN_FIELD_FORUMS, "Security Council" }, { CHN_FIELD_VOTE, "111-19" } };
  static const ChnClaim more[] = { { CHN_FIELD_DATE, "2014-11" } };
  ChnVote vote = { 111, 19, 55, 8, CHN_METHOD_RECORDED, CHN_RESULT_ADOPTED, 2, ballots, FALSE };
  chn_event_set_vote (event, &vote);
  chn_event_add_citation (event, &(ChnCitation){ "willis", "para 3", "a quotation", "a note", 2, claims,
                                                 CHN_VISIBILITY_RESTRICTED, CHN_VISIBILITY_PRIVATE });
  chn_event_add_citation (event, &(ChnCitation){ "record", NULL, NULL, NULL, 0, NULL, 0, 0 });
  chn_event_add_citation (event, &(ChnCitation){ "willis", NULL, NULL, NULL, 1, more, 0, 0 });
  chn_event_set_position (event, CHN_FIELD_TITLE, 0, 4, 12);
  chn_event_set_position (event, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (2, 0), 9, 70000);
}

static ChnTimeline *
make_timeline (Fixture *fixture)
{
  fixture_init (fixture, NULL);
  fixture_add_source (fixture, "willis", "How careful diplomacy", 2);
  fixture_add_source (fixture, "record", "Record", 3);
  ChnEvent *event = fixture_begin_event (fixture, "ga-c3-vote", "2014-11-18~", 1);
  fill_scalars (event);
  fill_lists (event);
  fill_compounds (event);
  fixture_add (fixture);
  fixture_add_plain (fixture, "coi-report", "2014-02-17", 2);
  return fixture_seal (fixture);
}

static void
test_scalars (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_ID), "ga-c3-vote");
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_DATE), "2014-11-18~");
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_REVISED), "2018-05-02");
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    CHN_ASSERT_STRING (chn_event_get_text (event, text_fields[i]), texts[i]);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_KIND), 4);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_STATUS), CHN_STATUS_CANCELLED);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_CONFIDENCE), CHN_CONFIDENCE_REPORTED);
  CHN_ASSERT_INT (chn_event_get_term (event, CHN_FIELD_VISIBILITY), CHN_VISIBILITY_RESTRICTED);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_IMPORTANCE), 5);
  CHN_ASSERT_INT (chn_event_get_number (event, CHN_FIELD_NTH), 70000);
  ChnDate *date = chn_event_get_date (event, CHN_FIELD_DATE);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  CHN_ASSERT_STRING (chn_date_get_text (date), "2014-11-18~");
  CHN_ASSERT_INT (chn_event_get_bounds (event)->earliest, chn_date_get_bounds (date)->earliest);
  CHN_ASSERT_INT (chn_event_get_bounds (event)->latest, chn_date_get_bounds (date)->latest);
  CHN_ASSERT_INT (chn_event_get_bounds (event)->precision, CHN_PRECISION_DAY);
  CHN_ASSERT_INT (chn_event_get_bounds (event)->flags, CHN_DATE_APPROXIMATE);
}

static void
assert_items (const ChnEvent *event, ChnField field, const char *first, const char *second)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  CU_ASSERT_EQUAL_FATAL (n, 2);
  CHN_ASSERT_STRING (items[0], first);
  CHN_ASSERT_STRING (items[1], second);
}

static void
test_lists (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  assert_items (event, CHN_FIELD_FORUMS, "un.ga.c3", "un.ga");
  assert_items (event, CHN_FIELD_SYMBOLS, "A/C.3/69/L.28/Rev.1", "A/RES/69/188");
  assert_items (event, CHN_FIELD_TAGS, "zeal", "accountability");
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 2);
  CHN_ASSERT_STRING (actors[0].actor, "prk");
  CHN_ASSERT_INT (actors[0].role, 1);
  CHN_ASSERT_STRING (actors[1].actor, "usa");
  CHN_ASSERT_INT (actors[1].role, 2);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 1);
  CHN_ASSERT_STRING (relations[0].target, "coi-report");
  CHN_ASSERT_INT (relations[0].type, 1);
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 2);
  CHN_ASSERT_STRING (extras[0].key, "X-THING");
  CHN_ASSERT_STRING (extras[0].value, "its value");
  CHN_ASSERT_STRING (extras[1].value, "");
}

static void
test_vote (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  const ChnVote *vote = chn_event_get_vote (event);
  CHN_ASSERT_INT (vote->yes, 111);
  CHN_ASSERT_INT (vote->no, 19);
  CHN_ASSERT_INT (vote->abstain, 55);
  CHN_ASSERT_INT (vote->not_voting, 8);
  CHN_ASSERT_INT (vote->method, CHN_METHOD_RECORDED);
  CHN_ASSERT_INT (vote->result, CHN_RESULT_ADOPTED);
  CU_ASSERT_EQUAL_FATAL (vote->n_ballots, 2);
  CHN_ASSERT_STRING (vote->ballots[0].actor, "prk");
  CHN_ASSERT_INT (vote->ballots[0].kind, CHN_BALLOT_NO);
  CHN_ASSERT_STRING (vote->ballots[1].actor, "usa");
}

static void
test_citations (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 3);
  CHN_ASSERT_STRING (citations[0].source, "willis");
  CHN_ASSERT_STRING (citations[0].at, "para 3");
  CHN_ASSERT_STRING (citations[0].quote, "a quotation");
  CHN_ASSERT_STRING (citations[0].note, "a note");
  CHN_ASSERT_INT (citations[0].visibility, CHN_VISIBILITY_RESTRICTED);
  CHN_ASSERT_INT (citations[0].note_visibility, CHN_VISIBILITY_PRIVATE);
  CU_ASSERT_EQUAL_FATAL (citations[0].n_claims, 2);
  CHN_ASSERT_INT (citations[0].claims[0].field, CHN_FIELD_FORUMS);
  CHN_ASSERT_STRING (citations[0].claims[0].value, "un.sc");
  CHN_ASSERT_STRING (citations[0].claims[1].value, "111-19");
  CHN_ASSERT_INT (citations[1].n_claims, 0);
  CU_ASSERT_PTR_NULL (citations[1].at);
  CU_ASSERT_EQUAL_FATAL (citations[2].n_claims, 1);
  CHN_ASSERT_STRING (citations[2].claims[0].value, "2014-11");
}

static void
test_positions (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  guint n = 0;
  const ChnPosition *positions = chn_event_get_positions (event, &n);
  CU_ASSERT_EQUAL_FATAL (n, 3);
  CHN_ASSERT_INT (positions[0].line, 10);
  CHN_ASSERT_INT (positions[1].field, CHN_FIELD_TITLE);
  CHN_ASSERT_INT (positions[2].index, CHN_POSITION_CLAIM (2, 0));
  CHN_ASSERT_INT (positions[2].column, 70000);
}

static void
test_event_is_reused (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (ChnTimeline) timeline = make_timeline (&fixture);
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (timeline, 1, event);
  chn_timeline_load (timeline, 0, event);
  guint n = 9;
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_ID), "coi-report");
  CU_ASSERT_PTR_NULL (chn_event_get_text (event, CHN_FIELD_SUMMARY));
  chn_event_get_citations (event, &n);
  CHN_ASSERT_INT (n, 0);
  CU_ASSERT_FALSE (chn_vote_is_present (chn_event_get_vote (event)));
  CHN_ASSERT_STRING (chn_date_get_text (chn_event_get_date (event, CHN_FIELD_DATE)), "2014-02-17");
}

static const ChnTest tests[] = {
  { "text, dates, terms and numbers come back", test_scalars },
  { "lists come back in order, names resolved", test_lists },
  { "a vote comes back with its roll call", test_vote },
  { "citations come back, each with its own claims", test_citations },
  { "positions come back", test_positions },
  { "an event can be loaded again", test_event_is_reused },
};

CHN_SUITE ("timeline/load", tests)
