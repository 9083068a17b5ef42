/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/layout.h"
#include "registry/registry-private.h"

/*
 * The layer of bytes that a registry was unpacked from. Its actors and forums are made when they are first asked for:
 * of many thousands of names a chronology has some dozens.
 */
struct _ChnPacked {
  GBytes *bytes; /* that it lies in */
  ChnPackedLayer layer;
  gpointer *made[CHN_N_PACKED_SORTS]; /* by number: ChnActor or ChnForum; NULL while nobody has asked */
};

/* Takes a reference to the bytes. */
ChnPacked *chn_packed_new (GBytes *bytes, const ChnPackedLayer *layer);
void chn_packed_free (ChnPacked *packed);

/* The actor or forum of a number, of a registry that was unpacked. */
gconstpointer chn_registry_get_packed (const ChnRegistry *registry, ChnPackedSort sort, guint32 number);

/* Leaves out actors of lower registries to which something was added further up, where they stand again. */
void chn_actors_leave_out_lower (GPtrArray *actors, const ChnRegistry *registry);

/* Whether something is added to what a lower registry has under the id; this is what that has, or NULL. */
const ChnActor *chn_registry_get_actor_below (const ChnRegistry *registry, const char *id);
const ChnForum *chn_registry_get_forum_below (const ChnRegistry *registry, const char *id);
