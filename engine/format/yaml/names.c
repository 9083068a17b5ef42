/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Actors and forums, in a registry file or a timeline's own:
 *
 *   actors  := { id: actor | addition }, forums := { id: forum | addition }
 *   actor   := {kind: term, name: text, short: text, iso2 iso3 numeric cow: text,
 *                     aliases: [alias ...], covers: date, members: [member ...], successors: [id ...]}
 *   forum   := {name: text, short: text, aliases: [alias ...], confidence: attested | recalled}
 *   addition := {aliases: [alias ...], covers: date, members: [member ...]}
 *   alias   := as alias.c tells
 *   member  := id | {id: date} | {actor: id, during: date, note: text, confidence: attested | recalled}
 *
 * An addition, without name and kind, adds to what is declared elsewhere. Two files may declare the same alike.
 */
#include "format/yaml/names.h"

#include "base/error.h"
#include "format/yaml/alias.h"
#include "format/yaml/event.h"
#include "registry/addition.h"
#include "registry/alike.h"
#include "registry/dangling.h"
#include "registry/declared.h"

/* One actor or forum while its mapping is gone through. */
typedef struct {
  ChnRegistryBuilder *names;   /* of all that is read */
  ChnRegistryBuilder *builder; /* where this one is put: there, or by itself where it is compared or added later */
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
    NameReading member = { .faults = owner->faults };
    const ChnYamlNode *place = read_member (&member, item);
    const char *id = member.text[CHN_NAME_ACTOR];
    if (id) {
      const ChnMembership membership = { id, member.during, member.text[CHN_NAME_NOTE], member.is_recalled };
      chn_registry_builder_add_member (owner->builder, group, &membership);
      chn_registry_builder_set_place (owner->names, group, id, owner->faults->file, place->line, place->column);
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
    chn_registry_builder_set_place (owner->names, id, item->text, owner->faults->file, item->line, item->column);
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

/* All that is said of an actor, beside its name. */
static void
fill_actor (NameReading *reading, const char *id)
{
  set_codes (reading, id);
  read_aliases (reading, id, chn_registry_builder_add_actor_name);
  if (reading->covers)
    chn_registry_builder_set_covers (reading->builder, id, reading->covers);
  read_members (reading, id);
  read_successors (reading, id);
}

static void
fill_forum (NameReading *reading, const char *id)
{
  read_aliases (reading, id, chn_registry_builder_add_forum_name);
  if (reading->is_recalled)
    chn_registry_builder_set_forum_recalled (reading->builder, id);
}

static void
name_actor (NameReading *reading, const char *id)
{
  chn_registry_builder_add_actor (reading->builder, (ChnActorKind) reading->kind, id, reading->text[CHN_NAME_NAME],
                                  reading->text[CHN_NAME_SHORT], NULL);
}

static void
name_forum (NameReading *reading, const char *id)
{
  chn_registry_builder_add_forum (reading->builder, id, reading->text[CHN_NAME_NAME], reading->text[CHN_NAME_SHORT],
                                  NULL);
}

/* What actors and forums have in common. */
typedef struct {
  const char *noun;
  const char *place; /* as which it is remembered where it stands */
  const char *other; /* what to do instead of declaring it twice */
  void (*name) (NameReading *reading, const char *id);
  void (*fill) (NameReading *reading, const char *id);
} Sort;

static const Sort actors = { "actor", CHN_PLACE_OF_ACTOR,
                             "choose another id, or add to it by aliases, members and covers alone", name_actor,
                             fill_actor };
static const Sort forums = { "forum", NULL, "choose another id, or add to it by aliases alone", name_forum,
                             fill_forum };

/* What another file has declared under the id; its name too. */
static gboolean
is_taken (const NameReading *reading, const Sort *sort, const char *id, const char **name)
{
  const ChnRegistry *declared = chn_registry_builder_get_declared (reading->names);
  const ChnActor *actor = sort == &actors ? chn_registry_get_actor (declared, id) : NULL;
  const ChnForum *forum = sort == &forums ? chn_registry_get_forum (declared, id) : NULL;
  *name = actor ? chn_actor_get_name (actor) : forum ? chn_forum_get_name (forum) : NULL;
  return actor || forum;
}

static char *
dup_difference (const NameReading *reading, const Sort *sort, const char *id)
{
  const ChnRegistry *there = chn_registry_builder_get_declared (reading->names);
  const ChnRegistry *here = chn_registry_builder_get_declared (reading->builder);
  return sort == &actors
             ? chn_actor_dup_difference (chn_registry_get_actor (there, id), chn_registry_get_actor (here, id))
             : chn_forum_dup_difference (chn_registry_get_forum (there, id), chn_registry_get_forum (here, id));
}

static void
report_difference (const NameReading *reading, const Sort *sort, const ChnYamlNode *key, const char *name,
                   const char *difference)
{
  const ChnNamePlace *place = chn_registry_builder_get_place (reading->names, key->text, sort->place);
  g_autofree char *message = place ? g_strdup_printf ("%s \"%s\" is declared otherwise at %s:%u:%u: %s", sort->noun,
                                                      key->text, place->file, place->line, place->column, difference)
                                   : g_strdup_printf ("%s \"%s\" exists already: %s", sort->noun, key->text, name);
  g_autoptr (GError) error = NULL;
  chn_error_set_at (&error, CHN_ERROR_CONFLICT, 0, key->length,
                    place ? "declare both alike, or choose another id" : sort->other, "%s", message);
  chn_yaml_fault_error (reading->faults, key, error);
}

/* By itself, to see whether it is what was declared before. */
static void
compare (NameReading *reading, const Sort *sort, const ChnYamlNode *key, const char *name)
{
  g_autoptr (ChnRegistryBuilder) apart = chn_registry_builder_new (NULL);
  reading->builder = apart;
  sort->name (reading, key->text);
  sort->fill (reading, key->text);
  g_autofree char *difference = dup_difference (reading, sort, key->text);
  if (difference)
    report_difference (reading, sort, key, name, difference);
}

static void
declare (NameReading *reading, const Sort *sort, const ChnYamlNode *key)
{
  const char *name = NULL;
  if (is_taken (reading, sort, key->text, &name)) {
    compare (reading, sort, key, name);
    return;
  }
  chn_registry_builder_set_place (reading->names, key->text, sort->place, reading->faults->file, key->line,
                                  key->column);
  sort->name (reading, key->text);
  sort->fill (reading, key->text);
}

static void
add_later (NameReading *reading, const Sort *sort, const ChnYamlNode *key)
{
  const ChnNamePlace place = { reading->faults->file, key->line, key->column };
  reading->builder = chn_registry_builder_new (NULL);
  reading->kind = CHN_ACTOR_GROUP;
  reading->text[CHN_NAME_NAME] = key->text;
  sort->name (reading, key->text);
  sort->fill (reading, key->text);
  chn_registry_builder_add_to (reading->names, key->text, sort == &forums, reading->builder, &place);
}

/* It says neither what it is nor how it is called. */
static gboolean
is_addition (const ChnYamlNode *value)
{
  gboolean adds =
      chn_yaml_get (value, "aliases") || chn_yaml_get (value, "members") || chn_yaml_get (value, "covers");
  return adds && !chn_yaml_get (value, "name") && !chn_yaml_get (value, "kind");
}

static void
read_entry (NameReading *reading, const Sort *sort, const ChnYamlNode *key, const ChnYamlNode *value)
{
  gboolean adds = is_addition (value);
  const ChnYamlKeys *whole = sort == &actors ? &chn_yaml_actor_keys : &chn_yaml_forum_keys;
  const ChnYamlKeys *further = sort == &actors ? &chn_yaml_actor_addition_keys : &chn_yaml_forum_addition_keys;
  reading->kind = -1;
  chn_yaml_keys_walk (adds ? further : whole, reading->faults, value, visit, reading);
  if (adds)
    add_later (reading, sort, key);
  else if (reading->text[CHN_NAME_NAME] && (sort == &forums || reading->kind >= 0))
    declare (reading, sort, key);
  g_clear_pointer (&reading->covers, chn_date_unref);
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
    NameReading reading = { .names = builder, .builder = builder, .faults = faults };
    read_entry (&reading, section->id == CHN_SECTION_FORUMS ? &forums : &actors, key, value);
  }
}
