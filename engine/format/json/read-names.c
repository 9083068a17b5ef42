/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names that an event brings along, of actors and forums that no registry has:
 *
 *   names = { "actors": [ { "id": text, "kind": kind, "name": text, "short": text } … ],
 *             "forums": [ { "id": text, "name": text, "short": text } … ],
 *             "kinds": [ term … ], "roles": [ term … ], "relations": [ term … ] }
 *   term  = { "name": text, "label": text, "note": text, "nearest": text, "inverse": text, "direction": text }
 *
 * Every event that needs a name brings it, so the same one comes many times. Where the registry has the id by now,
 * the registry's entry stands.
 */
#include <string.h>

#include "base/report.h"
#include "format/json/compound.h"
#include "model/declared-terms.h"
#include "registry/declared.h"

typedef struct {
  const char *id;
  const char *name;
  const char *short_name;
  const ChnJsonToken *kind;
} Parts;

static const ChnJsonKey name_keys[] = {
  { "id", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, id) },
  { "name", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, name) },
  { "short", chn_json_read_inner_text, G_STRUCT_OFFSET (Parts, short_name) },
  { "kind", chn_json_keep_token, G_STRUCT_OFFSET (Parts, kind) }, /* of actors only */
};

/* Whether the id is new here; a fault when it stood for something else. */
static gboolean
is_new (ChnJsonReader *reader, const ChnJsonToken *token, const char *what, const Parts *parts)
{
  g_autofree char *id = g_strdup_printf ("%s %s", what, parts->id);
  g_autofree char *content =
      g_strdup_printf ("%.*s\n%s\n%s", parts->kind ? (int) parts->kind->length : 0,
                       parts->kind ? parts->kind->text : "", parts->name, parts->short_name ? parts->short_name : "");
  const char *known = g_hash_table_lookup (reader->declared, id);
  if (known && g_str_equal (known, content))
    return FALSE;
  if (known) {
    chn_json_fault (reader, token, CHN_ERROR_CONFLICT, "give both the same name, or two ids",
                    "the %s \"%s\" was something else before", what, parts->id);
    return FALSE;
  }
  g_hash_table_insert (reader->declared, g_steal_pointer (&id), g_steal_pointer (&content));
  return TRUE;
}

static void
report_unless_taken (ChnJsonReader *reader, const ChnJsonToken *token, GError *error)
{
  if (error && !g_error_matches (error, CHN_ERROR, CHN_ERROR_CONFLICT))
    chn_json_fault (reader, token, (ChnError) error->code, chn_error_get_hint (error), "%s", error->message);
  g_clear_error (&error);
}

static void
declare_actor (ChnJsonReader *reader, const ChnJsonToken *token, const Parts *parts)
{
  GError *error = NULL;
  const char *name = parts->kind ? chn_json_get_text (reader, parts->kind) : NULL;
  int kind = name ? chn_actor_kind_find (name) : -1;
  if (!parts->kind)
    chn_json_fault (reader, token, CHN_ERROR_SYNTAX, NULL, "the key \"kind\" is missing");
  else if (name && kind < 0)
    chn_json_fault (reader, parts->kind, CHN_ERROR_UNKNOWN, "one of: state, organisation, office, person, group",
                    "unknown kind of actor \"%s\"", name);
  if (kind >= 0 && is_new (reader, token, "actor", parts))
    chn_registry_builder_add_actor (chn_timeline_builder_get_names (reader->builder), (ChnActorKind) kind, parts->id,
                                    parts->name, parts->short_name, &error);
  report_unless_taken (reader, token, error);
}

static void
declare_forum (ChnJsonReader *reader, const ChnJsonToken *token, const Parts *parts)
{
  GError *error = NULL;
  if (is_new (reader, token, "forum", parts))
    chn_registry_builder_add_forum (chn_timeline_builder_get_names (reader->builder), parts->id, parts->name,
                                    parts->short_name, &error);
  report_unless_taken (reader, token, error);
}

static void
read_name (ChnJsonReader *reader, const ChnJsonToken *token, gboolean is_actor)
{
  Parts parts = { .id = NULL };
  if (!chn_json_read_object (reader, token, name_keys, G_N_ELEMENTS (name_keys) - !is_actor, &parts))
    return;
  if (!parts.id || !parts.name)
    chn_json_fault (reader, token, CHN_ERROR_SYNTAX, NULL, "a name needs the keys \"id\" and \"name\"");
  else if (is_actor)
    declare_actor (reader, token, &parts);
  else
    declare_forum (reader, token, &parts);
}

/* Words that declared a name without a fault need not be read again. */
static void
read_names (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  gboolean are_actors = key->value == CHN_FIELD_ACTORS;
  ChnPool *known = are_actors ? reader->known_actors : reader->known_forums;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item)) {
    const ChnJsonToken *end = item + item->n_tokens - 1;
    gssize length = end->at + 1 - item->at;
    gboolean is_known = item->type == CHN_JSON_OBJECT && chn_pool_find (known, item->at, length) != 0;
    if (is_known)
      continue;
    guint n_faults = chn_report_count (reader->report, CHN_SEVERITY_ERROR);
    read_name (reader, item, are_actors);
    if (chn_report_count (reader->report, CHN_SEVERITY_ERROR) == n_faults)
      chn_pool_intern (known, item->at, length);
  }
}

static void
read_term (ChnJsonReader *reader, const ChnJsonToken *token, ChnVocabularyId vocabulary)
{
  static const ChnJsonKey term_keys[] = {
    { "name", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, name) },
    { "label", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, label) },
    { "note", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, note) },
    { "nearest", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, nearest) },
    { "inverse", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, inverse) },
    { "direction", chn_json_read_inner_text, G_STRUCT_OFFSET (ChnTermDeclaration, direction) },
  };
  ChnTermDeclaration term = { .vocabulary = vocabulary };
  g_autoptr (GError) error = NULL;
  if (!chn_json_read_object (reader, token, term_keys, G_N_ELEMENTS (term_keys), &term))
    return;
  if (!term.name)
    chn_json_fault_missing (reader, token, "name");
  else if (chn_vocabulary_declare (
               chn_registry_builder_get_vocabulary (chn_timeline_builder_get_names (reader->builder)), &term,
               &error) < 0)
    chn_json_fault (reader, token, (ChnError) error->code, chn_error_get_hint (error),
                    "the %s \"%s\" is declared here: %s", chn_vocabulary_get_name (vocabulary), term.name,
                    error->message);
}

static void
read_terms (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  (void) data;
  for (const ChnJsonToken *item = chn_json_open_array (reader, token); item; item = chn_json_after (item))
    read_term (reader, item, (ChnVocabularyId) key->value);
}

void
chn_json_read_names (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data)
{
  static const ChnJsonKey keys[] = {
    { "actors", read_names, CHN_FIELD_ACTORS },           { "forums", read_names, CHN_FIELD_FORUMS },
    { "kinds", read_terms, CHN_VOCABULARY_KIND },         { "roles", read_terms, CHN_VOCABULARY_ROLE },
    { "relations", read_terms, CHN_VOCABULARY_RELATION },
  };
  (void) key, (void) data;
  chn_json_read_object (reader, token, keys, G_N_ELEMENTS (keys), NULL);
}
