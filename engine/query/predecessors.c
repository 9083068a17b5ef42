/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a query found as the act of one that is no more, whose place an actor of the query took. */
#include "query/actors.h"
#include "query/told.h"

/* The actor of a set that took the place of another. */
static const ChnActor *
find_successor (const ChnActorSet *set, const ChnActor *before)
{
  for (guint i = 0; i < set->n_actors; i++)
    if (g_strv_contains (chn_actor_get_successors (before), chn_actor_get_id (set->actors[i])))
      return set->actors[i];
  return NULL;
}

/* "Soviet Union for Russia" */
static char *
tell (const ChnTold *told, gconstpointer subject, guint32 code, const ChnDateBounds *at)
{
  (void) at;
  const ChnActorSet *set = subject;
  if (!chn_codes_contain (set->before, code))
    return NULL;
  const ChnActor *before = chn_registry_get_actor (set->registry, chn_told_get_id (told, code));
  const ChnActor *successor = before ? find_successor (set, before) : NULL;
  return successor
             ? g_strdup_printf ("%s for %s", chn_actor_get_short_name (before), chn_actor_get_short_name (successor))
             : NULL;
}

static void
search_node (ChnTold *told, const ChnBoundNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    search_node (told, node->children[i]);
  const ChnActorSet *set = node->kind == CHN_NODE_TERM ? node->condition.actors : NULL;
  if (set && set->before)
    chn_told_ask_rows (told, tell, set);
}

char *
chn_bound_query_dup_predecessors (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows)
{
  ChnTold told = chn_told_start (query, rows);
  search_node (&told, query->root);
  return chn_told_finish (&told, n_rows);
}
