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
#include "load.h"
#include "store-state.h"
#include "usage.h"

/* What changes is read again with what it has to do with; twice is enough for most. */
enum { MOST_TURNS = 20 };

/* One that is not there is an error of opening it. */
static gboolean
is_yaml (const char *path)
{
  const ChnFormat *format = chn_format_find_for_file (path, NULL);
  gboolean is_irregular = g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR);
  return format && strcmp (chn_format_get_name (format), "yaml") == 0 && !is_irregular;
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

static GBytes *
read_file (const Program *program, const char *path, GError **error)
{
  return chn_file_read (path, program->limits.value[CHN_LIMIT_FILE], error);
}

GBytes *
editing_read_around (const Program *program, const char *path, const char *const *texts, GError **error)
{
  g_auto (StoreState) state = { 0 };
  if (!chn_store_is_place (path))
    return read_file (program, path, error);
  g_autoptr (ChnStoreExcerpt) excerpt = chn_store_excerpt_new (texts);
  g_autoptr (ChnStore) store = chn_store_open (path, FALSE, error);
  return store && store_state_read_excerpt (&state, program, store, excerpt, error) ? g_bytes_ref (state.bytes)
                                                                                    : NULL;
}

static void
take_state (Editing *editing, StoreState *state)
{
  g_clear_pointer (&editing->timeline, chn_timeline_unref);
  g_clear_pointer (&editing->bytes, g_bytes_unref);
  editing->revision = state->revision;
  editing->bytes = g_steal_pointer (&state->bytes);
  editing->timeline = g_steal_pointer (&state->timeline);
}

static gboolean
open_store (Editing *editing, const char *place, GError **error)
{
  editing->path = chn_store_dup_name (place);
  editing->store = chn_store_open (place, TRUE, error);
  return editing->store != NULL;
}

static gboolean
read_store (Editing *editing, const Program *program, guint64 revision, GError **error)
{
  g_auto (StoreState) state = { 0 };
  if (!store_state_read (&state, program, editing->store, revision, error))
    return FALSE;
  take_state (editing, &state);
  return TRUE;
}

gboolean
editing_begin_at (Editing *editing, const Program *program, const char *place, guint64 revision, GError **error)
{
  return open_store (editing, place, error) && read_store (editing, program, revision, error);
}

gboolean
editing_begin (Editing *editing, const Program *program, const char *path, GError **error)
{
  if (chn_store_is_place (path))
    return editing_begin_at (editing, program, path, 0, error);
  editing->path = g_strdup (path);
  editing->lock = file_lock (path, error);
  editing->bytes = editing->lock < 0 ? NULL : read_file (program, path, error);
  return editing->bytes != NULL;
}

/* Where somebody has written since it was found out what is to be changed, that is changed in what was there then. */
static gboolean
read_excerpt (Editing *editing, const Program *program, GError **error)
{
  g_auto (StoreState) state = { 0 };
  if (!store_state_read_excerpt (&state, program, editing->store, editing->excerpt, error))
    return FALSE;
  if (editing->known > 0 && state.revision != editing->known) {
    g_clear_pointer (&editing->excerpt, chn_store_excerpt_free);
    return read_store (editing, program, editing->known, error);
  }
  take_state (editing, &state);
  return TRUE;
}

gboolean
editing_begin_around (Editing *editing, const Program *program, const char *path, const char *const *texts,
                      GError **error)
{
  if (!chn_store_is_place (path))
    return editing_begin (editing, program, path, error);
  editing->excerpt = chn_store_excerpt_new (texts);
  return open_store (editing, path, error) && read_excerpt (editing, program, error);
}

gboolean
editing_begin_known (Editing *editing, const Program *program, const char *path, GError **error)
{
  g_auto (StoreState) state = { 0 };
  if (!chn_store_is_place (path))
    return editing_begin (editing, program, path, error);
  if (!open_store (editing, path, error) || !store_state_read_timeline (&state, program, editing->store, error))
    return FALSE;
  take_state (editing, &state);
  editing->known = editing->revision;
  return TRUE;
}

gboolean
editing_read_part (Editing *editing, const Program *program, const char *const *texts, GError **error)
{
  if (!editing->store)
    return TRUE;
  editing->excerpt = chn_store_excerpt_new (texts);
  return read_excerpt (editing, program, error);
}

gboolean
editing_is_partial (const Editing *editing)
{
  return editing->excerpt && !editing->takes_all;
}

/* Whether more is to be read. What is named and not found may go by a name that it had before, or nearly so. */
static gboolean
widen (Editing *editing, const ChnTimeline *made, gboolean *wider, GError **error)
{
  *wider = (!made && editing->is_short) || editing->n_turns == MOST_TURNS;
  if (*wider) {
    chn_store_excerpt_take_all (editing->excerpt);
    editing->takes_all = TRUE;
  }
  return *wider || !made ||
         chn_store_excerpt_widen (editing->excerpt, editing->store, editing->timeline, made, wider, error);
}

gboolean
editing_again (Editing *editing, const Program *program, const ChnTimeline *made, GError **error)
{
  gboolean wider = FALSE;
  if (!editing_is_partial (editing) || !widen (editing, made, &wider, error) || !wider)
    return FALSE;
  g_clear_error (error);
  editing->is_short = FALSE;
  editing->n_turns++;
  return read_excerpt (editing, program, error);
}

/* Of a store, which is not read twice for it, the number of its revision. */
GBytes *
editing_look (const Program *program, const char *path, GError **error)
{
  guint64 revision = 0;
  if (!chn_store_is_place (path))
    return read_file (program, path, error);
  g_autoptr (ChnStore) store = chn_store_open (path, FALSE, error);
  return store && chn_store_get_revision (store, &revision, NULL, error) ? g_bytes_new (&revision, sizeof revision)
                                                                         : NULL;
}

gboolean
editing_begin_from (Editing *editing, const Program *program, const char *path, GBytes *looked_at,
                    const char *const *texts, GError **error)
{
  if (looked_at && chn_store_is_place (path)) {
    memcpy (&editing->known, g_bytes_get_data (looked_at, NULL), sizeof editing->known);
    return editing_begin_around (editing, program, path, texts, error);
  }
  if (!editing_begin (editing, program, path, error) || !looked_at || g_bytes_equal (editing->bytes, looked_at))
    return editing->bytes != NULL;
  g_set_error (error, CHN_ERROR, CHN_ERROR_CONFLICT,
               "somebody else has changed %s meanwhile, and it was left as it is; run it again on what is there now",
               editing->path);
  return FALSE;
}

void
editing_clear (Editing *editing)
{
  if (editing->lock >= 0)
    close (editing->lock);
  editing->lock = -1;
  g_clear_pointer (&editing->excerpt, chn_store_excerpt_free);
  g_clear_pointer (&editing->store, chn_store_free);
  g_clear_pointer (&editing->timeline, chn_timeline_unref);
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

/* Whether it is a fault of what was made that an excerpt has no event of some id. */
static gboolean
lacks_event (const Editing *editing, const ChnReport *report)
{
  gboolean lacks = FALSE;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    lacks |= strcmp (chn_report_get_finding (report, i)->code, "unknown-target") == 0;
  return lacks && editing_is_partial (editing);
}

ChnTimeline *
editing_check (Editing *editing, Program *program, GBytes *made, const char *id, GError **error)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) cause = NULL;
  ChnTimeline *timeline = editing_load (editing, program, made, report, &cause);
  if (timeline)
    return timeline;
  editing->is_short = lacks_event (editing, report);
  if (!editing->is_short)
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

gboolean
editing_save (const Editing *editing, Program *program, GBytes *made, ChnTimeline *checked, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (made, &length);
  const StoreState read = { editing->revision, editing->timeline, editing->bytes, TRUE, editing->excerpt };
  if (editing->store)
    return store_state_save (&read, program, editing->store, editing->path, made, checked, error);
  return chn_file_change (editing->path, editing->bytes, bytes, length, error);
}
