/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery list: the events that a query asks for, in an order and a format. */
#include "changes.h"
#include "command.h"
#include "load.h"
#include "unheld.h"
#include "usage.h"
#include "writing.h"

/* How the rows are arranged. */
typedef struct {
  ChnSortKey key;
  gboolean reverse;
  guint limit;
  guint context;
} Order;

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

static gboolean
parse_order (const Arguments *arguments, Order *order, GError **error)
{
  const char *key = arguments_get (arguments, "sort");
  *order = (Order){ CHN_SORT_DATE, arguments_has (arguments, "reverse"), G_MAXUINT, 0 };
  return (!key || parse_sort_key (key, &order->key, error)) &&
         arguments_get_number (arguments, "limit", &order->limit, error) &&
         arguments_get_number (arguments, "context", &order->context, error);
}

/* The limit counts what was asked for; neighbours come on top of it. */
static void
arrange (ChnRows *rows, const ChnTimeline *timeline, const Order *order, Unheld *unheld)
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

static void
say_what_is_missing (const Program *program, ChnTimeline *timeline, const Arguments *arguments, const Unheld *unheld)
{
  unheld_print (unheld);
  changes_print_unstated (program, timeline, arguments);
}

Status
run_list (Program *program, const Arguments *arguments, GError **error)
{
  Order order;
  const ChnFormat *format = writing_find_format (arguments, error);
  if (!format || !parse_order (arguments, &order, error))
    return STATUS_USAGE;
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_auto (ChnRows) rows = { 0 };
  g_autofree char *scope = NULL;
  if (!timeline || !load_rows (program, timeline, arguments, &rows, &scope, error))
    return STATUS_USAGE;
  Unheld unheld = unheld_start (program, format);
  arrange (&rows, timeline, &order, &unheld);
  Writing writing = {
    .timeline = timeline,
    .rows = &rows,
    .scope = scope,
    .file = arguments_get_output (arguments),
    .format = format,
    .since = arguments_get (arguments, "since"),
  };
  if (writing_run (program, arguments, &writing, error))
    say_what_is_missing (program, timeline, arguments, &unheld);
  return STATUS_DONE;
}
