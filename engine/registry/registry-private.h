/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

#include "base/arena.h"
#include "zone/zones.h"

/* What actors and forums have in common: both begin with it. */
typedef struct {
  const char *id, *name, *short_name;
  GArray *aliases;    /* ChnAlias */
  gboolean is_shared; /* whether it comes from a file of names for several timelines, not from a timeline */
} ChnNamed;

struct _ChnActor {
  ChnNamed named;
  ChnActorKind kind;
  const char *codes[CHN_N_CODES];
  GArray *members;    /* ChnMembership, by start once sealed */
  guint32 *by_member; /* the same by id, as numbers; made by sealing */
  ChnDate *covers;    /* for when they are recorded; NULL where that is not said */
  char **successors;  /* ids, NULL-ended, in the arena; NULL for none */
};

struct _ChnForum {
  ChnNamed named;
  const ChnForum *parent;
  gboolean is_root; /* although its id has a dot, before which nothing stands */
  gboolean is_recalled;
};

typedef struct _ChnNames ChnNames; /* registry/names.h */
typedef struct _ChnPacked ChnPacked;

struct _ChnRegistry {
  gatomicrefcount references;
  ChnRegistry *base;
  ChnZones *zones;           /* of the lowest layer, else NULL */
  ChnArena *arena;           /* of all actors and forums, and of texts that were not unpacked */
  ChnPacked *packed;         /* what it was unpacked from (registry/lookup.h), or NULL, and then: */
  GHashTable *actors;        /* id -> ChnActor */
  GHashTable *forums;        /* id -> ChnForum */
  GMutex making;             /* held while something of these is made, which waits until it is asked for */
  ChnVocabulary *vocabulary; /* with the terms declared here, and those of the base; NULL where none is */
  ChnNames *actor_names;
  ChnNames *forum_names;
};

/* Without a layer below and without anything in it. */
ChnRegistry *chn_registry_new (ChnRegistry *base);

/* Of ChnAlias, of ChnMembership: both let go of their dates. */
GArray *chn_aliases_new (void);
GArray *chn_members_new (void);

/* Let go of what is not the arena's. */
void chn_actor_clear (gpointer actor);
void chn_forum_clear (gpointer forum);

/* All names of actors, and of forums. */
const ChnNames *chn_registry_index_actors (const ChnRegistry *registry);
const ChnNames *chn_registry_index_forums (const ChnRegistry *registry);

/* Orders pointers to actors: by kind, then id. */
int chn_actor_compare (gconstpointer a, gconstpointer b);

/* Sorts a sealed actor's members. */
void chn_actor_sort_members (ChnActor *actor, ChnArena *arena);

struct _ChnRegistryBuilder {
  ChnRegistry *registry; /* not yet shared */
  gboolean is_shared;    /* whether what is read now is for several timelines */
  GError *fault;         /* the first thing that sealing will complain of */
  GHashTable *places;    /* where mentions stand; NULL while none is known */
  GArray *waiting;       /* registry/further-names.c: names to be added; NULL while there are none */
  GArray *additions;     /* registry/addition.c: what is to be added; NULL while there is nothing */
};
