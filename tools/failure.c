/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How the program says what went wrong: one line, and where a text is to blame, its place. */
#include "failure.h"

#include <chancery/store.h>
#include <stdio.h>
#include <string.h>

/* Characters of a word that is shown whole, and of a longer one what is shown of its ends. */
enum { LONGEST_WORD = 400, KEPT_HEAD = 120, KEPT_TAIL = 40 };

Status
failure_get_status (const GError *error)
{
  gboolean io = error->domain == G_FILE_ERROR || g_error_matches (error, CHN_ERROR, CHN_ERROR_IO);
  return io ? STATUS_IO : STATUS_USAGE;
}

/* Nobody reads a word that fills the screen: what was typed is shown by its ends. */
static char *
dup_without_long_words (const char *line)
{
  GString *out = g_string_new (NULL);
  for (const char *at = line; *at;) {
    gsize blank = strspn (at, " "), length = strcspn (at + blank, " ");
    const char *word = at + blank, *end = word + length;
    glong n = g_utf8_strlen (word, (gssize) length);
    g_string_append_len (out, at, (gssize) blank);
    const char *head = n > LONGEST_WORD ? g_utf8_offset_to_pointer (word, KEPT_HEAD) : end;
    g_string_append_len (out, word, head - word);
    if (n > LONGEST_WORD) {
      const char *tail = g_utf8_offset_to_pointer (end, -KEPT_TAIL);
      g_string_append (out, "…");
      g_string_append_len (out, tail, end - tail);
    }
    at = end;
  }
  return g_string_free (out, FALSE);
}

/* Nor is a password shown, whatever was typed in the place of a store. */
static char *
dup_without_passwords (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  for (char **word = words; *word; word++)
    if (strstr (*word, "://") && !strstr (*word, "http")) {
      char *shown = chn_store_dup_name (*word);
      g_free (*word);
      *word = shown;
    }
  return g_strjoinv (" ", words);
}

void
failure_print (const GError *error, const char *culprit)
{
  gsize offset = 0, length = 0;
  const char *hint = chn_error_get_hint (error);
  g_autofree char *line = g_strdup_printf ("%s%s%s", error->message, hint ? "; " : "", hint ? hint : "");
  g_autofree char *safe = dup_without_passwords (line);
  g_autofree char *visible = chn_text_dup_visible (safe, FALSE);
  g_autofree char *readable = dup_without_long_words (visible);
  fprintf (stderr, "chancery: %s\n", readable);
  if (!culprit || !chn_error_get_place (error, &offset, &length))
    return;
  g_autofree char *pointer = chn_text_dup_pointer (culprit, offset, length);
  fputs (pointer, stderr);
}

void
failure_print_findings (const ChnReport *report, const char *code, guint most)
{
  guint n = 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (strcmp (finding->code, code) != 0 || ++n > most)
      continue;
    g_autofree char *line = chn_finding_dup_line (finding);
    fprintf (stderr, "%s\n", line);
  }
  if (n > most)
    fprintf (stderr, "chancery: %u more of these [%s]; \"chancery check --notes\" has all\n", n - most, code);
}

/* How many warnings of a code there are, from one of them on; 0 where one before has it, and it was counted there. */
static guint
count_code (const ChnReport *report, guint first)
{
  const ChnFinding *wanted = chn_report_get_finding (report, first);
  guint count = 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (finding->severity != CHN_SEVERITY_WARNING || strcmp (finding->code, wanted->code) != 0)
      continue;
    if (i < first)
      return 0;
    count++;
  }
  return count;
}

void
failure_print_counts (const ChnReport *report)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  guint n = chn_report_count (report, CHN_SEVERITY_WARNING), n_named = 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    guint count = finding->severity == CHN_SEVERITY_WARNING ? count_code (report, i) : 0;
    if (count > 0)
      g_string_append_printf (codes, "%s%u %s", codes->len > 0 ? ", " : "", count, finding->code);
    n_named += count;
  }
  if (n > n_named)
    g_string_append_printf (codes, ", %u more", n - n_named);
  if (n > 0)
    fprintf (stderr, "chancery: %u %s about the input (%s); --warnings shows %s\n", n,
             n == 1 ? "warning" : "warnings", codes->str, n == 1 ? "it" : "them");
}

void
failure_print_report (const ChnReport *report, ChnSeverity least)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    if (finding->severity < least)
      continue;
    g_autofree char *line = chn_finding_dup_line (finding);
    fprintf (stderr, "%s\n", line);
  }
}
