/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Running a bound query: its plan, walked row by row. */
#include "query/plan.h"

void
chn_bound_query_run (const ChnBoundQuery *query, gboolean planned, ChnRows *rows)
{
  const ChnColumns *columns = query->columns;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (ChnPlan) plan = { 0 };
  if (planned)
    chn_plan_init (&plan, query->root, columns);
  else
    chn_plan_init_naive (&plan, query->root, columns);
  g_auto (ChnWalk) walk = { 0 };
  chn_walk_init (&walk, &plan);
  for (guint32 row; chn_walk_next (&walk, &row);) {
    guint number = row;
    if (chn_plan_answer (&plan, columns, row) == CHN_ANSWER_YES)
      g_array_append_val (found, number);
  }
  rows->n = found->len;
  rows->row = g_memdup2 (found->data, MAX (found->len, 1) * sizeof (guint));
}
