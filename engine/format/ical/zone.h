/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A zone of the system's IANA database, for conversion and for VTIMEZONE. Times are civil seconds
 * or seconds of UTC since 1970-01-01T00:00:00.
 *
 * The database lists changes to 2037. Later years follow the year before 2038 that has the same
 * calendar.
 */
typedef struct _ChnIcalZone ChnIcalZone;

enum { CHN_ICAL_ZONE_LAST_YEAR = 2037 };

/* A time between two changes of a zone's clocks. */
typedef struct {
  gint64 start; /* of UTC; of the first, CHN_TIME_MIN */
  int offset;   /* seconds east of UTC */
  gboolean is_daylight;
  char *name; /* "EDT" */
} ChnIcalPeriod;

/* NULL when the system does not know the zone. */
ChnIcalZone *chn_ical_zone_new (const char *name);
void chn_ical_zone_free (ChnIcalZone *zone);

const char *chn_ical_zone_get_name (const ChnIcalZone *zone);
const ChnIcalPeriod *chn_ical_zone_get_periods (const ChnIcalZone *zone, guint *n);

/* The index of the period in force at a second of UTC. */
guint chn_ical_zone_find (const ChnIcalZone *zone, gint64 utc);

/*
 * As RFC 5545, 3.3.5 has it: of a civil time that exists twice the first is meant; one that the
 * clocks skip is counted with the offset before the gap.
 */
gint64 chn_ical_zone_to_utc (const ChnIcalZone *zone, gint64 civil);
gint64 chn_ical_zone_to_civil (const ChnIcalZone *zone, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnIcalZone, chn_ical_zone_free)
