/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/civil.h"
#include "query/moment.h"
#include "query/timing.h"

/* By which clocks a stretch of time is compared with the date of a row. */
typedef enum {
  CHN_CLOCKS_CALENDAR, /* the calendar of the row's place: 2014-12-22 is that day wherever something happened */
  CHN_CLOCKS_DAYS,     /* the date of an event, in days: with other days by the calendar, with times as instants */
  CHN_CLOCKS_INSTANTS, /* times: as instants */
} ChnClocks;

/* Where a period begins, or where it ends. */
typedef struct {
  gint64 civil;               /* seconds, inclusive */
  gint64 utc;                 /* the same in UTC, where it is a time */
  const ChnPlacedDate *place; /* else the clocks that it is read by */
  gint64 row;                 /* of the event whose date gave it, -1 for none */
  gboolean is_vague;          /* a time by clocks of which nobody knows how they stand to UTC */
} ChnPeriodEnd;

/* A stretch of time that a term about dates asks for, and how a date has to lie to it. */
typedef struct {
  ChnTiming timing;
  ChnClocks clocks;
  ChnPeriodEnd from, to;
  gboolean is_doubtful;       /* from a date that is approximate or uncertain: nothing is certain of it */
  const ChnDate *gaps;        /* what it comes from, when that denotes less than everything between; else NULL */
  const ChnPlacedDate *place; /* that date with its clocks; NULL of a range between two dates */
  gboolean is_moment;         /* it is the date of an event that is one moment, known exactly or not */
  gboolean is_timed_moment;
  gboolean excludes_itself;      /* the event that it is the date of is not meant */
  gint64 begins_with, ends_with; /* rows of the events whose dates these are, -1 for none */
} ChnPeriod;

/* All of time. */
void chn_period_init (ChnPeriod *period, ChnTiming timing);

/* Has it have no beginning, or no end. */
void chn_period_open_from (ChnPeriod *period);
void chn_period_open_to (ChnPeriod *period);

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

/* No date lies to the period as it should that does not meet this, by whatever clocks. */
ChnDateStretch chn_period_find_reach (const ChnPeriod *period);

/* How far clocks may be apart, even where one of them is not known. */
enum { CHN_MOST_DAYS_APART = 3 };

/* The shortest that it can be: of a moment the second or the day that it is. */
static inline gint64
chn_period_get_unit (const ChnPeriod *period)
{
  return period->is_timed_moment ? 0 : CHN_DAY_SECONDS - 1;
}

/* Whether it is asked what comes before it or after it, so that one of its sides is all of time. */
static inline gboolean
chn_period_is_beside (const ChnPeriod *period)
{
  return period->timing == CHN_TIMING_BEFORE || period->timing == CHN_TIMING_AFTER;
}

/* Whether a date with these bounds is compared with it as instants. */
static inline gboolean
chn_period_is_read_in_utc (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  gboolean timed = (bounds->flags & CHN_DATE_TIMED) != 0;
  return period->clocks == CHN_CLOCKS_INSTANTS || (period->clocks == CHN_CLOCKS_DAYS && timed);
}

/*
 * Whether something lasts until the midnight in which a day begins: then it is over, and does not take place on that
 * day. Of RFC 5545 (3.6.1), too, the end is the first moment behind an event. Dates of days end a second before.
 */
static inline gboolean
chn_date_ends_before_day (gint64 earliest, gint64 latest, guint flags, gint64 day)
{
  return latest == day && earliest < day && (flags & (CHN_DATE_TIMED | CHN_DATE_GAPS)) == CHN_DATE_TIMED &&
         chn_time_is_finite (day) && chn_time_find_day_start (day) == day;
}

/* Whether it is a range that ends before it begins, and so has no moment at all. */
static inline gboolean
chn_period_is_empty (const ChnPeriod *period, gint64 from, gint64 to)
{
  return !period->place && from > to;
}
