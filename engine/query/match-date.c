/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fields date and year: spans of civil time that an event's date possibly or certainly falls in. */
#include "base/civil.h"
#include "base/error.h"
#include "query/field.h"
#include "query/match.h"
#include "query/moment.h"

typedef struct {
  gint64 from, to; /* civil seconds, inclusive */
  const ChnDate *gaps;
} Span;

typedef struct {
  guint n_spans;
  Span *spans;
} Spans;

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
compare_span (ChnOp op, const ChnValue *value, const ChnDateBounds *bounds, Span *span, GError **error)
{
  gboolean needs_start = op == CHN_OP_BELOW || op == CHN_OP_FROM;
  if (needs_start ? bounds->earliest == CHN_TIME_MIN : bounds->latest == CHN_TIME_MAX)
    return refuse (error, value, "write a date that has both ends", "the date has no end to compare with");
  *span = (Span){ CHN_TIME_MIN, CHN_TIME_MAX, NULL };
  if (op == CHN_OP_BELOW)
    span->to = bounds->earliest - 1;
  else if (op == CHN_OP_UP_TO)
    span->to = bounds->latest;
  else if (op == CHN_OP_ABOVE)
    span->from = bounds->latest + 1;
  else
    span->from = bounds->earliest;
  return TRUE;
}

static gboolean
bind_span (ChnBinder *binder, const ChnCondition *condition, const ChnValue *value, Span *span, GError **error)
{
  ChnMoment low = { .bounds = { .earliest = CHN_TIME_MIN } }, high = { .bounds = { .latest = CHN_TIME_MAX } };
  if (!resolve_end (binder, condition, &value->low, &low, error) ||
      !resolve_end (binder, condition, &value->high, &high, error))
    return FALSE;
  if (condition->term->op > CHN_OP_STRICT)
    return compare_span (condition->term->op, value, &low.bounds, span, error);
  *span = (Span){ low.bounds.earliest, value->is_range ? high.bounds.latest : low.bounds.latest,
                  value->is_range ? NULL : low.gaps };
  if (span->to < span->from)
    return refuse (error, value, "write the earlier date first", "the range ends before it begins");
  if (span->gaps && condition->strict)
    return refuse (error, value, "list the dates, as in date=(1667,1668), or write date:",
                   "\"=\" cannot ask about a date with gaps");
  return TRUE;
}

static void
append_time (GString *out, gint64 time, gboolean is_end)
{
  if (time == CHN_TIME_MIN || time == CHN_TIME_MAX)
    return;
  ChnCivil civil = chn_civil_from_seconds (time);
  g_string_append_printf (out, "%04" G_GINT64_FORMAT "-%02d-%02d", civil.year, civil.month, civil.day);
  gint64 second = civil.hour * 3600 + civil.minute * 60 + civil.second;
  if (second != (is_end ? CHN_DAY_SECONDS - 1 : 0))
    g_string_append_printf (out, "T%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
}

static void
describe (ChnBinder *binder, ChnCondition *condition, const Spans *spans)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < spans->n_spans; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    append_time (out, spans->spans[i].from, FALSE);
    g_string_append (out, "..");
    append_time (out, spans->spans[i].to, TRUE);
    g_string_append (out, spans->spans[i].gaps ? " with gaps" : "");
  }
  condition->names = chn_arena_strndup (binder->arena, out->str, (gssize) out->len);
}

gboolean
chn_bind_date (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  Spans *spans = chn_arena_alloc (binder->arena, sizeof *spans);
  spans->n_spans = term->n_values;
  spans->spans = chn_arena_alloc (binder->arena, term->n_values * sizeof (Span));
  for (guint i = 0; i < term->n_values; i++)
    if (!bind_span (binder, condition, &term->values[i], &spans->spans[i], error))
      return FALSE;
  condition->data = spans;
  describe (binder, condition, spans);
  return TRUE;
}

static gboolean
falls_in (const Span *span, gboolean strict, const ChnColumns *columns, guint row)
{
  ChnCertainty certainty = chn_columns_relate (columns, row, span->from, span->to);
  if (certainty < (strict ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY))
    return FALSE;
  return !span->gaps ||
         chn_date_relate (span->gaps, chn_columns_get_earliest (columns, row), chn_columns_get_latest (columns, row)) != CHN_CERTAINTY_NO;
}

gboolean
chn_match_date (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Spans *spans = condition->data;
  for (guint i = 0; i < spans->n_spans; i++)
    if (falls_in (&spans->spans[i], condition->strict, columns, row))
      return TRUE;
  return FALSE;
}

/* The first row that begins at or after a time. */
static guint32
find_first (const ChnColumns *columns, gint64 time)
{
  guint32 low = 0, high = columns->n_rows;
  while (low < high) {
    guint32 middle = low + (high - low) / 2;
    if (chn_columns_get_earliest (columns, middle) < time)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Rows are ordered by their earliest second: what begins after a span is out; what is certainly in one begins in it.
 */
void
chn_narrow_date (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Spans *spans = condition->data;
  gint64 from = CHN_TIME_MAX, to = CHN_TIME_MIN;
  for (guint i = 0; i < spans->n_spans; i++) {
    from = MIN (from, spans->spans[i].from);
    to = MAX (to, spans->spans[i].to);
  }
  if (condition->strict)
    candidates->first = find_first (columns, from);
  if (to != CHN_TIME_MAX)
    candidates->end = find_first (columns, to + 1);
  candidates->first = MIN (candidates->first, candidates->end);
}
