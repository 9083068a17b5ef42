/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/codes.h"

/*
 * The actors that the values of a term name: in `itself` the codes of the actors themselves, in
 * `members` those of actors that were ever members of a group among them. Members count when they
 * belonged to it at the event's date. Where a group is not recorded for all of that time, those in
 * `others` may have belonged to it although nothing is recorded of them. An actor stands for those whose
 * place it took, too, unless the term is strict.
 */
typedef struct _ChnActorSet {
  ChnCodes *itself;
  ChnCodes *members;
  ChnCodes *others; /* NULL where the groups are recorded for all that the timeline spans */
  ChnCodes *before; /* of `itself`, those whose place an actor took; NULL where there are none */
  guint n_actors;
  const ChnActor **actors; /* as the values name them */
  guint n_groups;
  const ChnActor **groups;
  gboolean is_certain; /* only members throughout the event's date count, whom a source attests */
  const ChnRegistry *registry;
  GString *names; /* while binding: what was resolved */
} ChnActorSet;

/* For at most n actors. chn_actor_set_finish() must follow. */
ChnActorSet *chn_actor_set_new (ChnBinder *binder, guint n);
gboolean chn_actor_set_add (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                            GError **error);
/* As those who vote: strictly, too, members of a group do, whom a source attests throughout the event's date. */
gboolean chn_actor_set_add_voters (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                                   GError **error);
/* The members of a group at the event's date, without the group itself; only certain ones where it is strict. */
gboolean chn_actor_set_add_members (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                                    GError **error);
/* Gives the names that were resolved, in the arena. */
const char *chn_actor_set_finish (ChnActorSet *set, ChnBinder *binder);

/* Whether the actor of a code is in the set, for an event of this row: unknown where no registry says whether it was
 * a member. */
ChnAnswer chn_actor_set_ask (const ChnActorSet *set, const ChnColumns *columns, guint row, guint32 code);

/*
 * The State that held, at a date, the seat in the United Nations that an actor has: itself for most. Strictly, a
 * State that is no more is another.
 */
const char *chn_actor_find_seat (const ChnActor *actor, const ChnRegistry *registry, const ChnDateBounds *at,
                                 gboolean strict);

/* Whether a member of a group counts at a date: each that may be one, or where the set is certain only those who are.
 */
gboolean chn_actor_set_has_member (const ChnActorSet *set, const ChnActor *group, const char *id,
                                   const ChnDateBounds *at);

/* "Russia or China", "the groups named": the actors as prose, in the arena; NULL where there are none. */
const char *chn_actor_set_name (const ChnActorSet *set, ChnArena *arena);

/* Whether members of a group are of a kind of actor: those of the European Union are States, never persons. */
gboolean chn_actor_takes (const ChnActor *group, const ChnRegistry *registry, ChnActorKind kind);
