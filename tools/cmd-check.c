/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery check: every finding of the readers, the registry and the lint rules, at its place. */
#include <stdio.h>

#include "command.h"
#include "fix.h"
#include "load.h"

/* Ids of the events that the query asks for. */
static GHashTable *
dup_chosen (Program *program, ChnTimeline *timeline, const Arguments *arguments, GError **error)
{
  g_auto (ChnRows) rows = { 0 };
  if (!load_rows (program, timeline, arguments, &rows, NULL, error))
    return NULL;
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows.n; i++)
    g_hash_table_add (chosen, g_strdup (chn_timeline_get_id (timeline, rows.row[i])));
  return chosen;
}

/* Prints what concerns the chosen events and is at least so bad, and counts by severity. */
static gboolean
print_findings (const ChnReport *report, GHashTable *chosen, ChnSeverity least, guint *counts, GError **error)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (chosen && finding->event && !g_hash_table_contains (chosen, finding->event))
      continue;
    counts[finding->severity]++;
    if (finding->severity < least)
      continue;
    g_autofree char *line = chn_finding_dup_line (finding);
    if (!console_print (line, error) || !console_print ("\n", error))
      return FALSE;
  }
  return TRUE;
}

/* Findings that the report counted and did not keep. */
static guint
count_dropped (const ChnReport *report)
{
  guint added = 0;
  for (guint severity = CHN_SEVERITY_NOTE; severity <= CHN_SEVERITY_ERROR; severity++)
    added += chn_report_count (report, (ChnSeverity) severity);
  return added - chn_report_get_n_findings (report);
}

static void
print_summary (guint n_events, const guint *counts, guint n_dropped, gboolean with_notes)
{
  static const char *const plural[][2] = { { "note", "notes" }, { "warning", "warnings" }, { "error", "errors" } };
  g_autoptr (GString) line = g_string_new (NULL);
  for (int severity = CHN_SEVERITY_ERROR; severity >= CHN_SEVERITY_NOTE; severity--)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", counts[severity],
                            plural[severity][counts[severity] != 1]);
  if (n_dropped > 0)
    g_string_append_printf (line, ", and %u more that are not shown", n_dropped);
  if (n_events > 0)
    g_string_append_printf (line, " in %u %s", n_events, n_events == 1 ? "event" : "events");
  if (!with_notes && counts[CHN_SEVERITY_NOTE] > 0)
    g_string_append (line, "; --notes shows the notes");
  fprintf (stderr, "chancery: %s\n", line->str);
}

Status
run_check (Program *program, const Arguments *arguments, GError **error)
{
  if (arguments_has (arguments, "fix") && !fix_files (program, error))
    return STATUS_USAGE;
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (ChnTimeline) timeline = load_timeline (program, report, &cause);
  g_autoptr (GHashTable) chosen = NULL;
  guint counts[CHN_SEVERITY_ERROR + 1] = { 0 };
  if (!timeline && (chn_report_count (report, CHN_SEVERITY_ERROR) == 0 || failure_get_status (cause) == STATUS_IO)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return STATUS_USAGE;
  }
  if (timeline) {
    chosen = dup_chosen (program, timeline, arguments, error);
    if (!chosen)
      return STATUS_USAGE;
    chn_check (timeline, program->today, report);
    if (!chn_timeline_check (timeline, error))
      return STATUS_IO;
  }
  gboolean with_notes = arguments_has (arguments, "notes");
  chn_report_sort (report);
  if (!print_findings (report, chosen, with_notes ? CHN_SEVERITY_NOTE : CHN_SEVERITY_WARNING, counts, error))
    return STATUS_IO;
  print_summary (chosen ? g_hash_table_size (chosen) : 0, counts, count_dropped (report), with_notes);
  gboolean wrong = !timeline || counts[CHN_SEVERITY_ERROR] > 0;
  return wrong ? STATUS_FINDINGS : STATUS_DONE;
}
