/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reports: findings kept in order, bounded, sorted by place. */
#include "base/report.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/guard.h"

enum { MOST_FINDINGS = 1000 };

struct _ChnReport {
  GArray *findings; /* ChnFinding */
  GStringChunk *texts;
  guint count[CHN_SEVERITY_ERROR + 1];
  gboolean lenient;
};

ChnReport *
chn_report_new (void)
{
  ChnReport *report = g_new0 (ChnReport, 1);
  report->findings = g_array_new (FALSE, TRUE, sizeof (ChnFinding));
  report->texts = g_string_chunk_new (1024);
  return report;
}

void
chn_report_free (ChnReport *report)
{
  if (!report)
    return;
  g_array_unref (report->findings);
  g_string_chunk_free (report->texts);
  g_free (report);
}

static const char *
keep (ChnReport *report, const char *text)
{
  return text ? g_string_chunk_insert_const (report->texts, text) : NULL;
}

static ChnSeverity
take_severity (const ChnReport *report, ChnSeverity severity)
{
  return report->lenient && severity == CHN_SEVERITY_ERROR ? CHN_SEVERITY_WARNING : severity;
}

void
chn_report_add (ChnReport *report, const ChnFinding *finding)
{
  g_return_if_fail (finding->severity <= CHN_SEVERITY_ERROR);
  ChnFinding kept = *finding;
  kept.severity = take_severity (report, finding->severity);
  if (report->count[kept.severity]++ >= MOST_FINDINGS)
    return;
  kept.code = keep (report, finding->code);
  kept.file = keep (report, finding->file);
  kept.event = keep (report, finding->event);
  kept.message = keep (report, finding->message);
  kept.hint = keep (report, finding->hint);
  g_array_append_val (report->findings, kept);
}

void
chn_report_append (ChnReport *report, const ChnReport *more)
{
  for (guint i = 0; i < more->findings->len; i++)
    chn_report_add (report, &g_array_index (more->findings, ChnFinding, i));
  for (guint i = 0; i < G_N_ELEMENTS (more->count); i++)
    if (more->count[i] > MOST_FINDINGS)
      report->count[take_severity (report, (ChnSeverity) i)] += more->count[i] - MOST_FINDINGS;
}

void
chn_report_set_lenient (ChnReport *report, gboolean lenient)
{
  report->lenient = lenient;
}

void
chn_report_add_error (ChnReport *report, const char *file, guint line, guint column, const char *event,
                      const GError *error)
{
  static const char *const codes[] = {
    [CHN_ERROR_SYNTAX] = "syntax",           [CHN_ERROR_RANGE] = "range",
    [CHN_ERROR_UNKNOWN] = "unknown-name",    [CHN_ERROR_AMBIGUOUS] = "ambiguous-name",
    [CHN_ERROR_CONFLICT] = "conflict",       [CHN_ERROR_LIMIT] = "limit",
    [CHN_ERROR_UNSUPPORTED] = "unsupported", [CHN_ERROR_IO] = "io",
  };
  gboolean ours = error->domain == CHN_ERROR && (guint) error->code < G_N_ELEMENTS (codes);
  chn_report_add (report, &(ChnFinding){
                              .severity = CHN_SEVERITY_ERROR,
                              .code = ours ? codes[error->code] : "io",
                              .file = file,
                              .line = line,
                              .column = column,
                              .event = event,
                              .message = error->message,
                              .hint = chn_error_get_hint (error),
                          });
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ChnFinding *x = a, *y = b;
  int order = g_strcmp0 (x->file, y->file);
  if (order == 0)
    order = (x->line > y->line) - (x->line < y->line);
  return order != 0 ? order : (x->column > y->column) - (x->column < y->column);
}

void
chn_report_sort (ChnReport *report)
{
  g_array_sort (report->findings, compare_places); /* GLib's sort is stable */
}

guint
chn_report_get_n_findings (const ChnReport *report)
{
  return report->findings->len;
}

const ChnFinding *
chn_report_get_finding (const ChnReport *report, guint index)
{
  g_return_val_if_fail (index < report->findings->len, NULL);
  return &g_array_index (report->findings, ChnFinding, index);
}

guint
chn_report_count (const ChnReport *report, ChnSeverity severity)
{
  g_return_val_if_fail (severity <= CHN_SEVERITY_ERROR, 0);
  return report->count[severity];
}

char *
chn_finding_dup_line (const ChnFinding *finding)
{
  static const char *const names[] = { "note", "warning", "error" };
  GString *line = g_string_new (NULL);
  if (finding->file)
    g_string_append_printf (line, "%s:", finding->file);
  if (finding->line > 0)
    g_string_append_printf (line, "%u:%u:", finding->line, finding->column);
  g_string_append_printf (line, "%s%s: %s", line->len > 0 ? " " : "", names[finding->severity], finding->message);
  if (finding->hint)
    g_string_append_printf (line, "; %s", finding->hint);
  g_string_append_printf (line, " [%s]", finding->code);
  g_autofree char *raw = g_string_free (line, FALSE);
  return chn_guard_dup_visible (raw, -1, FALSE);
}

gboolean
chn_report_to_error (const ChnReport *report, GError **error)
{
  guint n_errors = report->count[CHN_SEVERITY_ERROR];
  for (guint i = 0; i < report->findings->len; i++) {
    const ChnFinding *finding = &g_array_index (report->findings, ChnFinding, i);
    if (finding->severity != CHN_SEVERITY_ERROR)
      continue;
    g_autofree char *line = chn_finding_dup_line (finding);
    if (n_errors > 1)
      chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s (and %u more)", line, n_errors - 1);
    else
      chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s", line);
    return TRUE;
  }
  return FALSE;
}
