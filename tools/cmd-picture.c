/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery picture: the events that a query asks for, on an axis of time. */
#include <string.h>

#include "command.h"
#include "usage.h"
#include "writing.h"

static gboolean
check_output (const Arguments *arguments, GError **error)
{
  if (arguments_has (arguments, "format"))
    return TRUE;
  if (!arguments_has (arguments, "output"))
    usage_set_error (error,
                     "a picture where to? name the file, as in -o picture.svg or -o picture.png, or a format for "
                     "standard output, as in --format svg");
  else if (!arguments_get_output (arguments))
    usage_set_error (error, "standard output has no name that tells the format; name it, as in --format svg");
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_format (const Output *output, GError **error)
{
  const char *name = chn_format_get_name (output->format);
  if (strcmp (name, "svg") == 0 || strcmp (name, "png") == 0)
    return TRUE;
  usage_set_error (error, "a picture is svg or png, and %s is %s; \"chancery list\" writes that",
                   output->file ? output->file : "standard output", name);
  return FALSE;
}

static gboolean
write_picture (Asked *asked, const Output *output, GError **error)
{
  Unheld unheld = { 0 };
  if (!writing_suit (asked, output, error) || !writing_arrange_and_run (asked, output, &unheld, NULL, error))
    return FALSE;
  unheld_print (&unheld);
  return TRUE;
}

Status
run_picture (Program *program, const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) outputs = check_output (arguments, error) ? writing_list_outputs (arguments, error) : NULL;
  g_auto (Asked) asked = { 0 };
  for (guint i = 0; outputs && i < outputs->len; i++)
    if (!check_format (&g_array_index (outputs, Output, i), error))
      return STATUS_USAGE;
  if (!outputs || !writing_ask (&asked, program, arguments, outputs, error))
    return STATUS_USAGE;
  for (guint i = 0; i < outputs->len; i++)
    if (!write_picture (&asked, &g_array_index (outputs, Output, i), error))
      break;
  return STATUS_DONE;
}
