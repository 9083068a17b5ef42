/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that recur, of which a later occurrence lies to a period as it should. */
#include "query/repeats.h"

#include "base/error.h"
#include "query/occurrence.h"
#include "query/period-answer.h"

/* A row that is asked about. */
typedef struct {
  const ChnRecurrence *recurrence;
  ChnDateBounds first;         /* of its own date */
  const ChnPlacedDate *placed; /* likewise */
  gboolean strict;
} Asked;

/* What is searched, for which condition. */
typedef struct {
  ChnBinder *binder;
  const ChnCondition *condition;
  const ChnPeriod *period;
  guint n;
} Search;

/* The first later occurrence that a period has; FALSE where the budget is used up. */
static gboolean
search_period (const Search *search, const Asked *asked, const ChnPeriod *period, ChnRepeated *repeated)
{
  ChnDateStretch reach = chn_period_find_reach (period);
  ChnOccurrence occurrence;
  g_autoptr (ChnRecurrenceWalk) walk =
      chn_recurrence_walk_new (asked->recurrence, reach.earliest, reach.latest, &search->binder->recurrence_budget);
  while (chn_recurrence_walk_next (walk, &occurrence)) {
    ChnDateBounds bounds = chn_recurrence_get_bounds (asked->recurrence, &occurrence);
    if (bounds.earliest == asked->first.earliest && bounds.latest == asked->first.latest)
      continue; /* its own date, which is asked elsewhere */
    ChnPlacedDate placed = chn_occurrence_place (asked->recurrence, asked->placed, &bounds);
    if (!chn_period_ask_date (period, asked->strict, &bounds, &placed, -1))
      continue;
    if (!repeated->is_found || bounds.earliest < repeated->first.earliest)
      repeated->first = (ChnDateStretch){ bounds.earliest, bounds.latest };
    repeated->is_found = TRUE;
    return TRUE;
  }
  return search->binder->recurrence_budget > 0;
}

/* FALSE where the budget is used up. */
static gboolean
search_row (const Search *search, const ChnRecurrence *recurrence, ChnRepeated *repeated)
{
  const ChnColumns *columns = search->binder->columns;
  guint row = repeated->row;
  g_autoptr (ChnDate) date = chn_columns_read_date (columns, row);
  ChnPlacedDate placed;
  if (!date) /* of a damaged snapshot */
    return TRUE;
  chn_placed_date_init (&placed, date, search->binder->zones, chn_columns_get_zone (columns, row));
  Asked asked = { recurrence, chn_columns_get_bounds (columns, row), &placed, search->condition->strict };
  for (guint i = 0; i < search->n; i++) {
    const ChnPeriod *period = &search->period[i];
    if (period->begins_with == (gint64) row && period->ends_with == (gint64) row)
      continue;
    if (!search_period (search, &asked, period, repeated))
      return FALSE;
  }
  return TRUE;
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

static gboolean
add_row (const Search *search, ChnRepeats *repeats, guint32 row, GArray *rows, GError **error)
{
  ChnBinder *binder = search->binder;
  g_autoptr (ChnRecurrence) recurrence = chn_recurrence_new (binder->columns, row, binder->zones);
  if (!recurrence)
    return TRUE;
  ChnRepeated repeated = { .row = row, .has_own = chn_recurrence_has_first (recurrence) };
  repeats->n_not_followed += chn_recurrence_check (recurrence, NULL) ? 0 : 1;
  if (!search_row (search, recurrence, &repeated))
    return refuse_costly (binder, search->condition, row, error);
  repeats->n_found += repeated.is_found ? 1 : 0;
  if (repeated.is_found || !repeated.has_own)
    g_array_append_val (rows, repeated);
  return TRUE;
}

gboolean
chn_repeats_find (ChnRepeats *repeats, ChnBinder *binder, const ChnCondition *condition, const ChnPeriod *periods,
                  guint n, GError **error)
{
  const ChnRecurringRows *recurring = &binder->columns->recurring;
  Search search = { binder, condition, periods, n };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ChnRepeated));
  chn_columns_touch (binder->columns, recurring->rows, recurring->n * sizeof *recurring->rows);
  for (guint32 i = 0; i < recurring->n; i++)
    if (!add_row (&search, repeats, recurring->rows[i], rows, error))
      return FALSE;
  repeats->n = rows->len;
  if (rows->len > 0)
    repeats->row = chn_arena_memdup (binder->arena, rows->data, rows->len * sizeof (ChnRepeated));
  return TRUE;
}
