/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Spans of civil time that an event's date possibly or certainly falls in, first or when it recurs. */
#include "query/periods.h"

#include <stdlib.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/recurrence.h"
#include "query/excluded.h"
#include "query/recur.h"

ChnPeriods *
chn_periods_new (ChnBinder *binder, guint n)
{
  ChnPeriods *periods = chn_arena_alloc (binder->arena, sizeof *periods);
  periods->n = n;
  periods->period = chn_arena_alloc (binder->arena, MAX (n, 1) * sizeof *periods->period);
  for (guint i = 0; i < n; i++)
    periods->period[i] = (ChnPeriod){ CHN_TIME_MIN, CHN_TIME_MAX, NULL, -1 };
  return periods;
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
describe (ChnBinder *binder, ChnCondition *condition, const ChnPeriods *periods)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < periods->n; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    append_time (out, periods->period[i].from, FALSE);
    g_string_append (out, "..");
    append_time (out, periods->period[i].to, TRUE);
    g_string_append (out, periods->period[i].gaps ? " with gaps" : "");
  }
  if (periods->n_repeated > 0)
    g_string_append_printf (out, "; %u recurring", periods->n_repeated);
  condition->names = chn_arena_strndup (binder->arena, out->str, (gssize) out->len);
}

/* Whether bounds lie in a period, where the date itself need not be asked. */
static gboolean
holds (const ChnPeriod *period, gboolean strict, const ChnDateBounds *bounds)
{
  gboolean inside = strict ? bounds->earliest >= period->from && bounds->latest <= period->to
                           : bounds->earliest <= period->to && bounds->latest >= period->from;
  return inside &&
         (!period->gaps || chn_date_relate (period->gaps, bounds->earliest, bounds->latest) != CHN_CERTAINTY_NO);
}

typedef struct {
  const ChnPeriod *period;
  const GArray *excluded;
  gboolean strict;
} Wanted;

static gboolean
is_wanted (const ChnDateBounds *occurrence, gpointer data)
{
  const Wanted *wanted = data;
  return holds (wanted->period, wanted->strict, occurrence) &&
         !chn_excluded_have (wanted->excluded, occurrence->earliest);
}

static ChnRecurAnswer
recurs_in (const ChnPeriods *periods, gboolean strict, const ChnColumns *columns, guint row, const char *rule,
           ChnRecurCost *cost)
{
  ChnDateBounds first = chn_columns_get_bounds (columns, row);
  g_autoptr (GArray) excluded = chn_excluded_new (columns, row);
  for (guint i = 0; i < periods->n; i++) {
    const ChnPeriod *period = &periods->period[i];
    Wanted wanted = { period, excluded, strict };
    if (period->except == (gint64) row)
      continue;
    ChnRecurAnswer answer = chn_recur_find (rule, &first, period->from, period->to, is_wanted, &wanted, cost);
    if (answer != CHN_RECUR_NONE)
      return answer;
  }
  return CHN_RECUR_NONE;
}

static gboolean
refuse_costly (ChnBinder *binder, const ChnCondition *condition, guint row, GError **error)
{
  chn_error_set_at (error, CHN_ERROR_LIMIT, condition->term->place.offset, condition->term->place.length,
                    "ask for a shorter time, or correct the \"repeat\" of the event",
                    "following what recurs costs too much, at the event \"%s\"",
                    chn_timeline_get_id (binder->timeline, row));
  return FALSE;
}

/* Finds the events that recur in a period. Most timelines have none that recur. */
static gboolean
follow_recurring (ChnPeriods *periods, ChnBinder *binder, const ChnCondition *condition, GError **error)
{
  const ChnColumns *columns = binder->columns;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 code = 0; code < columns->dictionary[CHN_DICTIONARY_REPEATS].n_codes; code++) {
    guint n = 0;
    const char *rule = chn_columns_get_code_text (columns, CHN_DICTIONARY_REPEATS, code);
    const guint32 *repeated = chn_columns_get_rows (columns, CHN_DICTIONARY_REPEATS, code, &n);
    for (guint i = 0; i < n; i++) {
      ChnRecurAnswer answer = recurs_in (periods, condition->strict, columns, repeated[i], rule, &binder->recurrence);
      if (answer == CHN_RECUR_UNKNOWN)
        return chn_recurrence_open (error) != NULL;
      if (answer == CHN_RECUR_COSTLY)
        return refuse_costly (binder, condition, repeated[i], error);
      if (answer == CHN_RECUR_FOUND)
        g_array_append_val (rows, repeated[i]);
    }
  }
  g_array_sort (rows, chn_compare_rows);
  periods->n_repeated = rows->len;
  if (rows->len > 0)
    periods->repeated = chn_arena_memdup (binder->arena, rows->data, rows->len * sizeof (guint32));
  return TRUE;
}

gboolean
chn_periods_finish (ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition, GError **error)
{
  if (!follow_recurring (periods, binder, condition, error))
    return FALSE;
  describe (binder, condition, periods);
  condition->data = periods;
  return TRUE;
}

static gboolean
falls_in (const ChnPeriod *period, gboolean strict, const ChnColumns *columns, guint row)
{
  if (period->except == (gint64) row)
    return FALSE;
  ChnCertainty certainty = chn_columns_relate (columns, row, period->from, period->to);
  if (certainty < (strict ? CHN_CERTAINTY_CERTAINLY : CHN_CERTAINTY_POSSIBLY))
    return FALSE;
  return !period->gaps || chn_date_relate (period->gaps, chn_columns_get_earliest (columns, row),
                                           chn_columns_get_latest (columns, row)) != CHN_CERTAINTY_NO;
}

ChnAnswer
chn_match_periods (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const ChnPeriods *periods = condition->data;
  guint32 wanted = row;
  for (guint i = 0; i < periods->n; i++)
    if (falls_in (&periods->period[i], condition->strict, columns, row))
      return CHN_ANSWER_YES;
  return chn_answer_of (periods->n_repeated > 0 && bsearch (&wanted, periods->repeated, periods->n_repeated,
                                                            sizeof wanted, chn_compare_rows) != NULL);
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

/*
 * Rows are ordered by their earliest second: what begins after a period is out, and an event recurs only after it has
 * begun; what is certainly in a period begins in it, unless it recurs. Before the first row that reaches a period no
 * row does.
 */
void
chn_narrow_periods (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const ChnPeriods *periods = condition->data;
  gint64 from = CHN_TIME_MAX, to = CHN_TIME_MIN;
  for (guint i = 0; i < periods->n; i++) {
    from = MIN (from, periods->period[i].from);
    to = MAX (to, periods->period[i].to);
  }
  candidates->first = condition->strict ? find_first (columns, from) : chn_columns_find_reaching (columns, from);
  if (periods->n_repeated > 0)
    candidates->first = MIN (candidates->first, periods->repeated[0]);
  if (to != CHN_TIME_MAX)
    candidates->end = find_first (columns, to + 1);
  candidates->first = MIN (candidates->first, candidates->end);
}
