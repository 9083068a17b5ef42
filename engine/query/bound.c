/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A query bound to a timeline: what it owns, whether a row matches, and which rows do. */
#include "query/bound.h"

#include "query/bind.h"
#include "query/plan.h"

ChnBoundQuery *
chn_query_bind (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today, GError **error)
{
  return chn_query_bind_with (query, timeline, today, NULL, 0, error);
}

ChnBoundQuery *
chn_query_bind_with (const ChnQuery *query, ChnTimeline *timeline, const ChnDate *today, const ChnSavedQuery *own,
                     guint n_own, GError **error)
{
  g_autoptr (ChnBoundQuery) bound = g_new0 (ChnBoundQuery, 1);
  bound->query = chn_query_ref (query);
  bound->saved = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_query_free);
  bound->dates = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_date_unref);
  bound->arena = chn_arena_new ();
  bound->timeline = chn_timeline_ref (timeline);
  bound->columns = chn_timeline_get_columns (timeline);
  bound->own = own;
  bound->n_own = n_own;
  bound->root = chn_bind_tree (bound, today, error);
  bound->own = NULL;
  bound->n_own = 0;
  return bound->root ? g_steal_pointer (&bound) : NULL;
}

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

void
chn_bound_query_run (const ChnBoundQuery *query, gboolean planned, ChnRows *rows)
{
  const ChnColumns *columns = query->columns;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (ChnPlan) plan = { 0 };
  if (planned)
    chn_plan_init (&plan, query->root, columns);
  else
    chn_plan_init_naive (&plan, query->root, columns);
  g_auto (ChnWalk) walk = { 0 };
  chn_walk_init (&walk, &plan);
  for (guint32 row; chn_walk_next (&walk, &row);) {
    guint number = row;
    if (chn_plan_matches (&plan, columns, row))
      g_array_append_val (found, number);
  }
  rows->n = found->len;
  rows->row = g_memdup2 (found->data, MAX (found->len, 1) * sizeof (guint));
}
