/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why rows are left out that a query does not know the answer of: which of its terms they leave open. */
#include "query/bound.h"

/* Terms that were found to be left open, each reason once, in the order of the query. */
typedef struct {
  const ChnColumns *columns;
  guint row;
  GPtrArray *reasons;
} Search;

static gboolean
is_told (const Search *search, const char *reason)
{
  return g_ptr_array_find_with_equal_func (search->reasons, reason, g_str_equal, NULL);
}

/* What is asked with "maybe:" or "=" is never unknown itself. */
static void
search_node (Search *search, const ChnBoundNode *node)
{
  if (node->kind == CHN_NODE_MAYBE)
    return;
  for (guint i = 0; i < node->n_children; i++)
    search_node (search, node->children[i]);
  const char *reason = node->kind == CHN_NODE_TERM ? node->condition.unknown : NULL;
  if (reason && !is_told (search, reason) &&
      chn_bound_node_answer (node, search->columns, search->row) == CHN_ANSWER_UNKNOWN)
    g_ptr_array_add (search->reasons, (gpointer) reason);
}

char *
chn_bound_query_dup_unknown (const ChnBoundQuery *query, const ChnRows *rows)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < rows->n; i++) {
    Search search = { query->columns, rows->row[i], reasons };
    search_node (&search, query->root);
  }
  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : " or ", (const char *) reasons->pdata[i]);
  return g_string_free (out, FALSE);
}
