/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A query bound to a timeline: what it owns, and whether a row matches. */
#include "query/bound.h"

void
chn_bound_query_free (ChnBoundQuery *query)
{
  if (!query)
    return;
  chn_arena_free (query->arena);
  g_ptr_array_unref (query->dates);
  g_ptr_array_unref (query->saved);
  chn_timeline_unref (query->timeline);
  chn_query_free (query->query);
  g_free (query);
}

gboolean
chn_bound_node_matches (const ChnBoundNode *node, const ChnColumns *columns, guint row)
{
  if (node->kind == CHN_NODE_TERM)
    return node->condition.term->rule->match (&node->condition, columns, row);
  if (node->kind == CHN_NODE_NOT)
    return !chn_bound_node_matches (node->children[0], columns, row);
  gboolean is_or = node->kind == CHN_NODE_OR;
  for (guint i = 0; i < node->n_children; i++)
    if (chn_bound_node_matches (node->children[i], columns, row) == is_or)
      return is_or;
  return !is_or;
}

gboolean
chn_bound_query_matches (const ChnBoundQuery *query, guint row)
{
  g_return_val_if_fail (row < query->columns->n_rows, FALSE);
  return chn_bound_node_matches (query->root, query->columns, row);
}
