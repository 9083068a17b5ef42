/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing: hands a job to a format's writer, into a sink or an atomically replaced file. */
#include "base/error.h"
#include "base/output.h"
#include "document/sections.h"
#include "format/options.h"
#include "format/renderers.h"
#include "format/shards.h"

/* A sink is one file, and an older calendar one that all parts would cancel each other's events by. */
static gboolean
examine_split (const ChnFormat *format, const ChnWriteOptions *options, const ChnRows *rows, gboolean is_file,
               GError **error)
{
  if (chn_shards_count (options, format, rows) == 1 || (is_file && !options->update))
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, is_file ? "update each file by itself" : "name a file to write",
                 is_file ? "\"split\" and \"update\" do not go together" : "only files can be split");
  return FALSE;
}

/* What a damaged snapshot holds never gets out. */
static gboolean
guard_output (gconstpointer timeline, GError **error)
{
  return chn_timeline_check (timeline, error);
}

static gboolean
run_document (const ChnFormat *format, const ChnWriteJob *job, GError **error)
{
  g_auto (ChnRows) grouped = chn_sections_group (job->rows);
  ChnWriteJob sections = *job;
  sections.rows = &grouped;
  return chn_format_render (format, &sections, error) && chn_writer_finish (job->out, error);
}

static gboolean
run_writer (const ChnFormat *format, const ChnWriteJob *job, GError **error)
{
  return format->write (job, error) && chn_writer_finish (job->out, error);
}

static gboolean
write_whole (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
             const ChnWriteOptions *options, ChnReport *report, ChnSink sink, gpointer data, GError **error)
{
  if (!format->write && !format->render) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "%s cannot be written, only read", format->name);
    return FALSE;
  }
  g_autoptr (ChnWriteOptions) own_options = options ? NULL : chn_write_options_new ();
  g_autoptr (ChnReport) own_report = report ? NULL : chn_report_new ();
  g_autoptr (ChnWriter) writer = chn_writer_new (sink, data);
  chn_writer_set_guard (writer, guard_output, timeline);
  ChnWriteJob job = {
    .timeline = timeline,
    .rows = rows,
    .options = options ? options : own_options,
    .report = report ? report : own_report,
    .out = writer,
  };
  return format->render ? run_document (format, &job, error) : run_writer (format, &job, error);
}

gboolean
chn_format_write (const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                  const ChnWriteOptions *options, ChnReport *report, ChnSink sink, gpointer data, GError **error)
{
  return (!options || examine_split (format, options, rows, FALSE, error)) &&
         write_whole (format, timeline, rows, options, report, sink, data, error);
}

static gboolean
write_shard (const char *path, const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
             const ChnWriteOptions *options, ChnReport *report, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  if (!output)
    return FALSE;
  return write_whole (format, timeline, rows, options, report, chn_output_write, output, error) &&
         chn_output_commit (output, error);
}

gboolean
chn_write_file (const char *path, const ChnFormat *format, const ChnTimeline *timeline, const ChnRows *rows,
                const ChnWriteOptions *options, ChnReport *report, GError **error)
{
  guint n = options ? chn_shards_count (options, format, rows) : 1;
  if (n == 1)
    return write_shard (path, format, timeline, rows, options, report, error);
  if (!examine_split (format, options, rows, TRUE, error))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    g_autofree char *name = chn_shard_dup_path (path, i);
    ChnRows part = chn_shard_get_rows (rows, options->split, i);
    if (!write_shard (name, format, timeline, &part, options, report, error))
      return FALSE;
  }
  return TRUE;
}
