/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings as JUnit's XML: a case that failed for each finding, one that passed for each rule that found nothing. */
#include <chancery/check.h>
#include <chancery/findings.h>

#include "base/guard.h"

typedef struct {
  guint n_cases, n_failures, n_skipped;
} Counts;

static gboolean
is_skipped (const ChnToldFinding *told)
{
  return told->finding->ignored || told->is_known;
}

/* Control characters have no place in XML, not even escaped. */
static char *
dup_escaped (const char *text)
{
  g_autofree char *visible = chn_guard_dup_visible (text, -1, FALSE);
  return g_markup_escape_text (visible, -1);
}

static void
put_attribute (GString *out, const char *name, const char *text)
{
  g_autofree char *escaped = dup_escaped (text);
  g_string_append_printf (out, " %s=\"%s\"", name, escaped);
}

static void
open_case (GString *out, const char *file, const char *name)
{
  g_string_append (out, "    <testcase");
  put_attribute (out, "classname", file ? file : "chancery");
  put_attribute (out, "name", name);
}

static void
put_told (GString *out, const ChnFinding *finding)
{
  g_autofree char *line = chn_finding_dup_line (finding);
  g_autofree char *escaped = dup_escaped (line);
  if (finding->severity == CHN_SEVERITY_NOTE) {
    g_string_append_printf (out, "      <system-out>%s</system-out>\n", escaped);
    return;
  }
  g_string_append (out, "      <failure");
  put_attribute (out, "type", finding->severity == CHN_SEVERITY_ERROR ? "error" : "warning");
  put_attribute (out, "message", finding->message);
  g_string_append_printf (out, ">%s</failure>\n", escaped);
}

static void
put_finding (GString *out, const ChnToldFinding *told)
{
  const ChnFinding *finding = told->finding;
  g_autofree char *name =
      g_strdup_printf ("%s%s%s", finding->code, finding->event ? " " : "", finding->event ? finding->event : "");
  open_case (out, finding->file, name);
  if (finding->file && finding->line > 0) {
    put_attribute (out, "file", finding->file);
    g_string_append_printf (out, " line=\"%u\"", finding->line);
  }
  g_string_append (out, ">\n");
  if (is_skipped (told)) {
    g_string_append (out, "      <skipped");
    put_attribute (out, "message", finding->ignored ? finding->ignored : "in the baseline");
    g_string_append (out, "/>\n");
  } else {
    put_told (out, finding);
  }
  g_string_append (out, "    </testcase>\n");
}

static gboolean
found_something (const ChnToldFinding *findings, guint n, const char *code)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (findings[i].finding->code, code) == 0)
      return TRUE;
  return FALSE;
}

static void
put_passed (GString *out, const ChnToldFinding *findings, guint n, Counts *counts)
{
  const ChnRule *rule = NULL;
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++) {
    if (found_something (findings, n, rule->code))
      continue;
    open_case (out, NULL, rule->code);
    g_string_append (out, "/>\n");
    counts->n_cases++;
  }
}

static void
put_failed (GString *out, const ChnToldFinding *findings, guint n, Counts *counts)
{
  for (guint i = 0; i < n; i++) {
    put_finding (out, &findings[i]);
    counts->n_cases++;
    counts->n_skipped += is_skipped (&findings[i]) ? 1 : 0;
    counts->n_failures += !is_skipped (&findings[i]) && findings[i].finding->severity > CHN_SEVERITY_NOTE ? 1 : 0;
  }
}

char *
chn_findings_dup_junit (const ChnToldFinding *findings, guint n)
{
  Counts counts = { 0 };
  g_autoptr (GString) cases = g_string_new (NULL);
  put_failed (cases, findings, n, &counts);
  put_passed (cases, findings, n, &counts);
  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites>\n"
      "  <testsuite name=\"chancery check\" tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"%u\">\n"
      "%s"
      "  </testsuite>\n"
      "</testsuites>\n",
      counts.n_cases, counts.n_failures, counts.n_skipped, cases->str);
}
