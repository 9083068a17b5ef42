/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lines about events of which it is not known whether they match, those that match by what is only
 * recalled. */
#include "unknown.h"

#include <stdio.h>

void
unknown_print (const ChnBoundQuery *query, const ChnRows *unknown, const char *query_text)
{
  if (unknown->n == 0)
    return;
  g_autofree char *reason = chn_bound_query_dup_unknown (query, unknown);
  g_autofree char *maybe = g_strdup_printf ("maybe:(%s)", query_text);
  g_autofree char *quoted = g_shell_quote (maybe);
  gboolean one = unknown->n == 1;
  fprintf (stderr, "chancery: %u event%s left out, since it is not known %s; %s lists %s\n", unknown->n,
           one ? " is" : "s are", reason, quoted, one ? "it" : "them");
}

void
unknown_print_recalled (const ChnBoundQuery *query, const ChnRows *rows)
{
  guint n = 0;
  g_autofree char *members = chn_bound_query_dup_recalled (query, rows, &n);
  if (members)
    fprintf (stderr, "chancery: %u event%s on what is recalled and no source attests: %s\n", n,
             n == 1 ? " rests" : "s rest", members);
}

void
unknown_print_empty (const ChnTimeline *timeline, const ChnBoundQuery *query, const ChnRows *rows,
                     const ChnRows *unknown)
{
  if (rows->n > 0)
    return;
  gboolean is_part = !chn_timeline_is_whole (timeline, chn_timeline_get_n_events (timeline));
  g_autofree char *why = unknown->n == 0 && !is_part ? chn_bound_query_dup_empty (query) : g_strdup ("");
  fprintf (stderr, "chancery: no event %sanswers%s%s\n", unknown->n > 0 ? "certainly " : "", *why ? ": " : "", why);
}

void
unknown_print_predecessors (const ChnBoundQuery *query, const ChnRows *rows)
{
  guint n = 0;
  g_autofree char *before = chn_bound_query_dup_predecessors (query, rows, &n);
  if (before)
    fprintf (stderr, "chancery: %u event%s found as of one that is no more: %s; \"=\" leaves %s out\n", n,
             n == 1 ? " is" : "s are", before, n == 1 ? "it" : "them");
}
