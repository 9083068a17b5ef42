/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Time zones for calendars: the periods between changes of the clocks, and conversion by them. */
#include "format/ical/zone.h"

#include <chancery/date.h>

#include "base/civil.h"

struct _ChnIcalZone {
  char *name;
  GArray *periods; /* ChnIcalPeriod, by start; at least one */
};

static void
clear_period (gpointer period)
{
  g_free (((ChnIcalPeriod *) period)->name);
}

static int
find_interval (GTimeZone *source, gint64 utc)
{
  return g_time_zone_find_interval (source, G_TIME_TYPE_UNIVERSAL, utc);
}

/* The first second of an interval that begins after one second and has begun at another. */
static gint64
find_start (GTimeZone *source, int interval, gint64 before, gint64 begun)
{
  while (begun - before > 1) {
    gint64 middle = before + (begun - before) / 2;
    if (find_interval (source, middle) >= interval)
      begun = middle;
    else
      before = middle;
  }
  return begun;
}

static void
add_period (ChnIcalZone *zone, GTimeZone *source, gint64 start, int interval)
{
  const ChnIcalPeriod *last =
      zone->periods->len > 0 ? &g_array_index (zone->periods, ChnIcalPeriod, zone->periods->len - 1) : NULL;
  ChnIcalPeriod period = { start, g_time_zone_get_offset (source, interval), g_time_zone_is_dst (source, interval),
                           NULL };
  const char *name = g_time_zone_get_abbreviation (source, interval);
  if (last && last->offset == period.offset && last->is_daylight == period.is_daylight &&
      g_strcmp0 (last->name, name) == 0)
    return;
  period.name = g_strdup (name);
  g_array_append_val (zone->periods, period);
}

static void
list_periods (ChnIcalZone *zone, GTimeZone *source)
{
  const gint64 end = chn_civil_to_days (CHN_ICAL_ZONE_LAST_YEAR + 1, 1, 1) * CHN_DAY_SECONDS - 1;
  gint64 start = chn_civil_to_days (1000, 1, 1) * CHN_DAY_SECONDS;
  int interval = find_interval (source, start), last = find_interval (source, end);
  add_period (zone, source, CHN_TIME_MIN, interval);
  while (++interval <= last) {
    start = find_start (source, interval, start, end);
    add_period (zone, source, start, interval);
  }
}

ChnIcalZone *
chn_ical_zone_new (const char *name)
{
  g_autoptr (GTimeZone) source = g_time_zone_new_identifier (name);
  if (!source)
    return NULL;
  ChnIcalZone *zone = g_new (ChnIcalZone, 1);
  zone->name = g_strdup (name);
  zone->periods = g_array_new (FALSE, FALSE, sizeof (ChnIcalPeriod));
  g_array_set_clear_func (zone->periods, clear_period);
  list_periods (zone, source);
  return zone;
}

void
chn_ical_zone_free (ChnIcalZone *zone)
{
  if (!zone)
    return;
  g_free (zone->name);
  g_array_unref (zone->periods);
  g_free (zone);
}

const char *
chn_ical_zone_get_name (const ChnIcalZone *zone)
{
  return zone->name;
}

const ChnIcalPeriod *
chn_ical_zone_get_periods (const ChnIcalZone *zone, guint *n)
{
  *n = zone->periods->len;
  return &g_array_index (zone->periods, ChnIcalPeriod, 0);
}

guint
chn_ical_zone_find (const ChnIcalZone *zone, gint64 utc)
{
  guint low = 0, high = zone->periods->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (zone->periods, ChnIcalPeriod, middle).start <= utc)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* The same moment in a listed year that begins on the same weekday and has as many days. */
static gint64
to_listed_year (gint64 seconds)
{
  ChnCivil civil = chn_civil_from_seconds (seconds);
  if (civil.year <= CHN_ICAL_ZONE_LAST_YEAR)
    return seconds;
  gint64 day = chn_civil_to_days (civil.year, 1, 1), like = CHN_ICAL_ZONE_LAST_YEAR;
  while (chn_civil_weekday (chn_civil_to_days (like, 1, 1)) != chn_civil_weekday (day) ||
         chn_civil_is_leap_year (like) != chn_civil_is_leap_year (civil.year))
    like--;
  return seconds - (day - chn_civil_to_days (like, 1, 1)) * CHN_DAY_SECONDS;
}

static int
get_offset (const ChnIcalZone *zone, gint64 utc)
{
  return g_array_index (zone->periods, ChnIcalPeriod, chn_ical_zone_find (zone, to_listed_year (utc))).offset;
}

gint64
chn_ical_zone_to_utc (const ChnIcalZone *zone, gint64 civil)
{
  int before = get_offset (zone, civil - CHN_DAY_SECONDS), after = get_offset (zone, civil + CHN_DAY_SECONDS);
  gboolean only_after = get_offset (zone, civil - before) != before && get_offset (zone, civil - after) == after;
  return civil - (only_after ? after : before);
}

gint64
chn_ical_zone_to_civil (const ChnIcalZone *zone, gint64 utc)
{
  return utc + get_offset (zone, utc);
}
