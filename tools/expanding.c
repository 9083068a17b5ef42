/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What recurs, listed and counted one by one. */
#include "expanding.h"

#include <stdio.h>

gboolean
expanding_replace (const Arguments *arguments, const ChnBoundQuery *query, ChnTimeline **timeline, ChnRows *rows,
                   GError **error)
{
  guint n = 0;
  if (!arguments_has (arguments, "expand"))
    return TRUE;
  ChnTimeline *expanded = chn_bound_query_expand (query, rows, &n, error);
  if (!expanded)
    return FALSE;
  chn_timeline_unref (*timeline);
  *timeline = expanded;
  if (n > 0)
    fprintf (stderr,
             "chancery: %u event%s by a rule that is not followed, and stand%s there once; chancery check "
             "says why\n",
             n, n == 1 ? " recurs" : "s recur", n == 1 ? "s" : "");
  return TRUE;
}
