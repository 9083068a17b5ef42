/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Answers that go from a store to CSV as they lie there. */
#include "passing.h"

#include <string.h>

#include "hidden.h"
#include "load-store.h"
#include "order.h"

/* Options that change nothing of the rows, or are part of the question. */
static const char *const plain[] = { "format", "output",   "sort",           "reverse",
                                     "limit",  "no-pager", "min-importance", NULL };

static gboolean
has_plain_options (const Arguments *arguments)
{
  for (guint i = 0; i < arguments->given->len; i++)
    if (!g_strv_contains (plain, g_array_index (arguments->given, Given, i).option->name))
      return FALSE;
  return TRUE;
}

static gboolean
suits (const Program *program, const Arguments *arguments, const GArray *outputs)
{
  const Output *output = &g_array_index (outputs, Output, 0);
  return outputs->len == 1 && strcmp (chn_format_get_name (output->format), "csv") == 0 &&
         (output->file || !program->console.is_terminal) && has_plain_options (arguments) &&
         load_store_suffices (program);
}

/* An export says what CSV leaves out of what is said of all events, and which terms none of its rows has: these are
 * not known here. */
static gboolean
loses_any (const StoreAsked *asked)
{
  const ChnRows none = { 0 };
  g_autoptr (ChnReport) losses = chn_report_new ();
  chn_format_note_losses (chn_format_find ("csv", NULL), asked->named, &none, NULL, losses);
  return chn_report_count (losses, CHN_SEVERITY_NOTE) > 0;
}

static gboolean
pass (const StoreAsked *asked, const Order *order, const char *file, guint *n, GError **error)
{
  const ChnStoreArrangement arrangement = { order->key, order->reverse, order->limit };
  return file ? chn_store_pass_file (asked->store, asked->query, &arrangement, file, n, error)
              : chn_store_pass (asked->store, asked->query, &arrangement, console_sink, NULL, n, error);
}

gboolean
passing_try (Program *program, const Arguments *arguments, const GArray *outputs, gboolean tells_losses,
             gboolean *passed, GError **error)
{
  Order order;
  guint n = 0;
  *passed = FALSE;
  if (!suits (program, arguments, outputs))
    return TRUE;
  if (!order_parse (arguments, &order, error))
    return FALSE;
  program->carries_all = TRUE;
  const StoreAsked *asked = load_store_put (program, program->files->pdata[0], error);
  if (!asked)
    return FALSE;
  const char *file = g_array_index (outputs, Output, 0).file;
  if (asked->query && !(tells_losses && loses_any (asked)) && !pass (asked, &order, file, &n, error))
    return FALSE;
  *passed = n > 0;
  if (*passed)
    hidden_print_carried (asked->named, file);
  return TRUE;
}
