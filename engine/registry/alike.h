/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/registry.h>

/* Whether two files that declare the same actor or forum say the same of it. */

/* What differs, as "name "A" there, "B" here", the first being what was declared before; NULL where nothing does. */
char *chn_actor_dup_difference (const ChnActor *there, const ChnActor *here);
char *chn_forum_dup_difference (const ChnForum *there, const ChnForum *here);

/* Whether they are the same name, or the same membership, at the same time. */
gboolean chn_alias_is_same (const ChnAlias *a, const ChnAlias *b);
gboolean chn_membership_is_same (const ChnMembership *a, const ChnMembership *b);
gboolean chn_actor_has_membership (const ChnActor *actor, const ChnMembership *wanted);
