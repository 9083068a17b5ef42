/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * SUMMARY (RFC 5545, 3.8.1.12): the title, behind what says that the date is not exact, "≈ Sep 2014: " or "[2014] ",
 * for people who see nothing else.
 */
#include <string.h>

#include "format/ical/property/property.h"
#include "format/ical/text.h"

static const char untitled[] = "(untitled)";

/* A title is one line; breaks, which only escapes bring, and tabs are blanks of it. Changes the text. */
static const char *
make_title (char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    text[i] = (guchar) text[i] < ' ' ? ' ' : text[i];
  ChnSlice title = chn_slice_trim ((ChnSlice){ text, length });
  text[(gsize) (title.text - text) + title.length] = '\0';
  return title.text;
}

static void
read_summary (ChnIcalReader *reader)
{
  gsize length;
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_SUMMARY);
  char *text = line ? chn_ical_take_text (reader->event, line, &length) : NULL;
  const char *title = text ? make_title (text, length) : "";
  chn_event_borrow_text (reader->event, CHN_FIELD_TITLE, title[0] ? title : untitled);
  if (!title[0] && !reader->is_comparing)
    chn_ical_remark (reader, CHN_SEVERITY_WARNING, "missing-title", reader->line, NULL, "an event without SUMMARY");
}

static void
write_summary (ChnIcalWriter *writer)
{
  const char *title = chn_event_get_text (writer->event, CHN_FIELD_TITLE);
  if (writer->foreign.is_foreign && strcmp (title, untitled) == 0)
    return; /* it came without */
  chn_line_begin (&writer->line, "SUMMARY");
  if (writer->when.prefix)
    chn_line_put_text (&writer->line, writer->when.prefix);
  chn_line_put_text (&writer->line, title);
  chn_line_end (&writer->line);
}

static gboolean
stands (const ChnIcalWriter *writer)
{
  ChnSlice value = chn_ical_foreign_find (writer->event, CHN_ICAL_SUMMARY);
  g_autofree char *text = chn_ical_dup_text (&value);
  const char *title = make_title (text, strlen (text));
  return g_strcmp0 (title[0] ? title : untitled, chn_event_get_text (writer->event, CHN_FIELD_TITLE)) == 0;
}

/* Past what says that the date is not exact. */
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
edit_summary (ChnIcalEdit *edit)
{
  const char *shown = chn_event_get_text (edit->shown, CHN_FIELD_TITLE);
  const char *expected = chn_event_get_text (edit->expected, CHN_FIELD_TITLE);
  const char *before = chn_event_get_text (edit->event, CHN_FIELD_TITLE);
  if (strcmp (shown, untitled) == 0 || chn_text_is_same (shown, expected))
    return;
  g_autofree char *title = chn_text_dup_plain (chn_text_is_same (expected, before) ? shown : skip_prefix (shown));
  if (title[0] && !chn_text_is_same (title, before))
    chn_ical_edit_text (edit, CHN_ICAL_SUMMARY, CHN_FIELD_TITLE, title);
}

const ChnIcalProperty chn_ical_summary = {
  .names = CHN_ICAL_BIT (CHN_ICAL_SUMMARY),
  .is_text = TRUE,
  .fields = CHN_FIELD_BIT (CHN_FIELD_TITLE),
  .read = read_summary,
  .write = write_summary,
  .stands = stands,
  .edit = edit_summary,
};
