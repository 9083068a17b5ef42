/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In which order events are listed and written, and how many of them. */
#include "order.h"

#include "usage.h"

static gboolean
parse_sort_key (const char *name, ChnSortKey *key, GError **error)
{
  int found = chn_sort_key_find (name);
  if (found >= 0) {
    *key = (ChnSortKey) found;
    return TRUE;
  }
  const char *names[CHN_N_SORTS + 1] = { NULL };
  for (guint i = 0; i < CHN_N_SORTS; i++)
    names[i] = chn_sort_key_get_name ((ChnSortKey) i);
  usage_set_unknown (error, "sort key", name, names);
  return FALSE;
}

gboolean
order_parse (const Arguments *arguments, Order *order, GError **error)
{
  const char *key = arguments_get (arguments, "sort");
  *order = (Order){ CHN_SORT_DATE, arguments_has (arguments, "reverse"), G_MAXUINT, 0 };
  return (!key || parse_sort_key (key, &order->key, error)) &&
         arguments_get_number (arguments, "limit", &order->limit, error) &&
         arguments_get_number (arguments, "context", &order->context, error);
}

void
order_arrange (const Order *order, const ChnTimeline *timeline, ChnRows *rows, Unheld *unheld)
{
  unheld_leave_out (unheld, timeline, rows);
  chn_rows_sort (rows, timeline, order->key, order->reverse);
  chn_rows_limit (rows, order->limit);
  if (order->context == 0)
    return;
  chn_rows_add_context (rows, timeline, order->context);
  Unheld neighbours = *unheld; /* nobody asked for these */
  unheld_leave_out (&neighbours, timeline, rows);
  chn_rows_sort (rows, timeline, order->key, order->reverse);
}
