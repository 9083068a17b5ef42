/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field id: events by name. */
#include "query/complain.h"
#include "query/match.h"

typedef struct {
  guint n;
  guint32 *rows; /* ascending, each once */
} Events;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

static gboolean
find_row (ChnBinder *binder, const ChnOperand *operand, guint32 *row, GError **error)
{
  guint found = 0;
  if (chn_columns_find_row (binder->columns, operand->text, &found)) {
    *row = found;
    return TRUE;
  }
  ChnSuggestion suggestion = { NULL, chn_timeline_suggest (binder->timeline, operand->text), 0 };
  chn_complain_unknown (error, "event", operand, &suggestion, "write the id of an event of this timeline");
  return FALSE;
}

gboolean
chn_bind_id (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  Events *events = chn_arena_alloc (binder->arena, sizeof *events);
  guint32 *rows = chn_arena_alloc (binder->arena, term->n_values * sizeof *rows);
  for (guint i = 0; i < term->n_values; i++)
    if (!find_row (binder, &term->values[i].low, &rows[i], error))
      return FALSE;
  qsort (rows, term->n_values, sizeof *rows, compare_rows);
  for (guint i = 0; i < term->n_values; i++)
    if (i == 0 || rows[i] != rows[i - 1])
      rows[events->n++] = rows[i];
  events->rows = rows;
  condition->data = events;
  return TRUE;
}

gboolean
chn_match_id (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  const Events *events = condition->data;
  guint32 wanted = row;
  (void) columns;
  return bsearch (&wanted, events->rows, events->n, sizeof wanted, compare_rows) != NULL;
}

void
chn_narrow_id (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates)
{
  const Events *events = condition->data;
  (void) columns;
  chn_candidates_add (candidates, events->rows, events->n);
}
