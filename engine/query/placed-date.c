/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A date with the clocks of its place. */
#include "query/placed-date.h"

#include "zone/local-time.h"

/* An hour that comes twice may be either; one that is skipped is meant by the clocks before or after. */
static gint64
find_utc_of_zone (gint64 civil, gboolean latest, gconstpointer zone)
{
  if (!zone)
    return civil;
  ChnLocalTime local = chn_zone_find_local (zone, civil);
  return civil - (latest ? MIN (local.before, local.after) : MAX (local.before, local.after));
}

static const ChnZone *
find_zone (const ChnPlacedDate *placed)
{
  return placed->zones ? chn_zones_get (placed->zones, placed->zone_name) : NULL;
}

ChnDateClock
chn_placed_date_get_clock (const ChnPlacedDate *placed)
{
  return (ChnDateClock){ find_utc_of_zone, placed->knows_offsets ? NULL : find_zone (placed) };
}

gboolean
chn_placed_date_is_vague (const ChnPlacedDate *placed)
{
  return !placed->knows_offsets && !find_zone (placed);
}

void
chn_placed_date_init (ChnPlacedDate *placed, const ChnDate *date, ChnZones *zones, const char *zone_name)
{
  *placed = (ChnPlacedDate){
    .knows_offsets = chn_date_knows_offsets (date), .date = date, .zones = zones, .zone_name = zone_name
  };
  chn_date_find_ends (date, NULL, &placed->civil);
  if (placed->knows_offsets)
    chn_date_find_ends (date, &(ChnDateClock){ find_utc_of_zone, NULL }, &placed->utc);
}

/* How far the clocks of an end are ahead of UTC. */
static gint64
get_offset (const ChnDateStretch *civil, const ChnDateStretch *utc)
{
  if (chn_time_is_finite (civil->earliest))
    return civil->earliest - utc->earliest;
  return chn_time_is_finite (civil->latest) ? civil->latest - utc->latest : 0;
}

gint64
chn_placed_date_find_utc (const ChnPlacedDate *placed, gint64 civil, gboolean is_end, gboolean latest)
{
  if (!chn_time_is_finite (civil))
    return civil;
  if (!placed->knows_offsets)
    return find_utc_of_zone (civil, latest, find_zone (placed));
  return civil - (is_end ? get_offset (&placed->civil.end, &placed->utc.end)
                         : get_offset (&placed->civil.begin, &placed->utc.begin));
}

static ChnDateEnds
convert (const ChnPlacedDate *placed, const ChnDateEnds *civil)
{
  return (ChnDateEnds){
    { chn_placed_date_find_utc (placed, civil->begin.earliest, FALSE, FALSE),
      chn_placed_date_find_utc (placed, civil->begin.latest, FALSE, TRUE) },
    { chn_placed_date_find_utc (placed, civil->end.earliest, TRUE, FALSE),
      chn_placed_date_find_utc (placed, civil->end.latest, TRUE, TRUE) },
    civil->lasts,
  };
}

void
chn_placed_date_set_ends (ChnPlacedDate *placed, const ChnDateEnds *civil)
{
  if (placed->knows_offsets)
    placed->utc = convert (placed, civil);
  placed->civil = *civil;
  placed->date = NULL;
}

void
chn_placed_date_read_utc (const ChnPlacedDate *placed, ChnDateEnds *utc)
{
  ChnDateClock clock = chn_placed_date_get_clock (placed);
  if (placed->knows_offsets)
    *utc = placed->utc;
  else if (placed->date)
    chn_date_find_ends (placed->date, &clock, utc);
  else
    *utc = convert (placed, &placed->civil);
}
