/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/period.h"

/* A date and a period, both read by the same clocks. */
typedef struct {
  const ChnPeriod *period;
  const ChnDateBounds *bounds; /* of the date */
  const ChnDate *date;         /* NULL where it is an occurrence of the date */
  ChnDateEnds ends;            /* of the date */
  gboolean in_utc;
  ChnDateClock date_clock, period_clock; /* that they are read by in UTC */
  gint64 from, to;                       /* of the period */
  gint64 slide; /* how far the period as a whole may be off from the date, either way: clocks of an unknown zone */
} ChnComparison;

/* For what the date possibly or certainly is; `row` is the one that has the date, -1 where it is an occurrence. */
void chn_comparison_init (ChnComparison *comparison, const ChnPeriod *period, gboolean certain,
                          const ChnDateBounds *bounds, const ChnPlacedDate *placed, gint64 row);

/* The clocks that the date, or that what the period comes from, is read by; NULL for its own. */
static inline const ChnDateClock *
chn_comparison_get_date_clock (const ChnComparison *comparison)
{
  return comparison->in_utc ? &comparison->date_clock : NULL;
}

static inline const ChnDateClock *
chn_comparison_get_period_clock (const ChnComparison *comparison)
{
  return comparison->in_utc ? &comparison->period_clock : NULL;
}
