/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/name-place.h"

/* Names that are added to actors and forums after all of these are declared, wherever that is. */

void chn_registry_builder_add_later (ChnRegistryBuilder *builder, const char *id, const ChnAlias *name,
                                     const ChnNamePlace *place);

typedef void (*ChnNamelessFunc) (const char *id, const ChnNamePlace *place, gpointer data);

/*
 * Gives each of these names to the actor and to the forum of its id, here or in the base; calls the function for an
 * id that neither has.
 */
void chn_registry_builder_give_names (ChnRegistryBuilder *builder, ChnNamelessFunc nobody, gpointer data);
