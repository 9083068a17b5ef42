/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The paper trail both ways: relations point at rows, and each row knows the relations of others that point at it. */
#include "timeline/seal/columns.h"

/* By row: where those that point at it begin in `cells`. */
typedef struct {
  guint32 *start, *next;
  ChnBacklink *cells;
} Backlinks;

/* Counts them, and points at rows. */
static void
count (ChnStage *stage, const guint32 *row_of, guint32 *start)
{
  for (guint i = 0; i < stage->heads->len; i++) {
    guint n;
    ChnRelationCell *relations = chn_stage_get_cells (stage, i, CHN_LIST_RELATIONS, &n);
    for (guint k = 0; k < n; k++) {
      relations[k].target = row_of[relations[k].target];
      start[relations[k].target + 1]++;
    }
  }
}

static void
collect (const ChnStage *stage, const guint32 *order, Backlinks *backlinks)
{
  for (guint32 row = 0; row < stage->heads->len; row++) {
    guint n;
    const ChnRelationCell *relations = chn_stage_get_cells (stage, order[row], CHN_LIST_RELATIONS, &n);
    for (guint k = 0; k < n; k++)
      backlinks->cells[backlinks->next[relations[k].target]++] = (ChnBacklink){ relations[k].type, row };
  }
}

static void
store (ChnStage *stage, guint index, const ChnBacklink *cells, guint n)
{
  if (n == 0)
    return;
  chn_stage_load_record (stage, index);
  g_array_append_vals (stage->record.list[CHN_LIST_BACKLINKS], cells, n);
  chn_stage_store_record (stage, index);
}

void
chn_seal_backlinks (ChnStage *stage, const guint32 *order)
{
  guint32 n = stage->heads->len;
  if (!(stage->lists >> CHN_LIST_RELATIONS & 1))
    return;
  g_autofree guint32 *row_of = g_new (guint32, MAX (n, 1));
  g_autofree guint32 *start = g_new0 (guint32, (gsize) n + 1);
  for (guint32 row = 0; row < n; row++)
    row_of[order[row]] = row;
  count (stage, row_of, start);
  for (guint32 row = 0; row < n; row++)
    start[row + 1] += start[row];
  g_autofree guint32 *next = g_memdup2 (start, ((gsize) n + 1) * sizeof (guint32));
  g_autofree ChnBacklink *cells = g_new (ChnBacklink, MAX (start[n], 1));
  Backlinks backlinks = { start, next, cells };
  collect (stage, order, &backlinks);
  for (guint32 row = 0; row < n; row++)
    store (stage, order[row], cells + start[row], start[row + 1] - start[row]);
}
