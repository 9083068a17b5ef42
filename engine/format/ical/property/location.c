/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* LOCATION (RFC 5545, 3.8.1.7): the place. */
#include "format/ical/property/property.h"
#include "format/ical/text.h"

static void
read_location (ChnIcalReader *reader)
{
  gsize length;
  const ChnIcalLine *line = chn_ical_lines_first (&reader->lines, CHN_ICAL_LOCATION);
  const char *text = line ? chn_ical_take_text (reader->event, line, &length) : "";
  if (!chn_text_is_blank (text))
    chn_event_borrow_text (reader->event, CHN_FIELD_PLACE, text);
}

static void
write_location (ChnIcalWriter *writer)
{
  chn_line_put_text_property (&writer->line, "LOCATION", chn_event_get_text (writer->event, CHN_FIELD_PLACE));
}

static gboolean
stands (const ChnIcalWriter *writer)
{
  ChnSlice value = chn_ical_foreign_find (writer->event, CHN_ICAL_LOCATION);
  return chn_ical_text_says (&value, writer->event, CHN_FIELD_PLACE);
}

/* A place that is gone was taken away: clients that keep the payload keep places too. */
static void
edit_location (ChnIcalEdit *edit)
{
  const char *shown = chn_event_get_text (edit->shown, CHN_FIELD_PLACE);
  g_autofree char *place = chn_text_dup_plain (shown);
  if (!chn_text_is_same (shown, chn_event_get_text (edit->expected, CHN_FIELD_PLACE)))
    chn_ical_edit_text (edit, CHN_ICAL_LOCATION, CHN_FIELD_PLACE, place);
}

const ChnIcalProperty chn_ical_location = {
  .names = CHN_ICAL_BIT (CHN_ICAL_LOCATION),
  .is_text = TRUE,
  .fields = CHN_FIELD_BIT (CHN_FIELD_PLACE),
  .read = read_location,
  .write = write_location,
  .stands = stands,
  .edit = edit_location,
};
