/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a date lies to a period as it should: its bounds tell it of most dates at once, the date itself of all. */
#include "query/period-answer.h"

#include "query/may-hold.h"
#include "query/must-hold.h"

enum { DOUBTS = CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE, LASTING = CHN_DATE_INTERVAL | CHN_DATE_ALL_OF };

#define MOST_APART (CHN_MOST_DAYS_APART * CHN_DAY_SECONDS)

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

/* What lasts and is to lie in one moment, or in one day that has it. */
static gboolean
must_be_short (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  return period->timing == CHN_TIMING_DURING && period->is_moment && bounds->flags & LASTING;
}

static gboolean
ends_before_day (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  return (period->timing == CHN_TIMING_WITHIN || period->timing == CHN_TIMING_OVERLAPS) &&
         chn_date_ends_before_day (bounds->earliest, bounds->latest, bounds->flags, period->from.civil) &&
         !chn_period_is_read_in_utc (period, bounds);
}

/* As far as clocks that may be days apart leave it clear. */
static ChnBoundsAnswer
ask_from_afar (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  gint64 from = period->from.civil, to = period->to.civil;
  if (bounds->latest < chn_time_move (from, -MOST_APART) || bounds->earliest > chn_time_move (to, MOST_APART))
    return CHN_BOUNDS_NO;
  gboolean inside =
      bounds->earliest > chn_time_move (from, MOST_APART) && bounds->latest < chn_time_move (to, -MOST_APART);
  gboolean whole = !(bounds->flags & CHN_DATE_GAPS) && !period->gaps && !must_be_short (period, bounds);
  return inside && (chn_period_is_beside (period) || whole) ? CHN_BOUNDS_YES : CHN_BOUNDS_ASK_DATE;
}

/* Nothing is certain of it. */
static gboolean
is_doubted (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  return period->is_doubtful || (bounds->flags & DOUBTS) != 0;
}

ChnBoundsAnswer
chn_period_ask_bounds (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds)
{
  ChnDateEnds ends;
  gint64 from = period->from.civil, to = period->to.civil;
  if ((certain && is_doubted (period, bounds)) || ends_before_day (period, bounds))
    return CHN_BOUNDS_NO;
  if (chn_period_is_read_in_utc (period, bounds))
    return ask_from_afar (period, bounds);
  if (chn_period_is_empty (period, from, to))
    return CHN_BOUNDS_NO;
  gboolean known = make_ends (bounds, &ends) || period->timing == CHN_TIMING_WITHIN;
  if (certain && known && !period->gaps)
    return answer (chn_timing_must_hold (period->timing, &ends, from, to));
  if (certain || !known || bounds->flags & CHN_DATE_GAPS || period->gaps || must_be_short (period, bounds))
    return CHN_BOUNDS_ASK_DATE;
  return answer (chn_timing_may_hold (period->timing, &ends, from, to));
}

gboolean
chn_period_ask_date (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds,
                     const ChnPlacedDate *placed, gint64 row)
{
  ChnComparison comparison;
  if ((certain && is_doubted (period, bounds)) || ends_before_day (period, bounds))
    return FALSE;
  chn_comparison_init (&comparison, period, certain, bounds, placed, row);
  return certain ? chn_comparison_must_hold (&comparison) : chn_comparison_may_hold (&comparison);
}
