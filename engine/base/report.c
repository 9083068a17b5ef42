/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reports: findings kept in order, bounded, sorted by place. */
#include "base/report.h"

#include <stdlib.h>

#include "base/brief.h"
#include "base/error.h"
#include "base/guard.h"

enum { MOST_FINDINGS = 1000 };

typedef struct {
  ChnFinding finding;
  ChnHint *hint; /* of the finding, until it is read */
} Kept;

struct _ChnReport {
  GArray *findings; /* Kept */
  GStringChunk *texts;
  guint count[CHN_SEVERITY_ERROR + 1];
  guint n_ignored;
  guint most; /* that are kept of each severity */
  gboolean lenient;
};

static void
clear_kept (gpointer data)
{
  chn_hint_unref (((Kept *) data)->hint);
}

ChnReport *
chn_report_new (void)
{
  ChnReport *report = g_new0 (ChnReport, 1);
  report->findings = g_array_new (FALSE, TRUE, sizeof (Kept));
  g_array_set_clear_func (report->findings, clear_kept);
  report->texts = g_string_chunk_new (1024);
  report->most = MOST_FINDINGS;
  return report;
}

void
chn_report_set_most (ChnReport *report, guint most)
{
  report->most = most;
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
keep (const ChnReport *report, const char *text)
{
  g_autofree char *brief = text ? chn_brief_dup (text) : NULL;
  return text ? g_string_chunk_insert_const (report->texts, brief ? brief : text) : NULL;
}

static ChnSeverity
take_severity (const ChnReport *report, ChnSeverity severity)
{
  return report->lenient && severity == CHN_SEVERITY_ERROR ? CHN_SEVERITY_WARNING : severity;
}

gboolean
chn_report_would_keep (const ChnReport *report, ChnSeverity severity)
{
  return report->count[take_severity (report, severity)] < report->most;
}

/* Adds a finding whose hint, where there is one, is that text or is yet to be made. */
static void
add (ChnReport *report, const ChnFinding *finding, ChnHint *hint)
{
  g_return_if_fail (finding->severity <= CHN_SEVERITY_ERROR);
  guint *count = finding->ignored ? &report->n_ignored : &report->count[take_severity (report, finding->severity)];
  gboolean is_kept = *count < report->most;
  Kept kept = { *finding, NULL };
  kept.finding.severity = take_severity (report, finding->severity);
  ++*count;
  if (!is_kept)
    return;
  kept.finding.code = keep (report, finding->code);
  kept.finding.file = keep (report, finding->file);
  kept.finding.event = keep (report, finding->event);
  kept.finding.message = keep (report, finding->message);
  kept.finding.hint = keep (report, finding->hint);
  kept.finding.ignored = keep (report, finding->ignored);
  kept.hint = chn_hint_ref (hint);
  g_array_append_val (report->findings, kept);
}

void
chn_report_add (ChnReport *report, const ChnFinding *finding)
{
  add (report, finding, NULL);
}

gboolean
chn_report_only_counts (ChnReport *report, ChnSeverity severity)
{
  if (chn_report_would_keep (report, severity))
    return FALSE;
  report->count[take_severity (report, severity)]++;
  return TRUE;
}

void
chn_report_add_hinted (ChnReport *report, const ChnFinding *finding, const GError *error)
{
  add (report, finding, chn_error_peek_hint (error));
}

void
chn_report_append (ChnReport *report, const ChnReport *more)
{
  for (guint i = 0; i < more->findings->len; i++) {
    const Kept *kept = &g_array_index (more->findings, Kept, i);
    add (report, &kept->finding, kept->hint);
  }
  for (guint i = 0; i < G_N_ELEMENTS (more->count); i++)
    if (more->count[i] > more->most)
      report->count[take_severity (report, (ChnSeverity) i)] += more->count[i] - more->most;
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
  ChnFinding finding = {
    .severity = CHN_SEVERITY_ERROR,
    .code = ours ? codes[error->code] : "io",
    .file = file,
    .line = line,
    .column = column,
    .event = event,
    .message = error->message,
  };
  chn_report_add_hinted (report, &finding, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const ChnFinding *x = &((const Kept *) a)->finding, *y = &((const Kept *) b)->finding;
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
  Kept *kept = &g_array_index (report->findings, Kept, index);
  if (kept->hint) {
    const char *hint = chn_hint_get_text (kept->hint);
    kept->finding.hint = keep (report, hint);
    g_clear_pointer (&kept->hint, chn_hint_unref);
  }
  return &kept->finding;
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
    if (g_array_index (report->findings, Kept, i).finding.severity != CHN_SEVERITY_ERROR)
      continue;
    g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, i));
    if (n_errors > 1)
      chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s (and %u more)", line, n_errors - 1);
    else
      chn_error_set (error, CHN_ERROR_SYNTAX, NULL, "%s", line);
    return TRUE;
  }
  return FALSE;
}
