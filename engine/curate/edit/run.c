/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the changes to a file: fields, whole events, new ones at their place, entries of sections. */
#include "curate/edit/edits.h"

#include <string.h>

#include "base/error.h"
#include "curate/edit/field.h"
#include "curate/edit/outline.h"
#include "curate/edit/place.h"
#include "curate/edit/section.h"

/* The ids that are looked for, NULL-ended; the ids are borrowed. */
static GPtrArray *
list_asked (const ChnEdits *edits)
{
  GPtrArray *asked = g_ptr_array_new ();
  GHashTable *const tables[] = { edits->ids, edits->replaced };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    GHashTableIter iter;
    gpointer id = NULL;
    g_hash_table_iter_init (&iter, tables[i]);
    while (g_hash_table_iter_next (&iter, &id, NULL))
      g_ptr_array_add (asked, id);
  }
  g_ptr_array_add (asked, NULL);
  return asked;
}

/* `unsure` gets the indexes of the edits that are to be proved. */
static gboolean
change_fields (ChnMerge *merge, const ChnOutline *outline, const ChnEdits *edits, const char *name, GArray *unsure,
               GError **error)
{
  for (guint i = 0; i < edits->fields->len; i++) {
    const ChnFieldEdit *edit = &g_array_index (edits->fields, ChnFieldEdit, i);
    const ChnPlace *place = chn_outline_find (outline, edit->id, name, error);
    gboolean is_sure = FALSE;
    if (!place || !chn_field_change (merge, place->event, edit, edits, name, &is_sure, error))
      return FALSE;
    if (!is_sure)
      g_array_append_val (unsure, i);
  }
  return TRUE;
}

static gboolean
replace_events (ChnMerge *merge, const ChnOutline *outline, const ChnEdits *edits, const char *name, GError **error)
{
  GHashTableIter iter;
  gpointer id = NULL, text = NULL;
  g_hash_table_iter_init (&iter, edits->replaced);
  while (g_hash_table_iter_next (&iter, &id, &text)) {
    const ChnPlace *place = chn_outline_find (outline, id, name, error);
    if (!place || !chn_place_replace (merge, outline, place, text, error))
      return FALSE;
  }
  return TRUE;
}

/* The ids of these edits, NULL-ended. */
static GPtrArray *
list_unsure (const ChnEdits *edits, const GArray *unsure)
{
  GPtrArray *ids = g_ptr_array_new ();
  for (guint i = 0; i < unsure->len; i++)
    g_ptr_array_add (ids,
                     (gpointer) g_array_index (edits->fields, ChnFieldEdit, g_array_index (unsure, guint, i)).id);
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* What was written is read again: a field that does not say what it was to say is told, and nothing is given back. */
static gboolean
verify (const ChnEdits *edits, GBytes *made, const GArray *unsure, const char *name, const ChnLimits *limits,
        GError **error)
{
  if (unsure->len == 0)
    return TRUE;
  gsize length = 0;
  const char *bytes = g_bytes_get_data (made, &length);
  g_autoptr (GPtrArray) asked = list_unsure (edits, unsure);
  g_autoptr (ChnOutline) outline =
      chn_outline_read (bytes, length, name, (const char *const *) asked->pdata, limits, error);
  g_autoptr (ChnArena) arena = chn_arena_new ();
  for (guint i = 0; outline && i < unsure->len; i++) {
    const ChnFieldEdit *edit = &g_array_index (edits->fields, ChnFieldEdit, g_array_index (unsure, guint, i));
    const ChnPlace *place = chn_outline_find (outline, edit->id, name, error);
    if (!place)
      return FALSE;
    if (!chn_field_says (bytes, place->event, edit, arena)) {
      chn_error_set (error, CHN_ERROR_UNSUPPORTED, "change it by hand", "%s:%u: cannot change \"%s\" of %s in place",
                     name, place->event->line, chn_field_get_info (edit->field)->name, edit->id);
      return FALSE;
    }
  }
  return outline != NULL;
}

static gboolean
change_all (ChnMerge *merge, const ChnOutline *outline, const ChnEdits *edits, const char *name, GArray *unsure,
            GError **error)
{
  return change_fields (merge, outline, edits, name, unsure, error) &&
         replace_events (merge, outline, edits, name, error) &&
         chn_place_add_all (merge, outline, edits->events, name, error) &&
         chn_section_add_all (merge, outline, edits->entries, name, error);
}

GBytes *
chn_edits_run (const ChnEdits *edits, const char *bytes, gsize length, const char *name, const ChnLimits *limits,
               GError **error)
{
  g_autoptr (GPtrArray) asked = list_asked (edits);
  const char *const *ids = (const char *const *) asked->pdata;
  g_autoptr (ChnOutline) outline = chn_outline_read (bytes, length, name, ids, limits, error);
  if (!outline)
    return NULL;
  g_autoptr (ChnSplices) splices = chn_splices_new ();
  ChnMerge merge = { { bytes, length }, splices, outline->arena, FALSE, NULL };
  g_autoptr (GArray) unsure = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!change_all (&merge, outline, edits, name, unsure, error))
    return NULL;
  g_autoptr (GBytes) made = chn_splices_run (splices, bytes, length);
  return verify (edits, made, unsure, name, limits, error) ? g_steal_pointer (&made) : NULL;
}

char *
chn_edits_dup_event (const char *bytes, gsize length, const char *name, const char *id, guint *line, GError **error)
{
  const char *const asked[] = { id, NULL };
  g_autoptr (ChnOutline) outline = chn_outline_read (bytes, length, name, asked, NULL, error);
  const ChnPlace *place = outline ? chn_outline_find (outline, id, name, error) : NULL;
  const ChnLines lines = { bytes, length };
  if (place && line)
    *line = place->event->line;
  return place ? chn_place_dup_lines (&lines, outline, place, error) : NULL;
}
