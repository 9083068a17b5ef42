/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Building a registry: actors and forums are collected, checked against each other and indexed. */
#include <string.h>

#include "base/error.h"
#include "model/terms.h"
#include "registry/declared.h"
#include "registry/registry-private.h"

ChnRegistryBuilder *
chn_registry_builder_new (ChnRegistry *base)
{
  ChnRegistryBuilder *builder = g_new0 (ChnRegistryBuilder, 1);
  builder->registry = chn_registry_new (base);
  builder->registry->actors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chn_actor_clear);
  builder->registry->forums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, chn_forum_clear);
  return builder;
}

void
chn_registry_builder_free (ChnRegistryBuilder *builder)
{
  if (!builder)
    return;
  chn_registry_unref (builder->registry);
  g_clear_error (&builder->fault);
  g_clear_pointer (&builder->places, g_hash_table_unref);
  g_clear_pointer (&builder->waiting, g_array_unref);
  g_clear_pointer (&builder->additions, g_array_unref);
  g_free (builder);
}

void
chn_registry_builder_set_shared (ChnRegistryBuilder *builder, gboolean is_shared)
{
  builder->is_shared = is_shared;
}

static const char *
keep (ChnRegistryBuilder *builder, const char *text)
{
  return text ? chn_arena_strndup (builder->registry->arena, text, -1) : NULL;
}

static void
name_thing (ChnRegistryBuilder *builder, ChnNamed *named, const char *id, const char *name, const char *short_name)
{
  named->id = keep (builder, id);
  named->name = keep (builder, name);
  named->short_name = keep (builder, short_name);
  named->aliases = chn_aliases_new ();
  named->is_shared = builder->is_shared;
}

gboolean
chn_registry_builder_add_actor (ChnRegistryBuilder *builder, ChnActorKind kind, const char *id, const char *name,
                                const char *short_name, GError **error)
{
  const ChnActor *taken = chn_registry_get_actor (builder->registry, id);
  if (taken) {
    chn_error_set_at (error, CHN_ERROR_CONFLICT, 0, strlen (id),
                      "choose another id, or add to it by aliases, members and covers alone",
                      "actor \"%s\" exists already: %s", id, taken->named.name);
    return FALSE;
  }
  ChnActor *actor = chn_arena_alloc (builder->registry->arena, sizeof (ChnActor));
  actor->kind = kind;
  name_thing (builder, &actor->named, id, name, short_name);
  actor->members = chn_members_new ();
  g_hash_table_insert (builder->registry->actors, (gpointer) actor->named.id, actor);
  return TRUE;
}

const ChnActor *
chn_registry_builder_get_actor (ChnRegistryBuilder *builder, const char *id)
{
  return chn_registry_get_actor (builder->registry, id);
}

const ChnRegistry *
chn_registry_builder_get_declared (const ChnRegistryBuilder *builder)
{
  return builder->registry;
}

ChnVocabulary *
chn_registry_builder_get_vocabulary (ChnRegistryBuilder *builder)
{
  ChnRegistry *registry = builder->registry;
  if (!registry->vocabulary)
    registry->vocabulary = chn_vocabulary_copy (chn_registry_get_vocabulary (registry->base));
  return registry->vocabulary;
}

/* The actor or forum that is being built; remembers the fault when there is none. */
static gpointer
find_own (ChnRegistryBuilder *builder, GHashTable *things, const char *what, const char *id)
{
  gpointer thing = g_hash_table_lookup (things, id);
  if (!thing && !builder->fault)
    chn_error_set (&builder->fault, CHN_ERROR_UNKNOWN, NULL, "no %s \"%s\" is declared here", what, id);
  return thing;
}

void
chn_registry_builder_set_actor_code (ChnRegistryBuilder *builder, const char *id, ChnCode code, const char *value)
{
  g_return_if_fail (code < CHN_N_CODES);
  ChnActor *actor = find_own (builder, builder->registry->actors, "actor", id);
  if (actor)
    actor->codes[code] = keep (builder, value);
}

static void
add_alias (ChnRegistryBuilder *builder, ChnNamed *named, const ChnAlias *alias)
{
  ChnAlias kept = { .name = keep (builder, alias->name),
                    .during = alias->during ? chn_date_ref (alias->during) : NULL,
                    .note = keep (builder, alias->note),
                    .language = keep (builder, alias->language),
                    .was_name = alias->was_name,
                    .is_recalled = alias->is_recalled };
  g_array_append_val (named->aliases, kept);
}

void
chn_registry_builder_add_actor_name (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name)
{
  ChnActor *actor = find_own (builder, builder->registry->actors, "actor", id);
  if (actor)
    add_alias (builder, &actor->named, name);
}

void
chn_registry_builder_add_actor_alias (ChnRegistryBuilder *builder, const char *id, const char *alias, ChnDate *during,
                                      const char *note)
{
  chn_registry_builder_add_actor_name (builder, id, &(ChnAlias){ .name = alias, .during = during, .note = note });
}

void
chn_registry_builder_add_member (ChnRegistryBuilder *builder, const char *group, const ChnMembership *member)
{
  ChnActor *actor = find_own (builder, builder->registry->actors, "actor", group);
  if (!actor)
    return;
  ChnMembership membership = { keep (builder, member->actor), member->during ? chn_date_ref (member->during) : NULL,
                               keep (builder, member->note), member->is_recalled };
  g_array_append_val (actor->members, membership);
}

void
chn_registry_builder_set_covers (ChnRegistryBuilder *builder, const char *group, ChnDate *covers)
{
  ChnActor *actor = find_own (builder, builder->registry->actors, "actor", group);
  if (!actor)
    return;
  g_clear_pointer (&actor->covers, chn_date_unref);
  actor->covers = chn_date_ref (covers);
}

void
chn_registry_builder_add_successor (ChnRegistryBuilder *builder, const char *id, const char *successor)
{
  ChnActor *actor = find_own (builder, builder->registry->actors, "actor", id);
  if (!actor)
    return;
  guint n = actor->successors ? g_strv_length (actor->successors) : 0;
  char **ids = chn_arena_alloc (builder->registry->arena, (n + 2) * sizeof *ids);
  for (guint i = 0; i < n; i++)
    ids[i] = actor->successors[i];
  ids[n] = (char *) (guintptr) keep (builder, successor);
  actor->successors = ids;
}

gboolean
chn_registry_builder_add_forum (ChnRegistryBuilder *builder, const char *id, const char *name, const char *short_name,
                                GError **error)
{
  const ChnForum *taken = chn_registry_get_forum (builder->registry, id);
  if (taken) {
    chn_error_set_at (error, CHN_ERROR_CONFLICT, 0, strlen (id), "choose another id, or add to it by aliases alone",
                      "forum \"%s\" exists already: %s", id, taken->named.name);
    return FALSE;
  }
  ChnForum *forum = chn_arena_alloc (builder->registry->arena, sizeof (ChnForum));
  name_thing (builder, &forum->named, id, name, short_name);
  g_hash_table_insert (builder->registry->forums, (gpointer) forum->named.id, forum);
  return TRUE;
}

void
chn_registry_builder_add_forum_name (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name)
{
  ChnForum *forum = find_own (builder, builder->registry->forums, "forum", id);
  if (forum)
    add_alias (builder, &forum->named, name);
}

void
chn_registry_builder_add_forum_alias (ChnRegistryBuilder *builder, const char *id, const char *alias, ChnDate *during,
                                      const char *note)
{
  chn_registry_builder_add_forum_name (builder, id, &(ChnAlias){ .name = alias, .during = during, .note = note });
}

void
chn_registry_builder_set_forum_recalled (ChnRegistryBuilder *builder, const char *id)
{
  ChnForum *forum = find_own (builder, builder->registry->forums, "forum", id);
  if (forum)
    forum->is_recalled = TRUE;
}

static gboolean
check_members (ChnRegistry *registry, const ChnActor *actor, GError **error)
{
  for (guint i = 0; i < actor->members->len; i++) {
    const ChnMembership *membership = &g_array_index (actor->members, ChnMembership, i);
    if (!chn_registry_get_actor (registry, membership->actor)) {
      chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "member \"%s\" of \"%s\" is no actor", membership->actor,
                     actor->named.id);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_successors (ChnRegistry *registry, const ChnActor *actor, GError **error)
{
  for (char **id = actor->successors; id && *id; id++)
    if (!chn_registry_get_actor (registry, *id)) {
      chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "successor \"%s\" of \"%s\" is no actor", *id, actor->named.id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
seal_actors (ChnRegistry *registry, GError **error)
{
  g_autoptr (GPtrArray) actors = chn_registry_get_actors (registry, TRUE);
  for (guint i = 0; i < actors->len; i++) {
    ChnActor *actor = actors->pdata[i];
    if (!check_members (registry, actor, error) || !check_successors (registry, actor, error))
      return FALSE;
    chn_actor_sort_members (actor, registry->arena);
  }
  return TRUE;
}

static gboolean
seal_forums (ChnRegistry *registry, GError **error)
{
  g_autoptr (GPtrArray) forums = chn_registry_get_forums (registry, TRUE);
  for (guint i = 0; i < forums->len; i++) {
    ChnForum *forum = forums->pdata[i];
    const char *dot = strrchr (forum->named.id, '.');
    g_autofree char *parent =
        dot && !forum->is_root ? g_strndup (forum->named.id, (gsize) (dot - forum->named.id)) : NULL;
    forum->parent = parent ? chn_registry_get_forum (registry, parent) : NULL;
    if (parent && !forum->parent) {
      chn_error_set (error, CHN_ERROR_UNKNOWN, NULL, "forum \"%s\" lies below \"%s\", which is no forum",
                     forum->named.id, parent);
      return FALSE;
    }
  }
  return TRUE;
}

ChnRegistry *
chn_registry_builder_seal (ChnRegistryBuilder *builder, GError **error)
{
  g_autoptr (ChnRegistryBuilder) taken = builder;
  if (taken->fault) {
    g_propagate_error (error, g_steal_pointer (&taken->fault));
    return NULL;
  }
  if (!seal_actors (taken->registry, error) || !seal_forums (taken->registry, error))
    return NULL;
  return g_steal_pointer (&taken->registry);
}
