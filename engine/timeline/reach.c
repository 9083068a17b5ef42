/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How far dates reach: rows are ordered by where they begin, so that what ends before a time is found by this. */
#include "timeline/sealed.h"

static gsize
count_entries (const ChnColumns *columns)
{
  return ((gsize) columns->n_rows + CHN_REACH_ROWS - 1) / CHN_REACH_ROWS;
}

void
chn_timeline_index_reach (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  gint64 *reach = chn_timeline_alloc (timeline, count_entries (columns), sizeof *reach);
  gint64 latest = CHN_TIME_MIN;
  for (guint32 row = 0; row < columns->n_rows; row++) {
    latest = MAX (latest, columns->heads[row].latest);
    reach[row / CHN_REACH_ROWS] = latest;
  }
  columns->reach = reach;
}

guint32
chn_columns_find_reaching (const ChnColumns *columns, gint64 time)
{
  gsize low = 0, high = count_entries (columns);
  while (low < high) {
    gsize middle = low + (high - low) / 2;
    chn_columns_touch (columns, &columns->reach[middle], sizeof *columns->reach);
    if (columns->reach[middle] < time)
      low = middle + 1;
    else
      high = middle;
  }
  return (guint32) MIN (low * CHN_REACH_ROWS, columns->n_rows);
}

gint64
chn_columns_find_end (const ChnColumns *columns)
{
  const gint64 *last = &columns->reach[count_entries (columns) - 1];
  chn_columns_touch (columns, last, sizeof *last);
  return *last;
}
