/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A date and a period, read by the same clocks: as the calendar shows them, or in UTC as far as it is known. */
#include "query/comparison.h"

/* Whether nobody knows how far an end is from the date, whose event has the clocks of its own date. */
static gboolean
is_vague (const ChnPeriodEnd *end, const ChnPlacedDate *placed, gint64 row)
{
  gboolean is_own = row >= 0 && end->row == row;
  return !is_own && (end->is_vague || chn_placed_date_is_vague (placed) ||
                     (end->place && chn_placed_date_is_vague (end->place)));
}

static gint64
find_utc (const ChnPeriodEnd *end, gboolean is_to, gboolean latest)
{
  return end->place ? chn_placed_date_find_utc (end->place, end->civil, is_to, latest) : end->utc;
}

/* One unknown clock moves the whole of what it shows; two move each end for itself, and the period may be longer. */
static void
allow_for_unknown_clocks (ChnComparison *comparison, gboolean certain, const ChnPlacedDate *placed, gint64 row)
{
  const ChnPeriod *period = comparison->period;
  gboolean from_is_vague = is_vague (&period->from, placed, row), to_is_vague = is_vague (&period->to, placed, row);
  gboolean is_one_clock = period->place || chn_placed_date_is_vague (placed);
  gint64 outward = certain ? -CHN_MOST_OFFSET : CHN_MOST_OFFSET;
  if (from_is_vague && to_is_vague && is_one_clock) {
    comparison->slide = CHN_MOST_OFFSET;
    return;
  }
  comparison->from = chn_time_move (comparison->from, from_is_vague ? -outward : 0);
  comparison->to = chn_time_move (comparison->to, to_is_vague ? outward : 0);
}

static void
read_in_utc (ChnComparison *comparison, gboolean certain, const ChnPlacedDate *placed, gint64 row)
{
  const ChnPeriod *period = comparison->period;
  comparison->in_utc = TRUE;
  comparison->date_clock = chn_placed_date_get_clock (placed);
  if (period->place)
    comparison->period_clock = chn_placed_date_get_clock (period->place);
  chn_placed_date_read_utc (placed, &comparison->ends);
  comparison->from = find_utc (&period->from, FALSE, certain);
  comparison->to = find_utc (&period->to, TRUE, !certain);
  allow_for_unknown_clocks (comparison, certain, placed, row);
}

void
chn_comparison_init (ChnComparison *comparison, const ChnPeriod *period, gboolean certain,
                     const ChnDateBounds *bounds, const ChnPlacedDate *placed, gint64 row)
{
  *comparison = (ChnComparison){ .period = period,
                                 .bounds = bounds,
                                 .date = placed->date,
                                 .ends = placed->civil,
                                 .from = period->from.civil,
                                 .to = period->to.civil };
  if (chn_period_is_read_in_utc (period, bounds))
    read_in_utc (comparison, certain, placed, row);
}
