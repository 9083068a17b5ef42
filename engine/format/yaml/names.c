/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Actors and forums, in a registry file or a timeline's own:
 *
 *   actors  := { id: {kind: term, name: text, short: text, iso2 iso3 numeric cow: text,
 *                     aliases: [alias ...], covers: date, members: [member ...], successors: [id ...]} }
 *   forums  := { id: {name: text, short: text, aliases: [alias ...], confidence: attested | recalled} }
 *   alias   := as alias.c tells
 *   member  := id | {id: date} | {actor: id, during: date, note: text, confidence: attested | recalled}
 */
#include "format/yaml/names.h"

#include "format/yaml/alias.h"
#include "format/yaml/event.h"
#include "registry/dangling.h"

/* One actor or forum while its mapping is gone through. */
typedef struct {
  ChnRegistryBuilder *builder;
  const ChnYamlFaults *faults;
  const char *text[CHN_NAME_ACTOR + 1];
  const ChnYamlNode *aliases;
  const ChnYamlNode *members;
  const ChnYamlNode *successors;
  int kind;
  ChnDate *during;      /* of a member */
  ChnDate *covers;      /* of a group */
  gboolean is_recalled; /* of a member or forum */
} NameReading;

static void
read_kind (NameReading *reading, const ChnYamlNode *value)
{
  reading->kind = chn_actor_kind_find (value->text);
  if (reading->kind < 0)
    chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_VALUE,
                    "one of: state, organisation, office, person, group", "unknown kind of actor \"%.*s\"",
                    chn_yaml_fit (value->text), value->text);
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  NameReading *reading = data;
  switch (key->id) {
  case CHN_NAME_KIND:
    read_kind (reading, value);
    break;
  case CHN_NAME_ALIASES:
    reading->aliases = value;
    break;
  case CHN_NAME_MEMBERS:
    reading->members = value;
    break;
  case CHN_NAME_SUCCESSORS:
    reading->successors = value;
    break;
  case CHN_NAME_DURING:
    reading->during = chn_yaml_read_term (reading->faults, value);
    break;
  case CHN_NAME_COVERS:
    reading->covers = chn_yaml_read_term (reading->faults, value);
    break;
  case CHN_NAME_CONFIDENCE:
    reading->is_recalled = chn_yaml_read_recalled (reading->faults, value);
    break;
  default:
    reading->text[key->id] = value->text;
  }
}

typedef void (*AddName) (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name);

static void
read_aliases (const NameReading *owner, const char *id, AddName add)
{
  const ChnYamlNode *list = owner->aliases;
  for (const ChnYamlNode *item = list ? chn_yaml_get_items (list) : NULL; item;
       item = chn_yaml_next_of (list, item)) {
    ChnAlias alias;
    if (!chn_yaml_read_alias (owner->faults, item, &alias))
      continue;
    add (owner->builder, id, &alias);
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
  static const ChnYamlKey during = { "during", CHN_NAME_DURING, CHN_YAML_TEXT, FALSE };
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
    NameReading member = { .builder = owner->builder, .faults = owner->faults };
    const ChnYamlNode *place = read_member (&member, item);
    const char *id = member.text[CHN_NAME_ACTOR];
    if (id) {
      const ChnMembership membership = { id, member.during, member.text[CHN_NAME_NOTE], member.is_recalled };
      chn_registry_builder_add_member (owner->builder, group, &membership);
      chn_registry_builder_set_place (owner->builder, group, id, owner->faults->file, place->line, place->column);
    }
    g_clear_pointer (&member.during, chn_date_unref);
  }
}

static void
read_successors (const NameReading *owner, const char *id)
{
  const ChnYamlNode *list = owner->successors;
  for (const ChnYamlNode *item = list ? chn_yaml_get_items (list) : NULL; item;
       item = chn_yaml_next_of (list, item)) {
    if (!chn_yaml_check_item (owner->faults, "successors", item))
      continue;
    chn_registry_builder_add_successor (owner->builder, id, item->text);
    chn_registry_builder_set_place (owner->builder, id, item->text, owner->faults->file, item->line, item->column);
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
      chn_registry_builder_set_actor_code (reading->builder, id, (ChnCode) code, reading->text[keys[code]]);
}

static void
add_actor (NameReading *reading, const ChnYamlNode *key)
{
  g_autoptr (GError) error = NULL;
  if (!chn_registry_builder_add_actor (reading->builder, (ChnActorKind) reading->kind, key->text,
                                       reading->text[CHN_NAME_NAME], reading->text[CHN_NAME_SHORT], &error)) {
    chn_yaml_fault_error (reading->faults, key, error);
    return;
  }
  set_codes (reading, key->text);
  read_aliases (reading, key->text, chn_registry_builder_add_actor_name);
  if (reading->covers)
    chn_registry_builder_set_covers (reading->builder, key->text, reading->covers);
  read_members (reading, key->text);
  read_successors (reading, key->text);
}

static void
read_actor (NameReading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  reading->kind = -1;
  chn_yaml_keys_walk (&chn_yaml_actor_keys, reading->faults, value, visit, reading);
  if (reading->kind >= 0 && reading->text[CHN_NAME_NAME])
    add_actor (reading, key);
  g_clear_pointer (&reading->covers, chn_date_unref);
}

static void
read_forum (NameReading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  chn_yaml_keys_walk (&chn_yaml_forum_keys, reading->faults, value, visit, reading);
  if (!reading->text[CHN_NAME_NAME])
    return;
  if (!chn_registry_builder_add_forum (reading->builder, key->text, reading->text[CHN_NAME_NAME],
                                       reading->text[CHN_NAME_SHORT], &error)) {
    chn_yaml_fault_error (reading->faults, key, error);
    return;
  }
  chn_registry_builder_set_place (reading->builder, key->text, NULL, reading->faults->file, key->line, key->column);
  read_aliases (reading, key->text, chn_registry_builder_add_forum_name);
  if (reading->is_recalled)
    chn_registry_builder_set_forum_recalled (reading->builder, key->text);
}

void
chn_yaml_names_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                     const ChnYamlFaults *faults)
{
  const ChnYamlKey entry = { NULL, 0, CHN_YAML_MAPPING, FALSE };
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
    NameReading reading = { .builder = builder, .faults = faults };
    if (section->id == CHN_SECTION_FORUMS)
      read_forum (&reading, key, value);
    else
      read_actor (&reading, key, value);
  }
}
