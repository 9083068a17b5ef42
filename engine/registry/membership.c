/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* To which groups and offices an actor ever belonged: groups name their members, and are looked for by these. */
#include <string.h>

#include "registry/lookup.h"

/* Groups that lie packed are asked without being made. */
static void
add_packed (GPtrArray *found, const ChnRegistry *registry, const char *member)
{
  const ChnPackedLayer *layer = &registry->packed->layer;
  for (guint32 i = 0; i < layer->counts->n_things[CHN_PACKED_ACTORS]; i++)
    for (guint32 m = layer->actors[i].first_member; m < layer->actors[i + 1].first_member; m++)
      if (strcmp (layer->texts + layer->members[m].actor, member) == 0) {
        g_ptr_array_add (found, (gpointer) chn_registry_get_packed (registry, CHN_PACKED_ACTORS, i));
        break;
      }
}

static void
add_built (GPtrArray *found, const ChnRegistry *registry, const char *member)
{
  static const ChnDateBounds ever = { CHN_TIME_MIN, CHN_TIME_MAX, CHN_PRECISION_UNBOUNDED, 0 };
  GHashTableIter iter;
  gpointer actor;
  g_hash_table_iter_init (&iter, registry->actors);
  while (g_hash_table_iter_next (&iter, NULL, &actor))
    if (chn_actor_has_member (actor, member, &ever) != CHN_CERTAINTY_NO)
      g_ptr_array_add (found, actor);
}

GPtrArray *
chn_registry_find_groups (const ChnRegistry *registry, const char *member)
{
  GPtrArray *found = g_ptr_array_new ();
  for (const ChnRegistry *layer = registry; layer; layer = layer->base)
    (layer->packed ? add_packed : add_built) (found, layer, member);
  chn_actors_leave_out_lower (found, registry);
  g_ptr_array_sort (found, chn_actor_compare);
  return found;
}
