/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/value.h"

enum { CHN_OFFSET_UNKNOWN = G_MININT };

/*
 * One STANDARD or DAYLIGHT part of a VTIMEZONE: from each of its onsets on, clocks show `to`. Times
 * are civil seconds by the clock of before.
 */
typedef struct {
  gint64 start;
  gint64 until; /* G_MAXINT64: for ever */
  int from, to; /* seconds east of UTC */
  /* A yearly rule; month 0: none. */
  int month;
  int weekday;   /* 1 Monday to 7 Sunday; 0: none */
  int week;      /* 1 to 5 of the month, -1 to -5 from its end; 0 with first_day */
  int first_day; /* of the month: that day, or the first such weekday from it on */
  GArray *dates; /* gint64: further onsets */
} ChnObservance;

void chn_observance_init (ChnObservance *observance);
void chn_observance_clear (ChnObservance *observance);

/*
 * Reads its RRULE. Only yearly rules can be followed; any other is an error and changes nothing:
 * CHN_ERROR_UNSUPPORTED.
 */
gboolean chn_observance_set_rule (ChnObservance *observance, const ChnSlice *rule, GError **error);

/* The last onset at or before a civil time; FALSE when there is none. */
gboolean chn_observance_find_onset (const ChnObservance *observance, gint64 civil, gint64 *onset);
