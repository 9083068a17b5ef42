/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A stretch of time that is asked for, made from the dates of a query. */
#include "query/period.h"

static const ChnPeriodEnd all_before = { CHN_TIME_MIN, CHN_TIME_MIN, NULL, -1, FALSE };
static const ChnPeriodEnd all_after = { CHN_TIME_MAX, CHN_TIME_MAX, NULL, -1, FALSE };

void
chn_period_init (ChnPeriod *period, ChnTiming timing)
{
  *period = (ChnPeriod){ .timing = timing,
                         .excludes_itself = timing == CHN_TIMING_BEFORE || timing == CHN_TIMING_AFTER,
                         .from = all_before,
                         .to = all_after,
                         .begins_with = -1,
                         .ends_with = -1 };
}

void
chn_period_open_from (ChnPeriod *period)
{
  period->from = all_before;
}

void
chn_period_open_to (ChnPeriod *period)
{
  period->to = all_after;
}

/* Times are compared as instants, and so is what shares a period with them. */
static void
take_clocks (ChnPeriod *period, const ChnMoment *moment)
{
  ChnClocks clocks = chn_moment_is_timed (moment) ? CHN_CLOCKS_INSTANTS
                     : moment->is_event           ? CHN_CLOCKS_DAYS
                                                  : CHN_CLOCKS_CALENDAR;
  period->clocks = MAX (period->clocks, clocks);
  period->is_doubtful = period->is_doubtful || chn_moment_is_doubtful (moment);
}

/* Which time of a moment is meant: when it begins or ends, at the earliest or the latest, and so many seconds on. */
typedef struct {
  gboolean of_end, latest;
  int step;
} Choice;

static gint64
choose (const ChnDateEnds *ends, const Choice *choice)
{
  const ChnDateStretch *stretch = choice->of_end ? &ends->end : &ends->begin;
  return (choice->latest ? stretch->latest : stretch->earliest) + choice->step;
}

static void
set_end (ChnPeriod *period, ChnPeriodEnd *end, const ChnMoment *moment, Choice choice)
{
  gboolean timed = chn_moment_is_timed (moment);
  ChnDateEnds utc;
  take_clocks (period, moment);
  end->civil = choose (&moment->placed.civil, &choice);
  end->place = timed ? NULL : &moment->placed;
  end->row = moment->is_event ? (gint64) moment->row : -1;
  end->is_vague = timed && chn_placed_date_is_vague (&moment->placed);
  if (!timed)
    return;
  chn_placed_date_read_utc (&moment->placed, &utc);
  end->utc = choose (&utc, &choice);
}

void
chn_period_begin_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  set_end (period, &period->from, moment, (Choice){ .of_end = FALSE, .latest = certain });
  if (certain && !chn_moment_is_timed (moment))
    period->from.civil = chn_time_find_day_start (period->from.civil);
}

void
chn_period_end_with (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  set_end (period, &period->to, moment, (Choice){ .of_end = TRUE, .latest = !certain });
  if (certain && !chn_moment_is_timed (moment))
    period->to.civil = chn_time_find_day_end (period->to.civil);
}

void
chn_period_end_before (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  set_end (period, &period->to, moment, (Choice){ .of_end = FALSE, .latest = !certain, .step = -1 });
}

void
chn_period_begin_after (ChnPeriod *period, const ChnMoment *moment, gboolean certain)
{
  set_end (period, &period->from, moment, (Choice){ .of_end = TRUE, .latest = certain, .step = 1 });
}

void
chn_period_keep_to (ChnPeriod *period, const ChnMoment *moment)
{
  gboolean lasts = moment->is_event && moment->placed.civil.lasts;
  period->place = &moment->placed;
  period->is_moment = moment->is_event && !lasts;
  period->is_timed_moment = chn_moment_is_timed (moment);
  if (!lasts || period->timing == CHN_TIMING_OVERLAPS)
    period->gaps = moment->gaps;
}

ChnDateStretch
chn_period_find_reach (const ChnPeriod *period)
{
  gint64 margin = period->clocks == CHN_CLOCKS_CALENDAR ? 0 : CHN_MOST_DAYS_APART * CHN_DAY_SECONDS;
  gint64 from = MIN (period->from.civil, period->to.civil), to = MAX (period->from.civil, period->to.civil);
  return (ChnDateStretch){ chn_time_move (from, -margin), chn_time_move (to, margin) };
}
