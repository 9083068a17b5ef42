/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Running a bound query: its plan, walked row by row. */
#include "query/plan.h"

/* Rows between two looks at the clock. */
enum { ROWS_A_LOOK = 256 };

static gboolean
is_cut (const ChnBoundQuery *query, guint n_asked)
{
  return n_asked % ROWS_A_LOOK == 0 && chn_deadline_has_passed (query->deadline);
}

static void
take (GArray *found, ChnRows *rows)
{
  rows->standing = NULL;
  rows->n = found->len;
  rows->row = g_memdup2 (found->data, MAX (found->len, 1) * sizeof (guint));
}

/* Rows that match, and those of which it is not known, where somebody wants them. */
static void
divide (const ChnBoundQuery *query, gboolean planned, ChnRows *rows, ChnRows *unknown)
{
  const ChnColumns *columns = query->columns;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = unknown ? g_array_new (FALSE, FALSE, sizeof (guint)) : NULL;
  g_auto (ChnPlan) plan = { 0 };
  if (planned)
    chn_plan_init (&plan, query->root, columns);
  else
    chn_plan_init_naive (&plan, query->root, columns);
  g_auto (ChnWalk) walk = { 0 };
  chn_walk_init (&walk, &plan);
  guint n_asked = 0;
  for (guint32 row; !is_cut (query, ++n_asked) && chn_walk_next (&walk, &row);) {
    guint number = row;
    ChnAnswer answer = chn_plan_answer (&plan, columns, row);
    if (answer == CHN_ANSWER_YES)
      g_array_append_val (found, number);
    else if (answer == CHN_ANSWER_UNKNOWN && open)
      g_array_append_val (open, number);
  }
  take (found, rows);
  if (open)
    take (open, unknown);
}

void
chn_bound_query_divide (const ChnBoundQuery *query, gboolean planned, ChnRows *rows, ChnRows *unknown)
{
  divide (query, planned, rows, unknown);
}

void
chn_bound_query_run (const ChnBoundQuery *query, gboolean planned, ChnRows *rows)
{
  divide (query, planned, rows, NULL);
}
