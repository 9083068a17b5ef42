/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The paper trail backwards: for each row the relations of other rows that point at it. */
#include "timeline/sealed.h"

void
chn_timeline_index_incoming (ChnTimeline *timeline)
{
  ChnColumns *columns = &timeline->columns;
  const ChnListColumn *outgoing = &columns->list[CHN_LIST_RELATIONS];
  if (!outgoing->start)
    return;
  guint32 n_rows = columns->n_rows, n_relations = outgoing->start[n_rows];
  const ChnRelationCell *relations = outgoing->cells;
  guint32 *start = chn_timeline_alloc (timeline, (gsize) n_rows + 1, sizeof (guint32));
  ChnIncoming *incoming = chn_timeline_alloc (timeline, n_relations, sizeof (ChnIncoming));
  for (guint32 i = 0; i < n_relations; i++)
    start[relations[i].target + 1]++;
  for (guint32 row = 0; row < n_rows; row++)
    start[row + 1] += start[row];
  g_autofree guint32 *next = g_memdup2 (start, ((gsize) n_rows + 1) * sizeof (guint32));
  for (guint32 row = 0; row < n_rows; row++)
    for (guint32 i = outgoing->start[row]; i < outgoing->start[row + 1]; i++)
      incoming[next[relations[i].target]++] = (ChnIncoming){ relations[i].type, row };
  columns->list[CHN_LIST_INCOMING] = (ChnListColumn){ start, incoming };
}
