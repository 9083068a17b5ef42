/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields before, after and within: time as it lies to a date or to another event.
 *
 *   value  = moment                                      of before and after; moment.c has the grammar
 *   value  = [ "+" / "-" ] duration "@" ( moment / event-id [ shift ] )      of within
 *
 * A date is a period, which begins and ends. So is the date of an event that is an interval. The
 * date of any other event says when it took place and may be imprecise: what lies before its end
 * is possibly before it, what lies before its start certainly.
 */
#include <string.h>

#include "base/error.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "query/moment.h"
#include "query/periods.h"

static gboolean
refuse_endless (GError **error, const ChnOperand *operand)
{
  chn_error_set_at (error, CHN_ERROR_RANGE, operand->place.offset, operand->place.length,
                    "write a date that has both ends", "the date has no end to compare with");
  return FALSE;
}

typedef void (*SideFunc) (ChnPeriod *period, const ChnMoment *moment, gboolean certain);

static gboolean
bind_side (ChnBinder *binder, ChnCondition *condition, ChnTiming timing, SideFunc side, GError **error)
{
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, timing, term->n_values);
  for (guint i = 0; i < term->n_values; i++) {
    ChnMoment *moment = chn_arena_alloc (binder->arena, sizeof *moment);
    const ChnOperand *operand = &term->values[i].low;
    ChnPeriod *period = &periods->period[i];
    if (!chn_moment_resolve (binder, operand, moment, error) ||
        !chn_periods_check_doubt (condition, operand, moment, error))
      return FALSE;
    const ChnDateEnds *ends = &moment->placed.civil;
    if (!chn_time_is_finite (timing == CHN_TIMING_BEFORE ? ends->begin.earliest : ends->end.latest))
      return refuse_endless (error, operand);
    side (period, moment, condition->strict);
    if (moment->is_event && !moment->is_shifted)
      period->begins_with = period->ends_with = (gint64) moment->row;
  }
  return chn_periods_finish (periods, binder, condition, error);
}

gboolean
chn_bind_before (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_side (binder, condition, CHN_TIMING_BEFORE, chn_period_end_before, error);
}

gboolean
chn_bind_after (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_side (binder, condition, CHN_TIMING_AFTER, chn_period_begin_after, error);
}

static gboolean
refuse_form (GError **error, const ChnOperand *operand)
{
  chn_error_set_at (error, CHN_ERROR_SYNTAX, operand->place.offset, operand->place.length,
                    "write within:90d@event, or +90d@event for after it only",
                    "\"%s\" is not a duration, \"@\" and an event", operand->text);
  return FALSE;
}

/* What stands behind the "@": an event, or a date where none has this name. */
static ChnOperand
take_anchor (const ChnBinder *binder, const ChnOperand *operand, const char *at)
{
  guint row = 0;
  gboolean is_date =
      !chn_timeline_find_named (binder->timeline, at + 1, &row, NULL) &&
      (g_ascii_isdigit (at[1]) || g_str_has_prefix (at + 1, "to") || g_str_has_prefix (at + 1, "this-"));
  gsize skipped = (gsize) (at - operand->text) + (is_date ? 1 : 0);
  ChnOperand anchor = { is_date ? CHN_OPERAND_WORD : CHN_OPERAND_EVENT, at + 1, operand->place };
  if (operand->place.length == strlen (operand->text)) {
    anchor.place.offset += skipped;
    anchor.place.length -= skipped;
  }
  return anchor;
}

/* Has a period lie so near a moment: from so long before it to so long after it, or on one side only. */
static void
surround (ChnBinder *binder, ChnPeriod *period, const ChnMoment *moment, const ChnDuration *duration, char sign,
          gboolean certain)
{
  ChnMoment *earlier = chn_arena_memdup (binder->arena, moment, sizeof *moment);
  ChnMoment *later = chn_arena_memdup (binder->arena, moment, sizeof *moment);
  if (sign != '+')
    chn_moment_shift (earlier, duration, -1);
  if (sign != '-')
    chn_moment_shift (later, duration, 1);
  chn_period_begin_with (period, earlier, certain);
  chn_period_end_with (period, later, certain);
}

static gboolean
bind_distance (ChnBinder *binder, const ChnCondition *condition, const ChnOperand *operand, ChnPeriod *period,
               GError **error)
{
  g_autoptr (GError) inner = NULL;
  ChnMoment moment;
  ChnDuration duration = { 0 };
  const char *at = strchr (operand->text, '@');
  char sign = *operand->text == '+' || *operand->text == '-' ? *operand->text : 0;
  if (operand->kind > CHN_OPERAND_QUOTED || !at || at[1] == '\0')
    return refuse_form (error, operand);
  const char *number = operand->text + (sign ? 1 : 0);
  if (!chn_duration_parse (number, (gssize) (at - number), &duration, &inner)) {
    chn_error_shift (inner, (gsize) (number - operand->text));
    chn_complain_forward (error, inner, operand, "write a duration such as 90d, 6m or 1y");
    return FALSE;
  }
  ChnOperand anchor = take_anchor (binder, operand, at);
  if (!chn_moment_resolve (binder, &anchor, &moment, error))
    return FALSE;
  if (!chn_periods_check_doubt (condition, operand, &moment, error))
    return FALSE;
  surround (binder, period, &moment, &duration, sign, condition->strict);
  if (moment.is_event && !moment.is_shifted)
    period->begins_with = period->ends_with = (gint64) moment.row;
  return TRUE;
}

gboolean
chn_bind_within (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, CHN_TIMING_WITHIN, term->n_values);
  for (guint i = 0; i < term->n_values; i++)
    if (!bind_distance (binder, condition, &term->values[i].low, &periods->period[i], error))
      return FALSE;
  return chn_periods_finish (periods, binder, condition, error);
}
