/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery export: the events that a query asks for, into a file. */
#include <string.h>

#include "command.h"
#include "passing.h"
#include "usage.h"
#include "writing.h"

/* Nothing tells where to, or what, alone. */
static gboolean
check_output (const Arguments *arguments, GError **error)
{
  if (arguments_has (arguments, "format"))
    return TRUE;
  if (!arguments_has (arguments, "output"))
    usage_set_error (error, "export where to? name the file with -o FILE, or a format for standard output, as in "
                            "--format csv");
  else if (!arguments_get_output (arguments))
    usage_set_error (error, "standard output has no name that tells the format; name it, as in --format csv");
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_snapshot (const GArray *outputs)
{
  for (guint i = 0; i < outputs->len; i++)
    if (strcmp (chn_format_get_name (g_array_index (outputs, Output, i).format), "chn") == 0)
      return TRUE;
  return FALSE;
}

static gboolean
write_export (Asked *asked, const Output *output, GError **error)
{
  Unheld unheld = { 0 };
  g_autoptr (ChnReport) losses = chn_report_new ();
  if (!writing_suit (asked, output, error) || !writing_arrange_and_run (asked, output, &unheld, losses, error))
    return FALSE;
  unheld_print (&unheld);
  failure_print_report (losses, CHN_SEVERITY_NOTE);
  return TRUE;
}

Status
run_export (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) outputs = check_output (arguments, error) ? writing_list_outputs (arguments, error) : NULL;
  g_auto (Asked) asked = { 0 };
  gboolean passed = FALSE;
  if (!outputs || !passing_try (program, arguments, outputs, TRUE, &passed, error))
    return STATUS_USAGE;
  if (passed)
    return STATUS_DONE;
  program->indexed = is_snapshot (outputs) && !*arguments_get_words (arguments);
  if (!writing_ask (&asked, program, arguments, outputs, error))
    return STATUS_USAGE;
  for (guint i = 0; i < outputs->len; i++)
    if (!write_export (&asked, &g_array_index (outputs, Output, i), error))
      return STATUS_USAGE;
  return STATUS_DONE;
}
