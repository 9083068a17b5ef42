/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why rows are left out that a query does not know the answer of: which of its terms they leave open. */
#include "query/bound.h"

/* What is left open in some of the rows, each reason once, in the order of the query. */
typedef struct {
  const ChnColumns *columns;
  const ChnRows *rows;
  GPtrArray *reasons;
} Search;

static gboolean
is_left_open (const Search *search, const ChnBoundNode *term)
{
  for (guint i = 0; i < search->rows->n; i++)
    if (chn_bound_node_answer (term, search->columns, search->rows->row[i]) == CHN_ANSWER_UNKNOWN)
      return TRUE;
  return FALSE;
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
  if (reason && !g_ptr_array_find_with_equal_func (search->reasons, reason, g_str_equal, NULL) &&
      is_left_open (search, node))
    g_ptr_array_add (search->reasons, (gpointer) reason);
}

char *
chn_bound_query_dup_unknown (const ChnBoundQuery *query, const ChnRows *rows)
{
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  Search search = { query->columns, rows, reasons };
  GString *out = g_string_new (NULL);
  search_node (&search, query->root);
  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (out, "%s%s", i == 0 ? "" : " or ", (const char *) reasons->pdata[i]);
  return g_string_free (out, FALSE);
}
