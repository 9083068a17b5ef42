/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of an edit, and the text that it is said of. */
#include "format/ical/edit.h"

char *
chn_ical_edit_dup_text (const ChnIcalLine *line)
{
  if (!line)
    return NULL;
  GString *text = g_string_new (NULL);
  chn_ical_append_text (text, line->value.text, line->value.length);
  return g_string_free (text, FALSE);
}

void
chn_ical_edit_note (ChnIcalEdit *edit, const ChnIcalLine *line, ChnField field, const char *now)
{
  edit->any = TRUE;
  g_autofree char *brief = g_utf8_strlen (now, -1) > 60 ? g_utf8_substring (now, 0, 60) : NULL;
  g_autofree char *message =
      now[0] ? g_strdup_printf ("%s was edited in the calendar: \"%s%s\"", chn_field_get_info (field)->name,
                                brief ? brief : now, brief ? "…" : "")
             : g_strdup_printf ("%s was taken away in the calendar", chn_field_get_info (field)->name);
  chn_report_add (edit->reader->report, &(ChnFinding){
                                            .severity = CHN_SEVERITY_NOTE,
                                            .code = "edited",
                                            .file = edit->reader->job->name,
                                            .line = line ? line->line : edit->reader->line,
                                            .column = 1,
                                            .event = chn_event_get_text (edit->before, CHN_FIELD_ID),
                                            .message = message,
                                        });
}
