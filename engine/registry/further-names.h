/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Names that are added to actors and forums after all of these are declared, wherever that is. */

typedef struct {
  const char *file;
  guint line, column;
} ChnNamePlace;

void chn_registry_builder_add_later (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name,
                                     const ChnNamePlace *place);

typedef void (*ChnNamelessFunc) (const char *id, const ChnNamePlace *place, gpointer data);

/*
 * Gives each of these names to the actor and to the forum of its id that are declared in this registry; calls the
 * function for an id that neither has.
 */
void chn_registry_builder_give_names (ChnRegistryBuilder *builder, ChnNamelessFunc nobody, gpointer data);
