/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a query found only since somebody recalls who belonged to a group: no source attests it. */
#include "query/actors.h"
#include "query/told.h"

/* "China in Group of 77" */
static char *
tell (const ChnTold *told, gconstpointer group, guint32 code, const ChnDateBounds *at)
{
  const char *actor = chn_told_get_id (told, code);
  if (!chn_actor_recalls_member (group, actor, at))
    return NULL;
  const ChnActor *member = chn_registry_get_actor (chn_timeline_get_registry (told->query->timeline), actor);
  gboolean is_office = chn_actor_get_kind (group) == CHN_ACTOR_OFFICE;
  return g_strdup_printf (is_office ? "%s as %s" : "%s in %s", chn_actor_get_short_name (member),
                          chn_actor_get_short_name (group));
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
search_node (ChnTold *told, const ChnBoundNode *node)
{
  for (guint i = 0; i < node->n_children; i++)
    search_node (told, node->children[i]);
  const ChnActorSet *set = node->kind == CHN_NODE_TERM ? node->condition.actors : NULL;
  for (guint i = 0; set && i < set->n_groups; i++)
    if (has_recalled (set->groups[i]))
      chn_told_ask_rows (told, tell, set->groups[i]);
}

char *
chn_bound_query_dup_recalled (const ChnBoundQuery *query, const ChnRows *rows, guint *n_rows)
{
  ChnTold told = chn_told_start (query, rows);
  search_node (&told, query->root);
  return chn_told_finish (&told, n_rows);
}
