/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of opening snapshots: bounds, what is none, and headers that do not go with what is behind them. */
#include <chancery/chancery.h>

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "query/sample.h"
#include "store/reseal.h"

static gboolean
append (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

static GString *
write_image (const ChnTimeline *timeline)
{
  g_auto (ChnRows) rows = { 0 };
  GString *image = g_string_new (NULL);
  chn_rows_all (timeline, &rows);
  CU_ASSERT_TRUE (chn_format_write (chn_format_find ("chn", NULL), timeline, &rows, NULL, NULL, append, image, NULL));
  return image;
}

/* With words of its own, or without. */
static GString *
make_image (gboolean own_words)
{
  static const char text[] = "timeline: own\n"
                             "kinds:\n  raid: {label: Police raid, nearest: visit}\n"
                             "events:\n"
                             "  - {id: a, date: 2014-01-02, title: First, kind: raid}\n";
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnRegistry) registry = sample_registry ();
  g_autoptr (GError) error = NULL;
  if (!own_words) {
    g_autoptr (ChnTimeline) sample = sample_timeline (sample_rows, G_N_ELEMENTS (sample_rows));
    return write_image (sample);
  }
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  CU_ASSERT_TRUE (chn_format_read (chn_format_find ("yaml", NULL), text, sizeof text - 1, "in", builder, NULL));
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, &error);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    if (chn_report_get_finding (report, i)->severity == CHN_SEVERITY_ERROR)
      CHN_FAIL ("%s", chn_report_get_finding (report, i)->message);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  return write_image (timeline);
}

static ChnTimeline *
open_bytes (const GString *image, GError **error)
{
  return chn_snapshot_open_image (chn_image_new (image->str, image->len), error);
}

static void
test_own_words (void)
{
  g_autoptr (GString) image = make_image (TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = open_bytes (image, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autoptr (ChnQuery) query = chn_query_parse ("kind:raid", NULL, NULL);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, NULL, &error) : NULL;
  g_auto (ChnRows) rows = { 0 };
  CHN_ASSERT_NO_ERROR (error);
  if (bound)
    chn_bound_query_run (bound, TRUE, &rows);
  CHN_ASSERT_INT (rows.n, 1);
}

/* Each number of the header is set to each of these: it is refused, or nothing of it leads out of the file. */
static void
test_forged_headers (void)
{
  static const guint64 values[] = { 0, 1, 3, 7, 64, 4096, G_MAXUINT8 + 1, G_MAXINT32, G_MAXUINT32, G_MAXUINT64 };
  for (gboolean own_words = FALSE; own_words <= TRUE; own_words++) {
    g_autoptr (GString) image = make_image (own_words);
    const gsize body = get_body (image->str);
    for (gsize at = 0; at + sizeof (guint64) <= sizeof (ChnSnapshotFacts); at += sizeof (guint32))
      for (guint i = 0; i < 2 * G_N_ELEMENTS (values); i++) {
        g_autoptr (GString) forged = g_string_new_len (image->str, (gssize) image->len);
        memcpy (forged->str + at, &values[i / 2], i % 2 ? sizeof (guint64) : sizeof (guint32));
        reseal (forged->str, body);
        g_autoptr (GError) error = NULL;
        g_autoptr (ChnTimeline) timeline = open_bytes (forged, &error);
        g_autoptr (GString) out = g_string_new (NULL);
        g_auto (ChnRows) rows = { 0 };
        CU_ASSERT_EQUAL (timeline != NULL, error == NULL);
        if (!timeline || chn_timeline_get_n_events (timeline) > 100)
          continue;
        chn_rows_all (timeline, &rows);
        chn_format_write (chn_format_find ("json", NULL), timeline, &rows, NULL, NULL, append, out, NULL);
      }
  }
}

static void
test_wrong_terms (void)
{
  g_autoptr (GString) image = make_image (TRUE);
  ChnSnapshotFacts facts;
  memcpy (&facts, image->str, sizeof facts);
  facts.counts.n_roles++;
  memcpy (image->str, &facts, sizeof facts);
  reseal (image->str, get_body (image->str));
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnTimeline) timeline = open_bytes (image, &error);
  CU_ASSERT_PTR_NULL (timeline);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  CU_ASSERT_TRUE (error && strstr (error->message, "terms"));
}

static void
test_bounds (void)
{
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.chn", NULL);
  g_autoptr (GString) image = make_image (FALSE);
  CU_ASSERT_TRUE (g_file_set_contents (path, image->str, (gssize) image->len, NULL));
  const struct {
    ChnLimit limit;
    guint64 most;
  } rows[] = { { CHN_LIMIT_FILE, image->len }, { CHN_LIMIT_EVENTS, G_N_ELEMENTS (sample_rows) } };
  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++) {
    ChnLimits limits = *chn_limits_get_default ();
    limits.value[rows[i / 2].limit] = rows[i / 2].most - i % 2;
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnTimeline) timeline = chn_snapshot_open (path, &limits, &error);
    CU_ASSERT_EQUAL (timeline != NULL, i % 2 == 0);
    if (i % 2 == 1) {
      CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
      CU_ASSERT_TRUE (error && g_str_has_prefix (error->message, path));
    }
  }
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_what_is_none (void)
{
  static const char *const contents[] = { "", "short", "long enough to be one, and none all the same" };
  g_autofree char *folder = g_dir_make_tmp ("chancery-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.chn", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++) {
    g_autoptr (GError) error = NULL;
    CU_ASSERT_TRUE (g_file_set_contents (path, contents[i], -1, NULL));
    CU_ASSERT_FALSE (chn_snapshot_is_at (path));
    CU_ASSERT_PTR_NULL (chn_snapshot_open (path, NULL, &error));
    CU_ASSERT_PTR_NOT_NULL (error);
  }
  struct rlimit before, none;
  getrlimit (RLIMIT_NOFILE, &before);
  none = (struct rlimit){ 0, before.rlim_max };
  setrlimit (RLIMIT_NOFILE, &none);
  CU_ASSERT_FALSE (chn_snapshot_is_at (path)); /* nor what cannot be opened */
  setrlimit (RLIMIT_NOFILE, &before);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_FALSE (chn_snapshot_is_at (folder));
  CU_ASSERT_PTR_NULL (chn_snapshot_open ("/dev/null/none/a.chn", NULL, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_IO);
  g_unlink (path);
  g_rmdir (folder);
}

static const ChnTest tests[] = {
  { "words of its own", test_own_words },
  { "forged headers", test_forged_headers },
  { "terms that it does not declare", test_wrong_terms },
  { "bounds", test_bounds },
  { "what is none", test_what_is_none },
};

CHN_SUITE ("store/snapshot-open", tests)
