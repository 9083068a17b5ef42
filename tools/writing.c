/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing of events, to standard output or into a file, with the writers' options from the command line. */
#include "writing.h"

#include <string.h>

#include "changes.h"
#include "expanding.h"
#include "failure.h"
#include "hidden.h"
#include "load.h"
#include "pager.h"
#include "usage.h"

static const ChnFormat *
find_format (const Arguments *arguments, const char *file, GError **error)
{
  const char *name = arguments_get (arguments, "format");
  if (name)
    return chn_format_find (name, error);
  return file ? chn_format_find_for_file (file, error) : chn_format_find ("text", error);
}

static gboolean
add_output (GArray *outputs, const Arguments *arguments, const char *file, GError **error)
{
  Output output = { file, find_format (arguments, file, error) };
  if (!output.format)
    return FALSE;
  g_array_append_val (outputs, output);
  return TRUE;
}

GArray *
writing_list_outputs (const Arguments *arguments, GError **error)
{
  g_autoptr (GArray) outputs = g_array_new (FALSE, FALSE, sizeof (Output));
  for (guint i = 0; i < arguments->given->len; i++) {
    const Given *given = &g_array_index (arguments->given, Given, i);
    if (strcmp (given->option->name, "output") == 0 &&
        !add_output (outputs, arguments, arguments_is_standard_output (given->value) ? NULL : given->value, error))
      return NULL;
  }
  if (outputs->len == 0 && !add_output (outputs, arguments, NULL, error))
    return NULL;
  return g_steal_pointer (&outputs);
}

static gboolean
is_wanted_whole (const Program *program, const Output *output)
{
  return chn_format_carries_all (output->format) && !program->says_visibility;
}

/* The rows of the timeline at hand that the query asks for, one by one where that is wanted. */
static gboolean
find_rows (Asked *asked, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (ChnBoundQuery) query = load_query (asked->program, asked->timeline, asked->arguments, &text, error);
  g_auto (ChnRows) unknown = { 0 };
  if (!query || !load_rows_of (asked->timeline, query, text, &asked->rows, &unknown, error))
    return FALSE;
  changes_keep (asked->program, asked->timeline, &asked->rows);
  asked->scope = chn_bound_query_dup_scope (query);
  return expanding_replace (asked->arguments, query, &asked->timeline, &asked->rows, error);
}

static void
note_views (Program *program, const GArray *outputs)
{
  program->carries_all = is_wanted_whole (program, &g_array_index (outputs, Output, 0));
  program->splits_view = program->carries_names = FALSE;
  for (guint i = 0; i < outputs->len; i++) {
    const Output *output = &g_array_index (outputs, Output, i);
    program->splits_view |= is_wanted_whole (program, output) != program->carries_all;
    program->carries_names |= chn_format_carries_names (output->format);
  }
}

gboolean
writing_ask (Asked *asked, Program *program, const Arguments *arguments, const GArray *outputs, GError **error)
{
  asked->program = program;
  asked->arguments = arguments;
  if (!order_parse (arguments, &asked->order, error))
    return FALSE;
  note_views (program, outputs);
  asked->timeline = load_faultless_timeline (program, error);
  return asked->timeline && find_rows (asked, error);
}

gboolean
writing_suit (Asked *asked, const Output *output, GError **error)
{
  Program *program = asked->program;
  gboolean whole = is_wanted_whole (program, output);
  if (whole == program->carries_all || (!program->unseen && chn_timeline_is_public (asked->timeline)))
    return TRUE;
  program->carries_all = whole;
  g_autoptr (ChnTimeline) view = load_view (program, asked->timeline, error);
  if (!view)
    return FALSE;
  asked_clear (asked);
  asked->timeline = g_steal_pointer (&view);
  asked->rows = (ChnRows){ 0 };
  asked->scope = NULL;
  return find_rows (asked, error);
}

void
asked_clear (Asked *asked)
{
  g_clear_pointer (&asked->timeline, chn_timeline_unref);
  chn_rows_clear (&asked->rows);
  g_clear_pointer (&asked->scope, g_free);
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
  g_autoptr (GBytes) contents = chn_file_read (given->value, program->limits.value[CHN_LIMIT_FILE], error);
  return contents && chn_write_options_set_contents (options, given->option->name, contents, error);
}

/* A style of the user's own, which options of the command line change further. */
static gboolean
load_style (const Asked *asked, ChnWriteOptions *options, const char *path, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  if (chn_write_options_load_style (options, path, report, &asked->program->limits, &cause))
    return TRUE;
  failure_print_report (report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0)
    usage_set_error (error, "cannot use the style %s", path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
is_style_file (const Given *given)
{
  return strcmp (given->option->name, "style") == 0 &&
         (g_str_has_suffix (given->value, ".yaml") || g_str_has_suffix (given->value, ".yml"));
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
set_since (const Asked *asked, const Output *output, ChnWriteOptions *options, GError **error)
{
  const char *since = arguments_get (asked->arguments, "since");
  guint row = 0;
  if (!since)
    return TRUE;
  if (!chn_format_shows_since (output->format)) {
    usage_set_error (error, "--since is for text, md, html and csv, not for %s",
                     chn_format_get_name (output->format));
    return FALSE;
  }
  if (since[0] != '@') {
    g_autoptr (ChnDate) date = chn_date_parse (since, -1, error);
    chn_write_options_set_since (options, date, NULL);
    g_prefix_error (error, "--since: ");
    return date != NULL;
  }
  if (!load_event (asked->program, asked->timeline, since + 1, &row, error))
    return FALSE;
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (asked->timeline, row, event);
  chn_write_options_set_since (options, chn_event_get_date (event, CHN_FIELD_DATE),
                               chn_timeline_get_id (asked->timeline, row));
  return TRUE;
}

/* Files of styles first, so that options of the command line change what these set. */
static gboolean
set_given (const Asked *asked, ChnWriteOptions *options, gboolean style_files, GError **error)
{
  for (guint i = 0; i < asked->arguments->given->len; i++) {
    const Given *given = &g_array_index (asked->arguments->given, Given, i);
    if (!is_write_option (given->option->name) || is_style_file (given) != style_files)
      continue;
    if (style_files && !load_style (asked, options, given->value, error))
      return FALSE;
    if (!style_files && !set_option (asked->program, options, given, error)) {
      g_prefix_error (error, "--%s: ", given->option->name);
      return FALSE;
    }
  }
  return TRUE;
}

static ChnWriteOptions *
dup_options (const Asked *asked, const Output *output, GError **error)
{
  const Program *program = asked->program;
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  if (!set_given (asked, options, TRUE, error) || !set_given (asked, options, FALSE, error))
    return NULL;
  if (program->asks_disputes && !arguments_has (asked->arguments, "disputes") &&
      !chn_write_options_set (options, "disputes", "all", error))
    return NULL;
  g_autofree char *as_of = dup_as_of (program);
  chn_write_options_set_scope (options, asked->scope, as_of);
  chn_write_options_set_today (options, program->today);
  if (!set_since (asked, output, options, error))
    return NULL;
  if (!output->file)
    chn_write_options_set_terminal (options, program->console.columns, program->console.colour);
  return g_steal_pointer (&options);
}

/* Bytes that are no text make a mess of a terminal. */
static gboolean
suits_terminal (const Program *program, const Output *output, GError **error)
{
  if (output->file || !program->console.is_terminal || !chn_format_is_binary (output->format))
    return TRUE;
  usage_set_error (error, "%s is not for terminals; name a file with -o FILE", chn_format_get_name (output->format));
  return FALSE;
}

static gboolean
keep (const char *bytes, gsize length, gpointer text, GError **error)
{
  (void) error;
  g_string_append_len (text, bytes, (gssize) length);
  return TRUE;
}

/* To standard output; what may be longer than the screen is made first, to be measured. */
static gboolean
write_out (const Asked *asked, const ChnTimeline *timeline, const Output *output, const ChnRows *rows,
           const ChnWriteOptions *options, ChnReport *report, GError **error)
{
  const Program *program = asked->program;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean refused = arguments_has (asked->arguments, "no-pager"), paged = program->console.is_terminal && !refused;
  return chn_format_write (output->format, timeline, rows, options, report, paged ? keep : console_sink, text,
                           error) &&
         pager_print (&program->console, text->str, refused, error);
}

/* What a person wrote beside the events would be lost. */
static gboolean
may_replace (const Asked *asked, const Output *output, GError **error)
{
  g_autofree char *old = NULL;
  gsize length = 0;
  if (!output->file || strcmp (chn_format_get_name (output->format), "yaml") != 0 ||
      arguments_has (asked->arguments, "overwrite") || !g_file_test (output->file, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (output->file, &old, &length, NULL) || !chn_edits_has_comments (old, length))
    return TRUE;
  usage_set_error (
      error,
      "%s has comments, which would be lost; name another file, or add --overwrite. \"chancery apply\" and "
      "\"chancery edit\" change a file and keep them",
      output->file);
  return FALSE;
}

static gboolean
write_rows (const Asked *asked, const ChnTimeline *timeline, const Output *output, const ChnRows *rows,
            const ChnWriteOptions *options, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  gboolean fine = output->file ? chn_write_file (output->file, output->format, timeline, rows, options, report, error)
                               : write_out (asked, timeline, output, rows, options, report, error);
  failure_print_report (report, CHN_SEVERITY_NOTE);
  return fine;
}

/* A copy, since what one format leaves out another writes. */
static ChnRows
copy_rows (const ChnRows *rows)
{
  return (ChnRows){ rows->n, g_memdup2 (rows->row, MAX (rows->n, 1) * sizeof *rows->row),
                    g_memdup2 (rows->standing, rows->n) };
}

/* Rows of another timeline with the same events. */
static void
move_rows (const ChnTimeline *from, const ChnTimeline *to, ChnRows *rows)
{
  for (guint i = 0; i < rows->n; i++)
    chn_timeline_find (to, chn_timeline_get_id (from, rows->row[i]), &rows->row[i]);
}

/* What the timeline declares for itself stays out of files for others where it would tell of what is hidden. */
static ChnTimeline *
show_outside (const Asked *asked, const Output *output, ChnRows *rows, GError **error)
{
  const ChnTimeline *whole = asked->program->unseen;
  if (!whole || whole == asked->timeline || !chn_format_carries_names (output->format))
    return chn_timeline_ref (asked->timeline);
  ChnTimeline *outside = chn_timeline_show_outside (asked->timeline, whole, error);
  if (outside)
    move_rows (asked->timeline, outside, rows);
  return outside;
}

gboolean
writing_arrange_and_run (const Asked *asked, const Output *output, Unheld *unheld, ChnReport *losses, GError **error)
{
  if (!suits_terminal (asked->program, output, error) || !may_replace (asked, output, error))
    return FALSE;
  g_auto (ChnRows) rows = copy_rows (&asked->rows);
  g_autoptr (ChnWriteOptions) options = dup_options (asked, output, error);
  if (!options)
    return FALSE;
  *unheld = unheld_start (asked->program, output->format, options);
  order_arrange (&asked->order, asked->timeline, &rows, unheld);
  chn_write_options_set_left_out (options, unheld->n_cancelled, unheld->n_not_held);
  if (losses)
    chn_format_note_losses (output->format, asked->timeline, &rows, options, losses);
  g_autoptr (ChnTimeline) outside = show_outside (asked, output, &rows, error);
  if (!outside || !write_rows (asked, outside, output, &rows, options, error))
    return FALSE;
  if (asked->program->carries_all)
    hidden_print_carried (asked->timeline, output->file);
  return TRUE;
}
