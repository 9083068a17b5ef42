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
  chn_zones_free (query->zones);
  g_ptr_array_unref (query->saved);
  chn_timeline_unref (query->timeline);
  chn_query_free (query->query);
  g_free (query);
}

/* "=" asks for what is certain, and so takes unknown for no, before any NOT. */
static ChnAnswer
ask_term (const ChnCondition *condition, const ChnColumns *columns, guint row)
{
  ChnAnswer answer = condition->term->rule->match (condition, columns, row);
  return answer == CHN_ANSWER_UNKNOWN && condition->strict ? CHN_ANSWER_NO : answer;
}

/* One part that is yes decides an OR, one that is no an AND; else one that is unknown leaves it unknown. */
ChnAnswer
chn_bound_node_answer (const ChnBoundNode *node, const ChnColumns *columns, guint row)
{
  if (node->kind == CHN_NODE_TERM)
    return ask_term (&node->condition, columns, row);
  if (node->kind == CHN_NODE_NOT)
    return chn_answer_not (chn_bound_node_answer (node->children[0], columns, row));
  if (node->kind == CHN_NODE_MAYBE)
    return chn_answer_of (chn_bound_node_answer (node->children[0], columns, row) == CHN_ANSWER_UNKNOWN);
  ChnAnswer decisive = node->kind == CHN_NODE_OR ? CHN_ANSWER_YES : CHN_ANSWER_NO;
  ChnAnswer answer = chn_answer_not (decisive);
  for (guint i = 0; i < node->n_children && answer != decisive; i++) {
    ChnAnswer part = chn_bound_node_answer (node->children[i], columns, row);
    if (part == decisive || part == CHN_ANSWER_UNKNOWN)
      answer = part;
  }
  return answer;
}

gboolean
chn_bound_query_matches (const ChnBoundQuery *query, guint row)
{
  g_return_val_if_fail (row < query->columns->n_rows, FALSE);
  return chn_bound_node_answer (query->root, query->columns, row) == CHN_ANSWER_YES;
}
