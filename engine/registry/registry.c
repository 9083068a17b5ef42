/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sealed registries, one over another. */
#include <string.h>

#include "registry/lookup.h"
#include "registry/names.h"
#include "registry/zones.h"

ChnRegistry *
chn_registry_new (ChnRegistry *base)
{
  ChnRegistry *registry = g_new0 (ChnRegistry, 1);
  g_atomic_ref_count_init (&registry->references);
  registry->base = base ? chn_registry_ref (base) : NULL;
  registry->zones = base ? NULL : chn_zones_new ();
  registry->arena = chn_arena_new ();
  g_mutex_init (&registry->making);
  return registry;
}

ChnRegistry *
chn_registry_ref (ChnRegistry *registry)
{
  g_atomic_ref_count_inc (&registry->references);
  return registry;
}

void
chn_registry_unref (ChnRegistry *registry)
{
  if (!registry || !g_atomic_ref_count_dec (&registry->references))
    return;
  chn_names_free (registry->actor_names);
  chn_names_free (registry->forum_names);
  g_mutex_clear (&registry->making);
  g_clear_pointer (&registry->actors, g_hash_table_unref);
  g_clear_pointer (&registry->forums, g_hash_table_unref);
  chn_packed_free (registry->packed);
  chn_arena_free (registry->arena);
  chn_zones_free (registry->zones);
  chn_vocabulary_unref (registry->vocabulary);
  chn_registry_unref (registry->base);
  g_free (registry);
}

ChnRegistry *
chn_registry_get_base (const ChnRegistry *registry)
{
  return registry->base;
}

const ChnVocabulary *
chn_registry_get_vocabulary (const ChnRegistry *registry)
{
  while (registry && !registry->vocabulary)
    registry = registry->base;
  return registry ? registry->vocabulary : NULL;
}

ChnZones *
chn_registry_get_zones (const ChnRegistry *registry)
{
  while (registry->base)
    registry = registry->base;
  return registry->zones;
}

/* By path, a forum before those below it. */
static int
compare_forums (gconstpointer a, gconstpointer b)
{
  const char *left = (*(const ChnForum *const *) a)->named.id, *right = (*(const ChnForum *const *) b)->named.id;
  while (*left && *left == *right)
    left++, right++;
  int left_rank = *left == '.' ? 1 : (guchar) *left, right_rank = *right == '.' ? 1 : (guchar) *right;
  return left_rank - right_rank;
}

/* Leaves out those to which something was added further up: that is what `top` has of their ids. */
static void
leave_out_lower (GPtrArray *things, guint from, const ChnRegistry *top, ChnPackedSort sort)
{
  guint kept = from;
  for (guint i = from; i < things->len; i++) {
    const ChnNamed *named = things->pdata[i];
    gconstpointer upper = sort == CHN_PACKED_ACTORS ? (gconstpointer) chn_registry_get_actor (top, named->id)
                                                    : (gconstpointer) chn_registry_get_forum (top, named->id);
    if (upper == named)
      things->pdata[kept++] = things->pdata[i];
  }
  g_ptr_array_set_size (things, (int) kept);
}

static void
add_own (GPtrArray *things, const ChnRegistry *registry, ChnPackedSort sort)
{
  guint32 n = registry->packed ? registry->packed->layer.counts->n_things[sort] : 0;
  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (things, (gpointer) chn_registry_get_packed (registry, sort, i));
  if (registry->packed)
    return;
  GHashTableIter iter;
  gpointer thing;
  g_hash_table_iter_init (&iter, sort == CHN_PACKED_ACTORS ? registry->actors : registry->forums);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    g_ptr_array_add (things, thing);
}

static GPtrArray *
list (const ChnRegistry *registry, gboolean own_only, ChnPackedSort sort)
{
  GPtrArray *things = g_ptr_array_new ();
  for (const ChnRegistry *layer = registry; layer; layer = own_only ? NULL : layer->base) {
    guint before = things->len;
    add_own (things, layer, sort);
    if (layer != registry)
      leave_out_lower (things, before, registry, sort);
  }
  return things;
}

GPtrArray *
chn_registry_get_actors (const ChnRegistry *registry, gboolean own_only)
{
  GPtrArray *actors = list (registry, own_only, CHN_PACKED_ACTORS);
  g_ptr_array_sort (actors, chn_actor_compare);
  return actors;
}

GPtrArray *
chn_registry_get_forums (const ChnRegistry *registry, gboolean own_only)
{
  GPtrArray *forums = list (registry, own_only, CHN_PACKED_FORUMS);
  g_ptr_array_sort (forums, compare_forums);
  return forums;
}
