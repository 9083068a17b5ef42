/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What an import says: how far it is, what it took otherwise than it stands, what it did not take. */
#include "import-said.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "console.h"
#include "failure.h"

/* Findings of a kind, and names, that are shown. */
enum { MOST_SHOWN = 5, MOST_NAMES = 20 };

static void
append_words (GString *out, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);
  g_autofree char *joined = g_strjoinv (", ", list);
  g_auto (GStrv) lines = chn_text_wrap (joined, 92);
  for (char **line = lines; *line; line++)
    g_string_append_printf (out, "      %s\n", *line);
}

gboolean
import_said_columns (GError **error)
{
  guint n = 0;
  const ChnImportColumn *columns = chn_import_get_columns (&n);
  g_autoptr (GString) out = g_string_new ("Fields, and the words that head their columns, in any case and order:\n");
  for (guint i = 0; i < n; i++) {
    g_string_append_printf (out, "  %-12s %s\n", columns[i].name, columns[i].note);
    append_words (out, columns[i].words);
  }
  g_string_append (out, "  extra        kept with the event under the heading: what no other field takes\n"
                        "  ignore       left out, where a mapping says so\n"
                        "Besides, the name of a role heads actors in that role: sponsor, subject, speaker …\n");
  return console_print (out->str, error);
}

void
import_said_progress (guint n_rows, gpointer unused)
{
  (void) unused;
  fprintf (stderr, "\r%u rows", n_rows);
}

void
import_said_end_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

static gboolean
is_known (GPtrArray *codes, const char *code)
{
  for (guint i = 0; i < codes->len; i++)
    if (strcmp (codes->pdata[i], code) == 0)
      return TRUE;
  return FALSE;
}

static void
print_some (const ChnReport *report, const char *code)
{
  guint n = 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (finding->severity == CHN_SEVERITY_ERROR || strcmp (finding->code, code) != 0 || ++n > MOST_SHOWN)
      continue;
    g_autofree char *line = chn_finding_dup_line (finding);
    fprintf (stderr, "%s\n", line);
  }
  if (n > MOST_SHOWN)
    fprintf (stderr, "chancery: %u more of these [%s]\n", n - MOST_SHOWN, code);
}

void
import_said_report (const ChnReport *report)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const char *code = chn_report_get_finding (report, i)->code;
    if (is_known (codes, code))
      continue;
    g_ptr_array_add (codes, (gpointer) code);
    print_some (report, code);
  }
}

void
import_said_unknown (const ChnImport *import, const char *declared)
{
  g_auto (GStrv) lines = chn_import_dup_unknown (import);
  guint n = g_strv_length (lines);
  for (guint i = 0; i < MIN (n, MOST_NAMES); i++) {
    g_autofree char *visible = chn_text_dup_visible (lines[i], FALSE);
    fprintf (stderr, "chancery: %s\n", visible);
  }
  if (n > MOST_NAMES)
    fprintf (stderr, "chancery: %u more unknown names\n", n - MOST_NAMES);
  if (n > 0 && !declared)
    fputs (
        "chancery: unknown names are kept beside the fields of their events; --declare registry.yaml writes a file "
        "that declares them\n",
        stderr);
  if (n > 0 && declared)
    fprintf (stderr, "chancery: %s declares them, as registry.yaml beside the timeline; look it through\n", declared);
}

/* ", 3 not taken" */
static void
append_count (GString *out, guint n, const char *one, const char *many)
{
  if (n > 0)
    g_string_append_printf (out, "%s%u %s", out->len > 0 ? ", " : "", n, n == 1 ? one : many);
}

void
import_said_counts (const ChnImport *import, gboolean rejects_are_kept)
{
  const ChnImportCounts *counts = chn_import_get_counts (import);
  g_autoptr (GString) out = g_string_new (NULL);
  append_count (out, counts->n_new, "new event", "new events");
  append_count (out, counts->n_changed, "event changed", "events changed");
  append_count (out, counts->n_same, "event as it was", "events as they were");
  append_count (out, counts->n_kept, "event left as it was edited", "events left as they were edited");
  append_count (out, counts->n_sources, "new source", "new sources");
  append_count (out, counts->n_passed, "heading among the rows", "headings among the rows");
  append_count (out, counts->n_others, "row that names nobody asked for", "rows that name nobody asked for");
  append_count (out, counts->n_joined, "row joined to another of the same event",
                "rows joined to others of the same event");
  append_count (out, counts->n_refused, "row not taken", "rows not taken");
  fprintf (stderr, "chancery: %u %s: %s%s\n", counts->n_rows, counts->n_rows == 1 ? "row" : "rows",
           out->len > 0 ? out->str : "nothing to take",
           counts->n_refused > 0 && !rejects_are_kept ? "; --rejects FILE.csv keeps these with the reasons" : "");
}
