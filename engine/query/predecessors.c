/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a query found as the act of one that is no more, whose place an actor of the query took. */
#include "query/actors.h"
#include "query/bound.h"

typedef struct {
  const ChnBoundQuery *query;
  const ChnRows *rows;
  guint8 *is_told; /* of each row */
  GPtrArray *told; /* of char */
} Search;

/* The actor of a set that took the place of another. */
static const ChnActor *
find_successor (const ChnActorSet *set, const ChnActor *before)
{
  for (guint i = 0; i < set->n_actors; i++)
    if (g_strv_contains (chn_actor_get_successors (before), chn_actor_get_id (set->actors[i])))
      return set->actors[i];
  return NULL;
}

static void
search_actor (Search *search, const ChnActorSet *set, guint32 code, guint index)
{
  if (!chn_codes_contain (set->before, code))
    return;
  const char *id = chn_columns_get_code_text (search->query->columns, CHN_DICTIONARY_ACTORS, code);
  const ChnActor *before = chn_registry_get_actor (set->registry, id);
  const ChnActor *successor = before ? find_successor (set, before) : NULL;
  if (!successor)
    return;
  g_autofree char *text =
      g_strdup_printf ("%s for %s", chn_actor_get_short_name (before), chn_actor_get_short_name (successor));
  search->is_told[index] = 1;
  if (!g_ptr_array_find_with_equal_func (search->told, text, g_str_equal, NULL))
    g_ptr_array_add (search->told, g_steal_pointer (&text));
}

static void
search_row (Search *search, const ChnActorSet *set, guint index)
{
  const ChnColumns *columns = search->query->columns;
  guint n_actors = 0, n_ballots = 0, row = search->rows->row[index];
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n_actors);
  for (guint i = 0; i < n_actors; i++)
    search_actor (search, set, actors[i].actor, index);
  const ChnBallotCell *ballots = chn_columns_get_ballots (columns, row, &n_ballots);
  for (guint i = 0; i < n_ballots; i++)
    search_actor (search, set, ballots[i].actor, index);
}

static void
search_node (Search *search, const ChnBoundNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    search_node (search, node->children[i]);
  const ChnActorSet *set = node->kind == CHN_NODE_TERM ? node->condition.actors : NULL;
  for (guint k = 0; set && set->before && k < search->rows->n; k++)
    search_row (search, set, k);
}

char *
chn_bound_query_dup_predecessors (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint8 *is_told = g_new0 (guint8, rows->n + 1);
  Search search = { query, rows, is_told, told };
  search_node (&search, query->root);
  *n_rows = 0;
  for (guint i = 0; i < rows->n; i++)
    *n_rows += is_told[i];
  g_ptr_array_add (told, NULL);
  return told->len > 1 ? g_strjoinv (", ", (char **) told->pdata) : NULL;
}
