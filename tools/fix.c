/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What "chancery check --fix" mends: what can be meant in one way only. */
#include "fix.h"

#include <stdio.h>
#include <string.h>

#include "editing.h"
#include "failure.h"
#include "load.h"
#include "usage.h"

/* The names that the file may use, which are read though its events have faults. */
static ChnTimeline *
load_names_of (Program *program, const Editing *editing, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (editing->bytes, &length);
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnAddition) addition = chn_addition_new (bytes, length, editing->path, error);
  gboolean keep_going = program->keep_going;
  program->keep_going = TRUE;
  ChnTimeline *names =
      addition ? load_bytes (program, editing->path, chn_addition_get_header (addition), report, error) : NULL;
  program->keep_going = keep_going;
  return names;
}

/* FALSE with an error where it is not the file that cannot be read, but the system that refuses. */
static gboolean
load_side (Program *program, const Editing *editing, GBytes *bytes, ChnReport *report, ChnTimeline **side,
           GError **error)
{
  g_autoptr (GError) cause = NULL;
  *side = editing_load (editing, program, bytes, report, &cause);
  if (*side || failure_get_status (cause) != STATUS_IO)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Whether the mended file has no more faults, and says the same where the other could be read. */
static gboolean
is_as_good (ChnTimeline *old, const ChnReport *before, ChnTimeline *new, const ChnReport *after)
{
  if (!old)
    return chn_report_count (after, CHN_SEVERITY_ERROR) <= chn_report_count (before, CHN_SEVERITY_ERROR);
  g_autoptr (ChnComparison) comparison = new ? chn_comparison_new (old, new, NULL, NULL) : NULL;
  guint n = 1;
  if (comparison)
    chn_comparison_get (comparison, &n);
  return n == 0;
}

static gboolean
check_sound (Program *program, const Editing *editing, GBytes *made, GError **error)
{
  g_autoptr (ChnReport) before = chn_report_new (), after = chn_report_new ();
  g_autoptr (ChnTimeline) old = NULL, new = NULL;
  if (!load_side (program, editing, editing->bytes, before, &old, error) ||
      !load_side (program, editing, made, after, &new, error))
    return FALSE;
  if (is_as_good (old, before, new, after))
    return TRUE;
  usage_set_error (error, "%s was left as it is: mended, it would say something else", editing->path);
  return FALSE;
}

static gboolean
save (Program *program, const Editing *editing, GBytes *made, guint n, GError **error)
{
  if (!check_sound (program, editing, made, error) || !editing_save (editing, program, made, NULL, error))
    return FALSE;
  fprintf (stderr, "chancery: mended %u place%s in %s\n", n, n == 1 ? "" : "s", editing->path);
  return TRUE;
}

static gboolean
print_repairs (const ChnReport *report, GError **error)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    if (!console_print (line, error) || !console_print ("\n", error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fix_file (Program *program, const char *path, GError **error)
{
  gsize length = 0;
  g_auto (Editing) editing = EDITING_NONE;
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!editing_begin (&editing, program, path, error))
    return FALSE;
  const char *bytes = g_bytes_get_data (editing.bytes, &length);
  g_autoptr (ChnTimeline) names = load_names_of (program, &editing, error);
  g_autoptr (GBytes) made = names ? chn_repair (bytes, length, editing.path, names, report, error) : NULL;
  if (!made)
    return FALSE;
  chn_report_sort (report);
  guint n = chn_report_count (report, CHN_SEVERITY_NOTE);
  return n == 0 || (print_repairs (report, error) && save (program, &editing, made, n, error));
}

gboolean
fix_files (Program *program, GError **error)
{
  g_autoptr (GPtrArray) files = editing_list_files (program);
  if (files->len == 0) {
    usage_set_error (error, "--fix changes YAML files; name one with -f FILE");
    return FALSE;
  }
  for (guint i = 0; i < files->len; i++)
    if (!fix_file (program, files->pdata[i], error))
      return FALSE;
  return TRUE;
}
