/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* YAML nodes: what they are called, looked up by, and how faults are placed in them. */
#include "format/yaml/node.h"

#include <string.h>

#include "base/error.h"
#include "base/report.h"

const char *
chn_yaml_describe (const ChnYamlNode *node)
{
  switch (node->kind) {
  case CHN_YAML_LIST:
    return "a list";
  case CHN_YAML_MAPPING:
    return "a mapping";
  case CHN_YAML_TEXT:
    return node->length > 0 ? "text" : "nothing";
  case CHN_YAML_FAULTY:
    break;
  }
  return "something unreadable";
}

const ChnYamlNode *
chn_yaml_get (const ChnYamlNode *mapping, const char *name)
{
  if (mapping->kind != CHN_YAML_MAPPING)
    return NULL;
  for (const ChnYamlNode *key = mapping->first; key; key = key->next->next)
    if (strcmp (key->text, name) == 0)
      return key->next;
  return NULL;
}

char *
chn_yaml_dup_flow (const ChnYamlNode *node)
{
  gboolean mapping = node->kind == CHN_YAML_MAPPING;
  g_autoptr (GString) flow = g_string_new (mapping ? "{" : "[");
  const ChnYamlNode *item = node->first;
  while (item) {
    const ChnYamlNode *value = mapping ? item->next : NULL;
    if (item->kind != CHN_YAML_TEXT || (value && value->length > 0))
      return NULL;
    g_string_append_printf (flow, "%s%s", item == node->first ? "" : ",", item->text);
    item = mapping ? value->next : item->next;
  }
  g_string_append_c (flow, mapping ? '}' : ']');
  return g_string_free (g_steal_pointer (&flow), FALSE);
}

void
chn_yaml_fault (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnYamlFaultCode code, const char *hint,
                const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_yaml_fault_at (faults, node->line, node->column, code, hint, "%s", message);
}

gboolean
chn_yaml_stands_as_it_is (const ChnYamlNode *node)
{
  return node->span > 0 && node->span == (gsize) g_utf8_strlen (node->text, (gssize) node->length) + 2 * node->inset;
}

void
chn_yaml_fault_error (const ChnYamlFaults *faults, const ChnYamlNode *node, const GError *error)
{
  gsize offset = 0;
  guint column = node->column;
  if (chn_error_get_place (error, &offset, NULL) && offset <= node->length && chn_yaml_stands_as_it_is (node))
    column += node->inset + (guint) g_utf8_strlen (node->text, (gssize) offset);
  chn_report_add_error (faults->report, faults->file, node->line, column, faults->event, error);
}
