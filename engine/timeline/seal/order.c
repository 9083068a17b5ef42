/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order of a timeline. */
#include "timeline/seal/columns.h"

/* Most dates tell by when they begin; what else a head says is looked at where that is the same. */
typedef struct {
  gint64 earliest;
  guint32 index;
} Key;

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Key *x = a, *y = b;
  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  const ChnRowHead *p = chn_stage_get_head (data, x->index), *q = chn_stage_get_head (data, y->index);
  if (p->latest != q->latest)
    return p->latest < q->latest ? -1 : 1;
  if (p->precision != q->precision)
    return p->precision < q->precision ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static gboolean
are_ordered (const Key *keys, guint n, ChnStage *stage)
{
  for (guint i = 1; i < n; i++)
    if (compare (&keys[i - 1], &keys[i], stage) > 0)
      return FALSE;
  return TRUE;
}

guint32 *
chn_seal_order (ChnStage *stage)
{
  guint n = stage->heads->len;
  g_autofree Key *keys = g_new (Key, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    keys[i] = (Key){ chn_stage_get_head (stage, i)->earliest, i };
  if (!are_ordered (keys, n, stage)) /* most files are in order already */
    g_qsort_with_data (keys, (gint) n, sizeof (Key), compare, stage);
  guint32 *order = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = keys[i].index;
  return order;
}
