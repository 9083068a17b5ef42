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

#include <chancery/duration.h>

#include "base/error.h"
#include "query/complain.h"
#include "query/match/match.h"
#include "query/moment.h"
#include "query/periods.h"

/* Whether a moment is an instant that is not known exactly. */
static gboolean
is_vague (const ChnMoment *moment)
{
  return moment->is_event && !(moment->bounds.flags & (CHN_DATE_INTERVAL | CHN_DATE_ALL_OF));
}

static gboolean
refuse_endless (GError **error, const ChnOperand *operand)
{
  chn_error_set_at (error, CHN_ERROR_RANGE, operand->place.offset, operand->place.length,
                    "write a date that has both ends", "the date has no end to compare with");
  return FALSE;
}

static gboolean
bind_before (const ChnCondition *condition, const ChnOperand *operand, const ChnMoment *moment, ChnPeriod *period,
             GError **error)
{
  gint64 end = is_vague (moment) && !condition->strict ? moment->bounds.latest : moment->bounds.earliest;
  if (end == CHN_TIME_MIN || end == CHN_TIME_MAX)
    return refuse_endless (error, operand);
  period->to = end - 1;
  return TRUE;
}

static gboolean
bind_after (const ChnCondition *condition, const ChnOperand *operand, const ChnMoment *moment, ChnPeriod *period,
            GError **error)
{
  gint64 end = is_vague (moment) && !condition->strict ? moment->bounds.earliest : moment->bounds.latest;
  if (end == CHN_TIME_MIN || end == CHN_TIME_MAX)
    return refuse_endless (error, operand);
  period->from = end + 1;
  return TRUE;
}

typedef gboolean (*SideFunc) (const ChnCondition *condition, const ChnOperand *operand, const ChnMoment *moment,
                              ChnPeriod *period, GError **error);

static gboolean
bind_side (ChnBinder *binder, ChnCondition *condition, SideFunc side, GError **error)
{
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, term->n_values);
  for (guint i = 0; i < term->n_values; i++) {
    ChnMoment moment;
    const ChnOperand *operand = &term->values[i].low;
    if (!chn_moment_resolve (binder, operand, &moment, error) ||
        !side (condition, operand, &moment, &periods->period[i], error))
      return FALSE;
    if (moment.is_event && !moment.is_shifted)
      periods->period[i].except = (gint64) moment.row;
  }
  return chn_periods_finish (periods, binder, condition, error);
}

gboolean
chn_bind_before (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_side (binder, condition, bind_before, error);
}

gboolean
chn_bind_after (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  return bind_side (binder, condition, bind_after, error);
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
      !chn_timeline_find (binder->timeline, at + 1, &row) &&
      (g_ascii_isdigit (at[1]) || g_str_has_prefix (at + 1, "to") || g_str_has_prefix (at + 1, "this-"));
  gsize skipped = (gsize) (at - operand->text) + (is_date ? 1 : 0);
  ChnOperand anchor = { is_date ? CHN_OPERAND_WORD : CHN_OPERAND_EVENT, at + 1, operand->place };
  if (operand->place.length == strlen (operand->text)) {
    anchor.place.offset += skipped;
    anchor.place.length -= skipped;
  }
  return anchor;
}

static gboolean
bind_distance (ChnBinder *binder, const ChnOperand *operand, ChnPeriod *period, GError **error)
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
  period->from = sign == '+' ? moment.bounds.earliest : chn_duration_add (&duration, moment.bounds.earliest, -1);
  period->to = sign == '-' ? moment.bounds.latest : chn_duration_add (&duration, moment.bounds.latest, 1);
  return period->from <= period->to || refuse_form (error, operand);
}

gboolean
chn_bind_within (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  ChnPeriods *periods = chn_periods_new (binder, term->n_values);
  for (guint i = 0; i < term->n_values; i++)
    if (!bind_distance (binder, &term->values[i].low, &periods->period[i], error))
      return FALSE;
  return chn_periods_finish (periods, binder, condition, error);
}
