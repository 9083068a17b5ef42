/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Brings the events of rows together with those that there are. What an import once made of a row is told by its
 * mark; what it makes now is put in place of that where nobody edited it since, and where somebody did it is said.
 */
#include "curate/import/keep-track.h"

#include <string.h>

#include "base/report.h"
#include "curate/import/mark.h"
#include "model/event-diff.h"
#include "model/event-storage.h"

/* A row that waits until all are read. */
typedef struct {
  ChnEvent *event;
  char *stated, *file;
  guint line;
  gboolean is_known; /* there is an event that it tells of … */
  guint row;         /* … which is this one */
} Waiting;

static void
free_waiting (gpointer data)
{
  Waiting *waiting = data;
  chn_event_free (waiting->event);
  g_free (waiting->stated);
  g_free (waiting->file);
  g_free (waiting);
}

void
chn_import_track_init (ChnImportTrack *track, const ChnTimeline *known)
{
  track->edits = chn_edits_new ();
  track->waiting = g_ptr_array_new_with_free_func (free_waiting);
  chn_event_ids_init (&track->ids);
  if (!known)
    return;
  chn_known_events_init (&track->known, known);
  for (guint row = 0; row < chn_timeline_get_n_events (known); row++)
    g_hash_table_add (track->ids.taken, g_strdup (chn_timeline_get_id (known, row)));
}

void
chn_import_track_clear (ChnImportTrack *track)
{
  g_clear_pointer (&track->edits, chn_edits_free);
  g_clear_pointer (&track->waiting, g_ptr_array_unref);
  chn_event_ids_clear (&track->ids);
  chn_known_events_clear (&track->known);
}

/* What is taken cites is taken, too, as far as it is new. */
static void
take_sources (ChnImport *import, const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    ChnSource *source = chn_made_sources_take (&import->sources, citations[i].source);
    if (!source)
      continue;
    if (import->is_update)
      chn_edits_add_source (import->track.edits, source);
    else
      chn_timeline_builder_add_source (import->builder, source, 0, 0);
    import->counts.n_sources++;
    chn_made_source_free (source);
  }
}

static void
set_mark (ChnEvent *event)
{
  char mark[CHN_MARK_SIZE];
  chn_mark_make (event, mark);
  chn_event_add_extra (event, CHN_IMPORT_MARK, mark);
}

static void
add_new (ChnImport *import, ChnEvent *event, const char *stated)
{
  gboolean is_taken = stated && g_hash_table_contains (import->track.ids.taken, stated);
  g_autofree char *id = stated && !is_taken ? g_strdup (stated) : chn_event_ids_dup_new (&import->track.ids, event);
  if (stated && !is_taken)
    g_hash_table_add (import->track.ids.taken, g_strdup (stated));
  chn_event_set_text (event, CHN_FIELD_ID, id, -1);
  set_mark (event);
  take_sources (import, event);
  if (import->is_update)
    chn_edits_add_event (import->track.edits, event);
  else
    chn_timeline_builder_add_event (import->builder, event);
  import->counts.n_new++;
}

/* The fields in which an event differs from what its row says, but for the extras that are the mark. What check
 * ignores is no part of a row. */
static guint
find_differences (const ChnEvent *ours, const ChnEvent *theirs, ChnField fields[CHN_N_FIELDS])
{
  guint n = chn_event_diff (ours, theirs, fields), kept = 0;
  for (guint i = 0; i < n; i++)
    if (fields[i] != CHN_FIELD_ID && fields[i] != CHN_FIELD_IGNORE)
      fields[kept++] = fields[i];
  return kept;
}

static void
tell (ChnImport *import, const Waiting *waiting, const char *code, const char *id, const char *message,
      const char *hint)
{
  chn_report_add (import->report, &(ChnFinding){ .severity = CHN_SEVERITY_WARNING,
                                                 .code = code,
                                                 .file = waiting->file,
                                                 .line = waiting->line,
                                                 .column = 1,
                                                 .event = id,
                                                 .message = message,
                                                 .hint = hint });
}

static void
tell_edited (ChnImport *import, const Waiting *waiting, const char *id, const ChnField *fields, guint n)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    if (fields[i] != CHN_FIELD_EXTRA)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", chn_field_get_info (fields[i])->name);
  g_autofree char *message = g_strdup_printf ("the row says something else of %s; the event was edited since it was "
                                              "imported, or never was, and stays as it is",
                                              names->len > 0 ? names->str : "what is kept beside the fields");
  tell (import, waiting, "edited-since", id, message, "edit the event where the row is right");
}

/* Makes an event say what its row says now, all but what only the event can have. */
static void
change (ChnImport *import, const char *id, ChnEvent *theirs, const ChnField *fields, guint n)
{
  take_sources (import, theirs);
  for (guint i = 0; i < n; i++)
    chn_edits_set_field (import->track.edits, id, fields[i], theirs);
  import->counts.n_changed++;
}

static void
bring_together (ChnImport *import, const Waiting *waiting, guint row)
{
  const ChnTimeline *known = import->track.known.timeline;
  g_autoptr (ChnEvent) ours = chn_event_new ();
  ChnField fields[CHN_N_FIELDS];
  char mark[CHN_MARK_SIZE];
  chn_timeline_load (known, row, ours);
  const char *id = chn_timeline_get_id (known, row), *made = chn_mark_get (ours);
  chn_mark_make (ours, mark);
  gboolean is_untouched = made && strcmp (made, mark) == 0;
  set_mark (waiting->event);
  guint n = find_differences (ours, waiting->event, fields);
  gboolean is_mark_alone = n == 1 && fields[0] == CHN_FIELD_EXTRA && !is_untouched;
  if (n == 0 || is_mark_alone) {
    import->counts.n_same++;
  } else if (is_untouched) {
    change (import, id, waiting->event, fields, n);
  } else {
    import->counts.n_kept++;
    tell_edited (import, waiting, id, fields, n);
  }
}

/* Whether an import made an event of just such a row before. */
static gboolean
is_as_before (ChnImport *import, const ChnEvent *event)
{
  char mark[CHN_MARK_SIZE];
  guint found = 0;
  chn_mark_make (event, mark);
  return chn_known_events_find_marked (&import->track.known, mark, &found);
}

static void
wait_for_others (ChnImport *import, const char *file, guint line, ChnEvent **event, const char *stated)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  waiting->event = *event;
  waiting->stated = g_strdup (stated);
  waiting->file = g_strdup (file);
  waiting->line = line;
  g_ptr_array_add (import->track.waiting, waiting);
  *event = chn_event_new ();
}

static void
keep (ChnImport *import, const char *file, guint line, ChnEvent **event, const char *stated)
{
  chn_event_set_text (*event, CHN_FIELD_ID, "new", -1); /* until it has its own */
  if (!import->is_update)
    add_new (import, *event, stated);
  else if (is_as_before (import, *event))
    import->counts.n_same++;
  else
    wait_for_others (import, file, line, event, stated);
}

void
chn_import_keep_track (ChnImport *import, const ChnImportTable *table, guint row, ChnEvent **event,
                       const char *stated)
{
  keep (import, table->file, chn_grid_get_row (table->grid, row)->line, event, stated);
}

void
chn_import_keep_event (ChnImport *import, const char *file, ChnEvent **event, const char *stated)
{
  keep (import, file, 0, event, stated);
}

/* By what tells an event best, for all of them, before the UID, which tells of one that has become another. */
static void
find_all (ChnImport *import)
{
  ChnKnownEvents *known = &import->track.known;
  const GPtrArray *all = import->track.waiting;
  for (guint i = 0; i < all->len; i++) {
    Waiting *waiting = all->pdata[i];
    waiting->is_known = (waiting->stated && chn_known_events_find_id (known, waiting->stated, &waiting->row)) ||
                        chn_known_events_find (known, waiting->event, &waiting->row);
  }
  for (guint i = 0; i < all->len; i++) {
    Waiting *waiting = all->pdata[i];
    guint item = 0;
    g_autofree char *uid = waiting->is_known ? NULL : chn_event_dup_uid (waiting->event, &item);
    waiting->is_known |=
        uid && chn_known_events_find_uid (known, uid, &waiting->row) && chn_known_events_take (known, waiting->row);
  }
}

/* What stands in a column "UID" is not the row's where another event than the one that it tells of has it. */
static void
settle_uid (ChnImport *import, const Waiting *waiting)
{
  guint item = 0, holder = 0;
  g_autofree char *uid = chn_event_dup_uid (waiting->event, &item);
  if (!uid || !chn_known_events_find_uid (&import->track.known, uid, &holder) ||
      (waiting->is_known && waiting->row == holder))
    return;
  const char *id = chn_timeline_get_id (import->track.known.timeline, holder);
  g_autofree char *message =
      g_strdup_printf ("the event \"%s\" has the UID \"%.*s\"; here it is kept as \"" CHN_IMPORT_COLUMN_UID "\"", id,
                       (int) strcspn (uid, "\n"), uid);
  tell (import, waiting, "shared-uid", id, message, NULL);
  g_array_index (waiting->event->extras, ChnExtra, item).key = CHN_IMPORT_COLUMN_UID;
}

void
chn_import_settle_tracks (ChnImport *import)
{
  if (import->track.is_settled)
    return;
  import->track.is_settled = TRUE;
  find_all (import);
  for (guint i = 0; i < import->track.waiting->len; i++) {
    const Waiting *waiting = import->track.waiting->pdata[i];
    settle_uid (import, waiting);
    if (waiting->is_known)
      bring_together (import, waiting, waiting->row);
    else
      add_new (import, waiting->event, waiting->stated);
  }
}
