/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Chronologies that are merged, as files of YAML: read in any format, changed as text, and written in any. */
#include "chronicle.h"

#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "arguments.h"
#include "failure.h"
#include "hidden.h"
#include "load.h"
#include "usage.h"

/* What nothing tells apart is YAML: git gives names of its own to the files of a merge. */
static gboolean
is_yaml (const char *path)
{
  const ChnFormat *format = chn_format_find_for_file (path, NULL);
  if (strcmp (path, "-") == 0 || chn_store_is_place (path))
    return FALSE;
  return !g_file_test (path, G_FILE_TEST_IS_DIR) && (!format || strcmp (chn_format_get_name (format), "yaml") == 0);
}

static gboolean
append (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_byte_array_append (data, (const guint8 *) bytes, (guint) length);
  return TRUE;
}

static GBytes *
write_yaml (const ChnTimeline *timeline, GError **error)
{
  ChnRows rows = { 0 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  chn_rows_all (timeline, &rows);
  gboolean done =
      chn_format_write (chn_format_find ("yaml", NULL), timeline, &rows, NULL, NULL, append, bytes, error);
  chn_rows_clear (&rows);
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/* What came of several has no lines yet that somebody could look at; the event tells where it is. */
static ChnReport *
make_placeless (const ChnReport *report)
{
  ChnReport *placeless = chn_report_new ();
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    ChnFinding finding = *chn_report_get_finding (report, i);
    finding.file = finding.event;
    finding.line = finding.column = 0;
    chn_report_add (placeless, &finding);
  }
  return placeless;
}

/* What is wrong with it is printed. */
static void
blame (const char *path, const ChnReport *report, gboolean is_made, GError *cause, GError **error)
{
  g_autoptr (ChnReport) placeless = is_made ? make_placeless (report) : NULL;
  g_autofree char *name = chn_store_dup_name (path);
  failure_print_report (is_made ? placeless : report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) == 0 || failure_get_status (cause) != STATUS_USAGE) {
    g_propagate_error (error, cause);
    return;
  }
  g_error_free (cause);
  if (is_made)
    usage_set_error (error, "nothing is written: what they say does not go together; change one, and merge again");
  else
    usage_set_error (error, "cannot read %s", name);
}

static gboolean
take (Chronicle *chronicle, Program *program, GBytes *bytes, gboolean is_made, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  GError *cause = NULL;
  ChnTimeline *timeline = load_bytes (program, chronicle->path, bytes, report, &cause);
  if (!timeline) {
    blame (chronicle->path, report, is_made, cause, error);
    return FALSE;
  }
  g_clear_pointer (&chronicle->timeline, chn_timeline_unref);
  g_clear_pointer (&chronicle->bytes, g_bytes_unref);
  chronicle->timeline = timeline;
  chronicle->bytes = g_bytes_ref (bytes);
  return TRUE;
}

gboolean
chronicle_take (Chronicle *chronicle, Program *program, GBytes *made, GError **error)
{
  return take (chronicle, program, made, TRUE, error);
}

gboolean
chronicle_begin (Chronicle *chronicle, Program *program, const Editing *store, GError **error)
{
  chronicle->path = g_strdup (store->path);
  return take (chronicle, program, store->bytes, FALSE, error);
}

gboolean
chronicle_read (Chronicle *chronicle, Program *program, const char *path, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  GError *cause = NULL;
  chronicle->path = chn_store_dup_name (path);
  if (is_yaml (path)) {
    g_autoptr (GBytes) bytes = chn_file_read (path, program->limits.value[CHN_LIMIT_FILE], error);
    return bytes && take (chronicle, program, bytes, FALSE, error);
  }
  chronicle->timeline = load_beside (program, path, report, &cause);
  if (!chronicle->timeline) {
    blame (path, report, FALSE, cause, error);
    return FALSE;
  }
  chronicle->bytes = write_yaml (chronicle->timeline, error);
  return chronicle->bytes != NULL;
}

static gboolean
has_registry_of_its_own (const char *path, const char *file)
{
  GStatBuf one, other;
  g_autofree char *folder = g_path_get_dirname (path), *there = g_path_get_dirname (file);
  g_autofree char *names = g_build_filename (folder, "registry.yaml", NULL);
  gboolean is_same = g_stat (folder, &one) == 0 && g_stat (there, &other) == 0 && one.st_dev == other.st_dev &&
                     one.st_ino == other.st_ino;
  return !is_same && g_file_test (names, G_FILE_TEST_IS_REGULAR);
}

gboolean
chronicle_move (Chronicle *chronicle, Program *program, const char *file, GError **error)
{
  guint n = 0;
  if (arguments_is_standard_output (file) || !has_registry_of_its_own (chronicle->path, file))
    return TRUE;
  g_autoptr (GBytes) made =
      chn_timeline_declare_names (chronicle->timeline, chronicle->bytes, &program->limits, &n, error);
  if (!made || (n > 0 && !chronicle_take (chronicle, program, made, error)))
    return FALSE;
  if (n > 0)
    fprintf (stderr, "chancery: %u name%s of the registry.yaml beside %s %s declared in the chronology itself\n", n,
             n == 1 ? "" : "s", chronicle->path, n == 1 ? "is" : "are");
  return TRUE;
}

static gboolean
write_other (const Chronicle *chronicle, const char *file, const ChnFormat *format, GError **error)
{
  ChnRows rows = { 0 };
  g_autoptr (ChnReport) losses = chn_report_new ();
  gboolean whole = chn_format_carries_all (format);
  g_autoptr (ChnTimeline) shown =
      chn_timeline_show (chronicle->timeline, whole ? CHN_VISIBILITY_PRIVATE : CHN_VISIBILITY_PUBLIC, error);
  if (!shown)
    return FALSE;
  if (!whole)
    hidden_print_left_out (chronicle->timeline, CHN_VISIBILITY_PUBLIC);
  g_autoptr (ChnTimeline) outside = chn_timeline_show_outside (shown, chronicle->timeline, error);
  if (!outside)
    return FALSE;
  chn_rows_all (outside, &rows);
  chn_format_note_losses (format, outside, NULL, NULL, losses);
  gboolean done = chn_write_file (file, format, outside, &rows, NULL, losses, error);
  chn_rows_clear (&rows);
  failure_print_report (losses, CHN_SEVERITY_NOTE);
  return done;
}

static gboolean
save_yaml (const char *file, const char *bytes, gsize length, GBytes *was, GError **error)
{
  if (arguments_is_standard_output (file))
    return console_sink (bytes, length, NULL, error);
  return was ? chn_file_change (file, was, bytes, length, error) : chn_file_replace (file, bytes, length, error);
}

gboolean
chronicle_write (const Chronicle *chronicle, const char *file, GBytes *was, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (chronicle->bytes, &length);
  gboolean is_output = arguments_is_standard_output (file);
  const ChnFormat *format = is_output ? NULL : chn_format_find_for_file (file, NULL);
  if (format && !chn_format_can_write (format)) {
    usage_set_error (error, "%s is of a format that cannot be written", file);
    return FALSE;
  }
  if (format && strcmp (chn_format_get_name (format), "yaml") != 0)
    return write_other (chronicle, file, format, error);
  gboolean done = save_yaml (file, bytes, length, was, error);
  if (done && !chn_timeline_is_public (chronicle->timeline))
    hidden_print_carried (chronicle->timeline, is_output ? NULL : file);
  return done;
}

void
chronicle_clear (Chronicle *chronicle)
{
  g_clear_pointer (&chronicle->path, g_free);
  g_clear_pointer (&chronicle->bytes, g_bytes_unref);
  g_clear_pointer (&chronicle->timeline, chn_timeline_unref);
}
