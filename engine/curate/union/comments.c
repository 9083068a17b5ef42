/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The comments of a file go into another one, to the events that they are of. */
#include "curate/union/comments.h"

#include <chancery/edit.h>
#include <string.h>

#include "curate/edit/lines.h"
#include "curate/edit/outline.h"
#include "curate/edit/splices.h"

typedef struct {
  gsize start; /* of its # */
  char *text;
} Comment;

static void
comment_clear (gpointer comment)
{
  g_free (((Comment *) comment)->text);
}

/* Where a value's characters begin that may hold a # which is none of a comment. */
static gsize
find_text_start (const char *bytes, const ChnTree *value)
{
  gboolean is_block = value->style == YAML_LITERAL_SCALAR_STYLE || value->style == YAML_FOLDED_SCALAR_STYLE;
  const char *line = is_block ? memchr (bytes + value->start, '\n', value->end - value->start) : NULL;
  return line ? (gsize) (line - bytes) : value->start;
}

static void
add_gap (GArray *comments, const char *bytes, gsize start, gsize end)
{
  while (start < end) {
    const char *sign = memchr (bytes + start, '#', end - start);
    if (!sign)
      return;
    gsize at = (gsize) (sign - bytes), stop = at;
    while (stop < end && bytes[stop] != '\n' && bytes[stop] != '\r')
      stop++;
    Comment comment = { at, g_strchomp (g_strndup (sign, stop - at)) };
    g_array_append_val (comments, comment);
    start = stop;
  }
}

static GArray *
list_comments (const char *bytes, gsize length)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnArena) arena = chn_arena_new ();
  const ChnYamlFaults faults = { report, "", NULL };
  GArray *comments = g_array_new (FALSE, FALSE, sizeof (Comment));
  ChnTreeSource source = { 0 };
  gsize last = 0;
  g_array_set_clear_func (comments, comment_clear);
  chn_tree_source_init (&source, bytes, length, &faults, chn_limits_get_default ());
  for (yaml_event_type_t type = chn_yaml_events_peek (&source.events); type != YAML_NO_EVENT;
       type = chn_yaml_events_peek (&source.events)) {
    const ChnTree *text = type == YAML_SCALAR_EVENT ? chn_tree_read (&source, arena, NULL) : NULL;
    if (text) {
      add_gap (comments, bytes, last, find_text_start (bytes, text));
      last = text->end;
    } else
      chn_yaml_events_take (&source.events);
  }
  add_gap (comments, bytes, last, length);
  chn_tree_source_clear (&source);
  return comments;
}

static const ChnPlace *
get_place (const ChnOutline *outline, guint index)
{
  return &g_array_index (outline->places, ChnPlace, index);
}

/* The event that a comment is of: the one that it stands in, or above; -1 for the file. */
static int
find_event (const ChnOutline *outline, const ChnLines *lines, gsize at)
{
  guint low = 0, high = outline->places->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (get_place (outline, middle)->start <= at)
      low = middle + 1;
    else
      high = middle;
  }
  gboolean is_behind = low > 0 && at >= get_place (outline, low - 1)->end && chn_lines_is_first (lines, at);
  if (is_behind && low < outline->places->len)
    return (int) low;
  if (low == 0 && outline->places->len > 0 && outline->events && at > outline->events->start)
    return 0;
  return low > 0 ? (int) low - 1 : -1;
}

/* A word for word copy of a comment is the same comment. */
static GHashTable *
list_known (const GArray *comments)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < comments->len; i++)
    g_hash_table_add (known, g_array_index (comments, Comment, i).text);
  return known;
}

typedef struct {
  const ChnOutline *ours, *theirs;
  ChnLines lines; /* of ours */
  GPtrArray *ids; /* of the events of theirs, as they are called in ours */
  ChnSplices *splices;
  gsize top; /* where comments of the file go */
} Taking;

static gsize
find_top (const ChnOutline *outline, const ChnLines *lines)
{
  const ChnTree *events = chn_tree_find (outline->root, "events", NULL);
  return events ? chn_lines_find_start (lines, events->start) : lines->length;
}

static void
take (const Taking *taking, int event, const char *comment)
{
  gsize at = taking->top;
  guint indent = 0;
  const char *id = event >= 0 ? taking->ids->pdata[event] : NULL;
  const ChnPlace *place = id ? chn_outline_find (taking->ours, id, "", NULL) : NULL;
  if (place && !taking->ours->events->flow && chn_lines_is_first (&taking->lines, place->start)) {
    at = chn_lines_find_start (&taking->lines, place->start);
    indent = (guint) (place->start - at);
  }
  g_autofree char *line = g_strdup_printf ("%*s%s\n", (int) indent, "", comment);
  chn_splices_add (taking->splices, at, at, line);
}

static void
note_id (const ChnTree *event, gpointer data)
{
  const ChnTree *id = event->kind == CHN_TREE_MAPPING ? chn_tree_find (event, "id", NULL) : NULL;
  g_ptr_array_add (data, g_strdup (id && id->next->text ? id->next->text : ""));
}

/* The ids of the events, in the order of the file. */
static ChnOutline *
read_ids (GBytes *file, GPtrArray *ids, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file, &length);
  return chn_outline_visit (bytes, length, "the other file", NULL, note_id, ids, error);
}

static void
translate (GPtrArray *ids, const ChnTranslation *translation)
{
  for (guint i = 0; i < ids->len; i++) {
    char *id = ids->pdata[i];
    ids->pdata[i] = g_strdup (chn_translate_id (translation, id));
    g_free (id);
  }
  g_ptr_array_add (ids, NULL);
}

static GArray *
list_of_file (GBytes *file)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file, &length);
  return list_comments (bytes, length);
}

static gboolean
has_comments (GBytes *file)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (file, &length);
  return memchr (bytes, '#', length) && chn_edits_has_comments (bytes, length);
}

/* Those of theirs that are not known go to their events. */
static GBytes *
take_all (GBytes *ours, GBytes *theirs, GHashTable *known, const ChnTranslation *translation, guint *n_taken,
          GError **error)
{
  gsize length = 0, their_length = 0;
  const char *bytes = g_bytes_get_data (ours, &length), *other = g_bytes_get_data (theirs, &their_length);
  g_autoptr (GArray) there = list_comments (other, their_length);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ChnOutline) their_outline = read_ids (theirs, ids, error);
  if (!their_outline)
    return NULL;
  translate (ids, translation);
  g_autoptr (ChnOutline) outline =
      chn_outline_read (bytes, length, "the merged file", (const char *const *) ids->pdata, NULL, error);
  if (!outline)
    return NULL;
  g_autoptr (ChnSplices) splices = chn_splices_new ();
  const ChnLines their_lines = { other, their_length };
  Taking taking = { outline, their_outline, { bytes, length }, ids, splices, 0 };
  taking.top = find_top (outline, &taking.lines);
  for (guint i = 0; i < there->len; i++) {
    const Comment *comment = &g_array_index (there, Comment, i);
    if (!g_hash_table_add (known, comment->text))
      continue;
    take (&taking, find_event (their_outline, &their_lines, comment->start), comment->text);
    (*n_taken)++;
  }
  return chn_splices_run (splices, bytes, length);
}

GBytes *
chn_comments_take_over (GBytes *ours, GBytes *theirs, const ChnTranslation *translation, guint *n_taken,
                        GError **error)
{
  *n_taken = 0;
  if (!has_comments (theirs))
    return g_bytes_ref (ours);
  g_autoptr (GArray) here = list_of_file (ours);
  g_autoptr (GHashTable) known = list_known (here);
  return take_all (ours, theirs, known, translation, n_taken, error);
}

GBytes *
chn_comments_take_new (GBytes *ours, GBytes *base, GBytes *theirs, guint *n_taken, GError **error)
{
  *n_taken = 0;
  if (!has_comments (theirs))
    return g_bytes_ref (ours);
  g_autoptr (GArray) here = list_of_file (ours), was = list_of_file (base);
  g_autoptr (GHashTable) known = list_known (here);
  ChnTranslation same = { 0 };
  for (guint i = 0; i < was->len; i++)
    g_hash_table_add (known, g_array_index (was, Comment, i).text);
  chn_translation_init (&same);
  GBytes *made = take_all (ours, theirs, known, &same, n_taken, error);
  chn_translation_clear (&same);
  return made;
}
