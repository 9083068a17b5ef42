/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Names of actors and forums that another file declares, in tables of their own:
 *
 *   names   := { id: spelling | {language: spelling, ...} }
 *   spelling := alias | [alias ...]
 *
 * A language is a tag of BCP 47, such as fr or zh-Hant.
 */
#include "format/yaml/further-names.h"

#include "format/yaml/alias.h"
#include "registry/further-names.h"

typedef struct {
  ChnRegistryBuilder *builder;
  const ChnYamlFaults *faults;
  const ChnYamlNode *id;
  const char *language; /* NULL where none is said */
} Owner;

static void
read_alias (const Owner *owner, const ChnYamlNode *item)
{
  ChnAlias alias;
  if (!chn_yaml_read_alias (owner->faults, item, &alias))
    return;
  if (owner->language)
    alias.language = owner->language;
  const ChnNamePlace place = { owner->faults->file, owner->id->line, owner->id->column };
  chn_registry_builder_add_later (owner->builder, owner->id->text, &alias, &place);
  g_clear_pointer (&alias.during, chn_date_unref);
}

static void
read_spellings (const Owner *owner, const ChnYamlNode *value)
{
  if (value->kind == CHN_YAML_FAULTY)
    return;
  if (value->kind != CHN_YAML_LIST) {
    read_alias (owner, value);
    return;
  }
  for (const ChnYamlNode *item = value->first; item; item = item->next)
    read_alias (owner, item);
}

static gboolean
is_language (const char *tag)
{
  return g_regex_match_simple ("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$", tag, 0, 0);
}

static void
read_languages (Owner *owner, const ChnYamlNode *languages)
{
  for (const ChnYamlNode *key = languages->first; key; key = key->next->next) {
    owner->language = key->text;
    if (is_language (key->text))
      read_spellings (owner, key->next);
    else
      chn_yaml_fault (owner->faults, key, CHN_YAML_FAULT_VALUE, "write a tag such as fr or zh-Hant",
                      "\"%.*s\" is no language", chn_yaml_fit (key->text), key->text);
  }
}

void
chn_yaml_further_names_read (ChnRegistryBuilder *builder, ChnYaml *yaml, const ChnYamlKey *section,
                             const ChnYamlFaults *faults)
{
  gboolean entered = FALSE;
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other)
    chn_yaml_key_check (section, faults, other);
  for (const ChnYamlNode *key = entered ? chn_yaml_next_key (yaml) : NULL; key; key = chn_yaml_next_key (yaml)) {
    const ChnYamlNode *value = chn_yaml_read_value (yaml);
    Owner owner = { builder, faults, key, NULL };
    if (value && value->kind == CHN_YAML_MAPPING && !chn_yaml_get (value, "name"))
      read_languages (&owner, value);
    else if (value)
      read_spellings (&owner, value);
  }
}
