/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Rows: the plain list of row numbers that passes from query to writer. */
#include <chancery/rows.h>

void
chn_rows_all (const ChnTimeline *timeline, ChnRows *rows)
{
  rows->n = chn_timeline_get_n_events (timeline);
  rows->row = g_new (guint, MAX (rows->n, 1));
  rows->standing = NULL;
  for (guint i = 0; i < rows->n; i++)
    rows->row[i] = i;
}

void
chn_rows_clear (ChnRows *rows)
{
  g_clear_pointer (&rows->row, g_free);
  g_clear_pointer (&rows->standing, g_free);
  rows->n = 0;
}
