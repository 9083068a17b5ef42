/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which findings of "chancery check" are told, and how many there are. */
#include "check-telling.h"

#include <stdio.h>

/* Findings that the report counted and did not keep. */
static guint
count_dropped (const ChnReport *report)
{
  guint added = 0, kept = 0;
  for (guint severity = CHN_SEVERITY_NOTE; severity <= CHN_SEVERITY_ERROR; severity++)
    added += chn_report_count (report, (ChnSeverity) severity);
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    kept += chn_report_get_finding (report, i)->ignored ? 0 : 1;
  return added - kept;
}

static void
take (CheckTelling *telling, const ChnFinding *finding, CheckBaseline *baseline)
{
  ChnToldFinding told = { finding, !finding->ignored && check_baseline_take (baseline, finding) };
  telling->n_ignored += finding->ignored ? 1 : 0;
  telling->n_known += told.is_known ? 1 : 0;
  telling->counts[finding->severity] += finding->ignored || told.is_known ? 0 : 1;
  g_array_append_val (telling->told, told);
}

void
check_telling_init (CheckTelling *telling, const ChnReport *report, GHashTable *chosen, const char *const *ignored,
                    CheckBaseline *baseline)
{
  *telling = (CheckTelling){ .told = g_array_new (FALSE, FALSE, sizeof (ChnToldFinding)),
                             .n_dropped = count_dropped (report) };
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (chosen && finding->event && !g_hash_table_contains (chosen, finding->event))
      continue;
    if (ignored && finding->severity < CHN_SEVERITY_ERROR && g_strv_contains (ignored, finding->code))
      telling->n_ignored++;
    else
      take (telling, finding, baseline);
  }
}

void
check_telling_clear (CheckTelling *telling)
{
  g_clear_pointer (&telling->told, g_array_unref);
}

char *
check_telling_dup_plain (const CheckTelling *telling, ChnSeverity least)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < telling->told->len; i++) {
    const ChnToldFinding *told = &g_array_index (telling->told, ChnToldFinding, i);
    if (told->is_known || told->finding->ignored || told->finding->severity < least)
      continue;
    g_autofree char *line = chn_finding_dup_line (told->finding);
    g_string_append_printf (out, "%s\n", line);
  }
  return g_string_free (out, FALSE);
}

static void
append_uncounted (GString *line, const CheckTelling *telling, guint n_mended)
{
  if (telling->n_ignored > 0)
    g_string_append_printf (line, "; %u ignored", telling->n_ignored);
  if (telling->n_known > 0)
    g_string_append_printf (line, "; %u in the baseline", telling->n_known);
  if (n_mended > 0)
    g_string_append_printf (line, "; %u of the baseline %s not found any more", n_mended,
                            n_mended == 1 ? "is" : "are");
}

void
check_telling_print_summary (const CheckTelling *telling, guint n_events, guint n_mended, gboolean with_notes)
{
  static const char *const plural[][2] = { { "note", "notes" }, { "warning", "warnings" }, { "error", "errors" } };
  g_autoptr (GString) line = g_string_new (NULL);
  for (int severity = CHN_SEVERITY_ERROR; severity >= CHN_SEVERITY_NOTE; severity--)
    g_string_append_printf (line, "%s%u %s", line->len > 0 ? ", " : "", telling->counts[severity],
                            plural[severity][telling->counts[severity] != 1]);
  if (telling->n_dropped > 0)
    g_string_append_printf (line, ", and %u more that are not shown", telling->n_dropped);
  if (n_events > 0)
    g_string_append_printf (line, " in %u %s", n_events, n_events == 1 ? "event" : "events");
  append_uncounted (line, telling, n_mended);
  if (!with_notes && telling->counts[CHN_SEVERITY_NOTE] > 0)
    g_string_append (line, "; --notes shows the notes");
  fprintf (stderr, "chancery: %s\n", line->str);
}
