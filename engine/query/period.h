/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/moment.h"
#include "query/timing.h"

/* By which clocks a stretch of time is compared with the date of a row. */
typedef enum {
  CHN_CLOCKS_CALENDAR, /* the calendar of the row's place: 2014-12-22 is that day wherever something happened */
  CHN_CLOCKS_DAYS,     /* the date of an event, in days: with other days by the calendar, with times as instants */
  CHN_CLOCKS_INSTANTS, /* times: as instants */
} ChnClocks;

/* A stretch of time that a term about dates asks for, and how a date has to lie to it. */
typedef struct {
  ChnTiming timing;
  ChnClocks clocks;
  gint64 from, to;                            /* civil seconds, inclusive */
  gint64 utc_from, utc_to;                    /* the same in UTC, where they are times */
  const ChnPlacedDate *from_place, *to_place; /* else the clocks that they are read by */
  gint64 from_row, to_row;                    /* of the events whose dates gave them, -1 for none */
  gboolean from_is_vague, to_is_vague;        /* times by clocks of which nobody knows how they stand to UTC */
  gboolean is_doubtful;       /* from a date that is approximate or uncertain: nothing is certain of it */
  const ChnDate *gaps;        /* what it comes from, when that denotes less than everything between; else NULL */
  const ChnPlacedDate *place; /* and that date with its clocks */
  gboolean is_moment;         /* it is the date of an event that is one moment, known exactly or not */
  gboolean is_timed_moment;
  gboolean excludes_itself;      /* the event that it is the date of is not meant */
  gint64 begins_with, ends_with; /* rows of the events whose dates these are, -1 for none */
} ChnPeriod;

/* All of time. */
void chn_period_init (ChnPeriod *period, ChnTiming timing);

/* Has it begin, or end, at a civil time by the clocks of a moment, which lives as long as the period. */
void chn_period_set_from (ChnPeriod *period, const ChnMoment *moment, gint64 civil);
void chn_period_set_to (ChnPeriod *period, const ChnMoment *moment, gint64 civil);

/*
 * Has it begin with the beginning of a moment, or end with its end: as early and as late as that may be, or, where
 * the answer must be certain, only from when on it has certainly begun and is certainly not over. Days count as a
 * whole.
 */
void chn_period_begin_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain);
void chn_period_end_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain);

/*
 * Has it end before a moment begins, or begin after the moment ends: as late and as early as that may be, or
 * certainly so.
 */
void chn_period_end_before (ChnPeriod *period, const ChnMoment *moment, gboolean certain);
void chn_period_begin_after (ChnPeriod *period, const ChnMoment *moment, gboolean certain);

/*
 * Has only what a moment denotes count, not what lies between: one moment of several. Of what lasts all between its
 * ends counts, but not where moments are to be shared.
 */
void chn_period_keep_to (ChnPeriod *period, const ChnMoment *moment);

/* Whether a date lies to the period as it should, certainly or possibly, as far as its bounds tell. */
typedef enum { CHN_BOUNDS_NO, CHN_BOUNDS_YES, CHN_BOUNDS_ASK_DATE } ChnBoundsAnswer;
ChnBoundsAnswer chn_period_ask_bounds (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds);

/* Asks the date itself; `row` is the one that has it, -1 where it is an occurrence of a date. */
gboolean chn_period_ask_date (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds,
                              const ChnPlacedDate *placed, gint64 row);
