/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One field that was edited: its new value, and what is said of it. */
#include "format/ical/edit.h"

#include <string.h>

#include "base/report.h"

enum { MOST_SHOWN = 60 };

const ChnIcalLine *
chn_ical_edit_get_shown (const ChnIcalEdit *edit, ChnIcalName name)
{
  return chn_ical_lines_first (&edit->reader->lines, name);
}

const ChnIcalLine *
chn_ical_edit_get_written (const ChnIcalEdit *edit, ChnIcalName name)
{
  return chn_ical_lines_first (edit->written, name);
}

void
chn_ical_edit_note (ChnIcalEdit *edit, const ChnIcalLine *line, ChnField field, const char *now)
{
  edit->any = TRUE;
  const char *name = chn_field_get_info (field)->name;
  gsize length = strlen (now), shown = length;
  if (length > MOST_SHOWN && g_utf8_strlen (now, (gssize) length) > MOST_SHOWN)
    shown = (gsize) (g_utf8_offset_to_pointer (now, MOST_SHOWN) - now);
  g_autofree char *message = now[0] ? g_strdup_printf ("%s was edited in the calendar: \"%.*s%s\"", name, (int) shown,
                                                       now, shown < length ? "…" : "")
                                    : g_strdup_printf ("%s was taken away in the calendar", name);
  chn_report_add (edit->reader->report, &(ChnFinding){
                                            .severity = CHN_SEVERITY_NOTE,
                                            .code = "edited",
                                            .file = edit->reader->job->name,
                                            .line = line ? line->line : edit->reader->line,
                                            .column = 1,
                                            .event = chn_event_get_text (edit->event, CHN_FIELD_ID),
                                            .message = message,
                                        });
}

void
chn_ical_edit_text (ChnIcalEdit *edit, ChnIcalName name, ChnField field, const char *text)
{
  chn_ical_edit_note (edit, chn_ical_edit_get_shown (edit, name), field, text);
  chn_event_set_text (edit->event, field, text[0] ? text : NULL, -1);
}
