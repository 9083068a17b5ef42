/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Snapshots: what comes back, and that nothing damaged, forged or foreign is ever believed. */
#include <chancery/chancery.h>

#include <glib/gstdio.h>

#include "query/sample.h"
#include "store/reseal.h"

static gboolean
append (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

/* NULL with an error. */
static GString *
write_rows (const ChnTimeline *timeline, const ChnRows *rows, const char *format, GError **error)
{
  GString *out = g_string_new (NULL);
  if (chn_format_write (chn_format_find (format, NULL), timeline, rows, NULL, NULL, append, out, error))
    return out;
  g_string_free (out, TRUE);
  return NULL;
}

static GString *
write_all (const ChnTimeline *timeline, const char *format, GError **error)
{
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  return write_rows (timeline, &rows, format, error);
}

static ChnTimeline *
make_sample (void)
{
  return sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
}

static GString *
make_image (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = make_sample ();
  GString *image = write_all (timeline, "chn", &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (image);
  return image;
}

static ChnTimeline *
open_bytes (const char *bytes, gsize length, GError **error)
{
  return chn_snapshot_open_image (chn_image_new (bytes, length), error);
}

static void
everything_comes_back (void)
{
  static const char *const formats[] = { "text", "md", "ics", "csv", "json", "yaml", "chn" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) before = make_sample ();
  g_autoptr (GString) image = make_image ();
  g_autoptr (ChnTimeline) after = open_bytes (image->str, image->len, &error);
  CHN_ASSERT_NO_ERROR (error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GString) expected = write_all (before, formats[i], &error);
    g_autoptr (GString) found = write_all (after, formats[i], &error);
    CHN_ASSERT_NO_ERROR (error);
    if (!g_string_equal (expected, found))
      CHN_FAIL ("%s differs", formats[i]);
  }
}

static void
queries_answer_alike (void)
{
  static const char *const queries[] = { "",
                                         "date:2014",
                                         "forum:un.ga vote:recorded",
                                         "actor:eu",
                                         "@@brief",
                                         "report OR kind:meeting",
                                         "-yes:1.. source:willis-2017",
                                         "symbol:A/C.3",
                                         "id:coi-report",
                                         "\"human rights\"",
                                         "after:2014-03" };
  g_autoptr (ChnTimeline) before = make_sample ();
  g_autoptr (GString) image = make_image ();
  g_autoptr (ChnTimeline) after = open_bytes (image->str, image->len, NULL);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (queries); i++) {
    g_autoptr (ChnQuery) query = chn_query_parse (queries[i / 2], NULL, NULL);
    g_autoptr (ChnBoundQuery) one = query ? chn_query_bind (query, before, NULL, NULL) : NULL;
    g_autoptr (ChnBoundQuery) other = query ? chn_query_bind (query, after, NULL, NULL) : NULL;
    CHN_ASSERT_INT (one != NULL, other != NULL);
    if (!one || !other)
      continue;
    g_auto (ChnRows) expected = { 0 }, found = { 0 };
    chn_bound_query_run (one, FALSE, &expected);
    chn_bound_query_run (other, i % 2 == 0, &found);
    CHN_ASSERT_INT (found.n, expected.n);
    if (found.n != expected.n || memcmp (found.row, expected.row, found.n * sizeof *found.row) != 0)
      CHN_FAIL ("%s answers otherwise", queries[i / 2]);
  }
}

/* Opening must fail with an error that says something. */
static void
refuse (const char *bytes, gsize length, const char *what, gsize at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = open_bytes (bytes, length, &error);
  if (timeline || !error || !error->message[0])
    CHN_FAIL ("%s at %" G_GSIZE_FORMAT " is taken", what, at);
}

static void
no_byte_of_the_header_can_change (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xff };
  g_autoptr (GString) image = make_image ();
  for (gsize at = 0; at < CHN_SNAPSHOT_HEADER; at++)
    for (guint i = 0; i < G_N_ELEMENTS (masks); i++) {
      image->str[at] = (char) (image->str[at] ^ masks[i]);
      refuse (image->str, image->len, "a changed header", at);
      image->str[at] = (char) (image->str[at] ^ masks[i]);
    }
  CU_PASS ("each was refused");
}

static void
what_is_cut_short_is_refused (void)
{
  g_autoptr (GString) image = make_image ();
  for (gsize length = 0; length < image->len; length += length < 16 || length + 16 > image->len ? 1 : 61)
    refuse (image->str, length, "a file cut", length);
  g_autoptr (GString) longer = g_string_new_len (image->str, (gssize) image->len);
  g_string_append_c (longer, '\0');
  refuse (longer->str, longer->len, "a file that goes on", longer->len);
}

/* A change in the body is either come upon, or of bytes that nothing reads. */
static void
no_byte_of_the_body_misleads (void)
{
  g_autoptr (GString) image = make_image ();
  g_autoptr (ChnTimeline) timeline = make_sample ();
  g_autoptr (GString) expected = write_all (timeline, "json", NULL);
  guint n_found = 0;
  for (gsize at = CHN_SNAPSHOT_HEADER; at < image->len; at += 13) {
    g_autoptr (GError) error = NULL;
    image->str[at] = (char) (image->str[at] ^ (1 << at % 8));
    g_autoptr (ChnTimeline) damaged = open_bytes (image->str, image->len, &error);
    g_autoptr (GString) found = damaged ? write_all (damaged, "json", &error) : NULL;
    if (found ? !g_string_equal (found, expected) : !error)
      CHN_FAIL ("byte %" G_GSIZE_FORMAT " misleads", at);
    n_found += !found;
    image->str[at] = (char) (image->str[at] ^ (1 << at % 8));
  }
  CU_ASSERT_TRUE (n_found > 100);
}

typedef struct {
  const char *what;
  gsize offset;
  guint32 value;
  ChnError code;
  const char *says;
} Foreign;

static void
foreign_snapshots_are_told_apart (void)
{
  static const Foreign rows[] = {
    { "future", G_STRUCT_OFFSET (ChnSnapshotFacts, version), 2, CHN_ERROR_UNSUPPORTED, "version 2" },
    { "order", G_STRUCT_OFFSET (ChnSnapshotFacts, order), 0x04030201, CHN_ERROR_UNSUPPORTED, "byte order" },
    { "schema", G_STRUCT_OFFSET (ChnSnapshotFacts, schema), 1, CHN_ERROR_UNSUPPORTED, "another version" },
    { "magic", 0, 1, CHN_ERROR_SYNTAX, "no snapshot" },
    { "rows", G_STRUCT_OFFSET (ChnSnapshotFacts, counts.n_rows), 1u << 30, CHN_ERROR_SYNTAX, "do not fit" },
    { "slots", G_STRUCT_OFFSET (ChnSnapshotFacts, counts.n_id_slots), 3, CHN_ERROR_SYNTAX, "contradicts" },
    { "origins", G_STRUCT_OFFSET (ChnSnapshotFacts, counts.n_origins), 0, CHN_ERROR_SYNTAX, "contradicts" },
    { "place", G_STRUCT_OFFSET (ChnSnapshotFacts, offset[3]), 64, CHN_ERROR_SYNTAX, "do not fit" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) image = make_image ();
    gsize body = get_body (image->str);
    memcpy (image->str + rows[i].offset, &rows[i].value, sizeof rows[i].value);
    reseal (image->str, body);
    g_autoptr (ChnTimeline) timeline = open_bytes (image->str, image->len, &error);
    CU_ASSERT_PTR_NULL (timeline);
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) rows[i].code);
    if (error && !strstr (error->message, rows[i].says))
      CHN_FAIL ("%s: %s", rows[i].what, error->message);
  }
}

/* Questions that go through every kind of column; what they find in a forged one is of no interest. */
static void
ask_everything (ChnTimeline *timeline)
{
  static const char *const queries[] = {
    "disputed:date OR confirmed:vote OR single:title",       "says:un-record OR source:willis-2017",
    "\"human rights\" OR text:\"crimes against h*\"",        "actor:eu OR no:chn OR symbol:A/C.3",
    "date=2014 OR during:2019..2021 -within:90d@coi-report", "trail:@coi-report OR cites+:@annex"
  };
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (ChnQuery) query = chn_query_parse (queries[i], NULL, NULL);
    g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, NULL) : NULL;
    g_auto (ChnRows) rows = { 0 };
    CU_ASSERT_PTR_NOT_NULL (query);
    if (bound)
      chn_bound_query_run (bound, TRUE, &rows);
  }
}

/* With right checksums nobody can tell; but nothing reads out of bounds, whatever the numbers are. */
static void
forged_numbers_lead_nowhere (void)
{
  static const char *const formats[] = { "json", "ics", "text", "md" };
  g_autoptr (GString) image = make_image ();
  gsize body = get_body (image->str);
  for (gsize at = CHN_SNAPSHOT_HEADER, i = 0; at < body; at += 29, i++) {
    g_autoptr (GString) forged = g_string_new_len (image->str, (gssize) image->len);
    forged->str[at] = (char) (forged->str[at] ^ (i % 3 == 0 ? 0xff : 1 << i % 8));
    reseal (forged->str, body);
    g_autoptr (ChnTimeline) timeline = open_bytes (forged->str, forged->len, NULL);
    g_autoptr (GString) out = timeline ? write_all (timeline, formats[i % G_N_ELEMENTS (formats)], NULL) : NULL;
    (void) out; /* what was written is of no interest, only that nothing broke */
    if (timeline)
      ask_everything (timeline);
    CHN_ASSERT_INT (timeline != NULL, TRUE);
  }
}

static void
some_rows_stand_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = make_sample ();
  guint row[] = { 3, 1 };
  ChnRows rows = { G_N_ELEMENTS (row), row, NULL };
  g_autoptr (GString) image = write_rows (timeline, &rows, "chn", &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (image);
  g_autoptr (ChnTimeline) some = open_bytes (image->str, image->len, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (chn_timeline_get_n_events (some), 2);
  CHN_ASSERT_STRING (chn_timeline_get_id (some, 0), chn_timeline_get_id (timeline, 1));
  CHN_ASSERT_STRING (chn_timeline_get_id (some, 1), chn_timeline_get_id (timeline, 3));
}

/* Events in no order of time, with all that has words; the last of them is dropped where faults are. */
static ChnTimeline *
read_many (gboolean indexed, gboolean keep_going)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = sample_registry ();
  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (
        lines,
        "{\"id\":\"e-%u\",\"title\":\"Title %u of a\",\"summary\":\"the %u the 中文 rights%s\","
        "\"date\":\"%u\",\"symbols\":[\"A/RES/69/%u\"],"
        "\"sources\":[{\"key\":\"k\",\"title\":\"T\",\"quote\":\"said %u\",\"note\":\"noted\"}]}\n",
        i, i, i % 97, i % 3 ? "" : ", human rights", 1900 + i * 7919 % 200, i, i % 13);
  if (keep_going)
    g_string_append (lines, "{\"id\":\"bad\",\"title\":\"Unheard-of words\",\"date\":\"2014\",\"forums\":[\"no\"],"
                            "\"relations\":[{\"type\":\"cites\",\"target\":\"nowhere\"}],\"symbols\":[\"Q Q\"]}\n");
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, keep_going);
  if (indexed)
    chn_timeline_builder_set_indexed (builder);
  CU_ASSERT_TRUE (chn_format_read (chn_format_find ("json", NULL), lines->str, lines->len, "in", builder, NULL));
  g_autoptr (GError) error = NULL;
  ChnTimeline *timeline = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  return timeline;
}

static void
words_split_early_make_the_same_snapshot (void)
{
  for (gboolean keep_going = FALSE; keep_going <= TRUE; keep_going++) {
    g_autoptr (ChnTimeline) late = read_many (FALSE, keep_going), early = read_many (TRUE, keep_going);
    CU_ASSERT_TRUE_FATAL (late != NULL && early != NULL);
    g_autoptr (GString) expected = write_all (late, "chn", NULL);
    g_autoptr (GString) found = write_all (early, "chn", NULL);
    CU_ASSERT_TRUE (g_string_equal (found, expected));
    CU_ASSERT_PTR_NOT_NULL (chn_timeline_get_columns (late)->positions.start);
    CU_ASSERT_PTR_NULL (chn_timeline_get_columns (early)->positions.start);
  }
  g_autoptr (ChnTimeline) unused = read_many (TRUE, FALSE);
  CHN_ASSERT_INT (chn_timeline_get_n_events (unused), 9000);
}

static void
a_snapshot_is_read_beside_others (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) image = make_image ();
  g_autoptr (ChnRegistry) registry = sample_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  CU_ASSERT_TRUE (chn_format_read (chn_format_find ("chn", NULL), image->str, image->len, "a.chn", builder, &error));
  g_autoptr (ChnTimeline) again = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  g_autoptr (ChnTimeline) before = make_sample ();
  g_autoptr (GString) expected = write_all (before, "json", NULL);
  g_autoptr (GString) found = write_all (again, "json", NULL);
  CHN_ASSERT_STRING (found->str, expected->str);
}

static void
files_are_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.chn", NULL);
  g_autoptr (ChnTimeline) timeline = make_sample ();
  g_autoptr (GString) image = make_image ();
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  CU_ASSERT_FALSE (chn_snapshot_is_at (path));
  CU_ASSERT_TRUE (chn_write_file (path, chn_format_find_for_file (path, NULL), timeline, &rows, NULL, NULL, &error));
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_TRUE (chn_snapshot_is_at (path));
  g_autoptr (ChnTimeline) opened = chn_snapshot_open (path, NULL, &error);
  CHN_ASSERT_NO_ERROR (error);
  g_autoptr (GString) found = opened ? write_all (opened, "chn", &error) : NULL;
  CU_ASSERT_TRUE (found && g_string_equal (found, image));
  image->str[image->len / 2] ^= 1;
  CU_ASSERT_TRUE (g_file_set_contents (path, image->str, (gssize) image->len, NULL));
  g_autoptr (ChnTimeline) damaged = chn_snapshot_open (path, NULL, &error);
  g_autoptr (GString) nothing = damaged ? write_all (damaged, "chn", &error) : NULL;
  CU_ASSERT_PTR_NULL (nothing);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  g_unlink (path);
  g_rmdir (folder);
}

static const ChnTest tests[] = {
  { "everything comes back", everything_comes_back },
  { "queries answer alike", queries_answer_alike },
  { "no byte of the header can change", no_byte_of_the_header_can_change },
  { "what is cut short is refused", what_is_cut_short_is_refused },
  { "no byte of the body misleads", no_byte_of_the_body_misleads },
  { "foreign snapshots are told apart", foreign_snapshots_are_told_apart },
  { "forged numbers lead nowhere", forged_numbers_lead_nowhere },
  { "some rows stand alone", some_rows_stand_alone },
  { "words split early make the same snapshot", words_split_early_make_the_same_snapshot },
  { "a snapshot is read beside others", a_snapshot_is_read_beside_others },
  { "files are read as they are touched", files_are_read },
};

CHN_SUITE ("snapshot", tests)
