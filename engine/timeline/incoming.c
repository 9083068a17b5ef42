/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The paper trail both ways: relations point at rows, and each row knows the relations of others that point at it. */
#include "timeline/gather.h"

/* By row: where those that point at it begin in `cells`. */
typedef struct {
  guint32 *start, *next;
  ChnIncoming *cells;
} Incoming;

/* Counts them, and points at rows. */
static void
count (ChnTimelineBuilder *builder, const guint32 *row_of, guint32 *start)
{
  for (guint i = 0; i < builder->heads->len; i++) {
    guint n;
    ChnRelationCell *relations = chn_builder_get_cells (builder, i, CHN_LIST_RELATIONS, &n);
    for (guint k = 0; k < n; k++) {
      relations[k].target = row_of[relations[k].target];
      start[relations[k].target + 1]++;
    }
  }
}

static void
collect (const ChnTimelineBuilder *builder, const guint32 *order, Incoming *incoming)
{
  for (guint32 row = 0; row < builder->heads->len; row++) {
    guint n;
    const ChnRelationCell *relations = chn_builder_get_cells (builder, order[row], CHN_LIST_RELATIONS, &n);
    for (guint k = 0; k < n; k++)
      incoming->cells[incoming->next[relations[k].target]++] = (ChnIncoming){ relations[k].type, row };
  }
}

static void
store (ChnTimelineBuilder *builder, guint index, const ChnIncoming *cells, guint n)
{
  if (n == 0)
    return;
  chn_builder_load_draft (builder, index);
  g_array_append_vals (builder->draft.list[CHN_LIST_INCOMING], cells, n);
  chn_builder_store_draft (builder, index);
}

void
chn_builder_point_at_rows (ChnTimelineBuilder *builder, const guint32 *order)
{
  guint32 n = builder->heads->len;
  if (!(builder->lists >> CHN_LIST_RELATIONS & 1))
    return;
  g_autofree guint32 *row_of = g_new (guint32, MAX (n, 1));
  g_autofree guint32 *start = g_new0 (guint32, (gsize) n + 1);
  for (guint32 row = 0; row < n; row++)
    row_of[order[row]] = row;
  count (builder, row_of, start);
  for (guint32 row = 0; row < n; row++)
    start[row + 1] += start[row];
  g_autofree guint32 *next = g_memdup2 (start, ((gsize) n + 1) * sizeof (guint32));
  g_autofree ChnIncoming *cells = g_new (ChnIncoming, MAX (start[n], 1));
  Incoming incoming = { start, next, cells };
  collect (builder, order, &incoming);
  for (guint32 row = 0; row < n; row++)
    store (builder, order[row], cells + start[row], start[row + 1] - start[row]);
}
