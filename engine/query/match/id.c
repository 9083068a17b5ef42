/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The field id: events by name. */
#include <stdlib.h>

#include "query/events.h"
#include "query/match/match.h"

gboolean
chn_bind_id (ChnBinder *binder, ChnCondition *condition, GError **error)
{
  const ChnNode *term = condition->term;
  guint32 *rows = chn_events_find_rows (binder, term, error);
  if (!rows)
    return FALSE;
  ChnEvents *events = chn_arena_alloc (binder->arena, sizeof *events);
  qsort (rows, term->n_values, sizeof *rows, chn_compare_rows);
  for (guint i = 0; i < term->n_values; i++)
    if (i == 0 || rows[i] != rows[i - 1])
      rows[events->n++] = rows[i];
  events->rows = rows;
  condition->data = events;
  return TRUE;
}
