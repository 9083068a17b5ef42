/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Changing a timeline file: locked, read, changed in memory, read as it is to be, shown, and put in its place at
 * once.
 */
#include "editing.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "diff.h"
#include "failure.h"
#include "file-lock.h"
#include "load-store.h"
#include "load.h"
#include "usage.h"

static gboolean
is_yaml (const char *path)
{
  const ChnFormat *format = chn_format_find_for_file (path, NULL);
  return format && strcmp (chn_format_get_name (format), "yaml") == 0 && !g_file_test (path, G_FILE_TEST_IS_DIR);
}

const char *
editing_find_file (const Program *program, const char *what, GError **error)
{
  const char *found = NULL;
  for (guint i = 0; i < program->files->len; i++) {
    const char *path = program->files->pdata[i];
    if (!is_yaml (path) && !chn_store_is_place (path))
      continue;
    if (found) {
      g_autofree char *one = chn_store_dup_name (found), *other = chn_store_dup_name (path);
      usage_set_error (error, "%s which file, %s or %s? name one with -f FILE", what, one, other);
      return NULL;
    }
    found = path;
  }
  if (!found && program->files->len > 0 && g_file_test (program->files->pdata[0], G_FILE_TEST_IS_DIR))
    usage_set_error (error, "%s which file of the folder %s? name it with -f FILE", what,
                     (const char *) program->files->pdata[0]);
  else if (!found && program->files->len > 0)
    usage_set_error (error, "%s which file? %s is no YAML file; \"chancery import\" makes one of other files", what,
                     (const char *) program->files->pdata[0]);
  else if (!found)
    usage_set_error (
        error,
        "%s which file? name it with -f FILE, or once and for all in CHANCERY_FILE; \"chancery new NAME\" "
        "makes one",
        what);
  return found;
}

const char *
editing_find_place (const Program *program, const char *name)
{
  for (guint i = 0; i < program->files->len; i++) {
    const char *path = program->files->pdata[i];
    g_autofree char *shown = chn_store_is_place (path) ? chn_store_dup_name (path) : NULL;
    if (g_strcmp0 (shown, name) == 0)
      return path;
  }
  return name;
}

GPtrArray *
editing_list_files (const Program *program)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < program->files->len; i++) {
    const char *path = program->files->pdata[i];
    if (is_yaml (path) || chn_store_is_place (path))
      g_ptr_array_add (files, g_strdup (path));
    else if (g_file_test (path, G_FILE_TEST_IS_DIR))
      g_ptr_array_extend_and_steal (files, load_list_folder (path));
  }
  return files;
}

static gboolean
append (const char *bytes, gsize length, gpointer data, GError **error)
{
  (void) error;
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static GBytes *
write_yaml (const ChnTimeline *timeline, GError **error)
{
  g_auto (ChnRows) all = { 0 };
  GString *text = g_string_new (NULL);
  chn_rows_all (timeline, &all);
  gboolean written =
      chn_format_write (chn_format_find ("yaml", NULL), timeline, &all, NULL, NULL, append, text, error);
  GBytes *bytes = g_string_free_to_bytes (text);
  if (!written)
    g_clear_pointer (&bytes, g_bytes_unref);
  return bytes;
}

/* A store as the file that it would be. */
static GBytes *
read_store (const Program *program, ChnStore *store, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = load_store_whole (program, store, report, error);
  return timeline ? write_yaml (timeline, error) : NULL;
}

static GBytes *
read_file (const char *path, GError **error)
{
  char *text = NULL;
  gsize length = 0;
  g_autoptr (GError) cause = NULL;
  if (g_file_get_contents (path, &text, &length, &cause))
    return g_bytes_new_take (text, length);
  g_set_error (error, CHN_ERROR, CHN_ERROR_IO, "%s", cause->message);
  return NULL;
}

GBytes *
editing_read (const Program *program, const char *path, GError **error)
{
  if (!chn_store_is_place (path))
    return read_file (path, error);
  g_autoptr (ChnStore) store = chn_store_open (path, FALSE, error);
  return store ? read_store (program, store, error) : NULL;
}

static gboolean
begin_store (Editing *editing, const Program *program, const char *path, GError **error)
{
  ChnStoreFacts facts;
  editing->path = chn_store_dup_name (path);
  editing->store = chn_store_open (path, TRUE, error);
  if (!editing->store || !chn_store_get_facts (editing->store, &facts, error))
    return FALSE;
  editing->revision = facts.revision;
  editing->bytes = read_store (program, editing->store, error);
  return editing->bytes != NULL;
}

gboolean
editing_begin (Editing *editing, const Program *program, const char *path, GError **error)
{
  if (chn_store_is_place (path))
    return begin_store (editing, program, path, error);
  editing->path = g_strdup (path);
  editing->lock = file_lock (path, error);
  editing->bytes = editing->lock < 0 ? NULL : read_file (path, error);
  if (!editing->bytes || g_bytes_get_size (editing->bytes) <= program->limits.value[CHN_LIMIT_FILE])
    return editing->bytes != NULL;
  g_set_error (error, CHN_ERROR, CHN_ERROR_LIMIT, "%s has more than %" G_GUINT64_FORMAT " bytes; --max-file=N", path,
               program->limits.value[CHN_LIMIT_FILE]);
  return FALSE;
}

void
editing_clear (Editing *editing)
{
  if (editing->lock >= 0)
    close (editing->lock);
  editing->lock = -1;
  g_clear_pointer (&editing->store, chn_store_free);
  g_clear_pointer (&editing->bytes, g_bytes_unref);
  g_clear_pointer (&editing->path, g_free);
}

/* Where a new event would stand is of no use to somebody who has not seen it. */
static void
print_faults (const ChnReport *report, const char *id)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    ChnFinding finding = *chn_report_get_finding (report, i);
    if (finding.severity < CHN_SEVERITY_ERROR)
      continue;
    gboolean own = id && g_strcmp0 (finding.event, id) == 0;
    g_autofree char *line = chn_finding_dup_line (&finding);
    if (own)
      fprintf (stderr, "error: %s%s%s\n", finding.message, finding.hint ? "; " : "",
               finding.hint ? finding.hint : "");
    else
      fprintf (stderr, "%s\n", line);
  }
}

ChnTimeline *
editing_load (const Editing *editing, Program *program, GBytes *bytes, ChnReport *report, GError **error)
{
  return editing->store ? load_bytes (program, editing->path, bytes, report, error)
                        : load_changed (program, editing->path, bytes, report, error);
}

ChnTimeline *
editing_check (const Editing *editing, Program *program, GBytes *made, const char *id, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  ChnTimeline *timeline = editing_load (editing, program, made, report, &cause);
  if (timeline)
    return timeline;
  print_faults (report, id);
  if (chn_report_count (report, CHN_SEVERITY_ERROR) > 0 && failure_get_status (cause) == STATUS_USAGE)
    usage_set_error (error, "%s was left as it is", editing->path);
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

gboolean
editing_print (const Editing *editing, const Program *program, GBytes *made, GError **error)
{
  g_autofree char *text = diff_dup_text (editing->path, editing->bytes, made, program->console.colour);
  return console_print (text, error);
}

/* What one side changed of an event that both did. */
static void
print_side (const char *who, const char *id, ChnTimeline *read, ChnTimeline *side)
{
  guint n = 0;
  g_autoptr (ChnComparison) comparison = chn_comparison_new (read, side, NULL, NULL);
  const ChnDifference *differences = comparison ? chn_comparison_get (comparison, &n) : NULL;
  for (guint i = 0; i < n; i++) {
    if (g_strcmp0 (differences[i].id, id) != 0)
      continue;
    g_autofree char *line =
        g_strdup_printf ("  %s: %s: %s → %s", who, chn_field_get_info (differences[i].field)->name,
                         differences[i].mine ? differences[i].mine : "nothing",
                         differences[i].edited ? differences[i].edited : "nothing");
    g_autofree char *visible = chn_text_dup_visible (g_strdelimit (line, "\n", ' '), FALSE);
    fprintf (stderr, "%s\n", visible);
  }
  guint row = 0;
  if (!chn_timeline_find (side, id, &row))
    fprintf (stderr, "  %s: taken out\n", who);
}

static void
print_conflicts (const Editing *editing, const Program *program, const GPtrArray *conflicts, ChnTimeline *read,
                 ChnTimeline *edited)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) theirs = load_store_whole (program, editing->store, report, NULL);
  for (guint i = 0; theirs && i < conflicts->len; i++) {
    const char *id = conflicts->pdata[i];
    if (*id == '\0') {
      fprintf (stderr, "what is said of the whole timeline was changed by somebody else, too\n");
      continue;
    }
    fprintf (stderr, "%s was changed by somebody else, too\n", id);
    print_side ("here", id, read, edited);
    print_side ("there", id, read, theirs);
  }
}

static gboolean
save_in_store (const Editing *editing, Program *program, GBytes *made, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChnTimeline) read = load_bytes (program, editing->path, editing->bytes, report, error);
  g_autoptr (ChnTimeline) edited = read ? load_bytes (program, editing->path, made, report, error) : NULL;
  g_autoptr (ChnTimeline) shown = edited ? chn_timeline_show (edited, CHN_VISIBILITY_PUBLIC, error) : NULL;
  ChnStoreChange change = { editing->revision, read, edited, shown, NULL };
  if (!shown || chn_store_change (editing->store, &change, conflicts, error))
    return shown != NULL;
  print_conflicts (editing, program, conflicts, read, edited);
  return FALSE;
}

gboolean
editing_save (const Editing *editing, Program *program, GBytes *made, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (made, &length);
  if (editing->store)
    return save_in_store (editing, program, made, error);
  return chn_file_replace (editing->path, bytes, length, error);
}
