/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * An event of a timeline file (chancery-timeline(5)):
 *
 *   event     := { key: value }            keys of the event table; a plural also in the singular
 *   text, date, term, number := scalar     by the shape of the field
 *   list      := scalar | [scalar ...]
 *   actors    := actor | [actor ...]       actor := name | {name: role} | {name: [role ...]}
 *   ignore    := {rule: reason ...} | [{rule: reason} ...]
 *   relations := {type: targets ...} | [{type: targets} ...]     targets := id | [id ...]
 */
#include "format/yaml/event.h"

#include <string.h>

#include "model/field-text.h"
#include "model/ignored.h"

typedef struct {
  ChnYamlFaults *faults;
  ChnEvent *event;
} Reading;

typedef void (*PairReader) (const Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value);
typedef void (*FieldReader) (const Reading *reading, ChnField field, const ChnYamlNode *value);

static void
read_value (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  if (!chn_event_set_field (reading->event, field, value->text, (gssize) value->length, &error))
    chn_yaml_fault_error (reading->faults, value, error);
}

static void
read_list (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  guint index = 0;
  for (const ChnYamlNode *item = chn_yaml_get_items (value); item; item = chn_yaml_next_of (value, item)) {
    if (!chn_yaml_check_item (reading->faults, chn_field_get_info (field)->name, item))
      continue;
    chn_event_add_item (reading->event, field, item->text, (gssize) item->length);
    chn_yaml_set_position (reading->event, field, index++, item);
  }
}

static void
add_actor (const Reading *reading, const ChnYamlNode *actor, guint role)
{
  guint n = 0;
  chn_event_get_actors (reading->event, &n);
  chn_event_add_actor (reading->event, actor->text, (gssize) actor->length, role);
  chn_yaml_set_position (reading->event, CHN_FIELD_ACTORS, n, actor);
}

static void
read_roles (const Reading *reading, const ChnYamlNode *actor, const ChnYamlNode *roles)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (roles); item; item = chn_yaml_next_of (roles, item)) {
    if (!chn_yaml_check_item (reading->faults, "roles", item))
      continue;
    g_autoptr (GError) error = NULL;
    int role = chn_event_find_term (reading->event, CHN_VOCABULARY_ROLE, item->text, (gssize) item->length, &error);
    if (role < 0)
      chn_yaml_fault_error (reading->faults, item, error);
    else
      add_actor (reading, actor, (guint) role);
  }
}

static void
read_actor (const Reading *reading, const ChnYamlNode *item)
{
  if (item->kind == CHN_YAML_MAPPING) {
    for (const ChnYamlNode *actor = item->first; actor; actor = actor->next->next)
      read_roles (reading, actor, actor->next);
  } else if (chn_yaml_check_item (reading->faults, "actors", item)) {
    add_actor (reading, item, 0);
  }
}

static void
read_actors (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  (void) field;
  for (const ChnYamlNode *item = chn_yaml_get_items (value); item; item = chn_yaml_next_of (value, item))
    read_actor (reading, item);
}

static void
read_pairs_of (const Reading *reading, const ChnYamlNode *mapping, PairReader read)
{
  for (const ChnYamlNode *key = mapping->first; key; key = key->next->next)
    read (reading, key, key->next);
}

/* Pairs of a mapping; a list of mappings keeps an order in which a key comes back. */
static void
read_pairs (const Reading *reading, ChnField field, const ChnYamlNode *value, PairReader read)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (value); item; item = chn_yaml_next_of (value, item)) {
    if (item->kind == CHN_YAML_MAPPING)
      read_pairs_of (reading, item, read);
    else if (item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (reading->faults, item, CHN_YAML_FAULT_SHAPE, "write {KEY: VALUE}",
                      "found %s among %s, expected a mapping", chn_yaml_describe (item),
                      chn_field_get_info (field)->name);
  }
}

static void
read_targets (const Reading *reading, guint type, const ChnYamlNode *targets)
{
  guint n = 0;
  for (const ChnYamlNode *item = chn_yaml_get_items (targets); item; item = chn_yaml_next_of (targets, item)) {
    if (!chn_yaml_check_item (reading->faults, "targets", item))
      continue;
    chn_event_get_relations (reading->event, &n);
    chn_event_add_relation (reading->event, type, item->text, (gssize) item->length);
    chn_yaml_set_position (reading->event, CHN_FIELD_RELATIONS, n, item);
  }
}

static void
read_relation (const Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  int type = chn_event_find_term (reading->event, CHN_VOCABULARY_RELATION, key->text, (gssize) key->length, &error);
  if (type < 0)
    chn_yaml_fault_error (reading->faults, key, error);
  else
    read_targets (reading, (guint) type, value);
}

static void
read_relations (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  read_pairs (reading, field, value, read_relation);
}

static void
add_extra (const char *key, const char *value, gpointer event)
{
  chn_event_add_extra (event, key, value);
}

static void
read_reason (const Reading *reading, const ChnYamlNode *key, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  if (chn_yaml_check_item (reading->faults, "reasons", value) &&
      !chn_event_add_ignored (reading->event, key->text, key->length, value->text, value->length, &error))
    chn_yaml_fault_error (reading->faults, key, error);
}

static void
read_ignore (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  read_pairs (reading, field, value, read_reason);
}

static void
read_extra (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  (void) field;
  chn_yaml_read_extras (reading->faults, value, add_extra, reading->event);
}

static void
read_vote (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  (void) field;
  chn_yaml_read_vote (reading->faults, value, reading->event);
}

static void
read_sources (const Reading *reading, ChnField field, const ChnYamlNode *value)
{
  (void) field;
  chn_yaml_read_citations (reading->faults, value, reading->event);
}

static FieldReader
find_reader (ChnField field)
{
  static const FieldReader by_shape[] = {
    [CHN_SHAPE_TEXT] = read_value,   [CHN_SHAPE_DATE] = read_value, [CHN_SHAPE_TERM] = read_value,
    [CHN_SHAPE_NUMBER] = read_value, [CHN_SHAPE_LIST] = read_list,  [CHN_SHAPE_COMPOUND] = NULL,
  };
  static const FieldReader by_field[CHN_N_FIELDS] = {
    [CHN_FIELD_ACTORS] = read_actors,   [CHN_FIELD_VOTE] = read_vote,     [CHN_FIELD_RELATIONS] = read_relations,
    [CHN_FIELD_SOURCES] = read_sources, [CHN_FIELD_IGNORE] = read_ignore, [CHN_FIELD_EXTRA] = read_extra,
  };
  return by_field[field] ? by_field[field] : by_shape[chn_field_get_info (field)->shape];
}

/* Lists have a position for each item instead. */
static gboolean
has_one_position (ChnField field)
{
  ChnFieldShape shape = chn_field_get_info (field)->shape;
  return field == CHN_FIELD_VOTE || (shape != CHN_SHAPE_LIST && shape != CHN_SHAPE_COMPOUND);
}

/*
 * What is wrong with a required value that was given, or given under a misspelt key, has been
 * said: a position tells the builder so, and an id must stand in for a faulty one.
 */
static void
settle_required (const ChnYamlNode *mapping, guint64 meant, ChnEvent *event)
{
  static const ChnField required[] = { CHN_FIELD_DATE, CHN_FIELD_TITLE };
  gboolean named = (meant & G_GUINT64_CONSTANT (1) << CHN_FIELD_ID) != 0;
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (meant & G_GUINT64_CONSTANT (1) << required[i] && !chn_event_get_text (event, required[i]))
      chn_yaml_set_position (event, required[i], 0, mapping);
  if (!chn_event_get_text (event, CHN_FIELD_ID))
    chn_yaml_set_position (event, CHN_FIELD_ID, 0, mapping);
  if (!chn_event_get_text (event, CHN_FIELD_ID) && named) {
    g_autofree char *stopgap = g_strdup_printf ("line-%u", mapping->line);
    chn_event_set_text (event, CHN_FIELD_ID, stopgap, -1);
  }
}

void
chn_yaml_read_event (ChnYamlFaults *faults, const ChnYamlNode *mapping, ChnEvent *event)
{
  Reading reading = { faults, event };
  ChnYamlGiven given = { 0, 0 };
  for (const ChnYamlNode *name = mapping->first; name; name = name->next->next) {
    const ChnYamlKey *key = chn_yaml_keys_take (&chn_yaml_event_keys, faults, name, &given);
    if (!key)
      continue;
    if (has_one_position ((ChnField) key->id))
      chn_yaml_set_position (event, (ChnField) key->id, 0, name->next);
    if (chn_yaml_key_check (key, faults, name->next))
      find_reader ((ChnField) key->id) (&reading, (ChnField) key->id, name->next);
  }
  settle_required (mapping, given.meant, event);
}
