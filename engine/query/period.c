/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A stretch of time that is asked for, and whether a date lies to it as it should. */
#include "query/period.h"

#include "base/civil.h"

enum { DOUBTS = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE, LASTING = CHN_DATE_INTERVAL | CHN_DATE_ALL_OF };

/* No two clocks are farther apart, even where one of them is not known. */
#define MOST_APART (3 * CHN_DAY_SECONDS)

void
chn_period_init (ChnPeriod *period, ChnTiming timing)
{
  *period = (ChnPeriod){ .timing = timing,
                         .from = CHN_TIME_MIN,
                         .to = CHN_TIME_MAX,
                         .utc_from = CHN_TIME_MIN,
                         .utc_to = CHN_TIME_MAX,
                         .begins_with = -1,
                         .ends_with = -1 };
}

/* Times are compared as instants, and so is what shares a period with them. */
static void
take_clocks (ChnPeriod *period, const ChnMoment *moment)
{
  gboolean timed = chn_moment_is_timed (moment);
  ChnClocks clocks = timed ? CHN_CLOCKS_INSTANTS : moment->is_event ? CHN_CLOCKS_DAYS : CHN_CLOCKS_CALENDAR;
  period->clocks = MAX (period->clocks, clocks);
  period->is_vague = period->is_vague || (timed && chn_placed_date_is_vague (&moment->placed));
  period->is_doubtful = period->is_doubtful || chn_moment_is_doubtful (moment);
}

void
chn_period_set_from (ChnPeriod *period, const ChnMoment *moment, gint64 civil)
{
  take_clocks (period, moment);
  period->from = civil;
  period->from_place = &moment->placed;
}

void
chn_period_set_to (ChnPeriod *period, const ChnMoment *moment, gint64 civil)
{
  take_clocks (period, moment);
  period->to = civil;
  period->to_place = &moment->placed;
}

static gint64
find_day_start (gint64 time)
{
  return time == CHN_TIME_MIN || time == CHN_TIME_MAX ? time : chn_day_start (chn_civil_find_day (time));
}

static gint64
find_day_end (gint64 time)
{
  return time == CHN_TIME_MIN || time == CHN_TIME_MAX ? time : chn_day_end (chn_civil_find_day (time));
}

void
chn_period_begin_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  const ChnDateStretch *civil = &moment->placed.civil.begin;
  gboolean timed = chn_moment_is_timed (moment);
  ChnDateEnds utc;
  chn_period_set_from (period, moment,
                       !certain ? civil->earliest
                       : timed  ? civil->latest
                                : find_day_start (civil->latest));
  if (!timed)
    return;
  chn_placed_date_read_utc (&moment->placed, &utc);
  period->utc_from = certain ? utc.begin.latest : utc.begin.earliest;
  period->from_place = NULL;
}

void
chn_period_end_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  const ChnDateStretch *civil = &moment->placed.civil.end;
  gboolean timed = chn_moment_is_timed (moment);
  ChnDateEnds utc;
  chn_period_set_to (period, moment,
                     !certain ? civil->latest
                     : timed  ? civil->earliest
                              : find_day_end (civil->earliest));
  if (!timed)
    return;
  chn_placed_date_read_utc (&moment->placed, &utc);
  period->utc_to = certain ? utc.end.earliest : utc.end.latest;
  period->to_place = NULL;
}

void
chn_period_end_before (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  const ChnDateStretch *civil = &moment->placed.civil.begin;
  ChnDateEnds utc;
  chn_period_set_to (period, moment, (certain ? civil->earliest : civil->latest) - 1);
  if (!chn_moment_is_timed (moment))
    return;
  chn_placed_date_read_utc (&moment->placed, &utc);
  period->utc_to = (certain ? utc.begin.earliest : utc.begin.latest) - 1;
  period->to_place = NULL;
}

void
chn_period_begin_after (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  const ChnDateStretch *civil = &moment->placed.civil.end;
  ChnDateEnds utc;
  chn_period_set_from (period, moment, (certain ? civil->latest : civil->earliest) + 1);
  if (!chn_moment_is_timed (moment))
    return;
  chn_placed_date_read_utc (&moment->placed, &utc);
  period->utc_from = (certain ? utc.end.latest : utc.end.earliest) + 1;
  period->from_place = NULL;
}

static gint64
move (gint64 time, gint64 by)
{
  return time == CHN_TIME_MIN || time == CHN_TIME_MAX ? time : time + by;
}

static gboolean
is_read_in_utc (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  gboolean timed = (bounds->flags & CHN_DATE_TIMED) != 0;
  return period->clocks == CHN_CLOCKS_INSTANTS || (period->clocks == CHN_CLOCKS_DAYS && timed);
}

/* When a date begins and ends, if bounds tell it: of what lasts only where both ends are days. */
static gboolean
make_ends (const ChnDateBounds *bounds, ChnDateEnds *ends)
{
  guint unclear = CHN_DATE_TIMED | CHN_DATE_UNKNOWN_START | CHN_DATE_UNKNOWN_END;
  ChnDateStretch whole = { bounds->earliest, bounds->latest };
  *ends = (ChnDateEnds){ whole, whole, (bounds->flags & LASTING) != 0 };
  if (!ends->lasts)
    return TRUE;
  ends->begin.latest = bounds->earliest;
  ends->end.earliest = bounds->latest;
  return bounds->precision == CHN_PRECISION_DAY && !(bounds->flags & (unclear | CHN_DATE_ALL_OF));
}

static ChnBoundsAnswer
answer (gboolean holds)
{
  return holds ? CHN_BOUNDS_YES : CHN_BOUNDS_NO;
}

/* As far as clocks that may be days apart leave it clear. */
static ChnBoundsAnswer
ask_from_afar (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  gint64 from = move (period->from, -MOST_APART), to = move (period->to, MOST_APART);
  gboolean beside = period->timing == CHN_TIMING_BEFORE || period->timing == CHN_TIMING_AFTER;
  if (bounds->latest < from || bounds->earliest > to)
    return CHN_BOUNDS_NO;
  gboolean inside =
      bounds->earliest > move (period->from, MOST_APART) && bounds->latest < move (period->to, -MOST_APART);
  return inside && (beside || !(bounds->flags & CHN_DATE_GAPS)) ? CHN_BOUNDS_YES : CHN_BOUNDS_ASK_DATE;
}

ChnBoundsAnswer
chn_period_ask_bounds (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds)
{
  ChnDateEnds ends;
  if (certain && (period->is_doubtful || bounds->flags & DOUBTS))
    return CHN_BOUNDS_NO;
  if (is_read_in_utc (period, bounds))
    return ask_from_afar (period, bounds);
  gboolean known = make_ends (bounds, &ends) || period->timing == CHN_TIMING_WITHIN;
  if (certain && known)
    return answer (chn_timing_must_hold (period->timing, &ends, period->from, period->to));
  if (certain || !known || bounds->flags & CHN_DATE_GAPS || period->gaps)
    return CHN_BOUNDS_ASK_DATE;
  return answer (chn_timing_may_hold (period->timing, &ends, period->from, period->to));
}

/* Whether it lies in one of the stretches that the period has, not between them. */
static gboolean
meets_gaps (const ChnPeriod *period, const ChnDateBounds *bounds, const ChnDateEnds *ends, const ChnDate *date)
{
  ChnDateStretch part = { ends->begin.earliest, ends->end.latest };
  if (period->timing == CHN_TIMING_BEGINS)
    part = ends->begin;
  else if (period->timing == CHN_TIMING_ENDS)
    part = ends->end;
  if (date && bounds->flags & CHN_DATE_GAPS)
    return chn_date_may_meet_date (date, period->gaps);
  return chn_date_may_meet (period->gaps, NULL, part.earliest, part.latest);
}

typedef struct {
  const ChnPeriod *period;
  const ChnDateBounds *bounds;
  const ChnDate *date; /* NULL where it is an occurrence of the date */
  ChnDateEnds ends;
  ChnDateClock clock;
  gboolean in_utc;
  gint64 from, to;
} Question;

/* The moments of a date with gaps are looked at themselves. */
static gboolean
may_hold (const Question *question)
{
  const ChnPeriod *period = question->period;
  gboolean beside = period->timing == CHN_TIMING_BEFORE || period->timing == CHN_TIMING_AFTER;
  const ChnDateClock *clock = question->in_utc ? &question->clock : NULL;
  if (!chn_timing_may_hold (period->timing, &question->ends, question->from, question->to))
    return FALSE;
  if (beside)
    return TRUE;
  if (question->bounds->flags & CHN_DATE_GAPS && question->date &&
      !chn_date_may_meet (question->date, clock, question->from, question->to))
    return FALSE;
  return !period->gaps || meets_gaps (period, question->bounds, &question->ends, question->date);
}

static gboolean
must_hold (const Question *question)
{
  ChnTiming timing = question->period->timing;
  const ChnDateClock *clock = question->in_utc ? &question->clock : NULL;
  if (timing == CHN_TIMING_OVERLAPS && question->date && question->bounds->flags & CHN_DATE_ALL_OF)
    return chn_date_must_meet (question->date, clock, question->from, question->to);
  return chn_timing_must_hold (timing, &question->ends, question->from, question->to);
}

/* Reads all in UTC, as far as is known. */
static void
read_in_utc (Question *question, gboolean certain, const ChnPlacedDate *placed)
{
  const ChnPeriod *period = question->period;
  const ChnPlacedDate *from = period->from_place, *to = period->to_place;
  gboolean vague = period->is_vague || chn_placed_date_is_vague (placed) ||
                   (from && chn_placed_date_is_vague (from)) || (to && chn_placed_date_is_vague (to));
  gint64 margin = !vague ? 0 : certain ? CHN_MOST_OFFSET : -CHN_MOST_OFFSET;
  question->in_utc = TRUE;
  question->clock = chn_placed_date_get_clock (placed);
  chn_placed_date_read_utc (placed, &question->ends);
  gint64 first = from ? chn_placed_date_find_utc (from, period->from, FALSE, certain) : period->utc_from;
  gint64 last = to ? chn_placed_date_find_utc (to, period->to, TRUE, !certain) : period->utc_to;
  question->from = move (first, margin);
  question->to = move (last, -margin);
}

gboolean
chn_period_ask_date (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds,
                     const ChnPlacedDate *placed)
{
  Question question = { .period = period,
                        .bounds = bounds,
                        .date = placed->date,
                        .ends = placed->civil,
                        .from = period->from,
                        .to = period->to };
  if (certain && (period->is_doubtful || bounds->flags & DOUBTS))
    return FALSE;
  if (is_read_in_utc (period, bounds))
    read_in_utc (&question, certain, placed);
  return certain ? must_hold (&question) : may_hold (&question);
}
