/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that have left a calendar: those that leave now are cancelled, earlier ones stay as they were written. */
#include <string.h>

#include "format/ical/event-pass.h"
#include "format/ical/old-event.h"
#include "format/ical/value.h"
#include "format/ical/when.h"
#include "zone/local-time.h"

/* Times with TZID as UTC, so that the new calendar need not define the zone; FALSE for any other line. */
static gboolean
put_as_utc (ChnZones *zones, const ChnScanLine *from, ChnContentLine *line)
{
  const ChnSlice *parameter = chn_scan_find_parameter (from, "TZID");
  g_autofree char *name = parameter ? g_strndup (parameter->text, parameter->length) : NULL;
  const ChnZone *zone = chn_zones_get (zones, name);
  g_autoptr (GString) content = g_string_new_len (from->name.text, (gssize) from->name.length);
  ChnSlice rest = from->value, item;
  for (gboolean done = FALSE; chn_ical_next_text (&rest, &done, &item);) {
    ChnIcalTime time;
    char text[24];
    if (!zone || !chn_ical_parse_time (&item, &time, NULL) || time.is_date || time.is_utc)
      return FALSE;
    chn_when_format_utc (chn_zone_to_utc (zone, time.seconds), text);
    g_string_append_c (content, item.text == from->value.text ? ':' : ',');
    g_string_append (content, text);
  }
  chn_line_put_content (line, content->str, content->len);
  return TRUE;
}

/* Its number rises with what happens to it; an event that was cancelled before it left is as it was. */
static void
put_end (const ChnOldCalendar *old, const ChnOldEvent *event, ChnContentLine *line)
{
  gint64 sequence = event->is_cancelled ? event->sequence : MAX (event->sequence + 1, old->today);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, sequence);
  char day[16];
  chn_when_format_day (old->today, day);
  chn_line_put_property (line, "STATUS", "CANCELLED");
  if (sequence > 0)
    chn_line_put_property (line, "SEQUENCE", text);
  chn_line_put_property (line, "X-CHANCERY-GONE", day);
}

/* Reminders of what is cancelled go with it. */
static void
put_line (const ChnOldCalendar *old, const ChnIcalPass *pass, ChnZones *zones, ChnContentLine *line)
{
  const guint64 replaced = CHN_ICAL_BIT (CHN_ICAL_STATUS) | CHN_ICAL_BIT (CHN_ICAL_SEQUENCE);
  const ChnOldEvent *event = chn_old_calendar_get_event (old, pass->n_events - 1);
  if (pass->depth == 0 && event->gone == 0)
    put_end (old, event, line);
  if (pass->depth > 1 || (pass->depth == 1 && pass->name == CHN_ICAL_END))
    return;
  if (event->gone == 0 && pass->depth == 1 && CHN_ICAL_BIT (pass->name) & replaced)
    return;
  if (event->gone > 0 || !put_as_utc (zones, &pass->line, line))
    chn_line_put_content (line, pass->line.content.text, pass->line.content.length);
}

void
chn_old_calendar_put_remembered (const ChnOldCalendar *old, ChnContentLine *line)
{
  g_autofree char *text = chn_old_calendar_dup_remembered (old);
  if (text)
    chn_line_put_property (line, "X-CHANCERY-GONE", text);
}

void
chn_old_calendar_put_gone (const ChnOldCalendar *old, ChnZones *zones, ChnContentLine *line)
{
  g_autoptr (ChnScanner) scanner = chn_scanner_new (old->bytes, old->length, old->limits);
  ChnIcalPass pass = { .scanner = scanner };
  while (chn_ical_pass_next (&pass, NULL) == CHN_SCAN_LINE) {
    const ChnOldEvent *event = chn_old_calendar_get_event (old, pass.n_events - 1);
    if (chn_old_event_is_gone (event) && !event->expires)
      put_line (old, &pass, zones, line);
  }
}
