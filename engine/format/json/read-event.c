/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads an event from one JSON object (RFC 8259), token by token.
 *
 *   event = "{" [ key ":" value *( "," key ":" value ) ] "}"
 *
 * The keys are those of the table below, in any order, each at most once. Null, and a key that is not there, mean
 * that nothing is stated. "earliest", "latest" and "precision" follow from "date", an actor's "name" from its "id",
 * "disputed" from what the sources say: they are there for whoever reads the file, and not trusted. "digest" is of
 * what the object is embedded in.
 */
#include "format/json/compound.h"

#include <string.h>

#include "model/field-text.h"

static void
read_text (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  gboolean is_text = chn_json_check_text (reader, token);
  if (is_text && token->length == 0)
    return;
  chn_json_position (reader, (ChnField) key->value, 0, token);
  if (is_text)
    chn_event_set_text (reader->event, (ChnField) key->value, token->text, (gssize) token->length);
}

static void
read_value (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  ChnField field = (ChnField) key->value;
  g_autoptr (GError) error = NULL;
  gboolean is_text = chn_json_check_text (reader, token);
  chn_json_position (reader, field, 0, token);
  if (is_text && !chn_event_set_field (reader->event, field, token->text, (gssize) token->length, &error))
    chn_json_fault_in_text (reader, token, g_steal_pointer (&error));
}

static void
read_number (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  gint64 number = 0;
  ChnFieldRange range = chn_field_get_range ((ChnField) key->value);
  chn_json_position (reader, (ChnField) key->value, 0, token);
  if (chn_json_get_number (reader, token, range.least, range.most, &number))
    chn_event_set_number (reader->event, (ChnField) key->value, (guint) number);
}

static void
read_list (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  guint i = 0;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    if (!chn_json_check_text (reader, item))
      continue;
    chn_json_position (reader, (ChnField) key->value, i++, item);
    chn_event_add_item (reader->event, (ChnField) key->value, item->text, (gssize) item->length);
  }
}

static void
read_timeline (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key, (void) data;
  reader->timeline = chn_json_get_text (reader, token);
}

static void
read_digest (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) key, (void) data;
  reader->digest = chn_json_get_text (reader, token);
}

/* Derived values are compared when the whole object is read: the date may stand behind them. */
static void
keep_derived (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  reader->derived[key->value] = token;
}

/* It follows from what the sources say. */
static void
pass_over (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) reader, (void) token, (void) key, (void) data;
}

static const ChnJsonKey keys[] = {
  { "id", read_text, CHN_FIELD_ID },
  { "title", read_text, CHN_FIELD_TITLE },
  { "summary", read_text, CHN_FIELD_SUMMARY },
  { "date", read_value, CHN_FIELD_DATE },
  { "earliest", keep_derived, CHN_DERIVED_EARLIEST },
  { "latest", keep_derived, CHN_DERIVED_LATEST },
  { "precision", keep_derived, CHN_DERIVED_PRECISION },
  { "kind", read_value, CHN_FIELD_KIND },
  { "forums", read_list, CHN_FIELD_FORUMS },
  { "actors", chn_json_read_actors, CHN_FIELD_ACTORS },
  { "symbols", read_list, CHN_FIELD_SYMBOLS },
  { "vote", chn_json_read_vote, CHN_FIELD_VOTE },
  { "place", read_text, CHN_FIELD_PLACE },
  { "status", read_value, CHN_FIELD_STATUS },
  { "importance", read_number, CHN_FIELD_IMPORTANCE },
  { "tags", read_list, CHN_FIELD_TAGS },
  { "series", read_text, CHN_FIELD_SERIES },
  { "relations", chn_json_read_relations, CHN_FIELD_RELATIONS },
  { "sources", chn_json_read_sources, CHN_FIELD_SOURCES },
  { "confidence", read_value, CHN_FIELD_CONFIDENCE },
  { "revised", read_value, CHN_FIELD_REVISED },
  { "label", read_text, CHN_FIELD_LABEL },
  { "zone", read_text, CHN_FIELD_ZONE },
  { "nth", read_number, CHN_FIELD_NTH },
  { "repeat", read_text, CHN_FIELD_REPEAT },
  { "visibility", read_value, CHN_FIELD_VISIBILITY },
  { "ignore", chn_json_read_ignore, CHN_FIELD_IGNORE },
  { "timeline", read_timeline, 0 },
  { "names", chn_json_read_names, 0 },
  { "extra", chn_json_read_extra, CHN_FIELD_EXTRA },
  { "disputed", pass_over, 0 },
  { "digest", read_digest, 0 },
};

/* Text of any length; of another value none. */
static const char *
dup_text (ChnJsonReader *reader, const ChnJsonToken *token)
{
  gsize length = token->type == CHN_JSON_STRING ? token->length : 0;
  return chn_arena_strndup (reader->tokens.arena, token->text, (gssize) length);
}

static void
check_derived (ChnJsonReader *reader)
{
  for (guint i = 0; i < CHN_N_DERIVED; i++) {
    const ChnJsonToken *token = reader->derived[i];
    if (!token)
      continue;
    ChnFinding place = { .file = reader->file,
                         .line = reader->place.line,
                         .column = chn_json_get_column (reader, token),
                         .event = reader->id };
    chn_derived_check ((ChnDerived) i, reader->event, dup_text (reader, token), reader->report, &place);
  }
}

void
chn_json_reader_begin (ChnJsonReader *reader, const ChnJsonPlace *place, ChnEvent *event)
{
  reader->event = event;
  reader->id = NULL;
  reader->place = *place;
  reader->timeline = reader->digest = NULL;
  g_array_set_size (reader->sources, 0);
  memset (reader->derived, 0, sizeof reader->derived);
  chn_event_clear (event);
}

gboolean
chn_json_reader_read (ChnJsonReader *reader, const char *text, gsize length, const ChnJsonPlace *place,
                      ChnJsonScope scope, ChnEvent *event)
{
  GError *error = NULL;
  chn_json_reader_begin (reader, place, event);
  if (!chn_json_tokens_take (&reader->tokens, text, length, reader->limits, &error)) {
    chn_json_fault_syntax (reader, text, length, error);
    return FALSE;
  }
  const ChnJsonToken *root = reader->tokens.token, *id = chn_json_find (root, "id");
  reader->id = id && id->type == CHN_JSON_STRING ? dup_text (reader, id) : NULL;
  gboolean read = chn_json_read_object (reader, root, keys, G_N_ELEMENTS (keys), NULL);
  if (read)
    check_derived (reader);
  if (read && scope == CHN_JSON_WHOLE && !chn_event_get_text (event, CHN_FIELD_ID))
    chn_json_position (reader, CHN_FIELD_ID, 0, root);
  reader->id = NULL;
  return read;
}

void
chn_json_reader_add (ChnJsonReader *reader, const ChnEvent *event)
{
  if (g_strcmp0 (reader->timeline, reader->origin) != 0) {
    if (reader->n_added > 0)
      chn_timeline_builder_begin (reader->builder, reader->file);
    chn_timeline_builder_set_header (reader->builder, CHN_HEADER_TIMELINE, reader->timeline);
    chn_timeline_builder_position_header (reader->builder, CHN_HEADER_TIMELINE, reader->place.line,
                                          reader->place.column);
    g_free (reader->origin);
    reader->origin = g_strdup (reader->timeline);
  }
  chn_timeline_builder_add_event (reader->builder, event);
  reader->n_added++;
}

ChnJsonReader *
chn_json_reader_new (ChnTimelineBuilder *builder, const char *file)
{
  ChnJsonReader *reader = g_new0 (ChnJsonReader, 1);
  reader->builder = builder;
  reader->report = chn_timeline_builder_get_report (builder);
  reader->limits = chn_timeline_builder_get_limits (builder);
  reader->file = g_strdup (file);
  reader->declared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader->known_actors = chn_pool_new ();
  reader->known_forums = chn_pool_new ();
  reader->sources = g_array_new (FALSE, FALSE, sizeof (ChnSource));
  chn_json_tokens_init (&reader->tokens);
  chn_timeline_builder_begin (builder, file);
  return reader;
}

const char *
chn_json_reader_get_timeline (const ChnJsonReader *reader)
{
  return reader->timeline;
}

const char *
chn_json_reader_get_digest (const ChnJsonReader *reader)
{
  return reader->digest;
}

const ChnSource *
chn_json_reader_get_sources (const ChnJsonReader *reader, guint *n)
{
  *n = reader->sources->len;
  return (const ChnSource *) (gpointer) reader->sources->data;
}

void
chn_json_reader_free (ChnJsonReader *reader)
{
  if (!reader)
    return;
  g_free (reader->file);
  g_free (reader->origin);
  chn_json_tokens_clear (&reader->tokens);
  chn_pool_free (reader->known_actors);
  chn_pool_free (reader->known_forums);
  g_hash_table_unref (reader->declared);
  g_array_unref (reader->sources);
  g_free (reader);
}
