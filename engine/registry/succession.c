/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whose place an actor took: predecessors name their successors, and are looked for by these. */
#include <string.h>

#include "registry/lookup.h"

static gboolean
is_among (const char *words, const char *id)
{
  gsize length = strlen (id);
  for (const char *at = strstr (words, id); at; at = strstr (at + 1, id))
    if ((at == words || at[-1] == '\n') && (at[length] == '\n' || at[length] == '\0'))
      return TRUE;
  return FALSE;
}

/* What lies packed need not be made to be asked. */
static void
add_packed (GPtrArray *found, const ChnRegistry *registry, const char *id)
{
  const ChnPackedLayer *layer = &registry->packed->layer;
  for (guint32 i = 0; i < layer->counts->n_things[CHN_PACKED_ACTORS]; i++) {
    const char *successors = chn_packed_layer_get_text (layer, layer->actors[i].successors);
    if (successors && is_among (successors, id))
      g_ptr_array_add (found, (gpointer) chn_registry_get_packed (registry, CHN_PACKED_ACTORS, i));
  }
}

static void
add_built (GPtrArray *found, const ChnRegistry *registry, const char *id)
{
  GHashTableIter iter;
  gpointer actor;
  g_hash_table_iter_init (&iter, registry->actors);
  while (g_hash_table_iter_next (&iter, NULL, &actor))
    if (g_strv_contains (chn_actor_get_successors (actor), id))
      g_ptr_array_add (found, actor);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const ChnActor *const *) a)->named.id, (*(const ChnActor *const *) b)->named.id);
}

GPtrArray *
chn_registry_find_predecessors (const ChnRegistry *registry, const char *id)
{
  GPtrArray *found = g_ptr_array_new ();
  for (const ChnRegistry *layer = registry; layer; layer = layer->base)
    (layer->packed ? add_packed : add_built) (found, layer, id);
  chn_actors_leave_out_lower (found, registry);
  g_ptr_array_sort (found, compare_ids);
  return found;
}
