/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery check: every finding of the readers, the registry and the lint rules, at its place. */
#include "check-rules.h"
#include "check-telling.h"
#include "command.h"
#include "fix.h"
#include "load.h"
#include "saving.h"

static const SavingFormat formats[] = { { "plain", ".txt" }, { "sarif", ".sarif" }, { "junit", ".xml" } };
enum { PLAIN, SARIF };

/* What programs read is whole, as far as memory goes. */
enum { MOST_WHOLE = 1000000 };

/* What the options ask for. */
typedef struct {
  int format;
  char **ignored;
  CheckBaseline *baseline;
  const char *writes_baseline;
} Request;

static void
clear_request (Request *request)
{
  g_strfreev (request->ignored);
  check_baseline_free (request->baseline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, clear_request)

static gboolean
read_request (const Program *program, const Arguments *arguments, Request *request, GError **error)
{
  const char *baseline = arguments_get (arguments, "baseline");
  request->writes_baseline = arguments_get (arguments, "write-baseline");
  request->format = saving_find_format (arguments, formats, G_N_ELEMENTS (formats), error);
  if (request->format < 0)
    return FALSE;
  request->ignored = check_rules_dup_ignored (arguments, error);
  if (!request->ignored)
    return FALSE;
  request->baseline = baseline ? check_baseline_read (program, baseline, error) : check_baseline_new ();
  return request->baseline != NULL;
}

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

static char *
dup_text (const CheckTelling *telling, const Request *request, gboolean with_notes)
{
  const ChnToldFinding *told = (const ChnToldFinding *) (gpointer) telling->told->data;
  if (request->format == PLAIN)
    return check_telling_dup_plain (telling, with_notes ? CHN_SEVERITY_NOTE : CHN_SEVERITY_WARNING);
  return request->format == SARIF ? chn_findings_dup_sarif (told, telling->told->len, VERSION)
                                  : chn_findings_dup_junit (told, telling->told->len);
}

/* What counts stands in the baseline; what events ignore is no part of it. */
static gboolean
write_baseline (const CheckTelling *telling, const char *path, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  for (guint i = 0; i < telling->told->len; i++) {
    const ChnFinding *finding = g_array_index (telling->told, ChnToldFinding, i).finding;
    if (!finding->ignored)
      g_ptr_array_add (findings, (gpointer) (guintptr) finding);
  }
  return check_baseline_write (path, (const ChnFinding *const *) findings->pdata, findings->len, error);
}

static Status
tell (const Program *program, const Arguments *arguments, const Request *request, const ChnReport *report,
      GHashTable *chosen, GError **error)
{
  g_auto (CheckTelling) telling = { 0 };
  gboolean with_notes = arguments_has (arguments, "notes");
  check_telling_init (&telling, report, chosen, (const char *const *) request->ignored, request->baseline);
  g_autofree char *text = dup_text (&telling, request, with_notes);
  const char *file = arguments_get_output (arguments);
  if (!(file ? saving_write (program, arguments, text, error) : console_print (text, error)))
    return STATUS_IO;
  if (request->writes_baseline && !write_baseline (&telling, request->writes_baseline, error))
    return STATUS_IO;
  check_telling_print_summary (&telling, chosen ? g_hash_table_size (chosen) : 0,
                               check_baseline_count_left (request->baseline), with_notes);
  return telling.counts[CHN_SEVERITY_ERROR] > 0 && !request->writes_baseline ? STATUS_FINDINGS : STATUS_DONE;
}

static Status
check_files (Program *program, const Arguments *arguments, const Request *request, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  if (request->format != PLAIN || request->writes_baseline || arguments_has (arguments, "baseline"))
    chn_report_set_most (report, MOST_WHOLE);
  g_autoptr (ChnTimeline) timeline = load_timeline (program, report, &cause);
  g_autoptr (GHashTable) chosen = NULL;
  if (!timeline && (chn_report_count (report, CHN_SEVERITY_ERROR) == 0 || failure_get_status (cause) == STATUS_IO)) {
    g_propagate_error (error, g_steal_pointer (&cause));
    return STATUS_USAGE;
  }
  if (timeline) {
    chosen = dup_chosen (program, timeline, arguments, error);
    if (!chosen)
      return STATUS_USAGE;
    chn_check (timeline, program->today, (const char *const *) request->ignored, report);
    if (!chn_timeline_check (timeline, error))
      return STATUS_IO;
  }
  chn_report_sort (report);
  Status status = tell (program, arguments, request, report, chosen, error);
  return timeline || status > STATUS_FINDINGS ? status : STATUS_FINDINGS;
}

Status
run_check (Program *program, const Arguments *arguments, GError **error)
{
  g_auto (Request) request = { 0 };
  const char *explained = arguments_get (arguments, "explain");
  if (arguments_has (arguments, "list"))
    return check_rules_list (error) ? STATUS_DONE : STATUS_IO;
  if (explained)
    return check_rules_explain (explained, error) ? STATUS_DONE : STATUS_USAGE;
  if (!read_request (program, arguments, &request, error) ||
      (arguments_has (arguments, "fix") && !fix_files (program, error)))
    return STATUS_USAGE;
  return check_files (program, arguments, &request, error);
}
