/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a query found only since somebody recalls who belonged to a group: no source attests it. */
#include "query/actors.h"
#include "query/bound.h"

typedef struct {
  const ChnBoundQuery *query;
  const ChnRows *rows;
  guint8 *is_told; /* of each row */
  GPtrArray *told; /* of char */
} Search;

static void
tell (Search *search, const ChnActor *group, const char *id, guint index)
{
  const ChnActor *member = chn_registry_get_actor (chn_timeline_get_registry (search->query->timeline), id);
  gboolean is_office = chn_actor_get_kind (group) == CHN_ACTOR_OFFICE;
  g_autofree char *text = g_strdup_printf (is_office ? "%s as %s" : "%s in %s", chn_actor_get_short_name (member),
                                           chn_actor_get_short_name (group));
  search->is_told[index] = 1;
  if (!g_ptr_array_find_with_equal_func (search->told, text, g_str_equal, NULL))
    g_ptr_array_add (search->told, g_steal_pointer (&text));
}

static void
search_actor (Search *search, const ChnActor *group, guint32 code, guint index)
{
  const ChnColumns *columns = search->query->columns;
  ChnDateBounds at = chn_columns_get_bounds (columns, search->rows->row[index]);
  const char *id = chn_columns_get_code_text (columns, CHN_DICTIONARY_ACTORS, code);
  if (chn_actor_recalls_member (group, id, &at))
    tell (search, group, id, index);
}

static void
search_row (Search *search, const ChnActor *group, guint index)
{
  const ChnColumns *columns = search->query->columns;
  guint n_actors = 0, n_ballots = 0, row = search->rows->row[index];
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n_actors);
  for (guint i = 0; i < n_actors; i++)
    search_actor (search, group, actors[i].actor, index);
  const ChnBallotCell *ballots = chn_columns_get_ballots (columns, row, &n_ballots);
  for (guint i = 0; i < n_ballots; i++)
    search_actor (search, group, ballots[i].actor, index);
}

/* Most groups have no member that is only recalled. */
static gboolean
has_recalled (const ChnActor *group)
{
  guint n = 0;
  const ChnMembership *members = chn_actor_get_members (group, &n);
  for (guint i = 0; i < n; i++)
    if (members[i].is_recalled)
      return TRUE;
  return FALSE;
}

static void
search_node (Search *search, const ChnBoundNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    search_node (search, node->children[i]);
  const ChnActorSet *set = node->kind == CHN_NODE_TERM ? node->condition.actors : NULL;
  for (guint i = 0; set && i < set->n_groups; i++)
    for (guint k = 0; has_recalled (set->groups[i]) && k < search->rows->n; k++)
      search_row (search, set->groups[i], k);
}

char *
chn_bound_query_dup_recalled (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows)
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
