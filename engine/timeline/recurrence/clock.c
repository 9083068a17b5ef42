/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* By which clocks an event recurs. */
#include "timeline/recurrence/clock.h"

#include <string.h>

#include "date/offset.h"
#include "zone/foreign-name.h"
#include "zone/local-time.h"

char *
chn_recurrence_dup_parameter (const char *key, const char *name)
{
  gsize length = strlen (name);
  for (const char *at = strchr (key, ';'); at; at = strchr (at, ';')) {
    at++;
    if (g_ascii_strncasecmp (at, name, length) != 0 || at[length] != '=')
      continue;
    const char *value = at + length + 1;
    return value[0] == '"' ? g_strndup (value + 1, strcspn (value + 1, "\""))
                           : g_strndup (value, strcspn (value, ";"));
  }
  return NULL;
}

const ChnZone *
chn_recurrence_find_zone (const char *key, ChnZones *zones)
{
  g_autofree char *name = chn_recurrence_dup_parameter (key, "TZID");
  return name ? chn_zones_get (zones, chn_zone_find_foreign_name (zones, name)) : NULL;
}

/* The zone of a DTSTART that is kept as it came. */
static const ChnZone *
find_kept_zone (const ChnColumns *columns, guint row, ChnZones *zones)
{
  guint n = 0;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (columns->texts, cells[i].key);
    if (g_str_has_prefix (key, "DTSTART;"))
      return chn_recurrence_find_zone (key, zones);
  }
  return NULL;
}

/* Of days the zone is only good for times that name an end of the rule or what is left out. */
static ChnRecurrenceClock
make_day_clock (const ChnColumns *columns, guint row, ChnZones *zones)
{
  const ChnZone *zone = find_kept_zone (columns, row, zones);
  return (ChnRecurrenceClock){ .zone = zone, .is_known = zone != NULL, .is_days = TRUE };
}

/* A date with an offset recurs by its zone where that has this offset then, or had it before it skipped that time. */
static ChnRecurrenceClock
make_offset_clock (const ChnColumns *columns, guint row, ChnZones *zones, int offset, gboolean is_utc)
{
  const char *name = chn_columns_get_text (columns, CHN_FIELD_ZONE, row);
  const ChnZone *zone = name ? chn_zones_get (zones, name) : NULL;
  gint64 civil = chn_columns_get_earliest (columns, row), utc = civil - offset;
  if (zone && chn_zone_get_offset (zone, utc) != offset && chn_zone_to_utc (zone, civil) != utc)
    zone = NULL;
  return (ChnRecurrenceClock){ zone, offset, TRUE, !zone && !is_utc, FALSE };
}

ChnRecurrenceClock
chn_recurrence_clock_of_row (const ChnColumns *columns, guint row, ChnZones *zones)
{
  int minutes = 0;
  const char *text = chn_columns_get_text (columns, CHN_FIELD_DATE, row);
  if (!(chn_columns_get_date_flags (columns, row) & CHN_DATE_TIMED))
    return make_day_clock (columns, row, zones);
  if (text && chn_date_find_offset (text, &minutes))
    return make_offset_clock (columns, row, zones, minutes * 60, strchr (text, 'Z') != NULL);
  const ChnZone *zone = chn_zones_get (zones, chn_columns_get_zone (columns, row));
  return (ChnRecurrenceClock){ .zone = zone, .is_known = zone != NULL };
}

gint64
chn_recurrence_clock_to_utc (const ChnRecurrenceClock *clock, gint64 civil)
{
  return clock->zone ? chn_zone_to_utc (clock->zone, civil) : civil - clock->offset;
}

gint64
chn_recurrence_clock_to_civil (const ChnRecurrenceClock *clock, gint64 utc)
{
  return clock->zone ? chn_zone_to_civil (clock->zone, utc) : utc + clock->offset;
}
