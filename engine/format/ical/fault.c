/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Findings of the iCalendar reader: where, which event, what, and what to do. */
#include "base/report.h"
#include "base/utf8.h"
#include "format/ical/reader.h"

/* "…  (UID 5fc8@example.org)", which is how a calendar app's user can find the event. */
static char *
dup_message (const ChnIcalReader *reader, const char *message)
{
  if (reader->uid.length == 0)
    return g_strdup (message);
  return g_strdup_printf ("%s (UID %.*s)", message, chn_slice_show (&reader->uid), reader->uid.text);
}

static guint
get_column (const ChnIcalLine *line, const char *at)
{
  return at ? 1 + (guint) chn_utf8_count (line->head.text, (gsize) (at - line->head.text)) : 1;
}

void
chn_ical_fault_at (ChnIcalReader *reader, guint line, guint column, const GError *error)
{
  g_autofree char *message = dup_message (reader, error->message);
  g_autoptr (GError) full = NULL;
  chn_error_reword (&full, error, "%s", message);
  chn_report_add_error (reader->report, reader->job->name, line, column,
                        chn_event_get_text (reader->event, CHN_FIELD_ID), full);
}

void
chn_ical_fault (ChnIcalReader *reader, const ChnIcalLine *line, const char *at, ChnError code, const char *hint,
                const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, code, hint, "%s", message);
  chn_ical_fault_at (reader, line->line, get_column (line, at), error);
}

void
chn_ical_fault_in_value (ChnIcalReader *reader, const ChnIcalLine *line, const GError *error)
{
  gsize offset = 0;
  chn_error_get_place (error, &offset, NULL);
  chn_ical_fault_at (reader, line->line, get_column (line, line->value.text + MIN (offset, line->value.length)),
                     error);
}

static void
add_remark (ChnIcalReader *reader, ChnSeverity severity, const ChnIcalPending *remark, const char *hint)
{
  g_autofree char *message = dup_message (reader, remark->message);
  chn_report_add (reader->report, &(ChnFinding){
                                      .severity = severity,
                                      .code = remark->code,
                                      .file = reader->job->name,
                                      .line = remark->line,
                                      .column = remark->column,
                                      .event = chn_event_get_text (reader->event, CHN_FIELD_ID),
                                      .message = message,
                                      .hint = hint,
                                  });
}

void
chn_ical_remark (ChnIcalReader *reader, ChnSeverity severity, const char *code, guint line, const char *hint,
                 const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_remark (reader, severity, &(ChnIcalPending){ line, 1, code, text }, hint);
}

void
chn_ical_report_pending (ChnIcalReader *reader, const ChnIcalPending *pending)
{
  add_remark (reader, CHN_SEVERITY_WARNING, pending, NULL);
}

/* "DTEND", as it is written. */
static ChnSlice
get_name (const ChnIcalLine *line)
{
  ChnSlice rest = line->head, name = chn_slice_split (&rest, ';');
  return chn_slice_trim (name);
}

void
chn_ical_leave_out (ChnIcalReader *reader, const ChnIcalLine *line, const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const ChnSlice name = get_name (line);
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "left-out", line->line, hint, "%.*s \"%.*s\" is left out: %s",
                   chn_slice_show (&name), name.text, chn_slice_show (&line->value), line->value.text, why);
  if (!reader->is_comparing)
    chn_ical_lines_remove (&reader->lines, line);
}

void
chn_ical_mend (ChnIcalReader *reader, const ChnIcalLine *line, const char *content, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const ChnSlice shown = { content, strlen (content) };
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "mended", line->line, NULL, "%s; it is taken as %.*s", why,
                   chn_slice_show (&shown), shown.text);
  if (!reader->is_comparing)
    chn_ical_lines_replace (&reader->lines, line, content);
}
