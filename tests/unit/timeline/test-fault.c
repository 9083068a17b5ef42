/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of faults: each code of the table, at its place, and all of them in one run. */
#include <string.h>

#include <chancery/chancery.h>

#include "timeline/fault.h"
#include "timeline/fixture.h"

typedef void (*Provoke) (Fixture *fixture);

static void
missing_id (Fixture *f)
{
  chn_event_set_text (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_ID, NULL, -1);
  fixture_add (f);
}

static void
missing_date (Fixture *f)
{
  chn_event_set_date (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_DATE, NULL);
  fixture_add (f);
}

static void
missing_title (Fixture *f)
{
  chn_event_set_text (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_TITLE, "", -1);
  fixture_add (f);
}

static void
bad_id (Fixture *f)
{
  fixture_add_plain (f, "GA 69/188", "2014", 1);
}

static void
duplicate_id (Fixture *f)
{
  fixture_add_plain (f, "a", "2014", 7);
  chn_timeline_builder_begin (f->builder, "b.yaml");
  fixture_add_plain (f, "a", "2015", 1);
}

static void
duplicate_uid (Fixture *f)
{
  static const char *const ids[] = { "a", "b" };
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    ChnEvent *event = fixture_begin_event (f, ids[i], "2014", 7);
    chn_event_add_extra (event, "UID", "u@x");
    fixture_add (f);
  }
}

static void
bad_zone (Fixture *f)
{
  ChnEvent *event = fixture_begin_event (f, "a", "2014", 3);
  chn_event_set_text (event, CHN_FIELD_ZONE, "Europe/Geneva", -1);
  chn_event_set_position (event, CHN_FIELD_ZONE, 0, 1, 9);
  fixture_add (f);
}

static void
bad_term (Fixture *f)
{
  chn_event_set_term (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_KIND, 250);
  fixture_add (f);
}

static void
bad_importance (Fixture *f)
{
  chn_event_set_number (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_IMPORTANCE, 6);
  fixture_add (f);
}

static void
empty_item (Fixture *f)
{
  chn_event_add_item (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_TAGS, "", -1);
  fixture_add (f);
}

static void
unknown_actor (Fixture *f)
{
  ChnEvent *event = fixture_begin_event (f, "a", "2014", 1);
  chn_event_add_actor (event, "usa", -1, 0);
  chn_event_add_actor (event, "Ruritania", -1, 0);
  chn_event_set_position (event, CHN_FIELD_ACTORS, 1, 6, 2);
  fixture_add (f);
}

static void
ambiguous_actor (Fixture *f)
{
  chn_event_add_actor (fixture_begin_event (f, "a", "2014", 1), "Congo", -1, 0);
  fixture_add (f);
}

static void
unknown_forum (Fixture *f)
{
  chn_event_add_item (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_FORUMS, "un.secco", -1);
  fixture_add (f);
}

static void
ambiguous_forum (Fixture *f)
{
  chn_event_add_item (fixture_begin_event (f, "a", "2014", 1), CHN_FIELD_FORUMS, "Plenary", -1);
  fixture_add (f);
}

static void
duplicate_ballot (Fixture *f)
{
  const ChnBallot ballots[] = { { "prk", CHN_BALLOT_NO },
                                { "usa", CHN_BALLOT_YES },
                                { "North Korea", CHN_BALLOT_YES } };
  ChnVote vote = { 1, 1, 0, -1, CHN_METHOD_RECORDED, CHN_RESULT_NONE, 3, ballots, FALSE };
  ChnEvent *event = fixture_begin_event (f, "a", "2014", 1);
  chn_event_set_vote (event, &vote);
  chn_event_set_position (event, CHN_FIELD_VOTE, 3, 8, 4);
  fixture_add (f);
}

static void
unknown_target (Fixture *f)
{
  fixture_add_plain (f, "coi-report", "2013", 9);
  chn_event_add_relation (fixture_begin_event (f, "a", "2014", 1), 1, "coi-reprot", -1);
  fixture_add (f);
}

static void
self_relation (Fixture *f)
{
  chn_event_add_relation (fixture_begin_event (f, "a", "2014", 1), 1, "a", -1);
  fixture_add (f);
}

static void
unknown_source (Fixture *f)
{
  fixture_add_source (f, "willis-2017", "A title", 2);
  ChnCitation citation = { .source = "wilis-2017" };
  chn_event_add_citation (fixture_begin_event (f, "a", "2014", 1), &citation);
  fixture_add (f);
}

static void
duplicate_source (Fixture *f)
{
  fixture_add_source (f, "willis", "A title", 2);
  fixture_add_source (f, "willis", "A title", 3);
  fixture_add_source (f, "willis", "Another title", 4);
}

static void
source_without_key (Fixture *f)
{
  fixture_add_source (f, "", "A title", 4);
}

static void
source_with_bad_date (Fixture *f)
{
  ChnSource source = { { NULL } };
  source.text[CHN_SOURCE_KEY] = "k";
  source.text[CHN_SOURCE_DATE] = "2014-9";
  g_autofree char *title = g_strnfill (5000, 'x'); /* makes the texts move, the name of the file among them */
  source.text[CHN_SOURCE_TITLE] = title;
  chn_timeline_builder_add_source (f->builder, &source, 4, 1);
}

static void
cite_with_claim (Fixture *f, ChnField field, const char *value)
{
  fixture_add_source (f, "willis", "A title", 2);
  const ChnClaim claims[] = { { CHN_FIELD_PLACE, "Geneva" }, { field, value } };
  ChnCitation citation = { .source = "willis", .n_claims = 2, .claims = claims };
  ChnEvent *event = fixture_begin_event (f, "a", "2014", 1);
  chn_event_add_citation (event, &citation);
  chn_event_set_position (event, CHN_FIELD_SOURCES, 0, 5, 1);
  chn_event_set_position (event, CHN_FIELD_SOURCES, CHN_POSITION_CLAIM (0, 1), 7, 11);
  fixture_add (f);
}

static void
bad_claim (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_DATE, "Sept 2014");
}

static void
bad_claimed_vote (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_VOTE, "forty");
}

static void
empty_claim (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_FORUMS, "");
}

static void
claimed_forum (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_FORUMS, "un.secco");
}

static void
claimed_actor (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_ACTORS, "Ruritania");
}

static void
claim_field (Fixture *f)
{
  cite_with_claim (f, CHN_FIELD_ID, "b");
}

static void
bad_timeline_id (Fixture *f)
{
  chn_timeline_builder_set_header (f->builder, CHN_HEADER_TIMELINE, "DPRK rights");
  chn_timeline_builder_position_header (f->builder, CHN_HEADER_TIMELINE, 1, 11);
}

static void
bad_header_zone (Fixture *f)
{
  chn_timeline_builder_set_header (f->builder, CHN_HEADER_ZONE, "../../etc/passwd");
  chn_timeline_builder_position_header (f->builder, CHN_HEADER_ZONE, 3, 7);
}

static void
bad_revised (Fixture *f)
{
  chn_timeline_builder_set_header (f->builder, CHN_HEADER_REVISED, "18 November 2014");
  chn_timeline_builder_position_header (f->builder, CHN_HEADER_REVISED, 3, 10);
}

static void
bad_names (Fixture *f)
{
  ChnRegistryBuilder *names = chn_timeline_builder_get_names (f->builder);
  chn_registry_builder_add_actor (names, CHN_ACTOR_GROUP, "friends", "Friends", NULL, NULL);
  chn_registry_builder_add_member (names, "friends", &(ChnMembership){ .actor = "nobody-at-all" });
}

static const struct {
  const char *code;
  Provoke provoke;
  guint line, column;
  const char *contains; /* of message or hint */
} rows[] = {
  { "missing-id", missing_id, 10, 5, "no id" },
  { "missing-date", missing_date, 10, 5, "EDTF" },
  { "missing-title", missing_title, 10, 5, "no title" },
  { "bad-id", bad_id, 10, 5, "ga-69-188" },
  { "duplicate-id", duplicate_id, 10, 5, "a.yaml:70:5" },
  { "duplicate-uid", duplicate_uid, 70, 5, "the event \"a\" at a.yaml:70:5" },
  { "bad-zone", bad_zone, 1, 9, "Europe/Geneva" },
  { "bad-term", bad_term, 10, 5, "kind" },
  { "bad-importance", bad_importance, 10, 5, "5" },
  { "empty-item", empty_item, 10, 5, "tags" },
  { "unknown-actor", unknown_actor, 6, 2, "Ruritania" },
  { "ambiguous-actor", ambiguous_actor, 10, 5, "Congo" },
  { "unknown-forum", unknown_forum, 10, 5, "un.secco" },
  { "ambiguous-forum", ambiguous_forum, 10, 5, "Plenary" },
  { "duplicate-ballot", duplicate_ballot, 8, 4, "prk" },
  { "unknown-target", unknown_target, 10, 5, "did you mean \"coi-report\"?" },
  { "self-relation", self_relation, 10, 5, "itself" },
  { "unknown-source", unknown_source, 10, 5, "did you mean \"willis-2017\"?" },
  { "duplicate-source", duplicate_source, 4, 3, "a.yaml:2:3" },
  { "bad-source", source_without_key, 4, 3, "no key" },
  { "bad-source", source_with_bad_date, 4, 1, "2014-09" },
  { "bad-claim", bad_claim, 7, 11, "date" },
  { "bad-claim", bad_claimed_vote, 7, 11, "consensus" },
  { "bad-claim", empty_claim, 7, 11, "empty" },
  { "unknown-forum", claimed_forum, 7, 11, "un.secco" },
  { "unknown-actor", claimed_actor, 7, 11, "Ruritania" },
  { "claim-field", claim_field, 7, 11, "id" },
  { "bad-timeline-id", bad_timeline_id, 1, 11, "DPRK rights" },
  { "bad-zone", bad_header_zone, 3, 7, "passwd" },
  { "bad-revised", bad_revised, 3, 10, "2014-11-18" },
  { "bad-names", bad_names, 0, 0, "nobody-at-all" },
};

static void
assert_finding (const ChnReport *report, guint i)
{
  if (chn_report_get_n_findings (report) != 1) {
    CHN_FAIL ("%s (row %u): %u findings", rows[i].code, i, chn_report_get_n_findings (report));
    return;
  }
  const ChnFinding *finding = chn_report_get_finding (report, 0);
  g_autofree char *line = chn_finding_dup_line (finding);
  if (strcmp (finding->code, rows[i].code) != 0 || finding->line != rows[i].line ||
      finding->column != rows[i].column || !strstr (line, rows[i].contains) || !finding->file ||
      finding->severity != CHN_SEVERITY_ERROR)
    CHN_FAIL ("expected %s at %u:%u with \"%s\", found %s", rows[i].code, rows[i].line, rows[i].column,
              rows[i].contains, line);
}

static void
test_each_fault (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, NULL);
    rows[i].provoke (&fixture);
    fixture_refuse (&fixture);
    assert_finding (fixture.report, i);
  }
}

typedef struct {
  const char *text, *kept;
  const char *code; /* NULL: nothing is noted */
  ChnSeverity severity;
  const char *contains;
} Symbol;

static const Symbol symbols[] = {
  { "a/res/69/188", "A/RES/69/188", NULL, CHN_SEVERITY_NOTE, NULL },
  { "S/RES/72/188", "S/RES/72/188", "bad-symbol", CHN_SEVERITY_WARNING, "write A/RES/72/188" },
  { "69/188", "69/188", "bad-symbol", CHN_SEVERITY_WARNING, "write A/RES/69/188" },
  { "H.R. 1771", "H.R. 1771", "unknown-symbol", CHN_SEVERITY_NOTE, "kept as it stands" },
  { "Z\303\274rich/1", "Z\303\274rich/1", "unknown-symbol", CHN_SEVERITY_NOTE, "kept as it stands" },
  { "UNSCR 2397", "S/RES/2397", "informal-symbol", CHN_SEVERITY_NOTE, "write S/RES/2397" },
};

static void
check_noted (const ChnReport *report, const Symbol *symbol, guint line, guint column)
{
  CHN_ASSERT_INT (chn_report_get_n_findings (report), symbol->code ? 1 : 0);
  if (!symbol->code || chn_report_get_n_findings (report) == 0)
    return;
  const ChnFinding *finding = chn_report_get_finding (report, 0);
  g_autofree char *text = chn_finding_dup_line (finding);
  CHN_ASSERT_STRING (finding->code, symbol->code);
  CHN_ASSERT_INT (finding->severity, symbol->severity);
  CHN_ASSERT_INT (finding->line, line);
  CHN_ASSERT_INT (finding->column, column);
  if (!strstr (text, symbol->contains))
    CHN_FAIL ("%s: %s", symbol->text, text);
}

/* A symbol that is unknown is no error: it is kept, and noted where it stands. */
static void
test_symbols_are_kept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_auto (Fixture) f = { 0 };
    fixture_init (&f, NULL);
    ChnEvent *event = fixture_begin_event (&f, "a", "2014", 1);
    chn_event_add_item (event, CHN_FIELD_SYMBOLS, symbols[i].text, -1);
    chn_event_set_position (event, CHN_FIELD_SYMBOLS, 0, 3, 15);
    fixture_add (&f);
    g_autoptr (ChnTimeline) timeline = fixture_seal (&f);
    check_noted (f.report, &symbols[i], 3, 15);
    chn_timeline_load (timeline, 0, f.event);
    guint n = 0;
    const char *const *kept = chn_event_get_items (f.event, CHN_FIELD_SYMBOLS, &n);
    CU_ASSERT_FATAL (n == 1);
    CHN_ASSERT_STRING (kept[0], symbols[i].kept);
  }
}

static void
test_symbols_of_sources_are_kept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++) {
    g_auto (Fixture) f = { 0 };
    fixture_init (&f, NULL);
    ChnSource source = { { NULL } };
    source.text[CHN_SOURCE_KEY] = "k";
    source.text[CHN_SOURCE_SYMBOL] = symbols[i].text;
    chn_timeline_builder_add_source (f.builder, &source, 4, 1);
    chn_timeline_builder_add_source (f.builder, &source, 9, 1);
    fixture_add_plain (&f, "a", "2014", 1);
    g_autoptr (ChnTimeline) timeline = fixture_seal (&f);
    check_noted (f.report, &symbols[i], 4, 1);
    const ChnSource *kept = chn_timeline_find_source (timeline, "k");
    CU_ASSERT_PTR_NOT_NULL_FATAL (kept);
    CHN_ASSERT_STRING (kept->text[CHN_SOURCE_SYMBOL], symbols[i].kept);
  }
}

static void
test_table_is_covered (void)
{
  static const char *const kept[] = { "bad-symbol", "unknown-symbol", "informal-symbol" };
  static const char *const bounds[] = { "too-long",       "too-many-items", "too-many-events", "dropped",
                                        "outside-target", "duplicate-item", "duplicate-file" };
  guint n = 0;
  const ChnFault *faults = chn_timeline_get_faults (&n);
  CHN_ASSERT_INT (n, CHN_N_FAULTS);
  for (guint i = 0; i < n; i++) {
    gboolean found = FALSE;
    for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
      found = found || strcmp (rows[k].code, faults[i].code) == 0;
    for (guint k = 0; k < G_N_ELEMENTS (kept); k++) /* see the table of symbols */
      found = found || strcmp (kept[k], faults[i].code) == 0;
    for (guint k = 0; k < G_N_ELEMENTS (bounds);
         k++) /* see the suites of the builder, of excerpts and of what is twice */
      found = found || strcmp (bounds[k], faults[i].code) == 0;
    if (!found || !faults[i].note)
      CHN_FAIL ("%s is not tried", faults[i].code);
    for (guint k = 0; k < i; k++)
      CU_ASSERT (strcmp (faults[k].code, faults[i].code) != 0);
  }
}

static void
test_all_in_one_run (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("e%u", i);
    ChnEvent *event = fixture_begin_event (&fixture, id, "2014", 3 - i);
    chn_event_add_actor (event, "Ruritania", -1, 0);
    chn_event_add_item (event, CHN_FIELD_FORUMS, "un.secco", -1);
    chn_event_set_number (event, CHN_FIELD_IMPORTANCE, 9);
    chn_event_add_relation (event, 1, "nothing", -1);
    fixture_add (&fixture);
  }
  fixture_refuse (&fixture);
  CU_ASSERT_EQUAL_FATAL (chn_report_get_n_findings (fixture.report), 12);
  for (guint i = 0; i < 12; i++)
    CHN_ASSERT_INT (chn_report_get_finding (fixture.report, i)->line, 10 * (i / 4 + 1));
}

static void
test_reader_speaks_first (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  ChnEvent *event = fixture_begin_event (&fixture, "a", "2014", 1);
  chn_event_set_date (event, CHN_FIELD_DATE, NULL);
  chn_event_set_position (event, CHN_FIELD_DATE, 0, 4, 7);
  fixture_add (&fixture);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  CHN_ASSERT_INT (chn_report_get_n_findings (fixture.report), 0);
  CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), 1);
}

static void
test_nonsense_ends_soon (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *id = g_strdup_printf ("e%u", i);
    g_autofree char *name = g_strdup_printf ("nonsense %u", i * 7919);
    chn_event_add_actor (fixture_begin_event (&fixture, id, "2014", i + 1), name, -1, 0);
    fixture_add (&fixture);
  }
  fixture_refuse (&fixture);
  guint n = chn_report_count (fixture.report, CHN_SEVERITY_ERROR);
  CU_ASSERT (n > 1000 && n < 1100);
}

static gboolean
append (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

/* What is written of it has no fault: whoever reads that need not go on over any. */
static void
check_written (const Fixture *fixture, const ChnTimeline *timeline, const char *format, const char *code)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_auto (ChnRows) all = { 0 };
  ChnTimelineBuilder *builder = chn_timeline_builder_new (fixture->registry, report, NULL);
  chn_rows_all (timeline, &all);
  CU_ASSERT_TRUE (chn_format_write (chn_format_find (format, NULL), timeline, &all, NULL, NULL, append, out, NULL));
  CU_ASSERT_TRUE (chn_format_read (chn_format_find (format, NULL), out->str, out->len, "out", builder, NULL));
  g_autoptr (ChnTimeline) again = chn_timeline_builder_seal (builder, NULL);
  if (!again)
    CHN_FAIL ("%s in %s: %s\n%s", code, format, chn_report_get_finding (report, 0)->message, out->str);
}

/* With each fault a timeline is made nevertheless, and it can be read from end to end. */
static void
test_each_fault_is_left_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fixture) fixture = { 0 };
    fixture_init (&fixture, NULL);
    chn_timeline_builder_set_keep_going (fixture.builder, TRUE);
    fixture_add_plain (&fixture, "bystander", "2013", 9);
    rows[i].provoke (&fixture);
    g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
    CHN_ASSERT_INT (chn_report_count (fixture.report, CHN_SEVERITY_ERROR), 0);
    CHN_ASSERT_STRING (chn_report_get_finding (fixture.report, 0)->code, rows[i].code);
    for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
      chn_timeline_load (timeline, row, fixture.event);
      CU_ASSERT_PTR_NOT_NULL (chn_event_get_text (fixture.event, CHN_FIELD_ID));
      CU_ASSERT_PTR_NOT_NULL (chn_event_get_date (fixture.event, CHN_FIELD_DATE));
    }
    static const char *const formats[] = { "json", "csv", "ics", "yaml" };
    for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
      check_written (&fixture, timeline, formats[k], rows[i].code);
  }
}

/* What is right about an event stays, and claims go on speaking of their citation. */
static void
test_the_rest_stays (void)
{
  g_auto (Fixture) fixture = { 0 };
  fixture_init (&fixture, NULL);
  chn_timeline_builder_set_keep_going (fixture.builder, TRUE);
  fixture_add_plain (&fixture, "Not a slug", "2013", 1);
  fixture_add_source (&fixture, "known", "Known", 2);
  ChnEvent *event = fixture_begin_event (&fixture, "a", "2014", 2);
  ChnClaim claims[] = { { CHN_FIELD_PLACE, "Geneva" }, { CHN_FIELD_ACTORS, "Ruritania" } };
  chn_event_add_actor (event, "Ruritania", -1, 0);
  chn_event_add_actor (event, "North Korea", -1, 1);
  chn_event_add_relation (event, 1, "b", -1);
  chn_event_add_relation (event, 1, "Not a slug", -1);
  chn_event_add_relation (event, 1, "nothing", -1);
  chn_event_add_citation (event, &(ChnCitation){ .source = "unknown", .n_claims = 1, .claims = claims });
  chn_event_add_citation (event, &(ChnCitation){ .source = "known", .n_claims = 2, .claims = claims });
  fixture_add (&fixture);
  fixture_add_plain (&fixture, "b", "2012", 3);
  g_autoptr (ChnTimeline) timeline = fixture_seal (&fixture);
  guint row = 0, n = 0;
  CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), 2);
  CU_ASSERT_TRUE_FATAL (chn_timeline_find (timeline, "a", &row));
  chn_timeline_load (timeline, row, event);
  CHN_ASSERT_STRING (chn_event_get_actors (event, &n)->actor, "prk");
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (chn_event_get_relations (event, &n)->target, "b");
  CHN_ASSERT_INT (n, 1);
  const ChnCitation *citation = chn_event_get_citations (event, &n);
  CHN_ASSERT_INT (n, 1);
  CHN_ASSERT_STRING (citation->source, "known");
  CHN_ASSERT_INT (citation->n_claims, 1);
  CHN_ASSERT_STRING (citation->claims[0].value, "Geneva");
}

static const ChnTest tests[] = {
  { "each fault is found at its place", test_each_fault },
  { "every row of the table is tried", test_table_is_covered },
  { "symbols of events are kept", test_symbols_are_kept },
  { "symbols of sources are kept", test_symbols_of_sources_are_kept },
  { "all faults come in one run, in the order of their places", test_all_in_one_run },
  { "what a reader has reported is not reported again", test_reader_speaks_first },
  { "reading on leaves each fault out", test_each_fault_is_left_out },
  { "reading on keeps what is right", test_the_rest_stays },
  { "a file of nonsense is given up", test_nonsense_ends_soon },
};

CHN_SUITE ("timeline/fault", tests)
