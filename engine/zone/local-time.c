/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Local times: which offset a time has as the clocks show it, whether it comes twice or is skipped. */
#include "zone/local-time.h"

#include "base/civil.h"

/* Whether the clocks show the time after the period has begun, and whether before it has ended. */
static gboolean
has_begun (const ChnZonePeriod *periods, guint i, gint64 civil)
{
  return i == 0 || periods[i].start + periods[i].offset <= civil;
}

static gboolean
lasts (const ChnZonePeriod *periods, guint n, guint i, gint64 civil)
{
  return i + 1 == n || civil < periods[i + 1].start + periods[i].offset;
}

ChnLocalTime
chn_zone_find_local (const ChnZone *zone, gint64 civil)
{
  civil = chn_zone_to_listed_year (civil);
  guint n = 0, i = chn_zone_find_period (zone, civil - CHN_DAY_SECONDS);
  const ChnZonePeriod *periods = chn_zone_get_periods (zone, &n);
  while (!lasts (periods, n, i, civil))
    i++;
  int offset = periods[i].offset;
  if (!has_begun (periods, i, civil))
    return (ChnLocalTime){ CHN_LOCAL_TIME_SKIPPED, periods[i - 1].offset, offset };
  if (i + 1 < n && has_begun (periods, i + 1, civil))
    return (ChnLocalTime){ CHN_LOCAL_TIME_TWICE, offset, periods[i + 1].offset };
  return (ChnLocalTime){ CHN_LOCAL_TIME_ONCE, offset, offset };
}

gint64
chn_zone_to_utc (const ChnZone *zone, gint64 civil)
{
  return civil - chn_zone_find_local (zone, civil).before;
}

gint64
chn_zone_to_civil (const ChnZone *zone, gint64 utc)
{
  return utc + chn_zone_get_offset (zone, utc);
}
