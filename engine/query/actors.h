/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/codes.h"

/*
 * The actors that the values of a term name: in `itself` the codes of the actors themselves, in
 * `members` those of actors that were ever members of a group among them. Members count when they
 * belonged to it at the event's date.
 */
typedef struct _ChnActorSet {
  ChnCodes *itself;
  ChnCodes *members;
  guint n_groups;
  const ChnActor **groups;
  GString *names; /* while binding: what was resolved */
} ChnActorSet;

/* For at most n actors. chn_actor_set_finish() must follow. */
ChnActorSet *chn_actor_set_new (ChnBinder *binder, guint n);
gboolean chn_actor_set_add (ChnActorSet *set, ChnBinder *binder, const ChnOperand *operand, gboolean strict,
                            GError **error);
/* Gives the names that were resolved, in the arena. */
const char *chn_actor_set_finish (ChnActorSet *set, ChnBinder *binder);

/* Whether the actor of a code is in the set, for an event of this row. */
gboolean chn_actor_set_contains (const ChnActorSet *set, const ChnColumns *columns, guint row, guint32 code);
