/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actors and forums by their ids, through the layers of a registry; what lies packed is made when it is asked for. */
#include "registry/lookup.h"

#include <string.h>

ChnPacked *
chn_packed_new (GBytes *bytes, const ChnPackedLayer *layer)
{
  ChnPacked *packed = g_new (ChnPacked, 1);
  *packed = (ChnPacked){ .bytes = g_bytes_ref (bytes), .layer = *layer };
  for (guint i = 0; i < CHN_N_PACKED_SORTS; i++)
    packed->made[i] = g_new0 (gpointer, MAX (layer->counts->n_things[i], 1));
  return packed;
}

void
chn_packed_free (ChnPacked *packed)
{
  if (!packed)
    return;
  for (guint sort = 0; sort < CHN_N_PACKED_SORTS; sort++) {
    for (guint32 i = 0; i < packed->layer.counts->n_things[sort]; i++)
      if (packed->made[sort][i])
        (sort == CHN_PACKED_ACTORS ? chn_actor_clear : chn_forum_clear) (packed->made[sort][i]);
    g_free (packed->made[sort]);
  }
  g_bytes_unref (packed->bytes);
  g_free (packed);
}

static const char *
get_text (const ChnRegistry *registry, guint32 text)
{
  return chn_packed_layer_get_text (&registry->packed->layer, text);
}

static ChnDate *
read_date (const ChnRegistry *registry, guint32 text)
{
  return text == 0 ? NULL : chn_date_parse (get_text (registry, text), -1, NULL);
}

static void
name_thing (const ChnRegistry *registry, const ChnPackedNamed *packed, guint32 end_of_aliases, ChnNamed *named)
{
  *named = (ChnNamed){ get_text (registry, packed->id), get_text (registry, packed->name),
                       get_text (registry, packed->short_name), chn_aliases_new (), FALSE };
  for (guint32 i = packed->first_alias; i < end_of_aliases; i++) {
    const ChnPackedAlias *alias = &registry->packed->layer.aliases[i];
    const ChnPackedUsage *usage = &registry->packed->layer.usages[alias->usage];
    ChnAlias made = { .name = get_text (registry, alias->name),
                      .during = read_date (registry, usage->during),
                      .note = get_text (registry, usage->note),
                      .language = get_text (registry, usage->language),
                      .was_name = (usage->marks & CHN_PACKED_WAS_NAME) != 0,
                      .is_recalled = (usage->marks & CHN_PACKED_RECALLED) != 0 };
    g_array_append_val (named->aliases, made);
  }
}

/* In the registry's arena, like all texts that were not unpacked. */
static char **
split_successors (const ChnRegistry *registry, guint32 text)
{
  g_auto (GStrv) split = text == 0 ? NULL : g_strsplit (get_text (registry, text), "\n", -1);
  guint n = split ? g_strv_length (split) : 0;
  char **ids = n > 0 ? chn_arena_alloc (registry->arena, (n + 1) * sizeof *ids) : NULL;
  for (guint i = 0; i < n; i++)
    ids[i] = (char *) (guintptr) chn_arena_strndup (registry->arena, split[i], -1);
  return ids;
}

static gpointer
make_actor (const ChnRegistry *registry, guint32 number)
{
  const ChnPackedActor *packed = &registry->packed->layer.actors[number];
  ChnActor *actor = chn_arena_alloc (registry->arena, sizeof *actor);
  name_thing (registry, &packed->named, packed[1].named.first_alias, &actor->named);
  actor->kind = (ChnActorKind) packed->kind;
  for (guint i = 0; i < CHN_N_CODES; i++)
    actor->codes[i] = get_text (registry, packed->codes[i]);
  actor->covers = read_date (registry, packed->covers);
  actor->successors = split_successors (registry, packed->successors);
  actor->members = chn_members_new ();
  for (guint32 i = packed->first_member; i < packed[1].first_member; i++) {
    const ChnPackedMember *member = &registry->packed->layer.members[i];
    ChnMembership made = { get_text (registry, member->actor), read_date (registry, member->during),
                           get_text (registry, member->note), member->is_recalled != 0 };
    g_array_append_val (actor->members, made);
  }
  chn_actor_sort_members (actor, registry->arena);
  return actor;
}

static gpointer
make_forum (const ChnRegistry *registry, guint32 number, const ChnForum *parent)
{
  const ChnPackedForum *packed = &registry->packed->layer.forums[number];
  ChnForum *forum = chn_arena_alloc (registry->arena, sizeof *forum);
  name_thing (registry, &packed->named, packed[1].named.first_alias, &forum->named);
  forum->parent = parent;
  forum->is_root = (packed->flags & CHN_PACKED_ROOT) != 0;
  forum->is_recalled = (packed->flags & CHN_PACKED_FORUM_RECALLED) != 0;
  forum->named.is_shared = (packed->flags & CHN_PACKED_FORUM_SHARED) != 0;
  return forum;
}

static const ChnForum *
find_parent (const ChnRegistry *registry, guint32 number)
{
  const ChnPackedForum *packed = &registry->packed->layer.forums[number];
  const char *id = get_text (registry, packed->named.id), *dot = strrchr (id, '.');
  if (!dot || packed->flags & CHN_PACKED_ROOT)
    return NULL;
  g_autofree char *parent = g_strndup (id, (gsize) (dot - id));
  return chn_registry_get_forum (registry, parent);
}

gconstpointer
chn_registry_get_packed (const ChnRegistry *registry, ChnPackedSort sort, guint32 number)
{
  gpointer *made = &registry->packed->made[sort][number];
  gpointer thing = g_atomic_pointer_get (made);
  if (thing)
    return thing;
  const ChnForum *parent = sort == CHN_PACKED_FORUMS ? find_parent (registry, number) : NULL;
  GMutex *making = &((ChnRegistry *) registry)->making;
  g_mutex_lock (making);
  if (!*made)
    g_atomic_pointer_set (made, sort == CHN_PACKED_ACTORS ? make_actor (registry, number)
                                                          : make_forum (registry, number, parent));
  g_mutex_unlock (making);
  return *made;
}

static gconstpointer
find_own (const ChnRegistry *registry, ChnPackedSort sort, const char *id)
{
  if (!registry->packed)
    return g_hash_table_lookup (sort == CHN_PACKED_ACTORS ? registry->actors : registry->forums, id);
  gint64 number = chn_packed_layer_find_id (&registry->packed->layer, sort, id);
  return number < 0 ? NULL : chn_registry_get_packed (registry, sort, (guint32) number);
}

static gconstpointer
find (const ChnRegistry *registry, ChnPackedSort sort, const char *id)
{
  gconstpointer thing = NULL;
  for (; registry && !thing; registry = registry->base)
    thing = find_own (registry, sort, id);
  return thing;
}

const ChnActor *
chn_registry_get_actor (const ChnRegistry *registry, const char *id)
{
  return find (registry, CHN_PACKED_ACTORS, id);
}

const ChnForum *
chn_registry_get_forum (const ChnRegistry *registry, const char *id)
{
  return find (registry, CHN_PACKED_FORUMS, id);
}

void
chn_actors_leave_out_lower (GPtrArray *found, const ChnRegistry *registry)
{
  for (guint i = found->len; i > 0; i--)
    if (chn_registry_get_actor (registry, chn_actor_get_id (found->pdata[i - 1])) != found->pdata[i - 1])
      g_ptr_array_remove_index (found, i - 1);
}

const ChnActor *
chn_registry_get_actor_below (const ChnRegistry *registry, const char *id)
{
  return registry->base ? chn_registry_get_actor (registry->base, id) : NULL;
}

const ChnForum *
chn_registry_get_forum_below (const ChnRegistry *registry, const char *id)
{
  return registry->base ? chn_registry_get_forum (registry->base, id) : NULL;
}
