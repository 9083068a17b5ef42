/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields date, year and during: dates and ranges of dates. */
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

static gboolean
resolve_end (ChnBinder *binder, const ChnCondition *condition, const ChnOperand *operand, ChnMoment *moment,
             GError **error)
{
  if (operand->kind == CHN_OPERAND_NONE)
    return TRUE;
  if (!chn_moment_resolve (binder, operand, moment, error))
    return FALSE;
  if (!condition->term->rule->argument || is_year (&moment->bounds))
    return TRUE;
  g_autofree char *hint =
      g_strdup_printf ("write date:%s%s", operand->kind == CHN_OPERAND_EVENT ? "@" : "", operand->text);
  chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length, hint,
                    "\"%s\" is not a year", operand->text);
  return FALSE;
}

/* A comparison with one date. */
static gboolean
compare_period (ChnOp op, const ChnValue *value, const ChnDateBounds *bounds, ChnPeriod *period, GError **error)
{
  gboolean needs_start = op == CHN_OP_BELOW || op == CHN_OP_FROM;
  if (needs_start ? bounds->earliest == CHN_TIME_MIN : bounds->latest == CHN_TIME_MAX)
    return refuse (error, value, "write a date that has both ends", "the date has no end to compare with");
  if (op == CHN_OP_BELOW)
    period->to = bounds->earliest - 1;
  else if (op == CHN_OP_UP_TO)
    period->to = bounds->latest;
  else if (op == CHN_OP_ABOVE)
    period->from = bounds->latest + 1;
  else
    period->from = bounds->earliest;
  return TRUE;
}

static gboolean
bind_period (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, ChnPeriod *period,
             GError **error)
{
  ChnMoment low = { .bounds = { .earliest = CHN_TIME_MIN } }, high = { .bounds = { .latest = CHN_TIME_MAX } };
  if (!resolve_end (binder, condition, &value->low, &low, error) ||
      !resolve_end (binder, condition, &value->high, &high, error))
    return FALSE;
  if (condition->term->op > CHN_OP_STRICT)
    return compare_period (condition->term->op, value, &low.bounds, period, error);
  period->from = low.bounds.earliest;
  period->to = value->is_range ? high.bounds.latest : low.bounds.latest;
  period->gaps = value->is_range ? NULL : low.gaps;
  if (period->to < period->from)
    return refuse (error, value, "write the earlier date first", "the range ends before it begins");
  if (period->gaps && condition->strict)
    return refuse (error, value, "list the dates, as in date=(1667,1668), or write date:",
                   "\"=\" cannot ask about a date with gaps");
  return TRUE;
}

gboolean
chn_bind_date (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, term->n_values);
  for (guint i = 0; i < term->n_values; i++)
    if (!bind_period (binder, condition, &term->values[i], &periods->period[i], error))
      return FALSE;
  return chn_periods_finish (periods, binder, condition, error);
}
