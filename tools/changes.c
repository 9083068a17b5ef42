/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a listing of changes cannot tell. */
#include "changes.h"

#include <stdio.h>

void
changes_print_unstated (const Program *program, ChnTimeline *timeline, const Arguments *arguments)
{
  if (!arguments_has (arguments, "changed-since"))
    return;
  g_autoptr (ChnQuery) query = chn_query_parse ("NOT revised:..", NULL, NULL);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, timeline, program->today, NULL) : NULL;
  g_auto (ChnRows) rows = { 0 };
  if (bound)
    chn_bound_query_run (bound, TRUE, &rows);
  if (rows.n > 0)
    fprintf (stderr, "chancery: %u of %u events do not say when they were changed, and are not listed\n", rows.n,
             chn_timeline_get_n_events (timeline));
}
