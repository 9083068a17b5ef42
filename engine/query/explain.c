/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a query is understood and run, in words: its tree, what its names resolved to, its plan. */
#include "query/bound.h"
#include "query/explain-members.h"
#include "query/plan.h"

static const char *const headings[] = {
  [CHN_NODE_AND] = "all of",
  [CHN_NODE_OR] = "any of",
  [CHN_NODE_NOT] = "not",
  [CHN_NODE_MAYBE] = "not known whether",
};

static void
append_estimate (GString *out, const ChnPlan *plan, const ChnColumns *columns)
{
  guint32 n_rows = columns->n_rows;
  if (plan->estimate < n_rows)
    g_string_append_printf (out, "at most %" G_GUINT64_FORMAT " of %u rows", plan->estimate, n_rows);
  else
    g_string_append_printf (out, "any of %u rows", n_rows);
}

static void
append_meaning (GString *out, const ChnNode *term)
{
  const ChnQueryField *field = term->rule->field;
  static const char *const comparisons[] = {
    [CHN_OP_BELOW] = "below",
    [CHN_OP_UP_TO] = "up to",
    [CHN_OP_ABOVE] = "above",
    [CHN_OP_FROM] = "from",
  };
  if (term->op > CHN_OP_STRICT)
    g_string_append (out, comparisons[term->op]);
  else
    g_string_append (out, term->op == CHN_OP_STRICT ? field->strict : field->generous);
}

/* What is explained, and what running it found. */
typedef struct {
  GString *out;
  const ChnColumns *columns;
  guint n_asked, n_unknown;
  ChnRows rows;
  gboolean has_span;
  ChnDateBounds span; /* of the rows found */
} Explaining;

static void
append_term (Explaining *explaining, int depth, const ChnBoundNode *node)
{
  GString *out = explaining->out;
  const ChnColumns *columns = explaining->columns;
  g_auto (ChnPlan) plan = { 0 };
  g_autofree char *text = chn_node_dup_text (node->condition.term);
  g_string_append_printf (out, "%*s%s: ", depth * 2, "", text);
  append_meaning (out, node->condition.term);
  g_string_append (out, "; ");
  chn_plan_init (&plan, node, columns);
  append_estimate (out, &plan, columns);
  g_string_append_c (out, '\n');
  if (node->condition.names && *node->condition.names)
    g_string_append_printf (out, "%*s= %s\n", depth * 2 + 2, "", node->condition.names);
  if (node->condition.actors && explaining->has_span)
    chn_explain_append_members (out, depth * 2 + 4, node->condition.actors, &explaining->span);
}

static void
append_node (Explaining *explaining, int depth, const ChnBoundNode *node)
{
  GString *out = explaining->out;
  if (node->kind == CHN_NODE_TERM) {
    append_term (explaining, depth, node);
    return;
  }
  if (node->saved)
    g_string_append_printf (out, "%*ssaved query %s, %s\n", depth * 2, "", node->saved,
                            node->is_users_own ? "your own" : "the timeline's");
  else
    g_string_append_printf (out, "%*s%s\n", depth * 2, "",
                            node->n_children > 0 ? headings[node->kind] : "everything");
  for (guint i = 0; i < node->n_children; i++)
    append_node (explaining, depth + 1, node->children[i]);
}

static void
append_listed (GString *out, const ChnBoundNode *node)
{
  if (node->kind == CHN_NODE_TERM) {
    g_autofree char *text = chn_node_dup_text (node->condition.term);
    g_string_append (out, text);
    return;
  }
  for (guint i = 0; i < node->n_children; i++) {
    g_string_append (out, i > 0 ? ", " : "");
    append_listed (out, node->children[i]);
  }
}

static void
append_plan (GString *out, const ChnBoundQuery *query)
{
  g_auto (ChnPlan) plan = { 0 };
  chn_plan_init (&plan, query->root, query->columns);
  for (guint i = 0; i < plan.sets->len; i++) {
    g_string_append (out, i == 0 ? "  take the rows listed for " : "  of them those listed for ");
    append_listed (out, g_array_index (plan.sets, ChnRowSet, i).node);
    g_string_append_c (out, '\n');
  }
  if (plan.first > 0 || plan.end < query->columns->n_rows)
    g_string_append_printf (out, "  leave out what the dates rule out: rows %u to %u remain\n", plan.first + 1,
                            plan.end);
  g_string_append (out, "  ask ");
  append_estimate (out, &plan, query->columns);
  g_string_append_c (out, '\n');
}

/* Runs the query as it is planned, and counts. */
static void
run (Explaining *explaining, const ChnBoundQuery *query)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (ChnPlan) plan = { 0 };
  g_auto (ChnWalk) walk = { 0 };
  chn_plan_init (&plan, query->root, query->columns);
  chn_walk_init (&walk, &plan);
  for (guint32 row; chn_walk_next (&walk, &row); explaining->n_asked++) {
    guint number = row;
    ChnAnswer answer = chn_plan_answer (&plan, query->columns, row);
    if (answer == CHN_ANSWER_YES)
      g_array_append_val (found, number);
    explaining->n_unknown += answer == CHN_ANSWER_UNKNOWN ? 1 : 0;
  }
  explaining->rows.n = found->len;
  explaining->rows.row = g_memdup2 (found->data, MAX (found->len, 1) * sizeof (guint));
  explaining->has_span = chn_explain_find_span (query->columns, &explaining->rows, &explaining->span);
}

char *
chn_bound_query_explain (const ChnBoundQuery *query)
{
  GString *out = g_string_new ("query\n");
  Explaining explaining = { .out = out, .columns = query->columns };
  run (&explaining, query);
  g_autofree char *text = chn_node_dup_text (query->query->root);
  g_string_append_printf (out, "  %s\ntree\n", *text ? text : "(everything)");
  append_node (&explaining, 1, query->root);
  g_string_append (out, "plan\n");
  append_plan (out, query);
  g_string_append_printf (out, "run\n  asked %u row%s, found %u", explaining.n_asked,
                          explaining.n_asked == 1 ? "" : "s", explaining.rows.n);
  if (explaining.n_unknown > 0)
    g_string_append_printf (out, ", not known of %u", explaining.n_unknown);
  g_string_append_c (out, '\n');
  chn_rows_clear (&explaining.rows);
  return g_string_free (out, FALSE);
}
