/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "base/arena.h"
#include "registry/names.h"

/* What actors and forums have in common: both begin with it. */
typedef struct {
  const char *id, *name, *short_name;
  GArray *aliases; /* ChnAlias */
} ChnNamed;

struct _ChnActor {
  ChnNamed named;
  ChnActorKind kind;
  const char *codes[CHN_N_CODES];
  GArray *members;    /* ChnMembership, by start once sealed */
  guint32 *by_member; /* the same by id, as numbers; made by sealing */
  ChnDate *covers;    /* for when they are recorded; NULL where that is not said */
};

struct _ChnForum {
  ChnNamed named;
  const ChnForum *parent;
  gboolean is_root; /* although its id has a dot, before which nothing stands */
};

struct _ChnRegistry {
  gatomicrefcount references;
  ChnRegistry *base;
  ChnArena *arena;    /* of all texts, actors and forums */
  GHashTable *actors; /* id -> ChnActor */
  GHashTable *forums; /* id -> ChnForum */
  GMutex indexing;    /* held while the names are folded, which waits until one is looked for */
  ChnNames *actor_names;
  ChnNames *forum_names;
};

/* All names of actors, and of forums. */
const ChnNames *chn_registry_index_actors (const ChnRegistry *registry);
const ChnNames *chn_registry_index_forums (const ChnRegistry *registry);

/* Sorts a sealed actor's members. */
void chn_actor_sort_members (ChnActor *actor, ChnArena *arena);

struct _ChnRegistryBuilder {
  ChnRegistry *registry; /* not yet shared */
  GError *fault;         /* the first thing that sealing will complain of */
  GHashTable *places;    /* where mentions stand; NULL while none is known */
};
