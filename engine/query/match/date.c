/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields date, year, during, overlaps, begins, ends and revised: dates and ranges of dates. */
#include "base/error.h"
#include "query/match/match.h"
#include "query/moment.h"
#include "query/periods.h"

static gboolean
refuse (GError **error, const ChnValue *value, const char *hint, const char *message)
{
  chn_error_set_at (error, CHN_ERROR_RANGE, value->place.offset, value->place.length, hint, "%s", message);
  return FALSE;
}

static gboolean
is_year (const ChnDateBounds *bounds)
{
  return bounds->precision == CHN_PRECISION_YEAR &&
         (bounds->flags & ~(guint) (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) == 0;
}

/* The moment lives as long as the query, since periods keep its clocks. */
static ChnMoment *
resolve (ChnBinder *binder, const ChnCondition *condition, const ChnOperand *operand, GError **error)
{
  ChnMoment *moment = chn_arena_alloc (binder->arena, sizeof *moment);
  if (!chn_moment_resolve (binder, operand, moment, error) ||
      !chn_periods_check_doubt (condition, operand, moment, error))
    return NULL;
  if (condition->term->rule->argument != CHN_DATE_FIELD_YEAR || is_year (&moment->bounds))
    return moment;
  g_autofree char *hint =
      g_strdup_printf ("write date:%s%s", operand->kind == CHN_OPERAND_EVENT ? "@" : "", operand->text);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length, hint,
                    "\"%s\" is not a year", operand->text);
  return NULL;
}

static gboolean
has_own_row (const ChnMoment *moment)
{
  return moment->is_event && !moment->is_shifted;
}

/* A comparison with one date. */
static gboolean
compare_period (ChnOp op, const ChnValue *value, const ChnMoment *moment, ChnPeriod *period, GError **error)
{
  gboolean needs_start = op == CHN_OP_BELOW || op == CHN_OP_FROM;
  if (needs_start ? moment->bounds.earliest == CHN_TIME_MIN : moment->bounds.latest == CHN_TIME_MAX)
    return refuse (error, value, "write a date that has both ends", "the date has no end to compare with");
  period->excludes_itself = op == CHN_OP_BELOW || op == CHN_OP_ABOVE;
  if (period->excludes_itself && has_own_row (moment))
    period->begins_with = period->ends_with = (gint64) moment->row;
  if (op == CHN_OP_BELOW)
    chn_period_end_before (period, moment, FALSE);
  else if (op == CHN_OP_UP_TO)
    chn_period_end_with (period, moment, FALSE);
  else if (op == CHN_OP_ABOVE)
    chn_period_begin_after (period, moment, FALSE);
  else
    chn_period_begin_with (period, moment, FALSE);
  return TRUE;
}

/* Whether a range runs forward, as far as is known: its clocks may differ. */
static gboolean
is_forward (const ChnMoment *low, const ChnMoment *high)
{
  ChnDateEnds first, last;
  if (!chn_moment_is_timed (low) || !chn_moment_is_timed (high))
    return low->placed.civil.begin.earliest <= high->placed.civil.end.latest;
  chn_placed_date_read_utc (&low->placed, &first);
  chn_placed_date_read_utc (&high->placed, &last);
  return first.begin.earliest <= last.end.latest;
}

static gboolean
bind_range (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, ChnPeriod *period,
            GError **error)
{
  const ChnMoment *low = NULL, *high = NULL;
  if (value->low.kind != CHN_OPERAND_NONE && !(low = resolve (binder, condition, &value->low, error)))
    return FALSE;
  if (value->high.kind != CHN_OPERAND_NONE && !(high = resolve (binder, condition, &value->high, error)))
    return FALSE;
  if (low && high && !is_forward (low, high))
    return refuse (error, value, "write the earlier date first", "the range ends before it begins");
  if (low)
    chn_period_begin_with (period, low, condition->strict);
  if (high)
    chn_period_end_with (period, high, condition->strict);
  if (low && has_own_row (low))
    period->begins_with = (gint64) low->row;
  if (high && has_own_row (high))
    period->ends_with = (gint64) high->row;
  return TRUE;
}

static gboolean
bind_period (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, ChnPeriod *period,
             GError **error)
{
  if (value->is_range)
    return bind_range (binder, condition, value, period, error);
  const ChnMoment *moment = resolve (binder, condition, &value->low, error);
  if (!moment)
    return FALSE;
  if (condition->term->op > CHN_OP_STRICT)
    return compare_period (condition->term->op, value, moment, period, error);
  chn_period_begin_with (period, moment, condition->strict);
  chn_period_end_with (period, moment, condition->strict);
  chn_period_keep_to (period, moment);
  if (has_own_row (moment))
    period->begins_with = period->ends_with = (gint64) moment->row;
  if (period->gaps && condition->strict && !moment->is_event)
    return refuse (error, value, "list the dates, as in date=(1667,1668), or write date:",
                   "\"=\" cannot ask about a date with gaps");
  return TRUE;
}

gboolean
chn_bind_date (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  static const ChnTiming timings[] = {
    [CHN_DATE_FIELD_DATE] = CHN_TIMING_WITHIN,       [CHN_DATE_FIELD_YEAR] = CHN_TIMING_WITHIN,
    [CHN_DATE_FIELD_DURING] = CHN_TIMING_DURING,     [CHN_DATE_FIELD_BEGINS] = CHN_TIMING_BEGINS,
    [CHN_DATE_FIELD_OVERLAPS] = CHN_TIMING_OVERLAPS, [CHN_DATE_FIELD_ENDS] = CHN_TIMING_ENDS,
    [CHN_DATE_FIELD_REVISED] = CHN_TIMING_WITHIN,
  };
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, timings[term->rule->argument], term->n_values);
  for (guint i = 0; i < term->n_values; i++)
    if (!bind_period (binder, condition, &term->values[i], &periods->period[i], error))
      return FALSE;
  if (term->rule->argument != CHN_DATE_FIELD_REVISED)
    return chn_periods_finish (periods, binder, condition, error);
  chn_periods_keep (periods, binder, condition);
  return TRUE;
}
