/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One more event for a timeline file: what is typed becomes an event, with an id and sources of its own. */
#include <chancery/addition.h>

#include <string.h>

#include "base/error.h"
#include "curate/add/entry-line.h"
#include "curate/edit/outline.h"
#include "curate/import/event-id.h"
#include "curate/import/made-sources.h"
#include "model/event-storage.h"
#include "model/field-text.h"
#include "model/slug.h"
#include "model/symbol/spelling.h"

struct _ChnAddition {
  char *name;
  GBytes *header;
  ChnOutline *outline;
  ChnTimeline *timeline;
  ChnReport *report;
  ChnMadeSources sources;
  ChnEvent *event;
};

/* The file with "[]" in the place of its events. */
static GBytes *
cut_events (const ChnOutline *outline, const char *bytes, gsize length)
{
  GString *header = g_string_new (NULL);
  const ChnTree *key = chn_tree_find (outline->root, "events", NULL);
  gboolean listed = key && outline->events && outline->events->n > 0;
  gsize cut = listed ? key->end + 1 : length;
  g_string_append_len (header, bytes, (gssize) cut);
  if (listed) {
    g_string_append (header, " []");
    g_string_append_len (header, bytes + outline->events->end, (gssize) (length - outline->events->end));
  }
  return g_string_free_to_bytes (header);
}

ChnAddition *
chn_addition_new (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (ChnOutline) outline = chn_outline_read (bytes, length, name, NULL, NULL, error);
  if (!outline)
    return NULL;
  ChnAddition *addition = g_new0 (ChnAddition, 1);
  addition->name = g_strdup (name);
  addition->header = cut_events (outline, bytes, length);
  addition->outline = g_steal_pointer (&outline);
  addition->event = chn_event_new ();
  addition->report = chn_report_new ();
  chn_made_sources_init (&addition->sources);
  return addition;
}

void
chn_addition_free (ChnAddition *addition)
{
  if (!addition)
    return;
  g_free (addition->name);
  g_bytes_unref (addition->header);
  chn_outline_free (addition->outline);
  g_clear_pointer (&addition->timeline, chn_timeline_unref);
  chn_report_free (addition->report);
  chn_made_sources_clear (&addition->sources);
  chn_event_free (addition->event);
  g_free (addition);
}

GBytes *
chn_addition_get_header (const ChnAddition *addition)
{
  return addition->header;
}

void
chn_addition_set_timeline (ChnAddition *addition, ChnTimeline *timeline)
{
  addition->timeline = chn_timeline_ref (timeline);
  for (guint i = 0; i < chn_timeline_get_n_sources (timeline); i++)
    chn_made_sources_know (&addition->sources, chn_timeline_get_source (timeline, i));
  chn_event_borrow_vocabulary (addition->event, chn_timeline_get_vocabulary (timeline));
}

gboolean
chn_addition_take_line (ChnAddition *addition, const char *line, GError **error)
{
  return chn_entry_line_read (line, addition->timeline, addition->event, error);
}

static gboolean
take_date (ChnAddition *addition, ChnField field, const char *value, GError **error)
{
  g_autoptr (ChnDate) date = chn_entry_read_date (value, strlen (value), error);
  if (date)
    chn_event_set_date (addition->event, field, date);
  return date != NULL;
}

static gboolean
take_forum (ChnAddition *addition, const char *value, GError **error)
{
  const ChnDateBounds *at =
      chn_event_get_text (addition->event, CHN_FIELD_DATE) ? chn_event_get_bounds (addition->event) : NULL;
  const ChnForum *forum =
      chn_registry_find_forum (chn_timeline_get_registry (addition->timeline), value, -1, at, error);
  if (forum)
    chn_event_add_item (addition->event, CHN_FIELD_FORUMS, chn_forum_get_id (forum), -1);
  return forum != NULL;
}

/* By its id, as files have it. */
static gboolean
take_actor (ChnAddition *addition, const char *value, GError **error)
{
  GArray *actors = addition->event->actors;
  if (!chn_event_add_to_field (addition->event, CHN_FIELD_ACTORS, value, -1, error))
    return FALSE;
  ChnParticipation *added = &g_array_index (actors, ChnParticipation, actors->len - 1);
  const ChnActor *actor =
      chn_registry_find_actor (chn_timeline_get_registry (addition->timeline), added->actor, -1, NULL, error);
  if (!actor) {
    g_array_set_size (actors, actors->len - 1);
    return FALSE;
  }
  added->actor = chn_actor_get_id (actor);
  return TRUE;
}

/* In its one spelling, where it has one. */
static void
add_symbol (ChnAddition *addition, const char *value)
{
  g_autofree char *spelled = NULL;
  chn_symbol_spell (value, -1, &spelled, NULL);
  chn_event_add_item (addition->event, CHN_FIELD_SYMBOLS, spelled ? spelled : value, -1);
}

static gboolean
take_item (ChnAddition *addition, ChnField field, const char *value, GError **error)
{
  if (field == CHN_FIELD_FORUMS)
    return take_forum (addition, value, error);
  if (field != CHN_FIELD_SYMBOLS)
    return chn_event_add_to_field (addition->event, field, value, -1, error);
  add_symbol (addition, value);
  return TRUE;
}

static gboolean
take_source (ChnAddition *addition, const char *value)
{
  gboolean is_url = strstr (value, "://") != NULL;
  chn_made_sources_cite (&addition->sources, is_url ? NULL : value, is_url ? value : NULL, addition->event);
  return TRUE;
}

static gboolean
take_relation (ChnAddition *addition, const char *value, GError **error)
{
  guint n = 0;
  if (!chn_event_add_to_field (addition->event, CHN_FIELD_RELATIONS, value, -1, error))
    return FALSE;
  const ChnRelation *relations = chn_event_get_relations (addition->event, &n);
  if (g_hash_table_contains (addition->outline->asked, relations[n - 1].target))
    return TRUE;
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "%s has no event \"%s\"", addition->name, relations[n - 1].target);
  g_array_set_size (addition->event->relations, n - 1);
  return FALSE;
}

static gboolean
take_id (ChnAddition *addition, const char *value, GError **error)
{
  gsize at = 0;
  if (!chn_slug_check (value, &at)) {
    g_autofree char *near = chn_slug_dup_near (value);
    g_autofree char *hint = near ? g_strdup_printf ("write %s", near) : NULL;
    chn_error_set_at (error, CHN_ERROR_SYNTAX, at, 1, hint, "\"%s\" is no id: small letters, digits, - and .", value);
    return FALSE;
  }
  if (g_hash_table_contains (addition->outline->asked, value)) {
    chn_error_set (error, CHN_ERROR_CONFLICT, "\"chancery edit\" changes it", "%s has an event \"%s\" already",
                   addition->name, value);
    return FALSE;
  }
  chn_event_set_text (addition->event, CHN_FIELD_ID, value, -1);
  return TRUE;
}

static gboolean
take_compound (ChnAddition *addition, ChnField field, const char *value, GError **error)
{
  switch (field) {
  case CHN_FIELD_ACTORS:
    return take_actor (addition, value, error);
  case CHN_FIELD_RELATIONS:
    return take_relation (addition, value, error);
  case CHN_FIELD_SOURCES:
    return take_source (addition, value);
  case CHN_FIELD_VOTE:
    return chn_event_set_field (addition->event, field, value, -1, error);
  default:
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, NULL, "\"%s\" cannot be typed", chn_field_get_info (field)->name);
    return FALSE;
  }
}

static gboolean
take_field (ChnAddition *addition, ChnField field, const char *value, GError **error)
{
  if (field == CHN_FIELD_ID)
    return take_id (addition, value, error);
  switch (chn_field_get_info (field)->shape) {
  case CHN_SHAPE_DATE:
    return take_date (addition, field, value, error);
  case CHN_SHAPE_COMPOUND:
    return take_compound (addition, field, value, error);
  case CHN_SHAPE_LIST:
    return take_item (addition, field, value, error);
  default:
    return chn_event_set_field (addition->event, field, value, -1, error);
  }
}

/* A field of the last source that was cited. */
static gboolean
take_of_source (ChnAddition *addition, const char *name, const char *value, GError **error)
{
  static const struct {
    const char *name;
    gsize offset;
  } fields[] = { { "at", G_STRUCT_OFFSET (ChnCitation, at) },
                 { "quote", G_STRUCT_OFFSET (ChnCitation, quote) },
                 { "note", G_STRUCT_OFFSET (ChnCitation, note) } };
  GArray *citations = addition->event->citations;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    if (strcmp (fields[i].name, name) != 0)
      continue;
    if (citations->len == 0) {
      chn_error_set (error, CHN_ERROR_SYNTAX, "name the source first", "there is no source that \"%s\" is of", name);
      return FALSE;
    }
    gpointer last = &g_array_index (citations, ChnCitation, citations->len - 1);
    G_STRUCT_MEMBER (const char *, last, fields[i].offset) = chn_arena_strndup (addition->event->arena, value, -1);
    return TRUE;
  }
  chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "an event has no field \"%s\"", name);
  return FALSE;
}

gboolean
chn_addition_take (ChnAddition *addition, const char *name, const char *value, GError **error)
{
  int field = strcmp (name, "relation") == 0 ? (int) CHN_FIELD_RELATIONS : chn_field_find (name, -1);
  if (field < 0)
    return take_of_source (addition, name, value, error);
  return take_field (addition, (ChnField) field, value, error);
}

const char *
chn_addition_lacks (const ChnAddition *addition)
{
  static const ChnField needed[] = { CHN_FIELD_DATE, CHN_FIELD_TITLE };
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!chn_event_get_text (addition->event, needed[i]))
      return chn_field_get_info (needed[i])->name;
  return NULL;
}

static void
add_made_sources (ChnAddition *addition, ChnEdits *edits)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (addition->event, &n);
  for (guint i = 0; i < n; i++) {
    ChnSource *source = chn_made_sources_take (&addition->sources, citations[i].source);
    if (source)
      chn_edits_add_source (edits, source);
    g_clear_pointer (&source, chn_made_source_free);
  }
}

char *
chn_addition_finish (ChnAddition *addition, ChnEdits *edits)
{
  g_return_val_if_fail (!chn_addition_lacks (addition), NULL);
  if (!chn_event_get_text (addition->event, CHN_FIELD_ID)) {
    g_autofree char *id = chn_event_id_dup_new (addition->event, addition->outline->asked);
    chn_event_set_text (addition->event, CHN_FIELD_ID, id, -1);
  }
  add_made_sources (addition, edits);
  chn_edits_add_event (edits, addition->event);
  return g_strdup (chn_event_get_text (addition->event, CHN_FIELD_ID));
}
