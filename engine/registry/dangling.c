/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Mentions of actors and forums that nothing declares: found all at once, before a registry is sealed. */
#include "registry/dangling.h"

#include <string.h>

#include "registry/registry-private.h"

static char *
dup_key (const char *owner, const char *member)
{
  return g_strdup_printf ("%s\n%s", owner, member ? member : "");
}

void
chn_registry_builder_set_place (ChnRegistryBuilder *builder, const char *owner, const char *member, const char *file,
                                guint line, guint column)
{
  if (!builder->places)
    builder->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnNamePlace *place = chn_arena_alloc (builder->registry->arena, sizeof (ChnNamePlace));
  *place = (ChnNamePlace){ chn_arena_strndup (builder->registry->arena, file, -1), line, column };
  g_hash_table_insert (builder->places, dup_key (owner, member), place);
}

const ChnNamePlace *
chn_registry_builder_get_place (const ChnRegistryBuilder *builder, const char *owner, const char *member)
{
  g_autofree char *key = dup_key (owner, member);
  return builder->places ? g_hash_table_lookup (builder->places, key) : NULL;
}

static void
tell (const ChnRegistryBuilder *builder, ChnDangling *mention, ChnDanglingFunc found, gpointer data)
{
  const ChnNamePlace *place =
      chn_registry_builder_get_place (builder, mention->owner, mention->is_forum ? NULL : mention->missing);
  if (place) {
    mention->file = place->file;
    mention->line = place->line;
    mention->column = place->column;
  }
  found (mention, data);
}

static void
drop_members (ChnRegistryBuilder *builder, ChnActor *actor, ChnDanglingFunc found, gpointer data)
{
  guint i = 0;
  while (i < actor->members->len) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, i);
    if (chn_registry_get_actor (builder->registry, membership->actor)) {
      i++;
      continue;
    }
    ChnDangling mention = { .owner = actor->named.id, .missing = membership->actor };
    tell (builder, &mention, found, data);
    g_array_remove_index (actor->members, i);
  }
}

static void
drop_successors (ChnRegistryBuilder *builder, ChnActor *actor, ChnDanglingFunc found, gpointer data)
{
  char **kept = actor->successors;
  for (char **id = actor->successors; id && *id; id++) {
    if (chn_registry_get_actor (builder->registry, *id)) {
      *kept++ = *id;
      continue;
    }
    ChnDangling mention = { .owner = actor->named.id, .missing = *id };
    tell (builder, &mention, found, data);
  }
  if (kept)
    *kept = NULL;
}

/* Forums above one, by their ids alone, so that the tree holds together where reading goes on. */
static void
add_ancestors (ChnRegistryBuilder *builder, ChnForum *forum)
{
  const char *dot = strrchr (forum->named.id, '.');
  g_autofree char *parent = dot ? g_strndup (forum->named.id, (gsize) (dot - forum->named.id)) : NULL;
  if (!parent || chn_registry_get_forum (builder->registry, parent))
    return;
  if (parent[0] && chn_registry_builder_add_forum (builder, parent, parent, NULL, NULL))
    add_ancestors (builder, g_hash_table_lookup (builder->registry->forums, parent));
  else
    forum->is_root = TRUE;
}

static void
drop_parent (ChnRegistryBuilder *builder, ChnForum *forum, ChnDanglingFunc found, gpointer data)
{
  const char *dot = strrchr (forum->named.id, '.');
  g_autofree char *parent = dot ? g_strndup (forum->named.id, (gsize) (dot - forum->named.id)) : NULL;
  if (!parent || chn_registry_get_forum (builder->registry, parent))
    return;
  ChnDangling mention = { .owner = forum->named.id, .missing = parent, .is_forum = TRUE };
  tell (builder, &mention, found, data);
}

void
chn_registry_builder_drop_dangling (ChnRegistryBuilder *builder, ChnDanglingFunc found, gpointer data)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (builder->registry, TRUE);
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (builder->registry, TRUE);
  for (guint i = 0; i < actors->len; i++) {
    drop_members (builder, actors->pdata[i], found, data);
    drop_successors (builder, actors->pdata[i], found, data);
  }
  for (guint i = 0; i < forums->len; i++)
    drop_parent (builder, forums->pdata[i], found, data);
  for (guint i = 0; i < forums->len; i++)
    add_ancestors (builder, forums->pdata[i]);
}
