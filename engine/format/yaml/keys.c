/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Going through a mapping by its table of keys: what is unknown, missing or of the wrong shape is reported. */
#include "format/yaml/keys.h"

#include <string.h>

#include "base/suggest.h"

const char *
chn_yaml_keys_get_name (const ChnYamlKeys *keys, int id)
{
  for (guint i = 0; i < keys->n_keys; i++)
    if (keys->keys[i].id == id)
      return keys->keys[i].name;
  g_return_val_if_reached (NULL);
}

static const ChnYamlKey *
find (const ChnYamlKeys *keys, const char *name)
{
  for (guint i = 0; name && i < keys->n_keys; i++)
    if (strcmp (keys->keys[i].name, name) == 0)
      return &keys->keys[i];
  return NULL;
}

static const char *
get_name (gconstpointer table, guint index)
{
  const ChnYamlKeys *keys = table;
  return index < keys->n_keys ? keys->keys[index].name : NULL;
}

/* What was probably meant, so that its value is read all the same. */
static const char *
report_unknown (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlNode *key)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  gboolean many = chn_yaml_faults_are_many (faults);
  const ChnNameTable candidates = { get_name, keys, NULL };
  chn_suggestion_init (&suggestion, many ? "" : key->text, -1);
  if (!many)
    chn_suggestion_offer_all (&suggestion, &candidates);
  g_autofree char *hint = many ? NULL : chn_suggestion_dup_hint_among (&suggestion, &candidates);
  chn_yaml_fault (faults, key, CHN_YAML_FAULT_UNKNOWN_KEY, hint, "%s has no key \"%.*s\"", keys->what,
                  chn_yaml_fit (key->text), key->text);
  return chn_suggestion_get (&suggestion);
}

const ChnYamlKey *
chn_yaml_keys_take (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlNode *name,
                    ChnYamlGiven *given)
{
  const ChnYamlKey *key = find (keys, name->text);
  const ChnYamlKey *meant = key ? key : find (keys, report_unknown (keys, faults, name));
  guint64 bit = meant ? G_GUINT64_CONSTANT (1) << meant->id : 0;
  given->meant |= bit;
  if (key && given->taken & bit) {
    chn_yaml_fault (faults, name, CHN_YAML_FAULT_DUPLICATE_KEY, "put all values under one of them",
                    "\"%s\" is given in two spellings", chn_yaml_keys_get_name (keys, key->id));
    return NULL;
  }
  given->taken |= key ? bit : 0;
  return key;
}

static const char *
name_shapes (guint shapes)
{
  static const char *const names[] = {
    [CHN_YAML_TEXT] = "text",
    [CHN_YAML_LIST] = "a list",
    [CHN_YAML_TEXT | CHN_YAML_LIST] = "text or a list",
    [CHN_YAML_MAPPING] = "a mapping",
    [CHN_YAML_TEXT | CHN_YAML_MAPPING] = "text or a mapping",
    [CHN_YAML_LIST | CHN_YAML_MAPPING] = "a list or a mapping",
    [CHN_YAML_TEXT | CHN_YAML_LIST | CHN_YAML_MAPPING] = "text, a list or a mapping",
  };
  return shapes < G_N_ELEMENTS (names) ? names[shapes] : NULL;
}

gboolean
chn_yaml_key_check (const ChnYamlKey *key, const ChnYamlFaults *faults, const ChnYamlNode *value)
{
  if (value->kind == CHN_YAML_FAULTY)
    return FALSE;
  if (value->kind == CHN_YAML_TEXT && value->length == 0) {
    chn_yaml_fault (faults, value, CHN_YAML_FAULT_EMPTY, "write a value, or leave the key out", "\"%s\" has no value",
                    key->name);
    return FALSE;
  }
  if (key->shapes & value->kind)
    return TRUE;
  /* An EDTF set reads as a list when its quotes are forgotten. */
  g_autofree char *flow = key->shapes & CHN_YAML_TEXT ? chn_yaml_dup_flow (value) : NULL;
  g_autofree char *hint = flow ? g_strdup_printf ("quote it: %s: \"%s\"", key->name, flow) : NULL;
  chn_yaml_fault (faults, value, CHN_YAML_FAULT_SHAPE, hint, "\"%s\" takes %s, found %s", key->name,
                  name_shapes (key->shapes), chn_yaml_describe (value));
  return FALSE;
}

void
chn_yaml_keys_check_missing (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlGiven *given,
                             guint line, guint column)
{
  for (guint i = 0; i < keys->n_keys; i++)
    if (keys->keys[i].required && !(given->meant & G_GUINT64_CONSTANT (1) << keys->keys[i].id))
      chn_yaml_fault_at (faults, line, column, CHN_YAML_FAULT_MISSING, NULL, "%s needs \"%s\"", keys->what,
                         keys->keys[i].name);
}

void
chn_yaml_keys_walk (const ChnYamlKeys *keys, const ChnYamlFaults *faults, const ChnYamlNode *mapping,
                    ChnYamlVisit visit, gpointer data)
{
  ChnYamlGiven given = { 0, 0 };
  for (const ChnYamlNode *name = mapping->first; name; name = name->next->next) {
    const ChnYamlKey *key = chn_yaml_keys_take (keys, faults, name, &given);
    if (key && chn_yaml_key_check (key, faults, name->next))
      visit (key, name->next, data);
  }
  chn_yaml_keys_check_missing (keys, faults, &given, mapping->line, mapping->column);
}

void
chn_yaml_keys_read_file (const ChnYamlKeys *keys, const ChnYamlFaults *faults, ChnYaml *yaml, ChnYamlSectionFunc read,
                         gpointer data)
{
  gboolean entered = FALSE;
  ChnYamlGiven given = { 0, 0 };
  const ChnYamlNode *other = chn_yaml_enter (yaml, CHN_YAML_MAPPING, &entered);
  if (other && other->kind != CHN_YAML_FAULTY) {
    g_autofree char *begin = g_strdup_printf ("begin with \"%s:\"", keys->keys[0].name);
    chn_yaml_fault (faults, other, CHN_YAML_FAULT_SHAPE, begin, "%s is a mapping, found %s", keys->what,
                    chn_yaml_describe (other));
  }
  const ChnYamlNode *name = entered ? chn_yaml_next_key (yaml) : NULL;
  for (; name; name = chn_yaml_next_key (yaml)) {
    const ChnYamlKey *key = chn_yaml_keys_take (keys, faults, name, &given);
    if (key)
      read (yaml, key, data);
    else
      chn_yaml_skip_value (yaml);
  }
  if (entered && !chn_yaml_is_broken (yaml))
    chn_yaml_keys_check_missing (keys, faults, &given, 1, 1);
}
