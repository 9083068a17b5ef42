/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a date may lie to a period as it should: some of what it may be, to some of what the period may be. */
#include "query/may-hold.h"

/* Whether some stretch of seconds lies in one of those that the period has, not between them. */
static gboolean
meets_gaps (const ChnComparison *comparison, gint64 from, gint64 to)
{
  return chn_date_may_meet (comparison->period->gaps, chn_comparison_get_period_clock (comparison),
                            chn_time_move (from, -comparison->slide), chn_time_move (to, comparison->slide));
}

/* The same of the moments of the date. */
static gboolean
has_moment_in_gaps (const ChnComparison *comparison)
{
  const ChnDateEnds *ends = &comparison->ends;
  if (!comparison->date || !(comparison->bounds->flags & CHN_DATE_GAPS))
    return meets_gaps (comparison, ends->begin.earliest, ends->end.latest);
  return chn_date_may_meet_date (comparison->date, chn_comparison_get_date_clock (comparison),
                                 comparison->period->gaps, chn_comparison_get_period_clock (comparison),
                                 comparison->slide);
}

/* Whether unspecified digits may leave out days between the first and the last on which it may begin, or end. */
static gboolean
is_masked_interval (const ChnComparison *comparison)
{
  enum { MASKED_INTERVAL = CHN_DATE_MASKED | CHN_DATE_INTERVAL };
  return comparison->date && (comparison->bounds->flags & MASKED_INTERVAL) == MASKED_INTERVAL;
}

/* When what lasts may begin or end, from a time on. */
static gboolean
find_end_from (const ChnComparison *comparison, gboolean is_end, gint64 from, ChnDateStretch *times)
{
  if (is_masked_interval (comparison))
    return chn_date_find_end_from (comparison->date, chn_comparison_get_date_clock (comparison), is_end, from, times);
  *times = is_end ? comparison->ends.end : comparison->ends.begin;
  return times->latest >= from;
}

/* Whether what lasts may begin or end in the period. */
static gboolean
has_end_in (const ChnComparison *comparison, gboolean is_end, gint64 from, gint64 to)
{
  ChnDateStretch times;
  for (gint64 at = from; find_end_from (comparison, is_end, at, &times) && times.earliest <= to;
       at = times.latest + 1) {
    if (!comparison->period->gaps || meets_gaps (comparison, times.earliest, times.latest))
      return TRUE;
    if (!chn_time_is_finite (times.latest))
      return FALSE;
  }
  return FALSE;
}

/* Whether it may begin there, and end after that, still there. */
static gboolean
has_both_ends_in (const ChnComparison *comparison, gint64 from, gint64 to)
{
  ChnDateStretch begin, end;
  if (!is_masked_interval (comparison)) /* the clocks of two places may show its end before its beginning */
    return TRUE;
  return find_end_from (comparison, FALSE, from, &begin) &&
         find_end_from (comparison, TRUE, MAX (begin.earliest, from), &end) && end.earliest <= to;
}

/* Whether some moment of a date with gaps lies in the period, if it has gaps. */
static gboolean
has_moment_in (const ChnComparison *comparison, gint64 from, gint64 to)
{
  if (!comparison->date || !(comparison->bounds->flags & CHN_DATE_GAPS))
    return TRUE;
  return chn_date_may_meet (comparison->date, chn_comparison_get_date_clock (comparison), from, to);
}

/* The unit of time that a moment is known to, whichever it is: its day, or the second. */
static gint64
find_unit_start (const ChnPeriod *period, gint64 time)
{
  return period->is_timed_moment ? time : chn_time_find_day_start (time);
}

/*
 * Whether what lasts may begin and end within one moment: the first that it may end in is not behind the last that it
 * may begin in. A day is that of the moment's clocks.
 */
static gboolean
fits_into_moment (const ChnComparison *comparison)
{
  const ChnPeriod *period = comparison->period;
  const ChnDateEnds *ends = &comparison->ends;
  ChnDateEnds utc;
  chn_placed_date_read_utc (period->place, &utc);
  gint64 ahead = comparison->in_utc ? period->place->civil.begin.earliest - utc.begin.earliest : 0;
  gint64 end = chn_time_move (ends->end.earliest, ahead - comparison->slide);
  gint64 begin = chn_time_move (ends->begin.latest, ahead + comparison->slide);
  gint64 first = find_unit_start (period, MAX (end, period->from.civil));
  gint64 last = find_unit_start (period, MIN (begin, period->to.civil));
  return first <= last &&
         (!period->gaps || chn_date_may_meet (period->gaps, NULL, first, last + chn_period_get_unit (period)));
}

/* Whether the shortest that it may be is no longer than the period is at once. */
static gboolean
may_be_short_enough (const ChnComparison *comparison)
{
  const ChnPeriod *period = comparison->period;
  gint64 shortest = chn_time_subtract (comparison->ends.end.earliest, comparison->ends.begin.latest);
  gint64 length =
      period->is_moment ? chn_period_get_unit (period) : chn_time_subtract (comparison->to, comparison->from);
  return MAX (shortest, 0) <= length && (!period->is_moment || fits_into_moment (comparison));
}

gboolean
chn_comparison_may_hold (const ChnComparison *comparison)
{
  const ChnPeriod *period = comparison->period;
  gint64 from = chn_time_move (comparison->from, -comparison->slide);
  gint64 to = chn_time_move (comparison->to, comparison->slide);
  if (chn_period_is_empty (period, comparison->from, comparison->to))
    return FALSE;
  if (!chn_timing_may_hold (period->timing, &comparison->ends, from, to))
    return FALSE;
  if (chn_period_is_beside (period))
    return TRUE;
  if (comparison->ends.lasts && (period->timing == CHN_TIMING_BEGINS || period->timing == CHN_TIMING_ENDS))
    return has_end_in (comparison, period->timing == CHN_TIMING_ENDS, from, to);
  if (comparison->ends.lasts && period->timing == CHN_TIMING_DURING &&
      !(may_be_short_enough (comparison) && has_both_ends_in (comparison, from, to)))
    return FALSE;
  return has_moment_in (comparison, from, to) && (!period->gaps || has_moment_in_gaps (comparison));
}
