/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* DESCRIPTION (RFC 5545, 3.8.1.5): the event in words, of which the summary alone is a field of its own. */
#include <string.h>

#include "format/ical/property/property.h"
#include "format/ical/text.h"

/* One that is longer than texts may be, such as a page with its pictures, is kept as it stands. */
static gboolean
is_too_long (ChnIcalReader *reader, const ChnIcalLine *line)
{
  const guint64 most = reader->limits->value[CHN_LIMIT_TEXT];
  if (!line || line->value.length <= most)
    return FALSE;
  if (!reader->is_comparing)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "kept", line->line, "raise the bound with --max-text=N",
                     "DESCRIPTION has %" G_GSIZE_FORMAT " bytes, at most %" G_GUINT64_FORMAT
                     " are taken; it is kept, but not shown",
                     line->value.length, most);
  return TRUE;
}

static void
read_description (ChnIcalReader *reader)
{
  gsize length;
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_DESCRIPTION);
  if (is_too_long (reader, line))
    return;
  const char *text = line ? chn_ical_take_text (reader->event, line, &length) : "";
  if (!chn_text_is_blank (text))
    chn_event_borrow_text (reader->event, CHN_FIELD_SUMMARY, text);
}

/* The text of somebody else's calendar stands alone, while there is nothing that it does not tell. */
static void
write_description (ChnIcalWriter *writer)
{
  guint n_symbols = 0;
  chn_event_get_items (writer->event, CHN_FIELD_SYMBOLS, &n_symbols);
  gboolean plain =
      writer->foreign.is_foreign && n_symbols == 0 && !chn_vote_is_present (chn_event_get_vote (writer->event));
  chn_line_put_text_property (&writer->line, "DESCRIPTION",
                              plain ? chn_event_get_text (writer->event, CHN_FIELD_SUMMARY)
                                    : chn_describer_describe (writer->describer, &writer->context, writer->event));
}

static gboolean
stands (const ChnIcalWriter *writer)
{
  ChnSlice value = chn_ical_foreign_find (writer->event, CHN_ICAL_DESCRIPTION);
  const gboolean was_too_long = value.length > chn_limits_get_default ()->value[CHN_LIMIT_TEXT];
  const char *summary = chn_event_get_text (writer->event, CHN_FIELD_SUMMARY);
  if (was_too_long && (!summary || chn_text_is_blank (summary)))
    return TRUE;
  return chn_ical_text_says (&value, writer->event, CHN_FIELD_SUMMARY);
}

static gboolean
has_claims (const ChnEvent *event)
{
  guint n = 0, n_claims = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++)
    n_claims += citations[i].n_claims;
  return n_claims > 0;
}

/* Of an event alone nobody can say how its sources are judged: such lines are left out of what is compared. */
static char *
dup_without_judgements (const ChnEvent *event, const char *text)
{
  if (!has_claims (event))
    return g_strdup (text);
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  GString *kept = g_string_new (NULL);
  for (guint i = 0; lines[i]; i++)
    if (!chn_describer_is_judgement (lines[i]))
      g_string_append_printf (kept, "%s%s", i > 0 ? "\n" : "", lines[i]);
  return g_string_free (kept, FALSE);
}

/* What we put behind the summary. */
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

/* Leaves out the lines that we put there, each as often as we did. */
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
  g_autofree char *plain = chn_text_dup_plain (shown);
  g_autofree char *ours = chn_text_dup_plain (tail);
  if (!ours[0])
    return g_steal_pointer (&plain);
  if (!g_str_has_suffix (plain, ours))
    return dup_without_lines (plain, ours);
  plain[strlen (plain) - strlen (ours)] = '\0';
  return g_strstrip (g_steal_pointer (&plain));
}

static void
edit_description (ChnIcalEdit *edit)
{
  const char *written = chn_event_get_text (edit->expected, CHN_FIELD_SUMMARY);
  const char *before = chn_event_get_text (edit->event, CHN_FIELD_SUMMARY);
  g_autofree char *shown = dup_without_judgements (edit->event, chn_event_get_text (edit->shown, CHN_FIELD_SUMMARY));
  if (!chn_ical_edit_get_shown (edit, CHN_ICAL_DESCRIPTION) || chn_text_is_same (shown, written))
    return;
  g_autofree char *summary = dup_summary (shown, find_tail (written ? written : "", before));
  if (!chn_text_is_same (summary, before))
    chn_ical_edit_text (edit, CHN_ICAL_DESCRIPTION, CHN_FIELD_SUMMARY, summary);
}

const ChnIcalProperty chn_ical_description = {
  .names = CHN_ICAL_BIT (CHN_ICAL_DESCRIPTION),
  .is_text = TRUE,
  .fields = CHN_FIELD_BIT (CHN_FIELD_SUMMARY),
  .read = read_description,
  .write = write_description,
  .stands = stands,
  .edit = edit_description,
};
