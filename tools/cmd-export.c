/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery export: the events that a query asks for, into a file. */
#include <string.h>

#include "command.h"
#include "load.h"
#include "unheld.h"
#include "usage.h"
#include "writing.h"

static const ChnFormat *
find_format (const Arguments *arguments, GError **error)
{
  gboolean named = arguments_has (arguments, "format");
  if (!named && !arguments_has (arguments, "output")) {
    usage_set_error (error, "export where to? name the file with -o FILE, or a format for standard output, as in "
                            "--format csv");
    return NULL;
  }
  if (!named && !arguments_get_output (arguments)) {
    usage_set_error (error, "standard output has no name that tells the format; name it, as in --format csv");
    return NULL;
  }
  return writing_find_format (arguments, error);
}

Status
run_export (Program *program, const Arguments *arguments, GError **error)
{
  const ChnFormat *format = find_format (arguments, error);
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
    .file = arguments_get_output (arguments),
    .format = format,
  };
  g_autoptr (ChnReport) losses = chn_report_new ();
  chn_format_note_losses (format, timeline, losses);
  if (!writing_run (program, arguments, &writing, error))
    return STATUS_USAGE;
  unheld_print (&unheld);
  failure_print_report (losses, CHN_SEVERITY_NOTE);
  return STATUS_DONE;
}
