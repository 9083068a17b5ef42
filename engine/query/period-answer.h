/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/period.h"

/* Whether a date lies to the period as it should, certainly or possibly, as far as its bounds tell. */
typedef enum { CHN_BOUNDS_NO, CHN_BOUNDS_YES, CHN_BOUNDS_ASK_DATE } ChnBoundsAnswer;
ChnBoundsAnswer chn_period_ask_bounds (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds);

/* Asks the date itself; `row` is the one that has it, -1 where it is an occurrence of a date. */
gboolean chn_period_ask_date (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds,
                              const ChnPlacedDate *placed, gint64 row);
