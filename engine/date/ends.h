/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/civil.h"
#include "date/date.h"

/* An unknown beginning is some time after the beginning of all, an unknown end one before the end of all. */
#define CHN_TIME_UNKNOWN_START (CHN_TIME_MIN + 1)
#define CHN_TIME_UNKNOWN_END (CHN_TIME_MAX - 1)

static inline gboolean
chn_time_is_finite (gint64 time)
{
  return time > CHN_TIME_UNKNOWN_START && time < CHN_TIME_UNKNOWN_END;
}

/* A time so much later; what is not finite stays where it is. */
static inline gint64
chn_time_move (gint64 time, gint64 by)
{
  return chn_time_is_finite (time) ? time + by : time;
}

/* By how much one time is later than another; infinite where one of them is. */
static inline gint64
chn_time_subtract (gint64 time, gint64 from)
{
  gint64 distance;
  if (!chn_time_is_finite (time))
    return time;
  if (__builtin_sub_overflow (time, from, &distance))
    return from < 0 ? CHN_TIME_MAX : CHN_TIME_MIN;
  return distance;
}

/* The first and the last second of the day of a time; what is not finite stays where it is. */
static inline gint64
chn_time_find_day_start (gint64 time)
{
  return chn_time_is_finite (time) ? chn_day_start (chn_civil_find_day (time)) : time;
}

static inline gint64
chn_time_find_day_end (gint64 time)
{
  return chn_time_is_finite (time) ? chn_day_end (chn_civil_find_day (time)) : time;
}

/* A time that is not known exactly: one of those from the earliest to the latest second. */
typedef struct {
  gint64 earliest, latest;
} ChnDateStretch;

/* When what a date denotes may begin and end: of what lasts two times, of a moment the same one. */
typedef struct {
  ChnDateStretch begin, end;
  gboolean lasts;
} ChnDateEnds;

/*
 * Gives seconds of UTC for civil ones that say no offset: the earliest that they may be, or the latest, for clocks
 * that are turned back show an hour twice.
 */
typedef struct {
  gint64 (*find_utc) (gint64 civil, gboolean latest, gconstpointer data);
  gconstpointer data;
} ChnDateClock;

/* Whether all that the date says of times names its offset. */
gboolean chn_date_knows_offsets (const ChnDate *date);

/* A civil time of a part as seconds of UTC, the earliest or the latest; without a clock, as it is. */
gint64 chn_part_read_clock (const ChnDatePart *part, const ChnDateClock *clock, gint64 civil, gboolean latest);

/* In seconds of UTC, or without a clock in civil seconds. */
void chn_date_find_ends (const ChnDate *date, const ChnDateClock *clock, ChnDateEnds *ends);
void chn_item_find_ends (const ChnDateItem *item, const ChnDateClock *clock, ChnDateEnds *ends);

/* Whether some moment that the date may denote lies between two seconds, of UTC or, without a clock, civil ones. */
gboolean chn_date_may_meet (const ChnDate *date, const ChnDateClock *clock, gint64 from, gint64 to);

/*
 * The times, from one on, that an interval may begin at, or end at, as far as nothing lies between; FALSE where there
 * are none. Of ends with unspecified digits only what these may stand for.
 */
gboolean chn_date_find_end_from (const ChnDate *interval, const ChnDateClock *clock, gboolean is_end, gint64 from,
                                 ChnDateStretch *times);

/* Whether two dates may share a moment, each by its clock, or lie no farther apart than a margin. */
gboolean chn_date_may_meet_date (const ChnDate *date, const ChnDateClock *clock, const ChnDate *other,
                                 const ChnDateClock *other_clock, gint64 margin);

/* The ends of one of the items that a date lists; FALSE when there are no more. */
gboolean chn_date_find_alternative (const ChnDate *date, guint index, const ChnDateClock *clock, ChnDateEnds *ends);

/* The ends of one of the elements of a set in braces; FALSE when there are no more. */
gboolean chn_date_find_element_ends (const ChnDate *date, guint index, const ChnDateClock *clock, ChnDateEnds *ends);
