/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Reads an event from one JSON object (RFC 8259): jansson tells what it says, the walk beside the text where it
 * stands.
 *
 *   event = "{" [ key ":" value *( "," key ":" value ) ] "}"
 *
 * The keys are those of the table below, in any order, each at most once. Null, and a key that is not there, mean
 * that nothing is stated. "earliest", "latest" and "precision" follow from "date", an actor's "name" from its "id":
 * they are there for whoever reads the file, and not trusted.
 */
#include "format/json/reader.h"

#include <string.h>

#include "base/guard.h"
#include "model/field-text.h"

static void
read_text (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  const char *text = chn_json_get_text (reader, node);
  if (text && !*text)
    return;
  chn_json_spot (reader, (ChnField) key->value, 0, node->at);
  if (text)
    chn_event_set_text (reader->event, (ChnField) key->value, text, -1);
}

static void
read_value (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  const char *text = chn_json_get_text (reader, node);
  g_autoptr (GError) error = NULL;
  chn_json_spot (reader, (ChnField) key->value, 0, node->at);
  if (text && !chn_event_set_field (reader->event, (ChnField) key->value, text, -1, &error))
    chn_json_fault_in_text (reader, node, g_steal_pointer (&error));
}

static void
read_number (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  gint64 number = 0;
  ChnFieldRange range = chn_field_get_range ((ChnField) key->value);
  chn_json_spot (reader, (ChnField) key->value, 0, node->at);
  if (chn_json_get_number (reader, node, range.least, range.most, &number))
    chn_event_set_number (reader->event, (ChnField) key->value, (guint) number);
}

static void
read_list (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  ChnJsonWalk walk;
  ChnJsonNode item;
  if (!chn_json_open_array (reader, node, &walk))
    return;
  for (guint i = 0; chn_json_walk_next (&walk, NULL, NULL, &item);) {
    const char *text = chn_json_get_text (reader, &item);
    if (!text)
      continue;
    chn_json_spot (reader, (ChnField) key->value, i++, item.at);
    chn_event_add_item (reader->event, (ChnField) key->value, text, -1);
  }
}

static void
read_timeline (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) key, (void) data;
  g_free (reader->timeline);
  reader->timeline = g_strdup (chn_json_get_text (reader, node));
}

/* Derived values are compared when the whole object is read: the date may stand behind them. */
static void
keep_derived (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  reader->derived[key->value] = *node;
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
  { "zone", read_text, CHN_FIELD_ZONE },
  { "nth", read_number, CHN_FIELD_NTH },
  { "repeat", read_text, CHN_FIELD_REPEAT },
  { "timeline", read_timeline, 0 },
  { "names", chn_json_read_names, 0 },
  { "extra", chn_json_read_extra, CHN_FIELD_EXTRA },
};

static void
check_derived (ChnJsonReader *reader)
{
  for (guint i = 0; i < CHN_N_DERIVED; i++) {
    const ChnJsonNode *node = &reader->derived[i];
    if (!node->value)
      continue;
    ChnFinding place = { .file = reader->file,
                         .line = reader->place.line,
                         .column = chn_json_get_column (reader, node->at),
                         .event = reader->id };
    const char *found = json_is_string (node->value) ? json_string_value (node->value) : "";
    chn_derived_check ((ChnDerived) i, reader->event, found, reader->report, &place);
  }
}

static gboolean
check_limits (ChnJsonReader *reader, const char *text, gsize length)
{
  ChnLimit broken;
  gsize offset = 0;
  if (chn_json_within_limits (text, length, reader->limits, &broken, &offset))
    return TRUE;
  guint64 most = reader->limits->value[broken];
  if (broken == CHN_LIMIT_DEPTH)
    chn_json_fault (reader, text + offset, CHN_ERROR_LIMIT, "no event needs that",
                    "found more than %" G_GUINT64_FORMAT " levels of nesting", most);
  else
    chn_json_fault (reader, text + offset, CHN_ERROR_LIMIT, "raise the bound with --max-items=N",
                    "found more than %" G_GUINT64_FORMAT " values in one event", most * CHN_JSON_VALUES_PER_ITEM);
  return FALSE;
}

/* The hint for files that hold JSON, but not an object a line. */
static const char *
get_syntax_hint (const char *text, gsize length)
{
  const char *end = text + length;
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  if (end - text == 1 && (*text == '{' || *text == '['))
    return "write one object a line (JSON Lines), without an array around them";
  return text < end && *text == '[' ? "write one object a line, without brackets around them" : NULL;
}

static json_t *
parse (ChnJsonReader *reader, const char *text, gsize length)
{
  json_error_t fault;
  if (!check_limits (reader, text, length))
    return NULL;
  json_t *root = json_loadb (text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &fault);
  if (root)
    return root;
  gsize offset = MIN ((gsize) MAX (fault.position, 0), length);
  ChnError code = json_error_code (&fault) == json_error_duplicate_key ? CHN_ERROR_CONFLICT : CHN_ERROR_SYNTAX;
  g_autofree char *said = g_utf8_make_valid (fault.text, -1); /* it quotes bytes, not characters */
  chn_json_fault (reader, text + offset, code, get_syntax_hint (text, length), "no JSON object: %s", said);
  return NULL;
}

static void
begin_object (ChnJsonReader *reader, const char *text, gsize length, const ChnJsonPlace *place, ChnEvent *event)
{
  reader->event = event;
  reader->id = NULL;
  reader->start = text;
  reader->place = *place;
  reader->located = NULL;
  reader->has_escapes = place->inexact || memchr (text, '\\', length) != NULL;
  g_clear_pointer (&reader->timeline, g_free);
  memset (reader->derived, 0, sizeof reader->derived);
  chn_event_clear (event);
}

gboolean
chn_json_reader_read (ChnJsonReader *reader, const char *text, gsize length, const ChnJsonPlace *place,
                      ChnJsonScope scope, ChnEvent *event)
{
  begin_object (reader, text, length, place, event);
  json_t *value = parse (reader, text, length);
  if (!value)
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  ChnJsonNode root = { value, text };
  json_t *id = json_object_get (value, "id");
  reader->id = json_string_value (id);
  gboolean read = chn_json_read_object (reader, &root, keys, G_N_ELEMENTS (keys), NULL);
  if (read)
    check_derived (reader);
  if (read && scope == CHN_JSON_WHOLE && !chn_event_get_text (event, CHN_FIELD_ID))
    chn_json_spot (reader, CHN_FIELD_ID, 0, root.at);
  reader->id = NULL;
  json_decref (value);
  return read;
}

void
chn_json_reader_add (ChnJsonReader *reader, const ChnEvent *event)
{
  if (g_strcmp0 (reader->timeline, reader->origin) != 0) {
    if (reader->n_added > 0)
      chn_timeline_builder_begin (reader->builder, reader->file);
    chn_timeline_builder_set_header (reader->builder, CHN_HEADER_TIMELINE, reader->timeline);
    chn_timeline_builder_spot_header (reader->builder, CHN_HEADER_TIMELINE, reader->place.line, reader->place.column);
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
  chn_timeline_builder_begin (builder, file);
  return reader;
}

const char *
chn_json_reader_get_timeline (const ChnJsonReader *reader)
{
  return reader->timeline;
}

void
chn_json_reader_set_mirror (ChnJsonReader *reader, ChnTimelineBuilder *mirror)
{
  reader->mirror = mirror;
}

void
chn_json_reader_free (ChnJsonReader *reader)
{
  if (!reader)
    return;
  g_free (reader->file);
  g_free (reader->timeline);
  g_free (reader->origin);
  g_hash_table_unref (reader->declared);
  g_free (reader);
}
