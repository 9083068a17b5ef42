/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Spans of civil time that an event's date possibly or certainly falls in, first or when it recurs. */
#include "query/periods.h"

#include <stdlib.h>

#include "base/civil.h"
#include "base/error.h"
#include "query/period-answer.h"

ChnPeriods *
chn_periods_new (ChnBinder *binder, ChnTiming timing, guint n)
{
  ChnPeriods *periods = chn_arena_alloc (binder->arena, sizeof *periods);
  periods->n = n;
  periods->zones = binder->zones;
  periods->period = chn_arena_alloc (binder->arena, MAX (n, 1) * sizeof *periods->period);
  for (guint i = 0; i < n; i++)
    chn_period_init (&periods->period[i], timing);
  return periods;
}

gboolean
chn_periods_check_doubt (const ChnCondition *condition, const ChnOperand *operand, const ChnMoment *moment,
                         GError **error)
{
  if (!condition->strict || moment->is_event || !chn_moment_is_doubtful (moment))
    return TRUE;
  chn_error_set_at (error, CHN_ERROR_RANGE, operand->place.offset, operand->place.length,
                    "write it without ~, ? and %, or \":\" for \"=\"",
                    "nothing is certain of a date that is approximate or uncertain");
  return FALSE;
}

static void
append_time (GString *out, gint64 time, gboolean is_end, gboolean in_utc)
{
  if (!chn_time_is_finite (time))
    return;
  ChnCivil civil = chn_civil_from_seconds (time);
  chn_year_append (civil.year, out);
  g_string_append_printf (out, "-%02d-%02d", civil.month, civil.day);
  gint64 second = civil.hour * 3600 + civil.minute * 60 + civil.second;
  if (in_utc || second != (is_end ? CHN_DAY_SECONDS - 1 : 0))
    g_string_append_printf (out, "T%02d:%02d:%02d%s", civil.hour, civil.minute, civil.second, in_utc ? "Z" : "");
}

/* Times in UTC where it is known how their clocks stand to it. */
static void
append_period (GString *out, const ChnPeriod *period)
{
  const ChnPeriodEnd *from = &period->from, *to = &period->to;
  gboolean vague = from->is_vague || to->is_vague;
  gboolean in_utc = period->clocks == CHN_CLOCKS_INSTANTS && !vague;
  gboolean from_utc = in_utc && !from->place, to_utc = in_utc && !to->place;
  append_time (out, from_utc ? from->utc : from->civil, FALSE, from_utc);
  g_string_append (out, "..");
  append_time (out, to_utc ? to->utc : to->civil, TRUE, to_utc);
  g_string_append (out, period->gaps ? " with gaps" : "");
  g_string_append (out, vague ? " by clocks of an unknown zone" : "");
}

static void
describe (ChnBinder *binder, ChnCondition *condition, const ChnPeriods *periods)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < periods->n; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    append_period (out, &periods->period[i]);
  }
  if (periods->repeats.n_found > 0)
    g_string_append_printf (out, "; %u recurring", periods->repeats.n_found);
  condition->names = chn_arena_strndup (binder->arena, out->str, (gssize) out->len);
}

void
chn_periods_keep (const ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition)
{
  describe (binder, condition, periods);
  condition->data = periods;
}

/* What is asked most, and of most dates tells all. */
static void
list_days (ChnPeriods *periods, ChnBinder *binder, gboolean strict)
{
  ChnDateStretch *days = chn_arena_alloc (binder->arena, MAX (periods->n, 1) * sizeof *days);
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    if (strict || period->timing != CHN_TIMING_WITHIN || period->clocks != CHN_CLOCKS_CALENDAR || period->gaps)
      return;
    days[i] = (ChnDateStretch){ period->from.civil, period->to.civil };
  }
  periods->days = days;
}

gboolean
chn_periods_finish (ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition, GError **error)
{
  if (!chn_repeats_find (&periods->repeats, binder, condition, periods->period, periods->n, error))
    return FALSE;
  list_days (periods, binder, condition->strict);
  chn_periods_keep (periods, binder, condition);
  return TRUE;
}

/* What comes before an event or after it is another one; it lies within its own date. */
static gboolean
holds_of_itself (const ChnPeriod *period)
{
  return !period->excludes_itself;
}

static gboolean
ask_date (const ChnPeriods *periods, const ChnPeriod *period, gboolean strict, const ChnColumns *columns, guint row)
{
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  g_autoptr (ChnDate) date = chn_columns_read_date (columns, row);
  ChnPlacedDate placed;
  if (!date) /* of a damaged snapshot */
    return FALSE;
  chn_placed_date_init (&placed, date, periods->zones, chn_columns_get_zone (columns, row));
  return chn_period_ask_date (period, strict, &bounds, &placed, row);
}

/* An event lies neither before nor after its own beginning and end, as little as is known of them. */
static gboolean
holds_of_end (const ChnPeriods *periods, const ChnPeriod *period, gboolean strict, const ChnColumns *columns,
              guint row)
{
  ChnPeriod open = *period;
  if (period->begins_with == (gint64) row)
    chn_period_open_from (&open);
  else
    chn_period_open_to (&open);
  return ask_date (periods, &open, strict, columns, row);
}

static gboolean
holds (const ChnPeriods *periods, const ChnPeriod *period, gboolean strict, const ChnColumns *columns, guint row)
{
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  gboolean is_begin = period->begins_with == (gint64) row, is_end = period->ends_with == (gint64) row;
  if (is_begin && is_end)
    return holds_of_itself (period);
  if (is_begin || is_end)
    return holds_of_end (periods, period, strict, columns, row);
  ChnBoundsAnswer answer = chn_period_ask_bounds (period, strict, &bounds);
  return answer == CHN_BOUNDS_ASK_DATE ? ask_date (periods, period, strict, columns, row) : answer == CHN_BOUNDS_YES;
}

static const ChnRepeated *
find_repeated (const ChnPeriods *periods, guint row)
{
  guint32 wanted = row; /* rows stand first in what is searched */
  if (periods->repeats.n == 0)
    return NULL;
  return bsearch (&wanted, periods->repeats.row, periods->repeats.n, sizeof *periods->repeats.row, chn_compare_rows);
}

gboolean
chn_periods_keep_own (const ChnPeriods *periods, guint row)
{
  const ChnRepeated *repeated = find_repeated (periods, row);
  return !repeated || repeated->has_own;
}

gboolean
chn_periods_find_occurrence (const ChnPeriods *periods, guint row, ChnDateStretch *first)
{
  const ChnRepeated *repeated = find_repeated (periods, row);
  if (!repeated || !repeated->is_found)
    return FALSE;
  *first = repeated->first;
  return TRUE;
}

/* Of dates without gaps. */
static gboolean
meets_days (const ChnPeriods *periods, const ChnColumns *columns, guint row)
{
  gint64 earliest = chn_columns_get_earliest (columns, row), latest = chn_columns_get_latest (columns, row);
  for (guint i = 0; i < periods->n; i++)
    if (earliest <= periods->days[i].latest && latest >= periods->days[i].earliest &&
        !chn_date_ends_before_day (earliest, latest, chn_columns_get_date_flags (columns, row),
                                   periods->days[i].earliest))
      return TRUE;
  return FALSE;
}

static gboolean
any_holds (const ChnPeriods *periods, gboolean strict, const ChnColumns *columns, guint row)
{
  if (periods->days && !(chn_columns_get_date_flags (columns, row) & CHN_DATE_GAPS))
    return meets_days (periods, columns, row);
  for (guint i = 0; i < periods->n; i++)
    if (holds (periods, &periods->period[i], strict, columns, row))
      return TRUE;
  return FALSE;
}

ChnAnswer
chn_match_periods (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnPeriods *periods = condition->data;
  const ChnRepeated *repeated = find_repeated (periods, row);
  if (repeated && (repeated->is_found || !repeated->has_own))
    return chn_answer_of (repeated->is_found);
  return chn_answer_of (any_holds (periods, condition->strict, columns, row));
}

/* The first row that begins on the day of a time or later. */
static guint32
find_first (const ChnColumns *columns, gint64 time)
{
  gint64 day = chn_time_is_finite (time) ? chn_day_start (chn_civil_find_day (time)) : time;
  guint32 low = 0, high = columns->n_rows;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (chn_columns_get_earliest (columns, middle) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static void
include_row (ChnCandidates *candidates, guint32 row)
{
  candidates->first = MIN (candidates->first, row);
  candidates->end = MAX (candidates->end, row + 1);
}

/* What certainly lies so begins in the period itself. */
static gboolean
begins_in_it (const ChnCondition *condition, const ChnPeriod *period)
{
  return condition->strict && period->timing != CHN_TIMING_OVERLAPS && period->timing != CHN_TIMING_ENDS;
}

/* What begins by the clocks of one place may end by those of another, which show an earlier day. */
static gint64
by_any_clock (gint64 time)
{
  return chn_time_move (time, -CHN_MOST_DAYS_APART * CHN_DAY_SECONDS);
}

/*
 * Rows are ordered by the day that they begin on: what begins after a period is out, and an event recurs only after
 * it has begun. Before the first row that reaches a period no row does.
 */
void
chn_narrow_periods (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const ChnPeriods *periods = condition->data;
  guint32 first = columns->n_rows, end = 0;
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    ChnDateStretch reach = chn_period_find_reach (period);
    first = MIN (first, begins_in_it (condition, period) ? find_first (columns, by_any_clock (reach.earliest))
                                                         : chn_columns_find_reaching (columns, reach.earliest));
    end = MAX (end, !chn_time_is_finite (reach.latest) ? columns->n_rows
                                                       : find_first (columns, reach.latest + CHN_DAY_SECONDS));
  }
  candidates->first = MIN (first, end);
  candidates->end = end;
  for (guint i = 0; i < periods->repeats.n; i++)
    if (periods->repeats.row[i].is_found)
      include_row (candidates, periods->repeats.row[i].row);
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    if (period->begins_with >= 0 && holds_of_itself (period))
      include_row (candidates, (guint32) period->begins_with);
    if (period->ends_with >= 0 && holds_of_itself (period))
      include_row (candidates, (guint32) period->ends_with);
  }
}

/* The period with another way of lying to it. */
static gboolean
lies (const ChnPeriods *periods, const ChnPeriod *period, ChnTiming timing, gboolean certain,
      const ChnColumns *columns, guint row)
{
  ChnPeriod other = *period;
  other.timing = timing;
  other.begins_with = other.ends_with = -1;
  return holds (periods, &other, certain, columns, row);
}

/* What lasts and may neither begin nor end in the period lasts throughout it. */
static ChnStanding
find_standing (const ChnPeriods *periods, const ChnPeriod *period, const ChnColumns *columns, guint row)
{
  gboolean beside = period->timing == CHN_TIMING_BEFORE || period->timing == CHN_TIMING_AFTER;
  gboolean lasts = (chn_columns_get_date_flags (columns, row) & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF)) != 0;
  gboolean is_own = period->begins_with == (gint64) row || period->ends_with == (gint64) row;
  if (is_own || lies (periods, period, beside ? period->timing : CHN_TIMING_WITHIN, TRUE, columns, row))
    return CHN_STANDING_DATED;
  if (beside || !lasts)
    return CHN_STANDING_POSSIBLE;
  if (lies (periods, period, CHN_TIMING_BEGINS, TRUE, columns, row) ||
      lies (periods, period, CHN_TIMING_ENDS, TRUE, columns, row))
    return CHN_STANDING_DATED;
  gboolean may_end = lies (periods, period, CHN_TIMING_BEGINS, FALSE, columns, row) ||
                     lies (periods, period, CHN_TIMING_ENDS, FALSE, columns, row);
  return may_end ? CHN_STANDING_POSSIBLE : CHN_STANDING_THROUGHOUT;
}

ChnStanding
chn_periods_find_standing (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnPeriods *periods = condition->data;
  ChnStanding best = CHN_N_STANDINGS;
  for (guint i = 0; i < periods->n && best != CHN_STANDING_DATED; i++) {
    if (!chn_periods_keep_own (periods, row) ||
        !holds (periods, &periods->period[i], condition->strict, columns, row))
      continue;
    ChnStanding own = find_standing (periods, &periods->period[i], columns, row);
    best = MIN (best, own);
  }
  return best == CHN_N_STANDINGS ? CHN_STANDING_DATED : best; /* a later occurrence */
}

ChnDateStretch
chn_periods_find_reach (const ChnPeriods *periods)
{
  ChnDateStretch reach = { CHN_TIME_MAX, CHN_TIME_MIN };
  for (guint i = 0; i < periods->n; i++) {
    ChnDateStretch own = chn_period_find_reach (&periods->period[i]);
    reach.earliest = MIN (reach.earliest, own.earliest);
    reach.latest = MAX (reach.latest, own.latest);
  }
  return reach;
}

gboolean
chn_periods_may_meet (const ChnPeriods *periods, gint64 from, gint64 to)
{
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    if (period->gaps ? chn_date_may_meet (period->gaps, NULL, from, to)
                     : period->from.civil <= to && period->to.civil >= from)
      return TRUE;
  }
  return FALSE;
}
