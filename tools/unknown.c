/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The line about events of which it is not known whether they match. */
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
