/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "registry/name-place.h"
#include "registry/registry-private.h"

/*
 * What a file adds to an actor or forum that another one declares, here or in a registry below: aliases, members, and
 * for when these are recorded. An actor of a lower registry to which something is added stands in the upper one with
 * all that is known of it, under its id; but names that it had already are found where they were, so that nobody's
 * name comes to go before another's.
 */

/*
 * Remembers an addition until all is declared: to the actor, or else the forum, of this id, what a builder has of it
 * under the same id. The builder is taken.
 */
void chn_registry_builder_add_to (ChnRegistryBuilder *builder, const char *id, gboolean is_forum,
                                  ChnRegistryBuilder *addition, const ChnNamePlace *place);

/* Of an addition that cannot be made. */
typedef void (*ChnBadAdditionFunc) (const char *message, const char *hint, const ChnNamePlace *place, gpointer data);

/* Makes all additions that wait. What is there already is not added again. */
void chn_registry_builder_make_additions (ChnRegistryBuilder *builder, ChnBadAdditionFunc bad, gpointer data);

/* The actor or forum of this id, to be added to: the builder's own, or a copy of the one below; NULL for none. */
ChnActor *chn_registry_builder_own_actor (ChnRegistryBuilder *builder, const char *id);
ChnForum *chn_registry_builder_own_forum (ChnRegistryBuilder *builder, const char *id);

/* Adds to an array of ChnAlias what it lacks. */
void chn_aliases_add (ChnRegistryBuilder *builder, GArray *aliases, const ChnAlias *alias);
