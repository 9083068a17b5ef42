/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How events stand to the dates that a query asks for, and which time that is. */
#include "query/standing.h"

#include "query/match/match.h"
#include "query/periods.h"

static gboolean
is_about_dates (const ChnBoundNode *node)
{
  return node->kind == CHN_NODE_TERM && node->condition.term->rule->match == chn_match_periods;
}

gboolean
chn_bound_node_asks_dates (const ChnBoundNode *node)
{
  if (is_about_dates (node))
    return TRUE;
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++)
    if (chn_bound_node_asks_dates (node->children[i]))
      return TRUE;
  return FALSE;
}

/* Of what must all hold the loosest, of what may hold the closest. */
static ChnStanding
find_standing (const ChnBoundNode *node, const ChnColumns *columns, guint row)
{
  if (is_about_dates (node))
    return chn_periods_find_standing (&node->condition, columns, row);
  gboolean is_or = node->kind == CHN_NODE_OR;
  ChnStanding standing = is_or ? CHN_N_STANDINGS : CHN_STANDING_DATED;
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++) {
    const ChnBoundNode *child = node->children[i];
    if (is_or && chn_bound_node_answer (child, columns, row) != CHN_ANSWER_YES)
      continue;
    ChnStanding own = find_standing (child, columns, row);
    standing = is_or ? MIN (standing, own) : MAX (standing, own);
  }
  return standing == CHN_N_STANDINGS ? CHN_STANDING_DATED : standing;
}

void
chn_bound_query_find_standings (const ChnBoundQuery *query, ChnRows *rows)
{
  if (!chn_bound_node_asks_dates (query->root))
    return;
  g_free (rows->standing);
  rows->standing = g_malloc (MAX (rows->n, 1));
  for (guint i = 0; i < rows->n; i++)
    rows->standing[i] = (guint8) find_standing (query->root, query->columns, rows->row[i]);
}

static const ChnDateStretch all_time = { CHN_TIME_MIN, CHN_TIME_MAX };

ChnDateStretch
chn_bound_node_find_reach (const ChnBoundNode *node)
{
  if (is_about_dates (node))
    return chn_periods_find_reach (node->condition.data);
  gboolean is_or = node->kind == CHN_NODE_OR && node->n_children > 0;
  ChnDateStretch reach = is_or ? (ChnDateStretch){ CHN_TIME_MAX, CHN_TIME_MIN } : all_time;
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++) {
    ChnDateStretch own = chn_bound_node_find_reach (node->children[i]);
    reach.earliest = is_or ? MIN (reach.earliest, own.earliest) : MAX (reach.earliest, own.earliest);
    reach.latest = is_or ? MAX (reach.latest, own.latest) : MIN (reach.latest, own.latest);
  }
  return reach;
}

gboolean
chn_bound_node_may_meet (const ChnBoundNode *node, gint64 from, gint64 to)
{
  if (is_about_dates (node))
    return chn_periods_may_meet (node->condition.data, from, to);
  gboolean is_or = node->kind == CHN_NODE_OR && node->n_children > 0;
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++)
    if (chn_bound_node_may_meet (node->children[i], from, to) == is_or)
      return is_or;
  return !is_or;
}

gboolean
chn_bound_node_keeps_own (const ChnBoundNode *node, guint row)
{
  if (is_about_dates (node))
    return chn_periods_keep_own (node->condition.data, row);
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++)
    if (!chn_bound_node_keeps_own (node->children[i], row))
      return FALSE;
  return TRUE;
}

gboolean
chn_bound_node_find_occurrence (const ChnBoundNode *node, guint row, const ChnDateStretch *within,
                                ChnDateStretch *first)
{
  ChnDateStretch own;
  gboolean found = FALSE;
  if (is_about_dates (node))
    return chn_periods_find_occurrence (node->condition.data, row, first) && first->earliest <= within->latest &&
           first->latest >= within->earliest;
  for (guint i = 0; node->kind != CHN_NODE_NOT && i < node->n_children; i++) {
    if (!chn_bound_node_find_occurrence (node->children[i], row, within, &own))
      continue;
    *first = found && first->earliest <= own.earliest ? *first : own;
    found = TRUE;
  }
  return found;
}
