/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names that an event brings along, of actors and forums that no registry has:
 *
 *   names = { "actors": [ { "id": text, "kind": kind, "name": text, "short": text } … ],
 *             "forums": [ { "id": text, "name": text, "short": text } … ] }
 *
 * Every event that needs a name brings it, so the same one comes many times. Where the registry has the id by now,
 * the registry's entry stands.
 */
#include "format/json/reader.h"

typedef struct {
  const char *id;
  const char *name;
  const char *short_name;
  ChnJsonNode kind;
} Parts;

static void
keep_node (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) reader;
  G_STRUCT_MEMBER (ChnJsonNode, data, key->value) = *node;
}

static const ChnJsonKey name_keys[] = {
  { "id", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, id) },
  { "name", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, name) },
  { "short", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, short_name) },
  { "kind", keep_node, G_STRUCT_OFFSET (Parts, kind) },
};

/* Whether the id is new here; a fault when it stood for something else. */
static gboolean
is_new (ChnJsonReader *reader, const ChnJsonNode *node, const char *what, const Parts *parts)
{
  const char *kind = parts->kind.value ? json_string_value (parts->kind.value) : NULL;
  g_autofree char *id = g_strdup_printf ("%s %s", what, parts->id);
  g_autofree char *content =
      g_strdup_printf ("%s\n%s\n%s", kind ? kind : "", parts->name, parts->short_name ? parts->short_name : "");
  const char *known = g_hash_table_lookup (reader->declared, id);
  if (known && g_str_equal (known, content))
    return FALSE;
  if (known) {
    chn_json_fault (reader, node->at, CHN_ERROR_CONFLICT, "give both the same name, or two ids",
                    "the %s \"%s\" was something else before", what, parts->id);
    return FALSE;
  }
  g_hash_table_insert (reader->declared, g_steal_pointer (&id), g_steal_pointer (&content));
  return TRUE;
}

static void
report_unless_taken (ChnJsonReader *reader, const ChnJsonNode *node, GError *error)
{
  if (error && !g_error_matches (error, CHN_ERROR, CHN_ERROR_CONFLICT))
    chn_json_fault (reader, node->at, (ChnError) error->code, chn_error_get_hint (error), "%s", error->message);
  g_clear_error (&error);
}

static void
declare_actor (ChnJsonReader *reader, const ChnJsonNode *node, const Parts *parts)
{
  GError *error = NULL;
  const char *name = parts->kind.value ? chn_json_get_text (reader, &parts->kind) : NULL;
  int kind = name ? chn_actor_kind_find (name) : -1;
  if (!parts->kind.value)
    chn_json_fault (reader, node->at, CHN_ERROR_SYNTAX, NULL, "the key \"kind\" is missing");
  else if (name && kind < 0)
    chn_json_fault (reader, parts->kind.at, CHN_ERROR_UNKNOWN, "one of: state, organisation, office, person, group",
                    "unknown kind of actor \"%s\"", name);
  if (kind >= 0 && reader->mirror)
    chn_registry_builder_add_actor (chn_timeline_builder_get_names (reader->mirror), (ChnActorKind) kind, parts->id,
                                    parts->name, parts->short_name, NULL);
  if (kind >= 0 && is_new (reader, node, "actor", parts))
    chn_registry_builder_add_actor (chn_timeline_builder_get_names (reader->builder), (ChnActorKind) kind, parts->id,
                                    parts->name, parts->short_name, &error);
  report_unless_taken (reader, node, error);
}

static void
declare_forum (ChnJsonReader *reader, const ChnJsonNode *node, const Parts *parts)
{
  GError *error = NULL;
  if (reader->mirror)
    chn_registry_builder_add_forum (chn_timeline_builder_get_names (reader->mirror), parts->id, parts->name,
                                    parts->short_name, NULL);
  if (is_new (reader, node, "forum", parts))
    chn_registry_builder_add_forum (chn_timeline_builder_get_names (reader->builder), parts->id, parts->name,
                                    parts->short_name, &error);
  report_unless_taken (reader, node, error);
}

static void
read_names (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  gboolean actors = key->value == CHN_FIELD_ACTORS;
  ChnJsonWalk walk;
  ChnJsonNode item;
  if (!chn_json_open_array (reader, node, &walk))
    return;
  while (chn_json_walk_next (&walk, NULL, NULL, &item)) {
    Parts parts = { NULL, NULL, NULL, { NULL, NULL } };
    if (!chn_json_read_object (reader, &item, name_keys, G_N_ELEMENTS (name_keys) - !actors, &parts))
      continue;
    if (!parts.id || !parts.name)
      chn_json_fault (reader, item.at, CHN_ERROR_SYNTAX, NULL, "a name needs the keys \"id\" and \"name\"");
    else if (actors)
      declare_actor (reader, &item, &parts);
    else
      declare_forum (reader, &item, &parts);
  }
}

void
chn_json_read_names (ChnJsonReader *reader, const ChnJsonNode *node, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "actors", read_names, CHN_FIELD_ACTORS },
    { "forums", read_names, CHN_FIELD_FORUMS },
  };
  (void) key, (void) data;
  chn_json_read_object (reader, node, keys, G_N_ELEMENTS (keys), NULL);
}
