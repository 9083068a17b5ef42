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
                         .excludes_itself = timing == CHN_TIMING_BEFORE || timing == CHN_TIMING_AFTER,
                         .from = CHN_TIME_MIN,
                         .to = CHN_TIME_MAX,
                         .utc_from = CHN_TIME_MIN,
                         .utc_to = CHN_TIME_MAX,
                         .from_row = -1,
                         .to_row = -1,
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
  period->is_doubtful = period->is_doubtful || chn_moment_is_doubtful (moment);
}

void
chn_period_set_from (ChnPeriod *period, const ChnMoment *moment, gint64 civil)
{
  take_clocks (period, moment);
  period->from = civil;
  period->from_place = &moment->placed;
  period->from_row = moment->is_event ? (gint64) moment->row : -1;
  period->from_is_vague = chn_moment_is_timed (moment) && chn_placed_date_is_vague (&moment->placed);
}

void
chn_period_set_to (ChnPeriod *period, const ChnMoment *moment, gint64 civil)
{
  take_clocks (period, moment);
  period->to = civil;
  period->to_place = &moment->placed;
  period->to_row = moment->is_event ? (gint64) moment->row : -1;
  period->to_is_vague = chn_moment_is_timed (moment) && chn_placed_date_is_vague (&moment->placed);
}

static gint64
find_day_start (gint64 time)
{
  return chn_time_is_finite (time) ? chn_day_start (chn_civil_find_day (time)) : time;
}

static gint64
find_day_end (gint64 time)
{
  return chn_time_is_finite (time) ? chn_day_end (chn_civil_find_day (time)) : time;
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

/* What lasts and is to lie in one moment, or in one day that has it. */
static gboolean
must_be_short (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  return period->timing == CHN_TIMING_DURING && period->is_moment && bounds->flags & LASTING;
}

/* As far as clocks that may be days apart leave it clear. */
static ChnBoundsAnswer
ask_from_afar (const ChnPeriod *period, const ChnDateBounds *bounds)
{
  gint64 from = chn_time_move (period->from, -MOST_APART), to = chn_time_move (period->to, MOST_APART);
  gboolean beside = period->timing == CHN_TIMING_BEFORE || period->timing == CHN_TIMING_AFTER;
  if (bounds->latest < from || bounds->earliest > to)
    return CHN_BOUNDS_NO;
  gboolean inside = bounds->earliest > chn_time_move (period->from, MOST_APART) &&
                    bounds->latest < chn_time_move (period->to, -MOST_APART);
  gboolean whole = !(bounds->flags & CHN_DATE_GAPS) && !period->gaps && !must_be_short (period, bounds);
  return inside && (beside || whole) ? CHN_BOUNDS_YES : CHN_BOUNDS_ASK_DATE;
}

/* Days that are typed, and dates without gaps: what is asked most, of which bounds tell all. */
static inline gboolean
is_plain (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds)
{
  return !certain && period->timing == CHN_TIMING_WITHIN && period->clocks == CHN_CLOCKS_CALENDAR && !period->gaps &&
         !(bounds->flags & CHN_DATE_GAPS);
}

ChnBoundsAnswer
chn_period_ask_bounds (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds)
{
  ChnDateEnds ends;
  if (is_plain (period, certain, bounds))
    return answer (bounds->earliest <= period->to && bounds->latest >= period->from);
  if (certain && (period->is_doubtful || bounds->flags & DOUBTS))
    return CHN_BOUNDS_NO;
  if (is_read_in_utc (period, bounds))
    return ask_from_afar (period, bounds);
  gboolean known = make_ends (bounds, &ends) || period->timing == CHN_TIMING_WITHIN;
  if (certain && known && !period->gaps)
    return answer (chn_timing_must_hold (period->timing, &ends, period->from, period->to));
  if (certain || !known || bounds->flags & CHN_DATE_GAPS || period->gaps || must_be_short (period, bounds))
    return CHN_BOUNDS_ASK_DATE;
  return answer (chn_timing_may_hold (period->timing, &ends, period->from, period->to));
}

typedef struct {
  const ChnPeriod *period;
  const ChnDateBounds *bounds;
  const ChnDate *date; /* NULL where it is an occurrence of the date */
  gint64 row;          /* that has it, -1 where it is an occurrence */
  ChnDateEnds ends;
  ChnDateClock clock;
  gboolean in_utc;
  gint64 from, to;
  gint64 margin; /* that clocks of unknown zones may be off by */
} Question;

/* Whether it lies in one of the stretches that the period has, not between them. */
static gboolean
meets_gaps (const Question *question)
{
  const ChnPeriod *period = question->period;
  const ChnDateEnds *ends = &question->ends;
  ChnDateClock gaps_clock = chn_placed_date_get_clock (period->place);
  const ChnDateClock *clock = question->in_utc ? &gaps_clock : NULL;
  ChnDateStretch part = { ends->begin.earliest, ends->end.latest };
  if (period->timing == CHN_TIMING_BEGINS)
    part = ends->begin;
  else if (period->timing == CHN_TIMING_ENDS)
    part = ends->end;
  gboolean is_end = ends->lasts && (period->timing == CHN_TIMING_BEGINS || period->timing == CHN_TIMING_ENDS);
  if (question->date && question->bounds->flags & CHN_DATE_GAPS && !is_end)
    return chn_date_may_meet_date (question->date, question->in_utc ? &question->clock : NULL, period->gaps, clock,
                                   question->margin);
  return chn_date_may_meet (period->gaps, clock, chn_time_move (part.earliest, -question->margin),
                            chn_time_move (part.latest, question->margin));
}

/* The unit of time that a moment is known to, whichever it is: its day, or the second. */
static gint64
find_unit (const ChnPeriod *period, gint64 time)
{
  return period->is_timed_moment || !chn_time_is_finite (time) ? time : chn_civil_find_day (time);
}

/* Whether what lasts may begin and end within one moment, or within the day that has it, by the clocks of the moment.
 */
static gboolean
is_short_enough (const Question *question)
{
  const ChnPeriod *period = question->period;
  const ChnDateEnds *ends = &question->ends;
  ChnDateEnds utc;
  chn_placed_date_read_utc (period->place, &utc);
  gint64 ahead = question->in_utc ? period->place->civil.begin.earliest - utc.begin.earliest : 0;
  gint64 least = period->is_timed_moment ? 0 : CHN_DAY_SECONDS - 1;
  gint64 first =
      find_unit (period, MAX (chn_time_move (ends->begin.earliest, ahead - question->margin), period->from));
  gint64 last = find_unit (period, MIN (chn_time_move (ends->begin.latest, ahead + question->margin), period->to));
  first = MAX (first, find_unit (period, chn_time_move (ends->end.earliest, ahead - question->margin)));
  last = MIN (last, find_unit (period, chn_time_move (ends->end.latest, ahead + question->margin)));
  if (!chn_time_is_finite (ends->begin.latest) || !chn_time_is_finite (ends->end.earliest))
    return FALSE;
  if (first > last || ends->end.earliest - MIN (ends->begin.latest, ends->end.earliest) > least)
    return FALSE;
  if (!period->is_timed_moment) {
    first = chn_time_is_finite (first) ? chn_day_start (first) : first;
    last = chn_time_is_finite (last) ? chn_day_end (last) : last;
  }
  return !period->gaps || chn_date_may_meet (period->gaps, NULL, first, last);
}

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
  if (must_be_short (period, question->bounds))
    return is_short_enough (question);
  if (question->bounds->flags & CHN_DATE_GAPS && question->date &&
      !chn_date_may_meet (question->date, clock, question->from, question->to))
    return FALSE;
  return !period->gaps || meets_gaps (question);
}

static gboolean
must_share (const Question *question, gint64 from, gint64 to)
{
  const ChnDateClock *clock = question->in_utc ? &question->clock : NULL;
  if (question->date && question->bounds->flags & CHN_DATE_ALL_OF)
    return chn_date_must_meet (question->date, clock, from, to);
  return chn_timing_must_hold (CHN_TIMING_OVERLAPS, &question->ends, from, to);
}

/* The last second up to which the days of the row that lasts go on from one that they have; before it where they do
 * not have it. */
static gint64
find_last_from (const Question *question, gint64 second)
{
  ChnDateEnds ends;
  for (guint i = 0; chn_date_find_element_ends (question->date, i, NULL, &ends); i++)
    if (ends.begin.latest <= second && ends.end.earliest >= second)
      return ends.end.earliest;
  return second - 1;
}

/* Whether a moment that may be any between two is among the days of the row, whichever it is. */
static gboolean
must_share_moments (const Question *question)
{
  gboolean timed = question->period->is_timed_moment;
  gint64 at = timed ? question->to : find_day_start (question->to);
  gint64 last = timed ? question->from : find_day_end (question->from);
  for (gint64 shared = at; at <= last; at = shared + 1) {
    shared = find_last_from (question, at);
    if (shared < at)
      return FALSE;
  }
  return TRUE;
}

/* Whether a stretch of the row must be shared with one of the elements of a set in braces, which are days. */
static gboolean
must_share_element (const Question *question, const ChnDateClock *clock, const ChnDateEnds *alternative)
{
  ChnDateEnds ends;
  for (guint i = 0; chn_date_find_element_ends (question->period->gaps, i, clock, &ends); i++) {
    gint64 from = chn_time_move (ends.begin.latest, question->margin);
    gint64 to = chn_time_move (ends.end.earliest, -question->margin);
    if (alternative ? chn_timing_must_hold (CHN_TIMING_WITHIN, alternative, from, to)
                    : must_share (question, from, to))
      return TRUE;
  }
  return FALSE;
}

/* Each alternative of the row with some element. */
static gboolean
must_share_elements (const Question *question, const ChnDateClock *clock)
{
  ChnDateEnds alternative;
  if (question->ends.lasts || !question->date)
    return must_share_element (question, clock, NULL);
  for (guint i = 0;
       chn_date_find_alternative (question->date, i, question->in_utc ? &question->clock : NULL, &alternative); i++)
    if (!must_share_element (question, clock, &alternative))
      return FALSE;
  return TRUE;
}

/* The row with each alternative of a moment, whose days count as a whole. */
static gboolean
must_share_alternatives (const Question *question, const ChnDateClock *clock)
{
  const ChnPeriod *period = question->period;
  ChnDateEnds civil, ends;
  for (guint i = 0; chn_date_find_alternative (period->gaps, i, NULL, &civil); i++) {
    chn_date_find_alternative (period->gaps, i, clock, &ends);
    gint64 from = ends.begin.latest, to = ends.end.earliest;
    if (!period->is_timed_moment) {
      gint64 first = find_day_start (civil.begin.latest), last = find_day_end (civil.end.earliest);
      from = clock ? chn_placed_date_find_utc (period->place, first, FALSE, TRUE) : first;
      to = clock ? chn_placed_date_find_utc (period->place, last, TRUE, FALSE) : last;
    }
    if (!must_share (question, chn_time_move (from, question->margin), chn_time_move (to, -question->margin)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
must_hold (const Question *question)
{
  const ChnPeriod *period = question->period;
  if (period->timing != CHN_TIMING_OVERLAPS)
    return chn_timing_must_hold (period->timing, &question->ends, question->from, question->to);
  if (!period->gaps && question->from > question->to && !question->in_utc && question->date &&
      question->bounds->flags & CHN_DATE_ALL_OF)
    return chn_time_is_finite (question->from) && chn_time_is_finite (question->to) && must_share_moments (question);
  if (!period->gaps)
    return must_share (question, question->from, question->to);
  ChnDateClock of_gaps = chn_placed_date_get_clock (period->place);
  const ChnDateClock *clock = question->in_utc ? &of_gaps : NULL;
  return chn_date_get_bounds (period->gaps)->flags & CHN_DATE_ALL_OF ? must_share_elements (question, clock)
                                                                     : must_share_alternatives (question, clock);
}

/* Reads all in UTC, as far as is known: however that is, an event has the clocks of its own date. */
static void
read_in_utc (Question *question, gboolean certain, const ChnPlacedDate *placed)
{
  const ChnPeriod *period = question->period;
  const ChnPlacedDate *from = period->from_place, *to = period->to_place;
  gboolean row_vague = chn_placed_date_is_vague (placed);
  gboolean from_vague = row_vague || period->from_is_vague || (from && chn_placed_date_is_vague (from));
  gboolean to_vague = row_vague || period->to_is_vague || (to && chn_placed_date_is_vague (to));
  from_vague = from_vague && (question->row < 0 || period->from_row != question->row);
  to_vague = to_vague && (question->row < 0 || period->to_row != question->row);
  gint64 margin = certain ? CHN_MOST_OFFSET : -CHN_MOST_OFFSET;
  question->in_utc = TRUE;
  question->clock = chn_placed_date_get_clock (placed);
  chn_placed_date_read_utc (placed, &question->ends);
  gint64 first = from ? chn_placed_date_find_utc (from, period->from, FALSE, certain) : period->utc_from;
  gint64 last = to ? chn_placed_date_find_utc (to, period->to, TRUE, !certain) : period->utc_to;
  question->from = chn_time_move (first, from_vague ? margin : 0);
  question->to = chn_time_move (last, to_vague ? -margin : 0);
  question->margin = from_vague || to_vague ? CHN_MOST_OFFSET : 0;
}

gboolean
chn_period_ask_date (const ChnPeriod *period, gboolean certain, const ChnDateBounds *bounds,
                     const ChnPlacedDate *placed, gint64 row)
{
  Question question = { .period = period,
                        .bounds = bounds,
                        .date = placed->date,
                        .row = row,
                        .ends = placed->civil,
                        .from = period->from,
                        .to = period->to };
  if (certain && (period->is_doubtful || bounds->flags & DOUBTS))
    return FALSE;
  if (is_read_in_utc (period, bounds))
    read_in_utc (&question, certain, placed);
  return certain ? must_hold (&question) : may_hold (&question);
}
