/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

#include "base/arena.h"

/* Forums, symbols, tags, actors and relations of two events: those of the first, then those that only the second has.
 * A forum above another says less, and so does somebody who takes part in a way that is not told. */
void chn_join_lists (const ChnEvent *a, const ChnEvent *b, ChnEvent *out);

/* Whether nothing in the two cannot be of one vote. */
gboolean chn_votes_fit (const ChnVote *a, const ChnVote *b);

/* A vote with what it lacks filled in from another that fits, or the first alone with ballots that only the other
 * has. */
void chn_join_vote (const ChnVote *stands, const ChnVote *other, ChnArena *arena, ChnEvent *out);

/* What no field holds: of two values of one key the second's is kept under a key that names its chronology. */
void chn_join_extras (const ChnEvent *a, const ChnEvent *b, const char *label, ChnEvent *out);
