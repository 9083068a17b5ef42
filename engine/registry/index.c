/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The names of a registry, folded when one is first looked for. */
#include "registry/lookup.h"
#include "registry/names.h"

static void
add (ChnNames *names, const char *name, const ChnNamed *named, ChnNameSort sort, gboolean is_code)
{
  const ChnBearer bearer = { .thing = named, .sort = sort, .is_code = is_code };
  if (name)
    chn_names_add (names, name, &bearer);
}

static void
index_aliases (ChnNames *names, const ChnNamed *named, guint first)
{
  for (guint i = first; i < named->aliases->len; i++) {
    const ChnAlias *alias = &g_array_index (named->aliases, ChnAlias, i);
    const ChnBearer bearer = { named, alias->during, i, CHN_NAME_SORT_ALIAS, FALSE };
    chn_names_add (names, alias->name, &bearer);
  }
}

static void
index_named (ChnNames *names, const ChnNamed *named, gboolean id_is_code)
{
  add (names, named->id, named, CHN_NAME_SORT_ID, id_is_code);
  add (names, named->name, named, CHN_NAME_SORT_NAME, FALSE);
  add (names, named->short_name, named, CHN_NAME_SORT_SHORT, FALSE);
  index_aliases (names, named, 0);
}

/* What was added to somebody of the registry below: the names that it has there are found there. */
static void
index_added (ChnNames *names, const ChnNamed *named, const ChnNamed *below)
{
  add (names, named->id, named, CHN_NAME_SORT_ID, FALSE);
  index_aliases (names, named, below->aliases->len);
}

static void
index_actor (ChnNames *names, const ChnActor *actor, const ChnActor *below)
{
  if (below) {
    index_added (names, &actor->named, &below->named);
    return;
  }
  index_named (names, &actor->named, chn_name_is_code (&actor->named, CHN_NAME_SORT_ID));
  for (guint code = 0; code < CHN_N_CODES; code++)
    add (names, actor->codes[code], &actor->named, (ChnNameSort) (CHN_NAME_SORT_CODE + code), TRUE);
}

static ChnNames *
make_actors (const ChnRegistry *registry)
{
  if (registry->packed)
    return chn_names_new_packed (registry, CHN_PACKED_ACTORS);
  ChnNames *names = chn_names_new ();
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  for (guint i = 0; i < actors->len; i++)
    index_actor (names, actors->pdata[i],
                 chn_registry_get_actor_below (registry, chn_actor_get_id (actors->pdata[i])));
  return names;
}

static ChnNames *
make_forums (const ChnRegistry *registry)
{
  if (registry->packed)
    return chn_names_new_packed (registry, CHN_PACKED_FORUMS);
  ChnNames *names = chn_names_new ();
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  for (guint i = 0; i < forums->len; i++) {
    const ChnForum *forum = forums->pdata[i], *below = chn_registry_get_forum_below (registry, forum->named.id);
    if (below)
      index_added (names, &forum->named, &below->named);
    else
      index_named (names, &forum->named, FALSE);
  }
  return names;
}

static const ChnNames *
get_index (ChnRegistry *registry, ChnNames **made, ChnNames *(*make) (const ChnRegistry *registry))
{
  ChnNames *names = g_atomic_pointer_get (made);
  if (names)
    return names;
  g_mutex_lock (&registry->making);
  if (!*made)
    g_atomic_pointer_set (made, make (registry));
  g_mutex_unlock (&registry->making);
  return *made;
}

const ChnNames *
chn_registry_index_actors (const ChnRegistry *registry)
{
  ChnRegistry *shared = (ChnRegistry *) registry;
  return get_index (shared, &shared->actor_names, make_actors);
}

const ChnNames *
chn_registry_index_forums (const ChnRegistry *registry)
{
  ChnRegistry *shared = (ChnRegistry *) registry;
  return get_index (shared, &shared->forum_names, make_forums);
}
