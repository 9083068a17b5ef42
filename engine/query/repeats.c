/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that recur, of which a later occurrence lies to a period as it should. */
#include "query/repeats.h"

#include "base/error.h"
#include "base/recurrence.h"
#include "query/excluded.h"
#include "query/period-answer.h"
#include "query/recur.h"

typedef struct {
  const ChnPeriod *period;
  const GArray *excluded;
  gboolean strict;
  ChnDateBounds first;         /* of the first occurrence */
  const ChnPlacedDate *placed; /* likewise */
  ChnDateStretch found;        /* the occurrence that is */
} Wanted;

/* When an occurrence begins and ends, as far apart from its bounds as the first does. */
static ChnPlacedDate
place_occurrence (const Wanted *wanted, const ChnDateBounds *occurrence)
{
  ChnPlacedDate placed = *wanted->placed;
  const ChnDateEnds *first = &wanted->placed->civil;
  gint64 before = occurrence->earliest - wanted->first.earliest, after = occurrence->latest - wanted->first.latest;
  ChnDateEnds ends = { { occurrence->earliest, first->begin.latest + before },
                       { first->end.earliest + after, occurrence->latest },
                       first->lasts };
  if (!first->lasts)
    ends.begin = ends.end = (ChnDateStretch){ occurrence->earliest, occurrence->latest };
  chn_placed_date_set_ends (&placed, &ends);
  return placed;
}

static gboolean
is_wanted (const ChnDateBounds *occurrence, gpointer data)
{
  Wanted *wanted = data;
  wanted->found = (ChnDateStretch){ occurrence->earliest, occurrence->latest };
  if (chn_excluded_have (wanted->excluded, occurrence->earliest))
    return FALSE;
  ChnPlacedDate placed = place_occurrence (wanted, occurrence);
  return chn_period_ask_date (wanted->period, wanted->strict, occurrence, &placed, -1);
}

typedef struct {
  ChnBinder *binder;
  const ChnCondition *condition;
  const ChnPeriod *period;
  guint n;
} Search;

/* Finds the first occurrence of an event that any of the periods has. */
static ChnRecurAnswer
search_row (const Search *search, const char *rule, ChnRepeated *repeated)
{
  const ChnColumns *columns = search->binder->columns;
  guint row = repeated->row;
  g_autoptr (GArray) excluded = chn_excluded_new (columns, row);
  g_autoptr (ChnDate) date = chn_columns_read_date (columns, row);
  ChnRecurAnswer best = CHN_RECUR_NONE;
  ChnPlacedDate placed;
  if (!date)
    return CHN_RECUR_NONE;
  chn_placed_date_init (&placed, date, search->binder->zones, chn_columns_get_zone (columns, row));
  for (guint i = 0; i < search->n; i++) {
    const ChnPeriod *period = &search->period[i];
    Wanted wanted = {
      .period = period, .excluded = excluded, .strict = search->condition->strict, .placed = &placed
    };
    wanted.first = chn_columns_get_bounds (columns, row);
    ChnDateStretch reach = chn_period_find_reach (period);
    if (period->begins_with == (gint64) row && period->ends_with == (gint64) row)
      continue;
    ChnRecurAnswer answer = chn_recur_find (rule, &wanted.first, reach.earliest, reach.latest, is_wanted, &wanted,
                                            &search->binder->recurrence);
    if (answer == CHN_RECUR_COSTLY || answer == CHN_RECUR_UNKNOWN)
      return answer;
    if (answer == CHN_RECUR_FOUND && (best == CHN_RECUR_NONE || wanted.found.earliest < repeated->first.earliest))
      repeated->first = wanted.found;
    best = answer == CHN_RECUR_FOUND ? answer : best;
  }
  return best;
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

/* All events of one rule. */
static gboolean
search_rule (const Search *search, guint32 code, GArray *rows, GError **error)
{
  guint n = 0;
  const ChnColumns *columns = search->binder->columns;
  const char *rule = chn_columns_get_code_text (columns, CHN_DICTIONARY_REPEATS, code);
  const guint32 *row = chn_columns_get_rows (columns, CHN_DICTIONARY_REPEATS, code, &n);
  for (guint i = 0; i < n; i++) {
    ChnRepeated repeated = { .row = row[i] };
    ChnRecurAnswer answer = search_row (search, rule, &repeated);
    if (answer == CHN_RECUR_UNKNOWN)
      return chn_recurrence_open (error) != NULL;
    if (answer == CHN_RECUR_COSTLY)
      return refuse_costly (search->binder, search->condition, row[i], error);
    if (answer == CHN_RECUR_FOUND)
      g_array_append_val (rows, repeated);
  }
  return TRUE;
}

gboolean
chn_repeats_find (ChnRepeats *repeats, ChnBinder *binder, const ChnCondition *condition, const ChnPeriod *periods,
                  guint n, GError **error)
{
  Search search = { binder, condition, periods, n };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ChnRepeated));
  for (guint32 code = 0; code < binder->columns->dictionary[CHN_DICTIONARY_REPEATS].n_codes; code++)
    if (!search_rule (&search, code, rows, error))
      return FALSE;
  g_array_sort (rows, chn_compare_rows); /* rows stand first in what is compared */
  repeats->n = rows->len;
  if (rows->len > 0)
    repeats->row = chn_arena_memdup (binder->arena, rows->data, rows->len * sizeof (ChnRepeated));
  return TRUE;
}
