/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "format/options.h"
#include "zone/zones.h"

/* How an event's date becomes calendar time. */
typedef enum {
  CHN_WHEN_DAYS,     /* DTSTART and exclusive DTEND of type DATE */
  CHN_WHEN_UTC,      /* an instant */
  CHN_WHEN_ZONED,    /* a civil time with TZID */
  CHN_WHEN_FLOATING, /* a civil time of no known zone */
  CHN_WHEN_SKIPPED,
} ChnWhenKind;

typedef struct {
  ChnWhenKind kind;
  gint64 first_day; /* days since 1970-01-01 */
  gint64 end_day;   /* exclusive */
  gint64 utc;       /* seconds since 1970-01-01T00:00:00Z, of UTC and ZONED */
  gint64 civil;     /* seconds since 1970-01-01T00:00:00, of ZONED and FLOATING */
  gboolean lasts;   /* a time that has an end: */
  gint64 end_utc, end_civil;
  const ChnZone *zone; /* borrowed, of ZONED */
  char *prefix;        /* what SUMMARY must begin with so that no precision is claimed; or NULL */
  const char *why;     /* of what is skipped */
} ChnWhen;

/* What the times of a file are made by. */
typedef struct {
  ChnZones *zones;
  const char *default_zone; /* for times that name neither offset nor zone, or NULL */
  ChnImprecise imprecise;
  gboolean local; /* civil times with TZID, where the zone is known */
  gboolean daily; /* times become their days */
} ChnWhenRules;

/*
 * A calendar holds the years 1000 to 9999, without their last day, only: one event outside makes
 * some clients refuse the whole file.
 */
void chn_when_init (ChnWhen *when, const ChnEvent *event, const ChnWhenRules *rules);
/* When something begins and ends: where clocks are turned back, they may show an earlier time at the end. */
typedef struct {
  gint64 begin, end;
} ChnWhenEnds;

/* Of a date, in civil seconds, or in those of UTC, by the event's zone or the given one where it says no offsets. */
void chn_when_find_ends (const ChnEvent *event, ChnZones *zones, const char *default_zone, gboolean in_utc,
                         ChnWhenEnds *ends);

void chn_when_clear (ChnWhen *when);

/* Whether the days between the bounds are exactly what the date denotes. */
gboolean chn_when_is_exact (const ChnDateBounds *bounds);

/*
 * Whether a day lies in the gap between the Julian and the Gregorian calendar: some clients, which
 * follow the reform, refuse a file that names one, though RFC 5545 knows the Gregorian calendar only.
 */
gboolean chn_when_is_reform_day (gint64 day);

/* "20141118", "20141118T150800", "20141118T200800Z" */
void chn_when_format_day (gint64 day, char buffer[16]);
void chn_when_format_time (gint64 seconds, char buffer[24]);
void chn_when_format_utc (gint64 seconds, char buffer[24]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWhen, chn_when_clear)
