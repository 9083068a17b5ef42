/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a calendar says of itself (RFC 5545, 3.7; RFC 7986, 5): its name, description and zone; the rest is kept. */
#include "format/ical/read-header.h"

#include <string.h>

#include "format/ical/carried.h"
#include "format/ical/read-event.h"

static void
keep (ChnIcalReader *reader, const ChnScanLine *line)
{
  ChnSlice head = { line->content.text, (gsize) (line->value.text - line->content.text) - 1 };
  g_autofree char *value = g_strndup (line->value.text, line->value.length);
  chn_timeline_builder_add_header_extra (reader->builder, chn_ical_make_key (reader, &head), value);
}

static const char *
get_text (ChnIcalReader *reader, const ChnScanLine *line)
{
  chn_ical_assign_text (reader->text, line->value.text, line->value.length);
  return reader->text->str;
}

static void
set_header (ChnIcalReader *reader, ChnHeaderField field, const char *text, guint line)
{
  chn_timeline_builder_set_header (reader->builder, field, text);
  chn_timeline_builder_position_header (reader->builder, field, line, 1);
}

/* NAME and X-WR-CALNAME say the same; where they do not, the first is the title and both are kept. */
static void
read_name (ChnIcalReader *reader, const ChnScanLine *line)
{
  const char *text = get_text (reader, line);
  if (!reader->title && text[0]) {
    reader->title = g_strdup (text);
    set_header (reader, CHN_HEADER_TITLE, text, line->line);
  }
  if (line->n_parameters > 0 || g_strcmp0 (reader->title, text) != 0)
    keep (reader, line);
}

static void
read_description (ChnIcalReader *reader, const ChnScanLine *line)
{
  const char *text = get_text (reader, line);
  if (text[0])
    set_header (reader, CHN_HEADER_SUMMARY, text, line->line);
  if (line->n_parameters > 0)
    keep (reader, line);
}

static void
read_zone (ChnIcalReader *reader, const ChnScanLine *line)
{
  ChnSlice value = chn_slice_trim (line->value);
  ChnClocks *zone = chn_file_zones_find (reader->zones, &value);
  reader->zone = zone;
  if (zone && chn_clocks_get_name (zone))
    set_header (reader, CHN_HEADER_ZONE, chn_clocks_get_name (zone), line->line);
  keep (reader, line);
}

static void
doubt (ChnIcalReader *reader, const ChnScanLine *line, const char *hint, const char *what)
{
  chn_ical_remark (reader, CHN_SEVERITY_WARNING, "foreign-version", line->line, hint, "%s \"%.*s\"", what,
                   chn_slice_show (&line->value), line->value.text);
}

/* The standard before this one has rules of its own, which are taken as such; no other was ever in use. */
static void
read_version (ChnIcalReader *reader, const ChnScanLine *line, const ChnSlice *value)
{
  reader->is_vcalendar = chn_slice_is (value, "1.0");
  if (value->length > 0 && !chn_slice_is (value, "2.0"))
    doubt (reader, line, "export it as iCalendar 2.0",
           reader->is_vcalendar ? "what is taken for iCalendar 2.0 is vCalendar"
                                : "this is no iCalendar 2.0, but version");
}

void
chn_ical_read_header (ChnIcalReader *reader, const ChnScanLine *line, ChnIcalName name)
{
  ChnSlice value = chn_slice_trim (line->value);
  switch (name) {
  case CHN_ICAL_PRODID:
    return; /* the product that writes the next file is another */
  case CHN_ICAL_GONE:
    return; /* what has left is for updates of this very file (old.h) */
  case CHN_ICAL_VERSION:
    read_version (reader, line, &value);
    return;
  case CHN_ICAL_CALSCALE:
    if (value.length > 0 && !chn_slice_is_name (&value, "GREGORIAN"))
      doubt (reader, line, "export it in the Gregorian calendar",
             "dates are taken in the Gregorian calendar, not in");
    return;
  case CHN_ICAL_NAME:
  case CHN_ICAL_X_WR_CALNAME:
    read_name (reader, line);
    return;
  case CHN_ICAL_X_WR_CALDESC:
    read_description (reader, line);
    return;
  case CHN_ICAL_X_WR_TIMEZONE:
    read_zone (reader, line);
    return;
  default:
    if (!chn_ical_read_carried (reader, line))
      keep (reader, line);
  }
}
