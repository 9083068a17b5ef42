/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/name-place.h"

/* Names that a registry in the making mentions and nothing declares, each at its place. */

/* A mention: a member of a group, or the parent that a forum's id implies. */
typedef struct {
  const char *owner;   /* id of the group or forum */
  const char *missing; /* the id that nothing bears */
  gboolean is_forum;
  const char *file; /* NULL where no place was given */
  guint line, column;
} ChnDangling;

typedef void (*ChnDanglingFunc) (const ChnDangling *mention, gpointer data);

/* In the place of a member: where the actor itself is declared, not the forum of its id. */
#define CHN_PLACE_OF_ACTOR "\n"

/* Where that stands, or NULL. */
const ChnNamePlace *chn_registry_builder_get_place (const ChnRegistryBuilder *builder, const char *owner,
                                                    const char *member);

/* Says where a mention stands: `member` is NULL for a forum and its parent. */
void chn_registry_builder_set_place (ChnRegistryBuilder *builder, const char *owner, const char *member,
                                     const char *file, guint line, guint column);

/*
 * Calls the function for each mention that nothing declares, here or in the base, and lets the
 * mention fall, so that the registry can be sealed all the same and further faults be found.
 */
void chn_registry_builder_drop_dangling (ChnRegistryBuilder *builder, ChnDanglingFunc found, gpointer data);
