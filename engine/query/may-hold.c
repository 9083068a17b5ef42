/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a date may lie to a period as it should: some of what it may be, to some of what the period may be. */
#include "query/may-hold.h"

/* The moments of the date that are asked about: where it begins, where it ends, or all. */
static ChnDateStretch
get_part (const ChnComparison *comparison)
{
  const ChnDateEnds *ends = &comparison->ends;
  ChnTiming timing = comparison->period->timing;
  if (timing == CHN_TIMING_BEGINS)
    return ends->begin;
  return timing == CHN_TIMING_ENDS ? ends->end : (ChnDateStretch){ ends->begin.earliest, ends->end.latest };
}

/* Whether it lies in one of the stretches that the period has, not between them. */
static gboolean
meets_gaps (const ChnComparison *comparison)
{
  const ChnPeriod *period = comparison->period;
  const ChnDateClock *period_clock = chn_comparison_get_period_clock (comparison);
  ChnDateStretch part = get_part (comparison);
  gboolean of_end = period->timing == CHN_TIMING_BEGINS || period->timing == CHN_TIMING_ENDS;
  if (comparison->date && comparison->bounds->flags & CHN_DATE_GAPS && !(comparison->ends.lasts && of_end))
    return chn_date_may_meet_date (comparison->date, chn_comparison_get_date_clock (comparison), period->gaps,
                                   period_clock, comparison->slide);
  return chn_date_may_meet (period->gaps, period_clock, chn_time_move (part.earliest, -comparison->slide),
                            chn_time_move (part.latest, comparison->slide));
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
  if (period->timing == CHN_TIMING_DURING && comparison->ends.lasts && !may_be_short_enough (comparison))
    return FALSE;
  return has_moment_in (comparison, from, to) && (!period->gaps || meets_gaps (comparison));
}
