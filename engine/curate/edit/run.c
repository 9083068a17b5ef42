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

/*
 * These events with the fields that changed, in a file of their own; NULL where an event cannot be read by itself.
 * What else comes into the file may stand at the same places, and is not yet there.
 */
static GBytes *
make_excerpt (const ChnMerge *merge, const ChnOutline *outline, const GPtrArray *ids)
{
  const ChnPlace *last = NULL;
  if (outline->has_anchors || !chn_place_begins_lines (&merge->lines, outline))
    return NULL;
  GString *out = g_string_new ("events:\n");
  chn_splices_sort (merge->splices);
  for (guint i = 0; ids->pdata[i]; i++) {
    const ChnPlace *place = chn_outline_find (outline, ids->pdata[i], "", NULL);
    if (place != last)
      chn_place_append_changed (merge, place, out);
    last = place;
  }
  return g_string_free_to_bytes (out);
}

static gboolean
check_field (const ChnOutline *written, const char *bytes, const ChnFieldEdit *edit, ChnArena *arena)
{
  const ChnPlace *place = chn_outline_find (written, edit->id, "", NULL);
  return place && chn_field_says (bytes, place->event, edit, arena);
}

/* Edits that are to be proved. */
typedef struct {
  const ChnEdits *edits;
  const ChnOutline *outline; /* of the file as it was */
  const char *name;
  GArray *unsure; /* their indexes */
  GPtrArray *ids; /* of their events */
  GBytes *text;   /* to be read; NULL for all that is made */
} Proof;

static void
proof_clear (Proof *proof)
{
  g_clear_pointer (&proof->unsure, g_array_unref);
  g_clear_pointer (&proof->ids, g_ptr_array_unref);
  g_clear_pointer (&proof->text, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proof, proof_clear)

/* What was written is read again: a field that does not say what it was to say is told, and nothing is given back. */
static gboolean
verify (const Proof *proof, GBytes *made, const ChnLimits *limits, GError **error)
{
  gsize length = 0;
  const char *bytes = g_bytes_get_data (proof->text ? proof->text : made, &length);
  const char *const *asked = (const char *const *) proof->ids->pdata;
  g_autoptr (ChnArena) arena = chn_arena_new ();
  g_autoptr (ChnOutline) written =
      proof->unsure->len > 0 ? chn_outline_read (bytes, length, proof->name, asked, limits, error) : NULL;
  for (guint i = 0; written && i < proof->unsure->len; i++) {
    guint index = g_array_index (proof->unsure, guint, i);
    const ChnFieldEdit *edit = &g_array_index (proof->edits->fields, ChnFieldEdit, index);
    if (check_field (written, bytes, edit, arena))
      continue;
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "change it by hand", "%s:%u: cannot change \"%s\" of %s in place",
                   proof->name, chn_outline_find (proof->outline, edit->id, "", NULL)->event->line,
                   chn_field_get_info (edit->field)->name, edit->id);
    return FALSE;
  }
  return written || proof->unsure->len == 0;
}

/* The fields first, so that what is to be proved of them is told from what else comes in. */
static gboolean
change_all (ChnMerge *merge, Proof *proof, GError **error)
{
  const ChnEdits *edits = proof->edits;
  const ChnOutline *outline = proof->outline;
  const char *name = proof->name;
  if (!change_fields (merge, outline, edits, name, proof->unsure, error))
    return FALSE;
  proof->ids = list_unsure (edits, proof->unsure);
  proof->text = proof->unsure->len > 0 ? make_excerpt (merge, outline, proof->ids) : NULL;
  return replace_events (merge, outline, edits, name, error) &&
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
  g_auto (Proof) proof = { edits, outline, name, g_array_new (FALSE, FALSE, sizeof (guint)), NULL, NULL };
  g_autoptr (GBytes) made = change_all (&merge, &proof, error) ? chn_splices_run (splices, bytes, length) : NULL;
  return made && verify (&proof, made, limits, error) ? g_steal_pointer (&made) : NULL;
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
