/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"
#include "zone/zones.h"

/*
 * The clocks that an event recurs by: those of its zone, clocks that always are as far from UTC as its date says, or
 * none that anybody knows; then civil times stand for instants.
 */
typedef struct {
  const ChnZone *zone; /* or NULL */
  int offset;          /* seconds east of UTC, where there is no zone */
  gboolean is_known;   /* it has one of the two */
  gboolean may_turn; /* its offset is that of a place whose zone is not known, and an hour off in the other season */
  gboolean is_days;  /* it recurs by whole days */
} ChnRecurrenceClock;

ChnRecurrenceClock chn_recurrence_clock_of_row (const ChnColumns *columns, guint row, ChnZones *zones);

gint64 chn_recurrence_clock_to_utc (const ChnRecurrenceClock *clock, gint64 civil);
gint64 chn_recurrence_clock_to_civil (const ChnRecurrenceClock *clock, gint64 utc);

/* The value of a parameter in "EXDATE;TZID=Europe/Paris", without quotation marks; NULL where there is none. */
char *chn_recurrence_dup_parameter (const char *key, const char *name);

/* The zone that a calendar's TZID names, or NULL. */
const ChnZone *chn_recurrence_find_zone (const char *key, ChnZones *zones);
