/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A time zone of the IANA database: the periods between changes of its clocks. */
#include "zone/zone.h"

#include <chancery/date.h>

#include "base/civil.h"
#include "zone/name.h"

struct _ChnZone {
  char *name;
  GArray *periods; /* ChnZonePeriod, by start; at least one */
};

static void
clear_period (gpointer period)
{
  g_free (((ChnZonePeriod *) period)->name);
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
add_period (ChnZone *zone, GTimeZone *source, gint64 start, int interval)
{
  const ChnZonePeriod *last =
      zone->periods->len > 0 ? &g_array_index (zone->periods, ChnZonePeriod, zone->periods->len - 1) : NULL;
  ChnZonePeriod period = { start, g_time_zone_get_offset (source, interval), g_time_zone_is_dst (source, interval),
                           NULL };
  const char *name = g_time_zone_get_abbreviation (source, interval);
  if (last && last->offset == period.offset && last->is_daylight == period.is_daylight &&
      g_strcmp0 (last->name, name) == 0)
    return;
  period.name = g_strdup (name);
  g_array_append_val (zone->periods, period);
}

static void
list_periods (ChnZone *zone, GTimeZone *source)
{
  const gint64 end = chn_civil_to_days (CHN_ZONE_LAST_YEAR + 1, 1, 1) * CHN_DAY_SECONDS - 1;
  gint64 start = chn_civil_to_days (1000, 1, 1) * CHN_DAY_SECONDS;
  int interval = find_interval (source, start), last = find_interval (source, end);
  add_period (zone, source, CHN_TIME_MIN, interval);
  while (++interval <= last) {
    start = find_start (source, interval, start, end);
    add_period (zone, source, start, interval);
  }
}

ChnZone *
chn_zone_new (const char *name)
{
  g_autoptr (GTimeZone) source = chn_zone_load (name);
  if (!source)
    return NULL;
  ChnZone *zone = g_new (ChnZone, 1);
  zone->name = g_strdup (name);
  zone->periods = g_array_new (FALSE, FALSE, sizeof (ChnZonePeriod));
  g_array_set_clear_func (zone->periods, clear_period);
  list_periods (zone, source);
  return zone;
}

void
chn_zone_free (ChnZone *zone)
{
  if (!zone)
    return;
  g_free (zone->name);
  g_array_unref (zone->periods);
  g_free (zone);
}

const char *
chn_zone_get_name (const ChnZone *zone)
{
  return zone->name;
}

const ChnZonePeriod *
chn_zone_get_periods (const ChnZone *zone, guint *n)
{
  *n = zone->periods->len;
  return &g_array_index (zone->periods, ChnZonePeriod, 0);
}

guint
chn_zone_find_period (const ChnZone *zone, gint64 utc)
{
  guint low = 0, high = zone->periods->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (zone->periods, ChnZonePeriod, middle).start <= utc)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* The first second of the year behind the last that is listed. */
enum { LISTED_END = 2145916800 };

gint64
chn_zone_to_listed_year (gint64 seconds)
{
  if (seconds < LISTED_END)
    return seconds;
  gint64 year = chn_civil_from_seconds (seconds).year, like = CHN_ZONE_LAST_YEAR;
  gint64 day = chn_civil_to_days (year, 1, 1);
  while (chn_civil_weekday (chn_civil_to_days (like, 1, 1)) != chn_civil_weekday (day) ||
         chn_civil_is_leap_year (like) != chn_civil_is_leap_year (year))
    like--;
  return seconds - (day - chn_civil_to_days (like, 1, 1)) * CHN_DAY_SECONDS;
}

int
chn_zone_get_offset (const ChnZone *zone, gint64 utc)
{
  guint period = chn_zone_find_period (zone, chn_zone_to_listed_year (utc));
  return g_array_index (zone->periods, ChnZonePeriod, period).offset;
}
