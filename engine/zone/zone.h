/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A zone of the system's IANA database, as the periods between the changes of its clocks. Immutable: any number of
 * threads may ask it. Times are seconds since 1970-01-01T00:00:00, of UTC or as the clocks of the zone show them
 * (civil); offsets are seconds east of UTC.
 *
 * The database lists changes to 2037. Later years follow the year before 2038 that has the same calendar.
 */
typedef struct _ChnZone ChnZone;

enum { CHN_ZONE_LAST_YEAR = 2037 };

/* A time between two changes of a zone's clocks. */
typedef struct {
  gint64 start; /* of UTC; of the first, CHN_TIME_MIN */
  int offset;   /* seconds east of UTC */
  gboolean is_daylight;
  char *name; /* "EDT" */
} ChnZonePeriod;

/*
 * NULL when the system does not know the zone. Finding its periods takes a millisecond or so: ChnZones (zones.h)
 * keeps what was looked up.
 */
ChnZone *chn_zone_new (const char *name);
void chn_zone_free (ChnZone *zone);

const char *chn_zone_get_name (const ChnZone *zone);
/* At least one, by start. */
const ChnZonePeriod *chn_zone_get_periods (const ChnZone *zone, guint *n);

/* The index of the period in force at a second of UTC; past the last change that is listed, the last one. */
guint chn_zone_find_period (const ChnZone *zone, gint64 utc);

/* The same moment in a year that is listed: one that begins on the same weekday and has as many days. */
gint64 chn_zone_to_listed_year (gint64 seconds);

/* The offset in force at a second of UTC. What clocks show is answered by local-time.h. */
int chn_zone_get_offset (const ChnZone *zone, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZone, chn_zone_free)
