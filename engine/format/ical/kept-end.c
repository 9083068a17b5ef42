/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Holds the end that an event brought along against the date that it has now, which may have been edited. */
#include "format/ical/kept-end.h"

#include <string.h>

#include "base/civil.h"
#include "timeline/recurrence/clock.h"
#include "zone/local-time.h"

/* An event, by what came with it and by its date. */
typedef struct {
  const ChnIcalWriter *writer;
  const ChnIcalTime *start; /* of the DTSTART that came with it */
  const ChnExtra *started;
} Kept;

static const ChnExtra *
find_extra (const ChnEvent *event, ChnIcalName name)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  for (guint i = 0; i < n; i++)
    if (chn_ical_foreign_name (&extras[i]) == name)
      return &extras[i];
  return NULL;
}

static gboolean
are_of_same_clocks (const Kept *kept, const ChnExtra *ended, const ChnIcalTime *end)
{
  g_autofree char *start_zone = chn_recurrence_dup_parameter (kept->started->key, "TZID");
  g_autofree char *end_zone = chn_recurrence_dup_parameter (ended->key, "TZID");
  return end->is_utc == kept->start->is_utc && (end->is_utc || g_strcmp0 (start_zone, end_zone) == 0);
}

/* By its own clocks, or in UTC; of a moment nothing, however roughly it is known. */
static gint64
find_length (const ChnIcalWriter *writer, gboolean in_utc)
{
  ChnWhenEnds ends;
  if (!(chn_event_get_bounds (writer->event)->flags & CHN_DATE_INTERVAL))
    return 0;
  chn_when_find_ends (writer->event, writer->zones, writer->context.zone, in_utc, &ends);
  return ends.end - ends.begin;
}

static gboolean
end_stands (const Kept *kept, const ChnExtra *ended)
{
  const ChnSlice value = { ended->value, strlen (ended->value) };
  ChnIcalTime end;
  ChnWhenEnds ends;
  if (!chn_ical_parse_time (&value, &end, NULL))
    return TRUE;
  if (are_of_same_clocks (kept, ended, &end))
    return end.seconds - kept->start->seconds == find_length (kept->writer, end.is_utc);
  const ChnZone *zone = chn_recurrence_find_zone (ended->key, kept->writer->zones);
  if (!end.is_utc && !zone)
    return TRUE;
  chn_when_find_ends (kept->writer->event, kept->writer->zones, kept->writer->context.zone, TRUE, &ends);
  return (end.is_utc ? end.seconds : chn_zone_to_utc (zone, end.seconds)) == ends.end;
}

/* Days of a duration are those of the calendar, so that it need not be as many seconds. */
static gboolean
duration_stands (const Kept *kept, const ChnExtra *lasted)
{
  const ChnSlice value = { lasted->value, strlen (lasted->value) };
  ChnDuration duration;
  if (!chn_ical_parse_duration (&value, &duration, NULL))
    return TRUE;
  const gint64 length = duration.days * CHN_DAY_SECONDS + duration.seconds;
  return find_length (kept->writer, TRUE) == length || find_length (kept->writer, FALSE) == length;
}

/* The midnight behind the days that are said; a day that ends before it is over counts as one. */
static gboolean
days_stand (const Kept *kept, const ChnExtra *ended, const ChnExtra *lasted)
{
  const ChnExtra *said = ended ? ended : lasted;
  const ChnSlice value = { said ? said->value : "", said ? strlen (said->value) : 0 };
  const gint64 start = kept->start->seconds - kept->start->seconds % CHN_DAY_SECONDS;
  const gint64 latest = chn_event_get_bounds (kept->writer->event)->latest;
  gint64 end = start;
  ChnIcalTime time;
  ChnDuration duration;
  if (ended && chn_ical_parse_time (&value, &time, NULL))
    end = time.seconds;
  else if (lasted && chn_ical_parse_duration (&value, &duration, NULL))
    end += duration.days * CHN_DAY_SECONDS + duration.seconds;
  return latest == MAX (start + CHN_DAY_SECONDS, (chn_civil_find_day (end - 1) + 1) * CHN_DAY_SECONDS) - 1;
}

gboolean
chn_ical_kept_end_stands (const ChnIcalWriter *writer, const ChnIcalTime *start)
{
  const ChnEvent *event = writer->event;
  const Kept kept = { writer, start, find_extra (event, CHN_ICAL_DTSTART) };
  const ChnExtra *ended = find_extra (event, CHN_ICAL_DTEND), *lasted = find_extra (event, CHN_ICAL_DURATION);
  if (!(chn_event_get_bounds (event)->flags & CHN_DATE_TIMED))
    return days_stand (&kept, ended, lasted);
  if (ended)
    return end_stands (&kept, ended);
  return lasted ? duration_stands (&kept, lasted) : find_length (writer, FALSE) == 0;
}
