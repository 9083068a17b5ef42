/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What no field holds, of an event and of the file:
 *
 *   extra  := {key: values ...} | [{key: values} ...]       a list where keys come back
 *   values := scalar | [scalar ...]
 */
#include "format/yaml/event.h"
#include "format/yaml/scalar.h"
#include "format/yaml/write.h"

typedef struct {
  const ChnYamlFaults *faults;
  ChnYamlAddExtra add;
  gpointer data;
} Reading;

static void
read_values (const Reading *reading, const ChnYamlNode *key, const ChnYamlNode *values)
{
  for (const ChnYamlNode *item = chn_yaml_get_items (values); item; item = chn_yaml_next_of (values, item)) {
    if (item->kind == CHN_YAML_TEXT)
      reading->add (key->text, item->text, reading->data);
    else
      chn_yaml_check_item (reading->faults, "extra values", item);
  }
}

void
chn_yaml_read_extras (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlAddExtra add, gpointer data)
{
  Reading reading = { faults, add, data };
  for (const ChnYamlNode *item = chn_yaml_get_items (node); item; item = chn_yaml_next_of (node, item)) {
    if (item->kind != CHN_YAML_MAPPING && item->kind != CHN_YAML_FAULTY)
      chn_yaml_fault (faults, item, CHN_YAML_FAULT_SHAPE, "write {KEY: VALUE}",
                      "found %s among extra, expected a mapping", chn_yaml_describe (item));
    for (const ChnYamlNode *key = item->kind == CHN_YAML_MAPPING ? item->first : NULL; key; key = key->next->next)
      read_values (&reading, key, key->next);
  }
}

/* One a line; keys of others may be long. */
void
chn_yaml_append_extra (GString *out, guint indent, const char *key, const char *value)
{
  g_string_append_printf (out, "%*s- ", (int) indent, "");
  chn_scalar_append_key (out, key, indent + 2);
  g_string_append_c (out, ' ');
  chn_scalar_append (out, value, CHN_SCALAR_TEXT);
  g_string_append_c (out, '\n');
}
