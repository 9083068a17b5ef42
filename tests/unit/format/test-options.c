/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Options of writers, and calendars that are split into files. */
#include <glib/gstdio.h>

#include "ical-sample.h"

static void
values (void)
{
  static const struct {
    const char *name, *value;
    int error;        /* -1: taken */
    const char *line; /* in the calendar */
  } cases[] = {
    { "method", "publish", -1, "METHOD:PUBLISH" },
    { "method", "request", CHN_ERROR_UNKNOWN, NULL },
    { "calendar-color", "SteelBlue", -1, "COLOR:steelblue" },
    { "calendar-color", "#4682b4", CHN_ERROR_RANGE, NULL },
    { "calendar-color", "", CHN_ERROR_RANGE, NULL },
    { "refresh", "PT12H", -1, "REFRESH-INTERVAL;VALUE=DURATION:PT12H|X-PUBLISHED-TTL:PT12H" },
    { "refresh", "1d", -1, "REFRESH-INTERVAL;VALUE=DURATION:P1D" },
    { "refresh", "-PT12H", CHN_ERROR_RANGE, NULL },
    { "refresh", "P0D", CHN_ERROR_RANGE, NULL },
    { "refresh", "P1M", CHN_ERROR_UNSUPPORTED, NULL },
    { "alarm", "P1Y", CHN_ERROR_UNSUPPORTED, NULL },
    { "alarm", "soon", CHN_ERROR_SYNTAX, NULL },
    { "split", "0", CHN_ERROR_RANGE, NULL },
    { "split", "many", CHN_ERROR_RANGE, NULL },
    { "split", "1", -1, "BEGIN:VEVENT" },
    { "update", "old.ics", CHN_ERROR_UNSUPPORTED, NULL },
    { "imprecise", "spam", CHN_ERROR_UNKNOWN, NULL },
    { "publish", NULL, CHN_ERROR_UNKNOWN, NULL },
  };
  static const IcalSample sample = { .date = "2014-11-18" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
    g_autoptr (GError) error = NULL;
    gboolean taken = chn_write_options_set (options, cases[i].name, cases[i].value, &error);
    if (taken != (cases[i].error < 0) || (error && !g_error_matches (error, CHN_ERROR, cases[i].error)))
      CHN_FAIL ("%s %s: %s", cases[i].name, cases[i].value, error ? error->message : "taken");
    if (!taken || !cases[i].line)
      continue;
    g_autofree char *bytes = sample_write (&sample, cases[i].name, cases[i].value);
    sample_expect (cases[i].name, bytes, cases[i].line);
  }
}

static void
contents_are_for_files_only (void)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) unsupported = NULL;
  g_autoptr (GError) unknown = NULL;
  CU_ASSERT_FALSE (chn_write_options_set_contents (options, "title", bytes, &unsupported));
  CHN_ASSERT_ERROR (unsupported, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
  CU_ASSERT_FALSE (chn_write_options_set_contents (options, "updaet", bytes, &unknown));
  CHN_ASSERT_ERROR (unknown, CHN_ERROR, CHN_ERROR_UNKNOWN);
}

/* Whether it is TENTATIVE depends on more than the status. */
static void
doubt_is_tentative (void)
{
  static const struct {
    IcalSample sample;
    const char *line;
  } cases[] = {
    { { .date = "2014-11-18" }, "STATUS:CONFIRMED" },
    { { .date = "2014-11-18", .status = CHN_STATUS_PLANNED }, "STATUS:TENTATIVE" },
    { { .date = "2014-11-18", .status = CHN_STATUS_NOT_HELD }, "STATUS:CANCELLED" },
    { { .date = "2014-11-18", .confidence = CHN_CONFIDENCE_REPORTED }, "STATUS:TENTATIVE" },
    { { .date = "2014-11-18", .confidence = CHN_CONFIDENCE_VERIFIED }, "STATUS:CONFIRMED" },
    { { .date = "2014-11-18?" }, "STATUS:TENTATIVE" },
    { { .date = "2014-11-18~" }, "STATUS:CONFIRMED" },
    { { .date = "2014-11-18?", .status = CHN_STATUS_CANCELLED }, "STATUS:CANCELLED" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *bytes = sample_write (&cases[i].sample, NULL, NULL);
    sample_expect (cases[i].sample.date, bytes, cases[i].line);
  }
}

static const IcalSample five[] = { { .id = "a", .date = "2014-11-18" },
                                   { .id = "b", .date = "2014-11-19" },
                                   { .id = "c", .date = "2014-11-20" },
                                   { .id = "d", .date = "2014-11-21" },
                                   { .id = "e", .date = "2014-11-22" } };

/* How many events the files hold, and no file more. */
static void
check_shards (const char *split, const guint *counts, guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("shards-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.ics", NULL);
  g_autoptr (ChnTimeline) timeline = sample_timeline (five, G_N_ELEMENTS (five));
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  chn_write_options_set (options, "split", split, NULL);
  CU_ASSERT_TRUE (chn_write_file (path, chn_format_find ("ics", NULL), timeline, &rows, options, NULL, &error));
  CHN_ASSERT_NO_ERROR (error);
  for (guint i = 0; i <= n; i++) {
    g_autofree char *name = i == 0 ? g_strdup ("out.ics") : g_strdup_printf ("out-%u.ics", i + 1);
    g_autofree char *file = g_build_filename (folder, name, NULL);
    g_autofree char *bytes = NULL;
    CHN_ASSERT_INT (g_file_get_contents (file, &bytes, NULL, NULL), i < n);
    CHN_ASSERT_INT (bytes ? sample_count (bytes, "BEGIN:VEVENT") : 0, i < n ? counts[i] : 0);
    g_unlink (file);
  }
  CHN_ASSERT_INT (g_rmdir (folder), 0);
}

static void
shards (void)
{
  check_shards ("2", (const guint[]){ 2, 2, 1 }, 3);
  check_shards ("4", (const guint[]){ 4, 1 }, 2);
  check_shards ("5", (const guint[]){ 5 }, 1);
  check_shards ("6", (const guint[]){ 5 }, 1);
}

/* Neither a sink nor an older calendar goes with parts. */
static void
no_shards (void)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (five, G_N_ELEMENTS (five));
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GBytes) old = g_bytes_new_static ("", 0);
  g_autoptr (GError) sink = NULL;
  g_autoptr (GError) update = NULL;
  g_auto (ChnRows) rows = { 0 };
  chn_rows_all (timeline, &rows);
  chn_write_options_set (options, "split", "4", NULL);
  CU_ASSERT_PTR_NULL (sample_write_timeline (timeline, options, &sink));
  CHN_ASSERT_ERROR (sink, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
  chn_write_options_set_contents (options, "update", old, NULL);
  CU_ASSERT_FALSE (chn_write_file ("/dev/null/none/out.ics", chn_format_find ("ics", NULL), timeline, &rows, options,
                                   NULL, &update));
  CHN_ASSERT_ERROR (update, CHN_ERROR, CHN_ERROR_UNSUPPORTED);
}

static const ChnTest tests[] = {
  { "values", values },
  { "contents are for files only", contents_are_for_files_only },
  { "doubt is tentative", doubt_is_tentative },
  { "at most so many events a file", shards },
  { "what cannot be split", no_shards },
};

CHN_SUITE ("format/options", tests)
