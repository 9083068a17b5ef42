/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery list: the events that a query asks for, in an order and a format. */
#include "changes.h"
#include "command.h"
#include "passing.h"
#include "writing.h"

static void
say_what_is_missing (const Program *program, ChnTimeline *timeline, const Arguments *arguments, const Unheld *unheld)
{
  unheld_print (unheld);
  changes_print_unstated (program, timeline, arguments);
}

static gboolean
write_list (Asked *asked, const Output *output, GError **error)
{
  Unheld unheld = { 0 };
  if (!writing_suit (asked, output, error) || !writing_arrange_and_run (asked, output, &unheld, NULL, error))
    return FALSE;
  say_what_is_missing (asked->program, asked->timeline, asked->arguments, &unheld);
  return TRUE;
}

Status
run_list (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) outputs = writing_list_outputs (arguments, error);
  g_auto (Asked) asked = { 0 };
  gboolean passed = FALSE;
  if (!outputs || !passing_try (program, arguments, outputs, FALSE, &passed, error))
    return STATUS_USAGE;
  if (passed)
    return STATUS_DONE;
  if (!writing_ask (&asked, program, arguments, outputs, error))
    return STATUS_USAGE;
  for (guint i = 0; i < outputs->len; i++)
    if (!write_list (&asked, &g_array_index (outputs, Output, i), error))
      break;
  return STATUS_DONE;
}
