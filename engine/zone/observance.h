/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

enum { CHN_OFFSET_UNKNOWN = G_MININT };

/*
 * A standard or a daylight time of a zone and when it begins, as VTIMEZONE has it (RFC 5545, 3.6.5): from each of its
 * onsets on, clocks show `to`. Times are civil seconds by the clock of before.
 */
typedef struct {
  gint64 start; /* the first onset; G_MININT64 while unknown */
  gint64 until; /* the last one of the rule; G_MAXINT64: for ever */
  int from, to; /* seconds east of UTC */
  /* A yearly rule; month 0: none. */
  int month;
  int weekday;   /* 1 Monday to 7 Sunday; 0: none */
  int week;      /* 1 to 5 of the month, -1 to -5 from its end; 0 with first_day */
  int first_day; /* of the month: that day, or the first such weekday from it on */
  GArray *dates; /* gint64: further onsets; NULL: none */
  gboolean is_daylight;
  const char *name; /* "EDT", borrowed from the zone that was listed; NULL where it is not known */
} ChnObservance;

void chn_observance_init (ChnObservance *observance);
void chn_observance_clear (ChnObservance *observance);
void chn_observance_add_date (ChnObservance *observance, gint64 onset);

/* Gives a yearly rule what it left out, which the first onset says: the month, the day. */
void chn_observance_complete (ChnObservance *observance);

/* The second of the day at which it begins, by the clock of before. */
gint64 chn_observance_get_clock (const ChnObservance *observance);

/* The last onset at or before a civil time; FALSE when there is none. */
gboolean chn_observance_find_onset (const ChnObservance *observance, gint64 civil, gint64 *onset);
