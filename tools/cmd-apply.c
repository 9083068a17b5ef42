/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* chancery apply: what was edited elsewhere comes home, as the lines that changed. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "differences.h"
#include "editing.h"
#include "load.h"
#include "usage.h"

typedef struct {
  Program *program;
  const Arguments *arguments;
  guint n_changes, n_lacking;
  guint n_homeless;      /* new, and of no file where there are several */
  GPtrArray *files;      /* of the timeline that are changed; borrowed */
  GHashTable *looked_at; /* place -> GBytes, of each file before it was compared */
} Applying;

/* What no format of ours is, or no CSV of ours: a spreadsheet saves tables in forms of its own. */
static gboolean
is_of_spreadsheet (const char *path)
{
  const ChnFormat *format = chn_format_find_for_file (path, NULL);
  return !format || !chn_format_can_read (format) || strcmp (chn_format_get_name (format), "csv") == 0;
}

typedef struct {
  gboolean knows_names; /* those that the timeline declares to which it is applied */
  gboolean is_table;    /* which a spreadsheet has saved its own way */
} Reading;

static ChnTimeline *
read_as (const Applying *applying, const ChnTimeline *mine, const char *path, Reading reading, ChnReport *report,
         GError **error)
{
  const Program *program = applying->program;
  g_autoptr (ChnTimelineBuilder) builder =
      reading.knows_names ? chn_timeline_builder_new (chn_timeline_get_registry (mine), report, &program->limits)
                          : load_begin (program, report, error);
  if (!builder)
    return NULL;
  chn_timeline_builder_set_keep_going (builder, program->keep_going);
  gboolean is_read = reading.is_table ? chn_edited_table_read (path, &program->limits, builder, error)
                                      : chn_read_file (path, NULL, builder, error);
  return is_read ? chn_timeline_builder_seal (g_steal_pointer (&builder), error) : NULL;
}

/* In what was exported and written into may stand whatever the timeline declares by now; or it brings a name along
 * that is declared otherwise by now. */
static ChnTimeline *
read_any (const Applying *applying, const ChnTimeline *mine, const char *path, ChnReport *report, GError **error)
{
  static const Reading others[] = { { FALSE, FALSE }, { TRUE, TRUE }, { FALSE, TRUE } };
  ChnTimeline *edited = read_as (applying, mine, path, (Reading){ TRUE, FALSE }, report, error);
  for (guint i = 0; !edited && i < G_N_ELEMENTS (others); i++) {
    g_autoptr (ChnReport) other = chn_report_new ();
    if (others[i].is_table && !is_of_spreadsheet (path))
      break;
    edited = read_as (applying, mine, path, others[i], other, NULL);
    if (edited)
      g_clear_error (error);
  }
  return edited;
}

static ChnTimeline *
load_edited (const Applying *applying, const ChnTimeline *mine, const char *path, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (ChnTimeline) edited = read_any (applying, mine, path, report, &cause);
  if (edited)
    return g_steal_pointer (&edited);
  failure_print_report (report, CHN_SEVERITY_ERROR);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0)
    usage_set_error (error, "cannot read %s", path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

static gboolean
is_lacking (const ChnDifference *difference)
{
  return difference->kind == CHN_DIFFERENCE_LACKING_FIELD || difference->kind == CHN_DIFFERENCE_LACKING_EVENT;
}

static void
note_file (Applying *applying, const ChnDifference *difference, const char *fallback)
{
  const char *file = difference->file ? difference->file : fallback;
  gboolean stays = is_lacking (difference) && !arguments_has (applying->arguments, "delete");
  applying->n_lacking += stays ? 1 : 0;
  applying->n_homeless += !stays && !file ? 1 : 0;
  if (stays || !file)
    return;
  applying->n_changes++;
  if (!g_ptr_array_find_with_equal_func (applying->files, file, g_str_equal, NULL))
    g_ptr_array_add (applying->files, (gpointer) file);
}

static gboolean
print_differences (Applying *applying, const ChnComparison *comparison, const char *fallback, GError **error)
{
  guint n = 0;
  const ChnDifference *differences = chn_comparison_get (comparison, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = difference_dup_line (&differences[i]);
    g_autofree char *visible = chn_text_dup_visible (g_strdelimit (line, "\n", ' '), FALSE);
    note_file (applying, &differences[i], fallback);
    if (!console_print (visible, error) || !console_print ("\n", error))
      return FALSE;
  }
  return TRUE;
}

/* What has the changes made, and the timeline of it. Of a store they may have to be made again in all of it, where
 * the part that they name tells only that something is wrong. */
static ChnTimeline *
make (Editing *editing, Program *program, const ChnEdits *edits, GBytes **made, GError **error)
{
  g_autoptr (GError) fault = NULL;
  ChnTimeline *timeline = NULL;
  do {
    gsize length = 0;
    const char *bytes = g_bytes_get_data (editing->bytes, &length);
    g_clear_pointer (made, g_bytes_unref);
    *made = chn_edits_run (edits, bytes, length, editing->path, &program->limits, &fault);
    timeline = *made ? editing_check (editing, program, *made, NULL, &fault) : NULL;
  } while (!timeline && editing_again (editing, program, NULL, &fault));
  if (fault)
    g_propagate_error (error, g_steal_pointer (&fault));
  return timeline;
}

static gboolean
change_file (const Applying *applying, const ChnComparison *comparison, const char *path, gboolean is_default,
             GError **error)
{
  g_auto (Editing) editing = EDITING_NONE;
  const char *place = editing_find_place (applying->program, path);
  GBytes *looked_at = g_hash_table_lookup (applying->looked_at, place), *made = NULL;
  g_autoptr (ChnEdits) edits = chn_edits_new ();
  chn_comparison_edit (comparison, path, is_default, arguments_has (applying->arguments, "delete"), edits);
  g_auto (GStrv) named = chn_edits_list_named (edits);
  if (!editing_begin_from (&editing, applying->program, place, looked_at, (const char *const *) named, error))
    return FALSE;
  g_autoptr (ChnTimeline) timeline = make (&editing, applying->program, edits, &made, error);
  gboolean is_written =
      timeline && console_print ("\n", error) && editing_print (&editing, applying->program, made, error) &&
      (!arguments_has (applying->arguments, "write") ||
       (console_finish (error) && editing_save (&editing, applying->program, made, timeline, error)));
  g_clear_pointer (&made, g_bytes_unref);
  return is_written;
}

static void
print_summary (const Applying *applying)
{
  if (applying->n_changes == 0)
    fprintf (stderr, "chancery: nothing differs that would be changed\n");
  else if (arguments_has (applying->arguments, "write"))
    fprintf (stderr, "chancery: %u change%s written\n", applying->n_changes, applying->n_changes == 1 ? "" : "s");
  else
    fprintf (stderr, "chancery: %u change%s; --write writes %s\n", applying->n_changes,
             applying->n_changes == 1 ? "" : "s", applying->n_changes == 1 ? "it" : "them");
  if (applying->n_homeless > 0)
    fprintf (stderr, "chancery: what is new is left: name the file that it goes to, and no other, with -f\n");
  if (applying->n_lacking > 0)
    fprintf (stderr, "chancery: what is lacking stays; --delete takes it out\n");
}

/* What somebody else writes after this was compared with nothing. */
static gboolean
look_at (Applying *applying, const GPtrArray *files, GError **error)
{
  g_hash_table_remove_all (applying->looked_at);
  for (guint i = 0; i < files->len; i++) {
    GBytes *bytes = editing_look (applying->program, files->pdata[i], error);
    if (!bytes)
      return FALSE;
    g_hash_table_insert (applying->looked_at, g_strdup (files->pdata[i]), bytes);
  }
  return TRUE;
}

/* The timeline is read again for each file: what was applied from one before is in it. */
static gboolean
apply_file (Applying *applying, const char *path, GError **error)
{
  g_autoptr (GPtrArray) files = editing_list_files (applying->program);
  if (files->len == 0 && !editing_find_file (applying->program, "apply to", error))
    return FALSE;
  g_autofree char *fallback = files->len == 1 ? chn_store_dup_name (files->pdata[0]) : NULL;
  g_autoptr (ChnTimeline) mine =
      look_at (applying, files, error) ? load_faultless_timeline (applying->program, error) : NULL;
  g_autoptr (ChnTimeline) edited = mine ? load_edited (applying, mine, path, error) : NULL;
  g_autoptr (ChnComparison) comparison =
      edited ? chn_comparison_new (mine, edited, chn_format_find_for_file (path, NULL), error) : NULL;
  g_ptr_array_set_size (applying->files, 0);
  if (!comparison || !print_differences (applying, comparison, fallback, error))
    return FALSE;
  for (guint i = 0; i < applying->files->len; i++)
    if (!change_file (applying, comparison, applying->files->pdata[i],
                      g_strcmp0 (applying->files->pdata[i], fallback) == 0, error))
      return FALSE;
  return TRUE;
}

Status
run_apply (Program *program, const Arguments *arguments, GError **error)
{
  const char *const *words = arguments_get_words (arguments);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GHashTable) looked_at =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  Applying applying = { .program = program, .arguments = arguments, .files = files, .looked_at = looked_at };
  if (!words[0])
    usage_set_error (error, "apply what? name the file that was edited, as in chancery apply edited.ics");
  program->carries_all = TRUE;
  program->says_visibility = FALSE;
  for (guint i = 0; words[i]; i++)
    if (!apply_file (&applying, words[i], error))
      return STATUS_USAGE;
  if (words[0])
    print_summary (&applying);
  return STATUS_DONE;
}
