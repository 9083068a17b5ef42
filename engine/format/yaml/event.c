/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the values of an event have in common: items that may stand alone, whole numbers, places. */
#include "format/yaml/event.h"

#include "model/field-text.h"

void
chn_yaml_set_position (ChnEvent *event, ChnField field, guint index, const ChnYamlNode *node)
{
  chn_event_set_position (event, field, index, node->line, node->column);
}

gboolean
chn_yaml_check_item (const ChnYamlFaults *faults, const char *what, const ChnYamlNode *item)
{
  if (item->kind == CHN_YAML_TEXT && item->length > 0)
    return TRUE;
  if (item->kind != CHN_YAML_FAULTY)
    chn_yaml_fault (faults, item, item->kind == CHN_YAML_TEXT ? CHN_YAML_FAULT_EMPTY : CHN_YAML_FAULT_SHAPE, NULL,
                    "found %s among %s, expected text", chn_yaml_describe (item), what);
  return FALSE;
}

const ChnYamlNode *
chn_yaml_get_items (const ChnYamlNode *node)
{
  return node->kind == CHN_YAML_LIST ? node->first : node;
}

const ChnYamlNode *
chn_yaml_next_of (const ChnYamlNode *node, const ChnYamlNode *item)
{
  return node->kind == CHN_YAML_LIST ? item->next : NULL;
}

gboolean
chn_yaml_read_number (const ChnYamlFaults *faults, const ChnYamlNode *node, ChnFieldRange range, guint *number)
{
  if (chn_field_parse_number (node->text, node->length, range, number))
    return TRUE;
  g_autoptr (GError) error = NULL;
  chn_field_set_number_error (&error, node->text, node->length, range);
  chn_yaml_fault_error (faults, node, error);
  return FALSE;
}
