/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether a query asks about something: which decides how its answer is told, not what is in it. */
#include <string.h>

#include "query/bound.h"

static gboolean
names_value (const ChnNode *term, const char *value)
{
  for (guint i = 0; value && i < term->n_values; i++)
    if (term->values[i].low.text && g_ascii_strcasecmp (term->values[i].low.text, value) == 0)
      return TRUE;
  return !value;
}

static gboolean
asks (const ChnBoundNode *node, const char *field, const char *value)
{
  if (node->kind == CHN_NODE_TERM)
    return strcmp (node->condition.term->rule->field->name, field) == 0 && names_value (node->condition.term, value);
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++)
    if (asks (node->children[i], field, value))
      return TRUE;
  return FALSE;
}

gboolean
chn_bound_query_asks (const ChnBoundQuery *query, const char *field, const char *value)
{
  return asks (query->root, field, value);
}

static gboolean
names (const ChnBoundNode *node, const char *field)
{
  if (node->kind == CHN_NODE_TERM)
    return strcmp (node->condition.term->rule->field->name, field) == 0;
  for (guint i = 0; i < node->n_children; i++)
    if (names (node->children[i], field))
      return TRUE;
  return FALSE;
}

gboolean
chn_bound_query_names (const ChnBoundQuery *query, const char *field)
{
  return names (query->root, field);
}
