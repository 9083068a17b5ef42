/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* VTIMEZONE (RFC 5545, 3.6.5), written: the lines of the observances that a file's times need. */
#include "format/ical/vtimezone.h"

#include "format/ical/when.h"

static void
put_offset (ChnContentLine *line, const char *name, int offset)
{
  char text[16];
  int distance = ABS (offset), seconds = distance % 60;
  g_snprintf (text, sizeof text, "%c%02d%02d", offset < 0 ? '-' : '+', distance / 3600, distance / 60 % 60);
  if (seconds != 0)
    g_snprintf (text + 5, sizeof text - 5, "%02d", seconds);
  chn_line_put_property (line, name, text);
}

static void
put_civil (ChnContentLine *line, const char *name, gint64 seconds)
{
  char text[24];
  chn_when_format_time (seconds, text);
  chn_line_put_property (line, name, text);
}

static void
put_rule (ChnContentLine *line, const ChnObservance *observance)
{
  static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  char text[80], until[24] = "";
  gboolean ends = observance->until != G_MAXINT64;
  if (ends)
    chn_when_format_utc (observance->until - observance->from, until);
  g_snprintf (text, sizeof text, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s%s%s", observance->month, observance->week,
              weekdays[observance->weekday - 1], ends ? ";UNTIL=" : "", until);
  chn_line_put_property (line, "RRULE", text);
}

static void
put_observance (ChnContentLine *line, const ChnObservance *observance)
{
  const char *kind = observance->is_daylight ? "DAYLIGHT" : "STANDARD";
  chn_line_put_property (line, "BEGIN", kind);
  put_civil (line, "DTSTART", observance->start);
  put_offset (line, "TZOFFSETFROM", observance->from);
  put_offset (line, "TZOFFSETTO", observance->to);
  chn_line_put_text_property (line, "TZNAME", observance->name);
  if (observance->month > 0)
    put_rule (line, observance);
  chn_line_put_property (line, "END", kind);
}

void
chn_vtimezone_put (const ChnZoneNeeds *needs, const char *tzid, ChnContentLine *line)
{
  for (guint i = 0; i < chn_zone_needs_get_n (needs); i++) {
    g_autoptr (GArray) observances = chn_zone_needs_list_observances (needs, i);
    chn_line_put_property (line, "BEGIN", "VTIMEZONE");
    const char *name = chn_zone_get_name (chn_zone_needs_get_zone (needs, i));
    chn_line_put_text_property (line, "TZID", tzid ? tzid : name);
    for (guint j = 0; j < observances->len; j++)
      put_observance (line, &g_array_index (observances, ChnObservance, j));
    chn_line_put_property (line, "END", "VTIMEZONE");
  }
}
