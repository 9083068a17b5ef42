/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether title, description or place were edited. Of the description only the summary is the event's own. */
#include <string.h>

#include "format/ical/edit.h"

/* Clients cut blanks off ends and keep line ends as they like. */
static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  for (const char *at = text ? text : ""; *at; at++)
    if (*at != '\r')
      g_string_append_c (plain, *at);
  return g_strstrip (g_string_free (plain, FALSE));
}

/* Line breaks and tabs are blanks to some. */
static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *plain_a = g_strdelimit (dup_plain (a), "\n\t", ' ');
  g_autofree char *plain_b = g_strdelimit (dup_plain (b), "\n\t", ' ');
  return strcmp (plain_a, plain_b) == 0;
}

/* Past what says that the date is not exact: "≈ Sep 2014: " or "[2014] ". */
static const char *
skip_prefix (const char *text)
{
  const char *end = NULL;
  if (g_str_has_prefix (text, "≈ "))
    end = strstr (text, ": ");
  else if (text[0] == '[')
    end = strstr (text, "] ");
  return end ? end + 2 : text;
}

static void
edit_title (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_SUMMARY];
  const char *before = chn_event_get_text (edit->before, CHN_FIELD_TITLE);
  g_autofree char *shown = chn_ical_edit_dup_text (line);
  g_autofree char *written = chn_ical_edit_dup_text (edit->expected[CHN_ICAL_SUMMARY]);
  if (!shown || !written || is_same (shown, written))
    return;
  gboolean marked = !is_same (written, before);
  g_autofree char *title = dup_plain (marked ? skip_prefix (shown) : shown);
  g_strdelimit (title, "\n\t", ' ');
  if (!title[0] || is_same (title, before))
    return;
  chn_event_set_text (edit->event, CHN_FIELD_TITLE, title, -1);
  chn_ical_edit_note (edit, line, CHN_FIELD_TITLE, title);
}

/* What the writer puts behind the summary. */
static const char *
find_tail (const char *written, const char *summary)
{
  if (!summary || !g_str_has_prefix (written, summary))
    return written;
  const char *tail = written + strlen (summary);
  while (*tail == '\n')
    tail++;
  return tail;
}

/* Leaves out the lines that the writer put there, each as often as it did. */
static char *
dup_without_lines (const char *text, const char *tail)
{
  g_auto (GStrv) ours = g_strsplit (tail, "\n", -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  GString *kept = g_string_new (NULL);
  for (guint i = 0; ours[i]; i++)
    if (*g_strchomp (ours[i]))
      g_hash_table_insert (left, ours[i],
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (left, ours[i])) + 1));
  for (guint i = 0; lines[i]; i++) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (left, g_strchomp (lines[i])));
    if (n > 0)
      g_hash_table_insert (left, lines[i], GUINT_TO_POINTER (n - 1));
    else
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", lines[i]);
  }
  return g_strstrip (g_string_free (kept, FALSE));
}

static char *
dup_summary (const char *shown, const char *tail)
{
  g_autofree char *plain = dup_plain (shown);
  g_autofree char *ours = dup_plain (tail);
  if (!ours[0])
    return g_steal_pointer (&plain);
  if (!g_str_has_suffix (plain, ours))
    return dup_without_lines (plain, ours);
  plain[strlen (plain) - strlen (ours)] = '\0';
  return g_strstrip (g_steal_pointer (&plain));
}

static void
edit_summary (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_DESCRIPTION];
  const char *before = chn_event_get_text (edit->before, CHN_FIELD_SUMMARY);
  g_autofree char *shown = chn_ical_edit_dup_text (line);
  g_autofree char *written = chn_ical_edit_dup_text (edit->expected[CHN_ICAL_DESCRIPTION]);
  if (!shown || is_same (shown, written))
    return;
  g_autofree char *summary = dup_summary (shown, find_tail (written ? written : "", before));
  if (is_same (summary, before))
    return;
  chn_event_set_text (edit->event, CHN_FIELD_SUMMARY, summary[0] ? summary : NULL, -1);
  chn_ical_edit_note (edit, line, CHN_FIELD_SUMMARY, summary);
}

/* A place that is gone was taken away: clients that keep the payload keep places too. */
static void
edit_place (ChnIcalEdit *edit)
{
  const ChnIcalLine *line = edit->reader->only[CHN_ICAL_LOCATION];
  const ChnIcalLine *expected = edit->expected[CHN_ICAL_LOCATION];
  g_autofree char *shown = chn_ical_edit_dup_text (line);
  g_autofree char *written = chn_ical_edit_dup_text (expected);
  if (is_same (shown, written))
    return;
  g_autofree char *place = dup_plain (shown);
  chn_event_set_text (edit->event, CHN_FIELD_PLACE, place[0] ? place : NULL, -1);
  chn_ical_edit_note (edit, line, CHN_FIELD_PLACE, place);
}

void
chn_ical_edit_texts (ChnIcalEdit *edit)
{
  edit_title (edit);
  edit_summary (edit);
  edit_place (edit);
}
