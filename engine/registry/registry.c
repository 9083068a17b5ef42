/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Sealed registries, one over another. */
#include <string.h>

#include "registry/registry-private.h"

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
  g_mutex_clear (&registry->indexing);
  g_hash_table_unref (registry->actors);
  g_hash_table_unref (registry->forums);
  chn_arena_free (registry->arena);
  chn_registry_unref (registry->base);
  g_free (registry);
}

ChnRegistry *
chn_registry_get_base (const ChnRegistry *registry)
{
  return registry->base;
}

const ChnActor *
chn_registry_get_actor (const ChnRegistry *registry, const char *id)
{
  for (; registry; registry = registry->base) {
    const ChnActor *actor = g_hash_table_lookup (registry->actors, id);
    if (actor)
      return actor;
  }
  return NULL;
}

const ChnForum *
chn_registry_get_forum (const ChnRegistry *registry, const char *id)
{
  for (; registry; registry = registry->base) {
    const ChnForum *forum = g_hash_table_lookup (registry->forums, id);
    if (forum)
      return forum;
  }
  return NULL;
}

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const ChnActor *left = *(const ChnActor *const *) a, *right = *(const ChnActor *const *) b;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;
  return strcmp (left->named.id, right->named.id);
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

static void
add_values (GPtrArray *things, GHashTable *table)
{
  GHashTableIter iter;
  gpointer thing;
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    g_ptr_array_add (things, thing);
}

GPtrArray *
chn_registry_get_actors (const ChnRegistry *registry, gboolean own_only)
{
  GPtrArray *actors = g_ptr_array_new ();
  for (; registry; registry = own_only ? NULL : registry->base)
    add_values (actors, registry->actors);
  g_ptr_array_sort (actors, compare_actors);
  return actors;
}

GPtrArray *
chn_registry_get_forums (const ChnRegistry *registry, gboolean own_only)
{
  GPtrArray *forums = g_ptr_array_new ();
  for (; registry; registry = own_only ? NULL : registry->base)
    add_values (forums, registry->forums);
  g_ptr_array_sort (forums, compare_forums);
  return forums;
}
