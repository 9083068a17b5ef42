/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Whether a date lies to a period as it should, whichever of its moments it is.
 *
 * To share a moment is asked of both sides alike. Each is, at the least, some stretches of time that may all come
 * later by some time: a day in a week is a day that may come up to six days later, a time by clocks of an unknown
 * zone is a second that may come up to 28 hours later than 14 hours before; of what certainly lasts from one time to
 * another that stretch does not move. Two of them share a moment in any case if they do for each distance between
 * them.
 */
#include "query/must-hold.h"

/* What a side is at the least. */
typedef struct {
  const ChnDate *elements; /* it has a stretch for each element of this set in braces, by this clock */
  const ChnDateClock *clock;
  ChnDateStretch stretch; /* else this one */
  gint64 latitude;        /* and may be so much later */
} Side;

/* What begins and ends some time, and is at least a unit long. */
static Side
make_side (gint64 latest_begin, gint64 earliest_end, gint64 unit)
{
  Side side = { .stretch = { latest_begin, earliest_end } };
  if (chn_time_subtract (earliest_end, latest_begin) >= unit)
    return side;
  side.stretch.earliest = chn_time_move (earliest_end, -unit);
  side.latitude = chn_time_subtract (latest_begin, side.stretch.earliest);
  return side;
}

static Side
make_elements (const ChnDate *set, const ChnDateClock *clock)
{
  return (Side){ .elements = set, .clock = clock };
}

static gboolean
find_stretch (const Side *side, guint index, ChnDateStretch *stretch)
{
  ChnDateEnds ends;
  if (!side->elements) {
    *stretch = side->stretch;
    return index == 0;
  }
  gboolean found = chn_date_find_element_ends (side->elements, index, side->clock, &ends);
  if (found)
    *stretch = (ChnDateStretch){ ends.begin.latest, ends.end.earliest };
  return found;
}

/* The last distance up to which two sides go on sharing a moment from this one; before it where they share none. */
static gint64
find_last_shared (const Side *side, const Side *other, gint64 distance)
{
  ChnDateStretch own, its;
  gint64 last = CHN_TIME_MIN;
  for (guint i = 0; find_stretch (side, i, &own); i++)
    for (guint j = 0; find_stretch (other, j, &its); j++)
      if (chn_time_subtract (own.earliest, its.latest) <= distance)
        last = MAX (last, chn_time_subtract (own.latest, its.earliest));
  return last;
}

/* Whether one shares a moment with the other for each distance that this may be later by. */
static gboolean
must_share (const Side *side, const Side *other, gint64 slide)
{
  gint64 distance = -side->latitude - slide, farthest = other->latitude + slide;
  while (distance <= farthest) {
    gint64 last = find_last_shared (side, other, distance);
    if (last < distance)
      return FALSE;
    if (last >= farthest)
      return TRUE;
    distance = last + 1;
  }
  return TRUE;
}

/* Of one moment of several each is an alternative, days as a whole. */
static gboolean
find_alternative_of_period (const ChnComparison *comparison, guint index, Side *side)
{
  const ChnPeriod *period = comparison->period;
  const ChnDateClock *clock = chn_comparison_get_period_clock (comparison);
  ChnDateEnds civil, ends;
  if (!chn_date_find_alternative (period->gaps, index, NULL, &civil))
    return FALSE;
  chn_date_find_alternative (period->gaps, index, clock, &ends);
  gint64 begin = ends.end.latest, end = ends.begin.earliest;
  if (!period->is_timed_moment) {
    gint64 first = chn_time_find_day_start (civil.end.latest), last = chn_time_find_day_end (civil.begin.earliest);
    begin = clock ? chn_placed_date_find_utc (period->place, first, FALSE, TRUE) : first;
    end = clock ? chn_placed_date_find_utc (period->place, last, TRUE, FALSE) : last;
  }
  *side = make_side (begin, end, chn_period_get_unit (period));
  return TRUE;
}

static gboolean
find_period (const ChnComparison *comparison, guint index, Side *side)
{
  const ChnPeriod *period = comparison->period;
  gboolean is_set = period->gaps && chn_date_get_bounds (period->gaps)->flags & CHN_DATE_ALL_OF;
  if (period->gaps && !is_set)
    return find_alternative_of_period (comparison, index, side);
  *side = is_set ? make_elements (period->gaps, chn_comparison_get_period_clock (comparison))
                 : make_side (comparison->from, comparison->to, chn_period_get_unit (period));
  return index == 0;
}

static gboolean
find_date (const ChnComparison *comparison, guint index, Side *side)
{
  const ChnDateClock *clock = chn_comparison_get_date_clock (comparison);
  guint flags = comparison->date ? comparison->bounds->flags : 0;
  ChnDateEnds ends = comparison->ends;
  gboolean is_set = flags & CHN_DATE_ALL_OF, is_listed = flags & CHN_DATE_GAPS && !is_set;
  if (is_listed && !chn_date_find_alternative (comparison->date, index, clock, &ends))
    return FALSE;
  if (is_set)
    *side = make_elements (comparison->date, clock);
  else if (comparison->ends.lasts) /* the clocks of two places may show its end before its beginning */
    *side = make_side (MIN (ends.begin.latest, ends.end.latest), MAX (ends.begin.earliest, ends.end.earliest), 0);
  else
    *side = make_side (ends.end.latest, ends.begin.earliest, 0);
  return is_listed || index == 0;
}

static gboolean
must_share_whichever_it_is (const ChnComparison *comparison)
{
  Side date, period;
  for (guint i = 0; find_date (comparison, i, &date); i++)
    for (guint j = 0; find_period (comparison, j, &period); j++)
      if (!must_share (&date, &period, comparison->slide))
        return FALSE;
  return TRUE;
}

gboolean
chn_comparison_must_hold (const ChnComparison *comparison)
{
  const ChnPeriod *period = comparison->period;
  if (chn_period_is_empty (period, comparison->from, comparison->to))
    return FALSE;
  if (period->timing == CHN_TIMING_OVERLAPS)
    return must_share_whichever_it_is (comparison);
  return chn_timing_must_hold (period->timing, &comparison->ends, chn_time_move (comparison->from, comparison->slide),
                               chn_time_move (comparison->to, -comparison->slide));
}
