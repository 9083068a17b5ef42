/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing of events, to standard output or into a file, with the writers' options from the command line. */
#include "writing.h"

#include <string.h>

#include "failure.h"
#include "load.h"
#include "usage.h"

const ChnFormat *
writing_find_format (const Arguments *arguments, GError **error)
{
  const char *name = arguments_get (arguments, "format"), *file = arguments_get_output (arguments);
  if (name)
    return chn_format_find (name, error);
  return file ? chn_format_find_for_file (file, error) : chn_format_find ("text", error);
}

static gboolean
is_write_option (const char *name)
{
  guint n = 0;
  const ChnWriteOption *rows = chn_write_options_get_table (&n);
  for (guint i = 0; i < n; i++)
    if (strcmp (rows[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

/* The library is handed what is in the file. */
static gboolean
set_file (const Program *program, ChnWriteOptions *options, const Given *given, GError **error)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (given->value, FALSE, error);
  if (!mapped)
    return FALSE;
  guint64 limit = program->limits.value[CHN_LIMIT_FILE];
  if (g_mapped_file_get_length (mapped) > limit) {
    g_set_error (error, CHN_ERROR, CHN_ERROR_LIMIT,
                 "%s has more than %" G_GUINT64_FORMAT " bytes; --max-%s=N raises the bound", given->value, limit,
                 chn_limit_get_name (CHN_LIMIT_FILE));
    return FALSE;
  }
  g_autoptr (GBytes) contents = g_mapped_file_get_bytes (mapped);
  return chn_write_options_set_contents (options, given->option->name, contents, error);
}

static gboolean
set_option (const Program *program, ChnWriteOptions *options, const Given *given, GError **error)
{
  if (given->option->value == VALUE_FILE)
    return set_file (program, options, given, error);
  return chn_write_options_set (options, given->option->name, given->value, error);
}

/* "6 December 2014", "6 December 2014, from sources certainly published by then"; NULL when all is taken. */
static char *
dup_as_of (const Program *program)
{
  if (!program->as_of)
    return NULL;
  g_autofree char *day = chn_date_dup_humanized (program->as_of);
  return g_strconcat (day, program->strict ? ", from sources certainly published by then" : "", NULL);
}

/* The date of an event, or one that is written out. */
static gboolean
set_since (const Program *program, ChnWriteOptions *options, const Writing *writing, GError **error)
{
  const char *since = writing->since;
  guint row = 0;
  if (!since)
    return TRUE;
  if (!chn_format_shows_since (writing->format)) {
    usage_set_error (error, "--since is for text, md and csv, not for %s", chn_format_get_name (writing->format));
    return FALSE;
  }
  if (since[0] != '@') {
    g_autoptr (ChnDate) date = chn_date_parse (since, -1, error);
    chn_write_options_set_since (options, date, NULL);
    g_prefix_error (error, "--since: ");
    return date != NULL;
  }
  if (!load_event (program, writing->timeline, since + 1, &row, error))
    return FALSE;
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (writing->timeline, row, event);
  chn_write_options_set_since (options, chn_event_get_date (event, CHN_FIELD_DATE),
                               chn_timeline_get_id (writing->timeline, row));
  return TRUE;
}

static ChnWriteOptions *
dup_options (const Program *program, const Arguments *arguments, const Writing *writing, GError **error)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (!is_write_option (given->option->name))
      continue;
    if (!set_option (program, options, given, error)) {
      g_prefix_error (error, "--%s: ", given->option->name);
      return NULL;
    }
  }
  if (program->asks_disputes && !arguments_has (arguments, "disputes") &&
      !chn_write_options_set (options, "disputes", "all", error))
    return NULL;
  g_autofree char *as_of = dup_as_of (program);
  chn_write_options_set_scope (options, writing->scope, as_of);
  chn_write_options_set_today (options, program->today);
  if (!set_since (program, options, writing, error))
    return NULL;
  if (!writing->file)
    chn_write_options_set_terminal (options, program->console.columns, program->console.colour);
  return g_steal_pointer (&options);
}

/* Bytes that are no text make a mess of a terminal. */
static gboolean
suits_terminal (const Program *program, const Writing *writing, GError **error)
{
  if (writing->file || !program->console.is_terminal || !chn_format_is_binary (writing->format))
    return TRUE;
  usage_set_error (error, "%s is not for terminals; name a file with -o FILE", chn_format_get_name (writing->format));
  return FALSE;
}

gboolean
writing_run (const Program *program, const Arguments *arguments, const Writing *writing, GError **error)
{
  const ChnFormat *format = writing->format;
  if (!suits_terminal (program, writing, error))
    return FALSE;
  g_autoptr (ChnWriteOptions) options = dup_options (program, arguments, writing, error);
  if (!options)
    return FALSE;
  g_autoptr (ChnReport) report = chn_report_new ();
  gboolean fine =
      writing->file
          ? chn_write_file (writing->file, format, writing->timeline, writing->rows, options, report, error)
          : chn_format_write (format, writing->timeline, writing->rows, options, report, console_sink, NULL, error);
  failure_print_report (report, CHN_SEVERITY_NOTE);
  return fine;
}
