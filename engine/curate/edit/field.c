/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One field of an event in its file: its key, in whichever spelling, is changed, comes in or goes. */
#include "curate/edit/field.h"

#include <string.h>

#include "base/error.h"
#include "curate/edit/flow.h"
#include "curate/edit/shape.h"
#include "format/yaml/keys.h"

/* The field that a key of an event is of, or -1. */
static int
find_field (const ChnTree *key)
{
  const ChnYamlKeys *known = &chn_yaml_event_keys;
  for (guint i = 0; key->kind == CHN_TREE_TEXT && i < known->n_keys; i++)
    if (*known->keys[i].name == *key->text && strcmp (known->keys[i].name, key->text) == 0)
      return known->keys[i].id;
  return -1;
}

static const ChnTree *
find_key (const ChnTree *event, ChnField field)
{
  for (const ChnTree *key = event->first; key; key = key->next->next)
    if (find_field (key) == (int) field)
      return key;
  return NULL;
}

/* The edit of the same event that was made before; NULL where there is none. */
static const ChnFieldEdit *
get_before (const ChnEdits *edits, const ChnFieldEdit *edit)
{
  return edit->before > 0 ? &g_array_index (edits->fields, ChnFieldEdit, edit->before - 1) : NULL;
}

/* Whether one of the edits of the event takes a field out. */
static gboolean
is_removed (const ChnEdits *edits, const ChnFieldEdit *of, ChnField field)
{
  for (const ChnFieldEdit *edit = chn_edits_get_last (edits, of); edit; edit = get_before (edits, edit))
    if (edit->field == field && edit->text[0] == '\0')
      return TRUE;
  return FALSE;
}

/* The key that comes before a field in the order in which events are written: the last of the file that does. */
static const ChnTree *
find_before (const ChnTree *event, const ChnFieldEdit *edit, const ChnEdits *edits)
{
  const ChnTree *before = NULL, *any = event->first;
  int nearest = -1;
  for (const ChnTree *key = event->first; key; key = key->next->next) {
    int field = find_field (key);
    if (field < 0 || is_removed (edits, edit, (ChnField) field))
      continue;
    any = key;
    if (field < (int) edit->field && field >= nearest) {
      before = key;
      nearest = field;
    }
  }
  return before ? before : any;
}

static const ChnTree *
parse (const ChnFieldEdit *edit, ChnArena *arena)
{
  const ChnTree *pair = edit->text[0] ? chn_tree_parse (edit->text, strlen (edit->text), arena) : NULL;
  return pair && pair->n == 1 ? pair->first : NULL;
}

/* Where the canonical writer has the keys of events. */
enum { COLUMN = 4 };

/* A key that comes in where keys stand as the canonical writer has them is written as it spells it. */
static gboolean
insert_as_spelled (ChnMerge *merge, const ChnFieldEdit *edit, const ChnTree *before)
{
  if (before->column != COLUMN || edit->text[0] == '\0')
    return FALSE;
  g_autofree char *lines = g_strndup (edit->text, strlen (edit->text) - 1);
  chn_merge_insert_lines (merge, before, lines);
  return TRUE;
}

static void
change_in_block (ChnMerge *merge, const ChnTree *event, const ChnTree *old, const ChnTree *new, const ChnTree *before)
{
  if (old && new)
    chn_merge_value (merge, old, new->next);
  else if (old)
    chn_merge_remove (merge, old);
  else if (new)
    chn_merge_insert (merge, before ? before : event->first, new);
}

static const ChnTree *
make_flow (ChnMerge *merge, const ChnTree *event, const ChnFieldEdit *last, const ChnEdits *edits)
{
  const ChnFieldEdit *before = get_before (edits, last);
  const ChnTree *value = before ? make_flow (merge, event, before, edits) : event;
  const ChnTree *new = parse (last, merge->arena), *old = find_key (value, last->field);
  const ChnTree *key = old ? old : new;
  if (!key)
    return value;
  return chn_shape_with (value, key, new ? new->next : NULL, find_before (value, last, edits), merge->arena);
}

/* All edits of an event in { } are made at once, with the last of them. */
static void
change_in_flow (ChnMerge *merge, const ChnTree *event, const ChnFieldEdit *edit, const ChnEdits *edits)
{
  if (edit != chn_edits_get_last (edits, edit))
    return;
  g_autoptr (GString) text = g_string_new (NULL);
  const ChnTree *value = make_flow (merge, event, edit, edits);
  if (chn_flow_change (text, merge->lines.bytes, event, value))
    chn_splices_add (merge->splices, event->start, event->end, text->str);
  else
    merge->fixed = event;
}

static gboolean
check_fixed (const ChnMerge *merge, const ChnFieldEdit *edit, const char *name, GError **error)
{
  if (!merge->fixed)
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNSUPPORTED, "write the value out where the alias stands, and take the anchor away",
                 "%s:%u:%u: \"%s\" of %s has the anchor &%s, and would change wherever *%s stands", name,
                 merge->fixed->line, merge->fixed->column + 1, chn_field_get_info (edit->field)->name, edit->id,
                 merge->fixed->anchor, merge->fixed->anchor);
  return FALSE;
}

gboolean
chn_field_change (ChnMerge *merge, const ChnTree *event, const ChnFieldEdit *edit, const ChnEdits *edits,
                  const char *name, gboolean *is_sure, GError **error)
{
  *is_sure = FALSE;
  if (event->kind != CHN_TREE_MAPPING || event->alias) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "%s:%u: the event %s is no mapping of its own", name,
                   event->line, edit->id);
    return FALSE;
  }
  merge->is_ordered = edit->field == CHN_FIELD_ACTORS || edit->field == CHN_FIELD_RELATIONS;
  if (event->flow)
    change_in_flow (merge, event, edit, edits);
  else {
    const ChnTree *old = find_key (event, edit->field), *before = find_before (event, edit, edits);
    *is_sure = !old && insert_as_spelled (merge, edit, before);
    if (!*is_sure)
      change_in_block (merge, event, old, parse (edit, merge->arena), before);
  }
  return check_fixed (merge, edit, name, error);
}

/* Most that was written is what was to be written, letter by letter. */
static gboolean
is_as_spelled (const char *bytes, const ChnTree *key, const ChnFieldEdit *edit)
{
  gsize length = strlen (edit->text);
  return length > COLUMN + 1 && key->next->end - key->start == length - COLUMN - 1 &&
         memcmp (bytes + key->start, edit->text + COLUMN, length - COLUMN - 1) == 0;
}

gboolean
chn_field_says (const char *bytes, const ChnTree *event, const ChnFieldEdit *edit, ChnArena *arena)
{
  const ChnTree *key = find_key (event, edit->field);
  if (key && is_as_spelled (bytes, key, edit))
    return TRUE;
  const ChnTree *wanted = parse (edit, arena);
  if (!key || !wanted)
    return !key && !wanted;
  return chn_tree_is_equal (key->next, chn_shape_fit (key->next, wanted->next, arena));
}
