/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order of a timeline. */
#include "timeline/order.h"

#include <stdlib.h>

typedef struct {
  gint64 earliest, latest;
  guint32 precision;
  guint32 index;
} Key;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;
  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  if (x->latest != y->latest)
    return x->latest < y->latest ? -1 : 1;
  if (x->precision != y->precision)
    return x->precision < y->precision ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

static gboolean
are_ordered (const Key *keys, guint n)
{
  for (guint i = 1; i < n; i++)
    if (compare_keys (&keys[i - 1], &keys[i]) > 0)
      return FALSE;
  return TRUE;
}

guint32 *
chn_builder_order (const ChnTimelineBuilder *builder)
{
  guint n = builder->heads->len;
  g_autofree Key *keys = g_new (Key, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    const ChnRowHead *head = chn_builder_get_head (builder, i);
    keys[i] = (Key){ head->earliest, head->latest, head->precision, i };
  }
  if (!are_ordered (keys, n)) /* most files are in order already */
    qsort (keys, n, sizeof (Key), compare_keys);
  guint32 *order = g_new (guint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = keys[i].index;
  return order;
}
