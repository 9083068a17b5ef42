/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Another name of an actor or forum:
 *
 *   alias := name | {name: text, during: date, note: text, language: tag, confidence: attested | recalled}
 *                 | {name: text, named: date, ...}
 *
 * "named" says that it was the name itself for as long, and so stands in place of "during".
 */
#include "format/yaml/alias.h"

#include "format/yaml/event.h"

ChnDate *
chn_yaml_read_term (const ChnYamlFaults *faults, const ChnYamlNode *value)
{
  g_autoptr (GError) error = NULL;
  ChnDate *date = chn_date_parse (value->text, (gssize) value->length, &error);
  if (error)
    chn_yaml_fault_error (faults, value, error);
  return date;
}

gboolean
chn_yaml_read_recalled (const ChnYamlFaults *faults, const ChnYamlNode *value)
{
  gboolean is_recalled = g_str_equal (value->text, CHN_NAME_RECALLED);
  if (!is_recalled && !g_str_equal (value->text, "attested"))
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_VALUE, "one of: attested, recalled", "unknown confidence \"%.*s\"",
                    chn_yaml_fit (value->text), value->text);
  return is_recalled;
}

typedef struct {
  const ChnYamlFaults *faults;
  ChnAlias *alias;
} Reading;

static void
read_term (const Reading *reading, const ChnYamlKey *key, const ChnYamlNode *value)
{
  if (reading->alias->during) {
    chn_yaml_fault (reading->faults, value, CHN_YAML_FAULT_DUPLICATE_KEY,
                    "write \"named\" where it was the name itself, else \"during\"",
                    "an alias has either \"during\" or \"named\"");
    return;
  }
  reading->alias->during = chn_yaml_read_term (reading->faults, value);
  reading->alias->was_name = key->id == CHN_NAME_NAMED;
}

static void
visit (const ChnYamlKey *key, const ChnYamlNode *value, gpointer data)
{
  const Reading *reading = data;
  ChnAlias *alias = reading->alias;
  switch (key->id) {
  case CHN_NAME_NAME:
    alias->name = value->text;
    break;
  case CHN_NAME_DURING:
  case CHN_NAME_NAMED:
    read_term (reading, key, value);
    break;
  case CHN_NAME_NOTE:
    alias->note = value->text;
    break;
  case CHN_NAME_LANGUAGE:
    alias->language = value->text;
    break;
  case CHN_NAME_CONFIDENCE:
    alias->is_recalled = chn_yaml_read_recalled (reading->faults, value);
    break;
  default:
    g_return_if_reached ();
  }
}

gboolean
chn_yaml_read_alias (const ChnYamlFaults *faults, const ChnYamlNode *item, ChnAlias *alias)
{
  Reading reading = { faults, alias };
  *alias = (ChnAlias){ .name = NULL };
  if (item->kind == CHN_YAML_MAPPING)
    chn_yaml_keys_walk (&chn_yaml_alias_keys, faults, item, visit, &reading);
  else if (chn_yaml_check_item (faults, "aliases", item))
    alias->name = item->text;
  if (!alias->name)
    g_clear_pointer (&alias->during, chn_date_unref);
  return alias->name != NULL;
}
