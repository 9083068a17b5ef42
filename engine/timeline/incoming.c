/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The paper trail backwards: for each row the relations of other rows that point at it. */
#include "timeline/gather.h"

ChnListColumn
chn_builder_list_incoming (const ChnTimelineBuilder *builder, const guint32 *order, const guint32 *row_of)
{
  const GArray *relations = builder->list[CHN_LIST_RELATIONS];
  guint32 n_rows = builder->events->len;
  if (relations->len == 0)
    return (ChnListColumn){ NULL, NULL };
  guint32 *start = g_new0 (guint32, (gsize) n_rows + 1);
  ChnIncoming *incoming = g_new (ChnIncoming, relations->len);
  for (guint32 i = 0; i < relations->len; i++)
    start[row_of[g_array_index (relations, ChnRelationCell, i).target] + 1]++;
  for (guint32 row = 0; row < n_rows; row++)
    start[row + 1] += start[row];
  g_autofree guint32 *next = g_memdup2 (start, ((gsize) n_rows + 1) * sizeof (guint32));
  for (guint32 row = 0; row < n_rows; row++) {
    guint first, end;
    chn_builder_get_range (builder, order[row], CHN_LIST_RELATIONS, &first, &end);
    for (guint32 i = first; i < end; i++) {
      const ChnRelationCell *relation = &g_array_index (relations, ChnRelationCell, i);
      incoming[next[row_of[relation->target]]++] = (ChnIncoming){ relation->type, row };
    }
  }
  return (ChnListColumn){ start, incoming };
}
