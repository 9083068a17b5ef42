/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery export: the events that a query asks for, into a file. */
#include <string.h>

#include "command.h"
#include "load.h"
#include "unheld.h"
#include "usage.h"
#include "writing.h"

Status
run_export (Program *program, const Arguments *arguments, GError **error)
{
  const char *file = arguments_get (arguments, "output");
  if (!file) {
    usage_set_error (error, "export where to? name the file with -o FILE");
    return STATUS_USAGE;
  }
  const ChnFormat *format = writing_find_format (arguments, error);
  if (!format)
    return STATUS_USAGE;
  program->indexed = strcmp (chn_format_get_name (format), "chn") == 0 && !*arguments_get_words (arguments);
  g_autoptr (ChnTimeline) timeline = load_faultless_timeline (program, error);
  g_auto (ChnRows) rows = { 0 };
  g_autofree char *scope = NULL;
  if (!timeline || !load_rows (program, timeline, arguments, &rows, &scope, error))
    return STATUS_USAGE;
  Unheld unheld = unheld_start (program, format);
  unheld_leave_out (&unheld, timeline, &rows);
  Writing writing = {
    .timeline = timeline,
    .rows = &rows,
    .scope = scope,
    .file = file,
    .format = format,
  };
  if (writing_run (program, arguments, &writing, error))
    unheld_print (&unheld);
  return STATUS_DONE;
}
