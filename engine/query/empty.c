/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why nothing answers a query: what each part has by itself, and what is near a part that has nothing. */
#include <string.h>

#include "query/bound.h"
#include "query/near.h"
#include "query/plan.h"

/* So many parts, and near misses of each, are told. */
enum { MOST_PARTS = 6, MOST_NEAR = 2 };

static guint
count (const ChnBoundNode *node, const ChnColumns *columns)
{
  guint n = 0;
  g_auto (ChnPlan) plan = { 0 };
  g_auto (ChnWalk) walk = { 0 };
  chn_plan_init (&plan, node, columns);
  chn_walk_init (&walk, &plan);
  for (guint32 row; chn_walk_next (&walk, &row);)
    n += chn_plan_answer (&plan, columns, row) == CHN_ANSWER_YES;
  return n;
}

static void
append_node (GString *out, const ChnBoundNode *node)
{
  static const char *const between[] = {
    [CHN_NODE_AND] = " ", [CHN_NODE_OR] = " OR ", [CHN_NODE_NOT] = "", [CHN_NODE_MAYBE] = ""
  };
  if (node->saved) {
    g_string_append_printf (out, "@@%s", node->saved);
    return;
  }
  if (node->kind == CHN_NODE_TERM) {
    g_autofree char *text = chn_node_dup_text (node->condition.term);
    g_string_append (out, text);
    return;
  }
  gboolean encloses = node->n_children > 1 || node->kind == CHN_NODE_MAYBE;
  g_string_append (out, node->kind == CHN_NODE_NOT ? "NOT " : node->kind == CHN_NODE_MAYBE ? "maybe:" : "");
  g_string_append (out, encloses ? "(" : "");
  for (guint i = 0; i < node->n_children; i++) {
    g_string_append (out, i > 0 ? between[node->kind] : "");
    append_node (out, node->children[i]);
  }
  g_string_append (out, encloses ? ")" : "");
}

/* What a query in words has; nothing where it is none, or names what does not exist. */
static guint
count_text (const ChnBoundQuery *query, const char *text)
{
  g_autoptr (ChnQuery) parsed = chn_query_parse_in (text, &query->query->limits, query->columns->vocabulary, NULL);
  g_autoptr (ChnBoundQuery) bound = parsed ? chn_query_bind (parsed, query->timeline, NULL, NULL) : NULL;
  return bound ? count (bound->root, bound->columns) : 0;
}

/* "tag:iccc has none; tag:icc has 18" */
static void
append_nothing (GString *out, const ChnBoundQuery *query, const ChnBoundNode *node)
{
  guint told = 0;
  append_node (out, node);
  g_string_append (out, node == query->root ? " has none" : " alone has none");
  if (node->kind != CHN_NODE_TERM)
    return;
  g_autoptr (GPtrArray) near = chn_near_list (query, &node->condition);
  for (guint i = 0; i < near->len && told < MOST_NEAR; i++) {
    guint n = count_text (query, near->pdata[i]);
    if (n > 0)
      g_string_append_printf (out, "%s%s has %u", told++ == 0 ? ", " : " and ", (char *) near->pdata[i], n);
  }
}

/* Each part that has nothing by itself; FALSE where all have something. */
static gboolean
append_empty_parts (GString *out, const ChnBoundQuery *query, const guint *counts)
{
  const ChnBoundNode *root = query->root;
  guint told = 0;
  for (guint i = 0; i < root->n_children; i++) {
    if (counts[i] > 0 || told == MOST_PARTS)
      continue;
    g_string_append (out, told++ > 0 ? "; " : "");
    append_nothing (out, query, root->children[i]);
  }
  return told > 0;
}

static void
append_counts (GString *out, const ChnBoundNode *root, const guint *counts)
{
  for (guint i = 0; i < MIN (root->n_children, MOST_PARTS); i++) {
    g_string_append (out, i > 0 ? ", " : "");
    append_node (out, root->children[i]);
    g_string_append_printf (out, i > 0 ? " %u" : " alone has %u", counts[i]);
  }
}

/* What is left of an AND without one of its parts. */
static guint
count_without (const ChnBoundQuery *query, guint without)
{
  const ChnBoundNode *root = query->root;
  g_autofree ChnBoundNode **rest = g_new (ChnBoundNode *, root->n_children);
  ChnBoundNode node = { .kind = CHN_NODE_AND, .children = rest };
  for (guint i = 0; i < root->n_children; i++)
    if (i != without)
      rest[node.n_children++] = root->children[i];
  return count (&node, query->columns);
}

/* Where three or more parts share nothing, each without which they do share something. */
static void
append_without (GString *out, const ChnBoundQuery *query)
{
  const ChnBoundNode *root = query->root;
  for (guint i = 0; root->n_children > 2 && i < MIN (root->n_children, MOST_PARTS); i++) {
    guint n = count_without (query, i);
    if (n == 0)
      continue;
    g_string_append (out, "; without ");
    append_node (out, root->children[i]);
    g_string_append_printf (out, " there %s %u", n == 1 ? "is" : "are", n);
  }
}

/* Two values of one field, where either was meant. */
static void
append_either (GString *out, const ChnBoundNode *root)
{
  const ChnBoundNode *first = root->children[0], *second = root->children[1];
  gboolean terms = root->n_children == 2 && first->kind == CHN_NODE_TERM && second->kind == CHN_NODE_TERM;
  const ChnNode *a = terms ? first->condition.term : NULL, *b = terms ? second->condition.term : NULL;
  if (!a || a->rule != b->rule || a->op != b->op || a->op > CHN_OP_STRICT || *a->rule->field->name == '\0' ||
      a->n_values != 1 || b->n_values != 1)
    return;
  g_string_append_printf (out, "; '%s%s(", a->rule->field->name, chn_op_get_text (a->op));
  chn_value_append_text (&a->values[0], out);
  g_string_append (out, ",");
  chn_value_append_text (&b->values[0], out);
  g_string_append (out, ")' asks for either");
}

static void
append_reasons (GString *out, const ChnBoundQuery *query)
{
  const ChnBoundNode *root = query->root;
  gboolean has_parts =
      (root->kind == CHN_NODE_AND || root->kind == CHN_NODE_OR) && root->n_children > 1 && !root->saved;
  if (!has_parts) {
    append_nothing (out, query, root);
    return;
  }
  g_autofree guint *counts = g_new (guint, root->n_children);
  for (guint i = 0; i < root->n_children; i++)
    counts[i] = count (root->children[i], query->columns);
  if (append_empty_parts (out, query, counts))
    return;
  append_counts (out, root, counts);
  append_without (out, query);
  append_either (out, root);
}

char *
chn_bound_query_dup_empty (const ChnBoundQuery *query)
{
  GString *out = g_string_new (NULL);
  gboolean asks_all = query->root->kind == CHN_NODE_AND && query->root->n_children == 0;
  if (query->columns->n_rows == 0)
    g_string_append (out, "the timeline has none");
  else if (!asks_all)
    append_reasons (out, query);
  return g_string_free (out, FALSE);
}
