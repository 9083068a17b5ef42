/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What did not take place: left out where what happened is told or counted, and said to be. */
#include "unheld.h"

#include <stdio.h>

Unheld
unheld_start (const Program *program, const ChnFormat *format, const ChnWriteOptions *options)
{
  if (program->names_status)
    return (Unheld){ 0 };
  gboolean tells = !format || chn_format_writes_briefing (format, options);
  return (Unheld){ .cancelled = tells || chn_format_omits (format, CHN_STATUS_CANCELLED),
                   .not_held = tells || chn_format_omits (format, CHN_STATUS_NOT_HELD) };
}

void
unheld_leave_out (Unheld *unheld, const ChnTimeline *timeline, ChnRows *rows)
{
  if (unheld->cancelled)
    unheld->n_cancelled += chn_rows_omit (rows, timeline, CHN_STATUS_CANCELLED);
  if (unheld->not_held)
    unheld->n_not_held += chn_rows_omit (rows, timeline, CHN_STATUS_NOT_HELD);
}

static const char *
get_example (const Unheld *unheld)
{
  if (unheld->n_cancelled == 0)
    return "status:not-held";
  return unheld->n_not_held == 0 ? "status:cancelled" : "'status:(cancelled,not-held)'";
}

void
unheld_print (const Unheld *unheld)
{
  guint n = unheld->n_cancelled + unheld->n_not_held;
  const char *verb = n == 1 ? "was" : "were";
  if (n == 0)
    return;
  fprintf (stderr, "chancery: %u event%s that ", n, n == 1 ? "" : "s");
  if (unheld->n_cancelled > 0)
    fprintf (stderr, "%s cancelled%s", verb, unheld->n_not_held > 0 ? " or " : "");
  if (unheld->n_not_held > 0)
    fprintf (stderr, "%s not held", verb);
  fprintf (stderr, " %s left out; name status in the query to have %s, as in %s\n", n == 1 ? "is" : "are",
           n == 1 ? "it" : "them", get_example (unheld));
}
