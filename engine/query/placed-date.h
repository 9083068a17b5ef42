/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/ends.h"
#include "timeline/columns.h"
#include "zone/zones.h"

/*
 * A date with the clocks of its place. Zones are looked up when times are compared, since that takes longer than
 * most queries.
 */
typedef struct {
  ChnDateEnds civil;      /* when it begins and ends, as its clocks show it */
  ChnDateEnds utc;        /* the same in UTC, where the date says all offsets itself */
  gboolean knows_offsets; /* it does */
  const ChnDate *date;    /* else, unless the ends are others than those of the date */
  ChnZones *zones;
  const char *zone_name; /* for civil times that say no offset; or NULL */
} ChnPlacedDate;

/* Where no zone is known, clocks are at most so far from UTC. */
enum { CHN_MOST_OFFSET = 14 * 3600 };

/* Borrows the date and the name. */
void chn_placed_date_init (ChnPlacedDate *placed, const ChnDate *date, ChnZones *zones, const char *zone_name);

/* Has it begin and end at other civil times. */
void chn_placed_date_set_ends (ChnPlacedDate *placed, const ChnDateEnds *civil);

/* The clock of its zone; where none is known civil times are taken as they are. */
ChnDateClock chn_placed_date_get_clock (const ChnPlacedDate *placed);

/* Whether nothing says how its clocks stand to UTC. */
gboolean chn_placed_date_is_vague (const ChnPlacedDate *placed);

void chn_placed_date_read_utc (const ChnPlacedDate *placed, ChnDateEnds *utc);

/* A civil time by the clocks that it begins by, or ends by: the earliest or the latest that it may be in UTC. */
gint64 chn_placed_date_find_utc (const ChnPlacedDate *placed, gint64 civil, gboolean is_end, gboolean latest);
