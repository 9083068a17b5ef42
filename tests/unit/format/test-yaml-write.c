/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The canonical writer: what comes back is what went in, byte for byte the second time. */
#include <string.h>

#include "format/yaml-sample.h"

static char *
load_file (const char *variable, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv (variable), name, NULL);
  char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, &error))
    CHN_FAIL ("%s", error->message);
  return text;
}

static void
check_fixpoint (const char *text)
{
  g_autoptr (ChnTimeline) first = sample_timeline (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (first);
  g_autofree char *once = sample_write (first);
  g_autoptr (ChnTimeline) second = sample_timeline (once);
  CU_ASSERT_PTR_NOT_NULL_FATAL (second);
  g_autofree char *twice = sample_write (second);
  CHN_ASSERT_STRING (twice, once);
}

static void
test_fixpoint (void)
{
  static const char *const names[] = { "schema/valid/whole.yaml", "schema/valid/minimal.yaml",
                                       "schema/valid/anchors.yaml" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = load_file ("CHANCERY_TEST_CORPUS", names[i]);
    check_fixpoint (text);
  }
}

/* A file as the writer spells it: reading and writing it changes nothing. */
static void
test_canonical (void)
{
  g_autofree char *text = load_file ("CHANCERY_TEST_CORPUS", "canonical/sample.yaml");
  g_autoptr (ChnTimeline) timeline = sample_timeline (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *written = sample_write (timeline);
  CHN_ASSERT_STRING (written, text);
}

static guint
count_lines_apart (const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1);
  g_auto (GStrv) y = g_strsplit (b, "\n", -1);
  guint n = 0;
  CHN_ASSERT_INT (g_strv_length (x), g_strv_length (y));
  for (guint i = 0; x[i] && y[i]; i++)
    n += strcmp (x[i], y[i]) != 0;
  return n;
}

static void
test_one_line_diff (void)
{
  static const char *const changes[][2] = {
    { "title: \"Draft: tabled\"",
      "title: Draft tabled, and more was said about it than fits on a line of usual width" },
    { "The first sentence", "This first sentence" },
    { "date: 2014-10-08", "date: 2014-10~" },
    { "importance: 3", "importance: 5" },
    { "111", "112" },
    { "at: para 12", "at: para 12 and the long footnote that goes with it" },
    { "author: A. Writer", "author: Another" },
    { "name: Observers", "name: Observers of all kinds" },
    { "The second sentence", "Another second sentence" },
  };
  g_autofree char *text = load_file ("CHANCERY_TEST_CORPUS", "canonical/sample.yaml");
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_auto (GStrv) parts = g_strsplit (text, changes[i][0], 2);
    CHN_ASSERT_INT (g_strv_length (parts), 2);
    g_autofree char *changed = g_strconcat (parts[0], changes[i][1], parts[1], NULL);
    g_autoptr (ChnTimeline) timeline = sample_timeline (changed);
    CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
    g_autofree char *written = sample_write (timeline);
    CHN_ASSERT_INT (count_lines_apart (text, written), 1);
  }
}

static void
test_some_rows (void)
{
  static const char text[] = "timeline: x\nsources: {s: {title: S}, t: {title: T}}\nevents:\n"
                             "- {id: a, date: 2014, title: A, sources: [s]}\n"
                             "- {id: b, date: 2015, title: B, sources: [t], relations: {cites: a, responds-to: a}}\n"
                             "- {id: c, date: 2016, title: C, relations: {cites: [a, b]}}\n";
  guint some[] = { 2, 1 };
  const ChnRows rows = { G_N_ELEMENTS (some), some, NULL };
  g_autoptr (ChnTimeline) timeline = sample_timeline (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autofree char *written = sample_write_rows (timeline, &rows, report);
  CHN_ASSERT_STRING (written, "timeline: x\n\nsources:\n  t:\n    title: T\n\nevents:\n"
                              "  - id: c\n    date: 2016\n    title: C\n    relations: {cites: b}\n"
                              "    extra:\n      - outside-cites: a\n\n"
                              "  - id: b\n    date: 2015\n    title: B\n    sources:\n      - t\n"
                              "    extra:\n      - outside-cites: a\n      - outside-responds-to: a\n");
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_NOTE), 1);
  CHN_ASSERT_STRING (chn_report_get_finding (report, 0)->message, "3 relations point at events that are not written");
  check_fixpoint (written);
}

static void
test_no_rows (void)
{
  const ChnRows rows = { 0, NULL, NULL };
  g_autoptr (ChnTimeline) timeline = sample_timeline ("timeline: x\nevents: [{id: a, date: 2014, title: T}]\n");
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *written = sample_write_rows (timeline, &rows, NULL);
  CHN_ASSERT_STRING (written, "timeline: x\n\nevents: []\n");
  check_fixpoint (written);
}

/* Events of two files: one header, zones where they differ, queries of both. */
static void
test_two_files (void)
{
  g_auto (Sample) sample = sample_new (NULL);
  sample_read (
      &sample,
      "timeline: one\nzone: Europe/Paris\nqueries: {q: kind:vote}\nevents: [{id: a, date: 2014, title: A}]\n", -1,
      "one.yaml");
  sample_read (&sample,
               "timeline: two\nzone: Asia/Seoul\nqueries: {q: kind:test, r: 'no:1'}\nevents: [{id: b, date: 2013, "
               "title: B}]\n",
               -1, "two.yaml");
  g_autoptr (ChnTimeline) timeline = sample_seal (&sample);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_auto (ChnRows) rows = { 0, NULL, NULL };
  chn_rows_all (timeline, &rows);
  g_autofree char *written = sample_write_rows (timeline, &rows, sample.report);
  CHN_ASSERT_STRING (written, "timeline: one\nzone: Europe/Paris\n\nqueries:\n  q: kind:vote\n  r: no:1\n\nevents:\n"
                              "  - id: b\n    date: 2013\n    zone: Asia/Seoul\n    title: B\n\n"
                              "  - id: a\n    date: 2014\n    title: A\n");
  CHN_ASSERT_INT (chn_report_count (sample.report, CHN_SEVERITY_NOTE), 1);
}

static const char *const naughty[] = {
  "'single' \"double\" `back`",
  "line\r\nbreak\nand\ttab",
  "=cmd|' /C calc'!A0",
  "javascript:alert(1)",
  "<script>&amp;</script>",
  "a\u202Eb\u2066c\u2028d",
  "e\u0301\u0327",
  "\U0001F5D3\U0001F1F0\U0001F1F5",
  "שלום مرحبا",
  " leading and trailing ",
  "- item",
  "key: value # comment",
  "{flow: [a, b]}",
  "*alias &anchor !tag",
  "%directive",
  "---",
  "~",
  "NO",
  "\\x00\\n",
  "@`|>?",
  "\uFEFFbom",
  "\U0010FFFF",
};

/* An event with the text in every field that takes any text. */
static void
fill (ChnEvent *event, const char *id, const char *text)
{
  const ChnClaim claims[] = { { CHN_FIELD_TITLE, text }, { CHN_FIELD_PLACE, text }, { CHN_FIELD_TITLE, text } };
  const ChnCitation citation = { "s", text, text, text, G_N_ELEMENTS (claims), claims, 0, CHN_VISIBILITY_PRIVATE };
  g_autoptr (ChnDate) date = chn_date_parse ("[2014-04-27..2014-05-01]", -1, NULL);
  static const ChnField texts[] = { CHN_FIELD_TITLE, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE, CHN_FIELD_SERIES };
  chn_event_clear (event);
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  chn_event_set_date (event, CHN_FIELD_DATE, date);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    chn_event_set_text (event, texts[i], text, -1);
  chn_event_add_item (event, CHN_FIELD_TAGS, text, -1);
  chn_event_add_citation (event, &citation);
  chn_event_add_extra (event, text, text);
  chn_event_add_extra (event, "other", text);
  chn_event_add_extra (event, text, "");
}

static ChnTimeline *
make_naughty (const char *text)
{
  g_auto (Sample) sample = sample_new (NULL);
  g_autoptr (ChnEvent) event = chn_event_new ();
  ChnSource source = { .text = { [CHN_SOURCE_KEY] = "s",
                                 [CHN_SOURCE_TITLE] = text,
                                 [CHN_SOURCE_AUTHOR] = text,
                                 [CHN_SOURCE_URL] = text,
                                 [CHN_SOURCE_NOTE] = text } };
  ChnSource odd = { .text = { [CHN_SOURCE_KEY] = text } };
  chn_timeline_builder_begin (sample.builder, "naughty");
  chn_timeline_builder_set_header (sample.builder, CHN_HEADER_TIMELINE, "naughty");
  chn_timeline_builder_set_header (sample.builder, CHN_HEADER_TITLE, text);
  chn_timeline_builder_set_header (sample.builder, CHN_HEADER_SUMMARY, text);
  chn_timeline_builder_add_query (sample.builder, text, text);
  chn_timeline_builder_add_source (sample.builder, &source, 0, 0);
  chn_timeline_builder_add_source (sample.builder, &odd, 0, 0);
  fill (event, "e", text);
  chn_timeline_builder_add_event (sample.builder, event);
  return sample_seal (&sample);
}

static void
check_naughty (const char *text)
{
  g_autoptr (ChnTimeline) timeline = make_naughty (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *once = sample_write (timeline);
  g_autoptr (ChnTimeline) back = sample_timeline (once);
  CU_ASSERT_PTR_NOT_NULL_FATAL (back);
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = 0;
  chn_timeline_load (back, 0, event);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), text);
  CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_SUMMARY), text);
  CHN_ASSERT_STRING (chn_event_get_items (event, CHN_FIELD_TAGS, &n)[0], text);
  const ChnCitation *citation = chn_event_get_citations (event, &n);
  CHN_ASSERT_STRING (citation->quote, text);
  CHN_ASSERT_INT (citation->n_claims, 3);
  CHN_ASSERT_STRING (citation->claims[2].value, text);
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  CHN_ASSERT_INT (n, 3);
  CHN_ASSERT_STRING (extras[0].key, text);
  CHN_ASSERT_STRING (extras[2].value, "");
  CHN_ASSERT_STRING (chn_timeline_find_source (back, "s")->text[CHN_SOURCE_NOTE], text);
  CHN_ASSERT_STRING (chn_timeline_get_queries (back, 0, &n)->name, text);
  g_autofree char *twice = sample_write (back);
  CHN_ASSERT_STRING (twice, once);
}

static void
test_naughty (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (naughty); i++)
    check_naughty (naughty[i]);
  g_autofree char *enormous = g_strnfill (200000, 'x');
  check_naughty (enormous);
}

static const ChnTest tests[] = {
  { "written twice, the same bytes", test_fixpoint },
  { "a canonical file stays as it is", test_canonical },
  { "one field, one line", test_one_line_diff },
  { "some rows", test_some_rows },
  { "no rows", test_no_rows },
  { "two files under one header", test_two_files },
  { "naughty strings in every field", test_naughty },
};

CHN_SUITE ("format/yaml-write", tests)
