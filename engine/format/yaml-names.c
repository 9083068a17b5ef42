/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Actors and forums, in a registry file or a timeline's own:
 *
 *   actors  := { id: {kind: term, name: text, short: text, iso2 iso3 numeric cow: text,
 *                     aliases: [alias ...], members: [member ...]} }
 *   forums  := { id: {name: text, short: text, aliases: [alias ...]} }
 *   alias   := name | {name: text, during: date, note: text}
 *   member  := id | {id: date} | {actor: id, during: date, note: text}
 */
#include "format/yaml-names.h"

#include <string.h>

#include "base/suggest.h"
#include "format/yaml-event.h"

/* A name that must be declared somewhere. */
typedef struct {
  gboolean forum;
  const char *id;
  const char *file;
  guint line;
  guint column;
} Mention;

struct _ChnYamlNames {
  ChnRegistryBuilder *builder;
  GStringChunk *texts;
  GHashTable *actors; /* ids that were declared */
  GHashTable *forums;
  GArray *mentions; /* Mention */
};

/* One actor or forum while its mapping is gone through. */
typedef struct {
  ChnYamlNames *names;
  const ChnYamlFaults *faults;
  const char *text[CHN_NAME_ACTOR + 1];
  const ChnYamlNode *aliases;
  const ChnYamlNode *members;
  int kind;
  ChnDate *during; /* of an alias or member */
} NameReading;

ChnYamlNames *
chn_yaml_names_new (ChnRegistryBuilder *builder)
{
  ChnYamlNames *names = g_new (ChnYamlNames, 1);
  names->builder = builder;
  names->texts = g_string_chunk_new (4096);
  names->actors = g_hash_table_new (g_str_hash, g_str_equal);
  names->forums = g_hash_table_new (g_str_hash, g_str_equal);
  names->mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
  return names;
}

void
chn_yaml_names_free (ChnYamlNames *names)
{
  if (!names)
    return;
  g_hash_table_unref (names->actors);
  g_hash_table_unref (names->forums);
  g_array_unref (names->mentions);
  g_string_chunk_free (names->texts);
  g_free (names);
}

static void
mention (const NameReading *reading, gboolean forum, const char *id, const ChnYamlNode *place)
{
  GStringChunk *texts = reading->names->texts;
  Mention made = {forum, g_string_chunk_insert_const (texts, id),
                  g_string_chunk_insert_const (texts, reading->faults->file), place->line, place->column};
  g_array_append_val (reading->names->mentions, made);
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  NameReading *reading = data;
  g_autoptr (GError) error = NULL;
  switch (key->id) {
  case CHN_NAME_KIND:
    reading->kind = chn_actor_kind_find (value->text);
    if (reading->kind < 0)
      chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE,
                      "one of: state, organisation, office, person, group", "unknown kind of actor \"%.64s\"",
                      value->text);
    break;
  case CHN_NAME_ALIASES:
    reading->aliases = value;
    break;
  case CHN_NAME_MEMBERS:
    reading->members = value;
    break;
  case CHN_NAME_DURING:
    reading->during = chn_date_parse (value->text, (gssize) value->length, &error);
    if (error)
      chn_yaml_fault_error (reading->faults, value, error);
    break;
  default:
    reading->text[key->id] = value->text;
  }
}

typedef void (*AddAlias) (ChnRegistryBuilder *builder, const char *id, const char *alias, ChnDate *during,
                          const char *note);

static void
read_aliases (const NameReading *owner, const char *id, AddAlias add)
{
  const ChnYamlNode *list = owner->aliases;
  for (const ChnYamlNode *item = list ? chn_yaml_get_items (list) : NULL; item;
       item = chn_yaml_next_of (list, item)) {
    NameReading alias = {.names = owner->names, .faults = owner->faults};
    if (item->kind == CHN_YAML_MAPPING)
      chn_yaml_keys_walk (&chn_yaml_alias_keys, owner->faults, item, visit, &alias);
    else if (chn_yaml_check_item (owner->faults, "aliases", item))
      alias.text[CHN_NAME_NAME] = item->text;
    if (alias.text[CHN_NAME_NAME])
      add (owner->names->builder, id, alias.text[CHN_NAME_NAME], alias.during, alias.text[CHN_NAME_NOTE]);
    g_clear_pointer (&alias.during, chn_date_unref);
  }
}

/* {id: date}, which is not {actor: id ...} */
static gboolean
is_pair (const ChnYamlNode *item)
{
  return item->n == 1 && !chn_yaml_get (item, "actor");
}

static const ChnYamlNode *
read_member (NameReading *member, const ChnYamlNode *item)
{
  static const ChnYamlKey during = {"during", CHN_NAME_DURING, CHN_YAML_TEXT, FALSE};
  if (item->kind != CHN_YAML_MAPPING) {
    if (chn_yaml_check_item (member->faults, "members", item))
      member->text[CHN_NAME_ACTOR] = item->text;
    return item;
  }
  if (is_pair (item)) {
    member->text[CHN_NAME_ACTOR] = item->first->text;
    if (chn_yaml_key_check (&during, member->faults, item->first->next))
      visit (&during, item->first->next, member);
    return item->first;
  }
  chn_yaml_keys_walk (&chn_yaml_member_keys, member->faults, item, visit, member);
  const ChnYamlNode *actor = chn_yaml_get (item, "actor");
  return actor ? actor : item;
}

static void
read_members (const NameReading *owner, const char *group)
{
  const ChnYamlNode *list = owner->members;
  for (const ChnYamlNode *item = list ? chn_yaml_get_items (list) : NULL; item;
       item = chn_yaml_next_of (list, item)) {
    NameReading member = {.names = owner->names, .faults = owner->faults};
    const ChnYamlNode *place = read_member (&member, item);
    const char *id = member.text[CHN_NAME_ACTOR];
    if (id) {
      mention (owner, FALSE, id, place);
      chn_registry_builder_add_member (owner->names->builder, group, id, member.during, member.text[CHN_NAME_NOTE]);
    }
    g_clear_pointer (&member.during, chn_date_unref);
  }
}

static void
set_codes (const NameReading *reading, const char *id)
{
  static const ChnNameKey keys[CHN_N_CODES] = {
      [CHN_CODE_ISO2] = CHN_NAME_ISO2,
      [CHN_CODE_ISO3] = CHN_NAME_ISO3,
      [CHN_CODE_NUMERIC] = CHN_NAME_NUMERIC,
      [CHN_CODE_COW] = CHN_NAME_COW,
  };
  for (guint code = 0; code < CHN_N_CODES; code++)
    if (reading->text[keys[code]])
      chn_registry_builder_set_actor_code (reading->names->builder, id, (ChnCode) code, reading->text[keys[code]]);
}

static void
declare (GHashTable *ids, GStringChunk *texts, const char *id)
{
  g_hash_table_add (ids, g_string_chunk_insert (texts, id));
}

static void
read_actor (NameReading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  reading->kind = -1;
  declare (reading->names->actors, reading->names->texts, key->text);
  chn_yaml_keys_walk (&chn_yaml_actor_keys, reading->faults, value, visit, reading);
  if (reading->kind < 0 || !reading->text[CHN_NAME_NAME])
    return;
  if (!chn_registry_builder_add_actor (reading->names->builder, (ChnActorKind) reading->kind, key->text,
                                       reading->text[CHN_NAME_NAME], reading->text[CHN_NAME_SHORT], &error)) {
    chn_yaml_fault_error (reading->faults, key, error);
    return;
  }
  set_codes (reading, key->text);
  read_aliases (reading, key->text, chn_registry_builder_add_actor_alias);
  read_members (reading, key->text);
}

static void
read_forum (NameReading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  declare (reading->names->forums, reading->names->texts, key->text);
  chn_yaml_keys_walk (&chn_yaml_forum_keys, reading->faults, value, visit, reading);
  if (!reading->text[CHN_NAME_NAME])
    return;
  if (!chn_registry_builder_add_forum (reading->names->builder, key->text, reading->text[CHN_NAME_NAME],
                                       reading->text[CHN_NAME_SHORT], &error)) {
    chn_yaml_fault_error (reading->faults, key, error);
    return;
  }
  const char *dot = strrchr (key->text, '.');
  g_autofree char *parent = dot ? g_strndup (key->text, (gsize) (dot - key->text)) : NULL;
  if (parent)
    mention (reading, TRUE, parent, key);
  read_aliases (reading, key->text, chn_registry_builder_add_forum_alias);
}

void
chn_yaml_names_read (ChnYamlNames *names, ChnYaml *yaml, const ChnYamlKey *section, const ChnYamlFaults *faults)
{
  const ChnYamlKey entry = {NULL, 0, CHN_YAML_MAPPING, FALSE};
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_key_check (section, faults, other);
  for (const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL; key; key = chn_yaml_next_key (yaml)) {
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    ChnYamlKey named = entry;
    named.name = key->text;
    if (!value || !chn_yaml_key_check (&named, faults, value))
      continue;
    NameReading reading = {.names = names, .faults = faults};
    if (section->id == CHN_SECTION_FORUMS)
      read_forum (&reading, key, value);
    else
      read_actor (&reading, key, value);
  }
}

static char *
suggest (GHashTable *ids, const char *id)
{
  g_auto (ChnSuggestion) suggestion = {0};
  GHashTableIter iterator;
  gpointer known = NULL;
  chn_suggestion_init (&suggestion, id, -1);
  g_hash_table_iter_init (&iterator, ids);
  while (g_hash_table_iter_next (&iterator, &known, NULL))
    chn_suggestion_offer (&suggestion, known);
  const char *near = chn_suggestion_get (&suggestion);
  return near ? g_strdup_printf ("did you mean \"%s\"?", near) : NULL;
}

void
chn_yaml_names_check (const ChnYamlNames *names, ChnReport *report)
{
  for (guint i = 0; i < names->mentions->len; i++) {
    const Mention *made = &g_array_index (names->mentions, Mention, i);
    GHashTable *ids = made->forum ? names->forums : names->actors;
    if (g_hash_table_contains (ids, made->id))
      continue;
    ChnYamlFaults faults = {report, made->file, NULL};
    g_autofree char *hint = chn_yaml_faults_are_many (&faults) ? NULL : suggest (ids, made->id);
    chn_yaml_fault_at (&faults, made->line, made->column, CHN_YAML_FAULT_VALUE,
                       hint ? hint : "declare it in one of the registry files", "no %s has the id \"%.64s\"",
                       made->forum ? "forum" : "actor", made->id);
  }
}
