/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What libical makes of the recurrence sets of a calendar: a line UID, TAB, seconds since 1970 for each start between
 * two moments. usage: libical CALENDAR FROM TO
 */
#include <glib.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void
print (icalcomponent *event, struct icaltime_span *span, void *data)
{
  const char *uid = icalcomponent_get_uid (event);
  (void) data;
  printf ("%s\t%" G_GINT64_FORMAT "\n", uid ? uid : "", (gint64) span->start);
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  if (argc != 4 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  icalcomponent *calendar = icalparser_parse_string (text);
  if (!calendar)
    return 1;
  struct icaltimetype from =
      icaltime_from_timet_with_zone (strtoll (argv[2], NULL, 10), 0, icaltimezone_get_utc_timezone ());
  struct icaltimetype to =
      icaltime_from_timet_with_zone (strtoll (argv[3], NULL, 10), 0, icaltimezone_get_utc_timezone ());
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (!icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY))
      icalcomponent_foreach_recurrence (event, from, to, print, NULL);
  icalcomponent_free (calendar);
  return 0;
}
