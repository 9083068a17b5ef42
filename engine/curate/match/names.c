/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Actors and forums that two timelines declare, each under an id of its own. */
#include "curate/match/names.h"

#include <string.h>

/* An id is taken by what is called otherwise. */
static gboolean
is_called (const ChnRegistry *registry, const char *id, const char *name, gboolean is_forum)
{
  const ChnActor *actor = is_forum ? NULL : chn_registry_find_actor (registry, name, -1, NULL, NULL);
  const ChnForum *forum = is_forum ? chn_registry_find_forum (registry, name, -1, NULL, NULL) : NULL;
  return (actor && strcmp (chn_actor_get_id (actor), id) == 0) ||
         (forum && strcmp (chn_forum_get_id (forum), id) == 0);
}

static const char *
find_actor (const ChnRegistry *here, const char *name)
{
  const ChnActor *actor = chn_registry_find_actor (here, name, -1, NULL, NULL);
  return actor ? chn_actor_get_id (actor) : NULL;
}

static const char *
find_forum (const ChnRegistry *here, const char *name)
{
  const ChnForum *forum = chn_registry_find_forum (here, name, -1, NULL, NULL);
  return forum ? chn_forum_get_id (forum) : NULL;
}

static void
map_actor (const ChnOtherNames *names, const ChnRegistry *here, const ChnActor *actor)
{
  guint n = 0;
  const char *id = chn_actor_get_id (actor), *name = chn_actor_get_name (actor);
  if (chn_registry_get_actor (here, id) && is_called (here, id, name, FALSE))
    return;
  const char *found = find_actor (here, name);
  found = found ? found : find_actor (here, chn_actor_get_short_name (actor));
  const ChnAlias *aliases = chn_actor_get_aliases (actor, &n);
  for (guint i = 0; i < n && !found; i++)
    found = find_actor (here, aliases[i].name);
  const ChnActor *same = found ? chn_registry_get_actor (here, found) : NULL;
  if (same && chn_actor_get_kind (same) == chn_actor_get_kind (actor) && strcmp (found, id) != 0)
    g_hash_table_insert (names->actors, g_strdup (id), g_strdup (found));
}

static void
map_forum (const ChnOtherNames *names, const ChnRegistry *here, const ChnForum *forum)
{
  guint n = 0;
  const char *id = chn_forum_get_id (forum), *name = chn_forum_get_name (forum);
  if (chn_registry_get_forum (here, id) && is_called (here, id, name, TRUE))
    return;
  const char *found = find_forum (here, name);
  found = found ? found : find_forum (here, chn_forum_get_short_name (forum));
  const ChnAlias *aliases = chn_forum_get_aliases (forum, &n);
  for (guint i = 0; i < n && !found; i++)
    found = find_forum (here, aliases[i].name);
  if (found && strcmp (found, id) != 0)
    g_hash_table_insert (names->forums, g_strdup (id), g_strdup (found));
}

void
chn_other_names_init (ChnOtherNames *names, const ChnTimeline *here, const ChnTimeline *there)
{
  const ChnRegistry *own = chn_timeline_get_registry (here), *other = chn_timeline_get_registry (there);
  names->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->forums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (own == other)
    return;
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (other, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (other, TRUE);
  for (guint i = 0; i < actors->len; i++)
    map_actor (names, own, actors->pdata[i]);
  for (guint i = 0; i < forums->len; i++)
    map_forum (names, own, forums->pdata[i]);
}

void
chn_other_names_clear (ChnOtherNames *names)
{
  g_clear_pointer (&names->actors, g_hash_table_unref);
  g_clear_pointer (&names->forums, g_hash_table_unref);
}

const char *
chn_other_names_get_actor (const ChnOtherNames *names, const char *id)
{
  const char *found = g_hash_table_lookup (names->actors, id);
  return found ? found : id;
}

const char *
chn_other_names_get_forum (const ChnOtherNames *names, const char *id)
{
  const char *found = g_hash_table_lookup (names->forums, id);
  return found ? found : id;
}
