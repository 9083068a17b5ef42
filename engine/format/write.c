/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing: hands a job to a format's writer, into a sink or an atomically replaced file. */
#include "base/error.h"
#include "base/output.h"
#include "format/format.h"

static gboolean
run_writer (const ChnFormat *format, const ChnWriteJob *job, GError **error)
{
  return format->write (job, error) && chn_writer_finish (job->out, error);
}

gboolean
chn_format_write (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                  const ChnWriteOptions *options, ChnReport *report, ChnSink sink, gpointer data, GError **error)
{
  if (!format->write) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "%s cannot be written, only read", format->name);
    return FALSE;
  }
  g_autoptr (ChnWriteOptions) own_options = options ? NULL : chn_write_options_new ();
  g_autoptr (ChnReport) own_report = report ? NULL : chn_report_new ();
  g_autoptr (ChnWriter) writer = chn_writer_new (sink, data);
  ChnWriteJob job = {
    .timeline = timeline,
    .rows = rows,
    .options = options ? options : own_options,
    .report = report ? report : own_report,
    .out = writer,
  };
  return run_writer (format, &job, error);
}

gboolean
chn_write_file (const char *path, const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                const ChnWriteOptions *options, ChnReport *report, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  if (!output)
    return FALSE;
  return chn_format_write (format, timeline, rows, options, report, chn_output_write, output, error)
         && chn_output_commit (output, error);
}
