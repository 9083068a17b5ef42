/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll.h"

/* More than anybody counts. */
#define CHN_MANY ((gint64) G_MAXINT32)

/* Of each kind of ballots, those that no name stands for: at least so many and at most so many. */
typedef struct {
  gint64 least[CHN_N_BALLOT_KINDS], most[CHN_N_BALLOT_KINDS];
} ChnRest;

/* Those who voted as members, and whom the roll does not name. */
typedef struct {
  guint n;           /* who certainly were members */
  guint n_others;    /* of these, who are not asked about, or may not be */
  gboolean is_whole; /* there are no more */
} ChnUnnamed;

/* How many are counted; -1 where it is not known. Where there was no vote, nobody voted. */
gint64 chn_roll_get_count (const ChnRoll *roll, ChnBallotKind kind);

/* What the counts alone leave. */
void chn_roll_find_rest (const ChnRoll *roll, ChnRest *rest);

/* No more vote than there are seats: of fifteen in the Council, after 15-0-0 nobody is left who did not vote. */
void chn_roll_limit_by_seats (const ChnRoll *roll, ChnRest *rest);

/* Whether nothing shows that anybody voted. */
gboolean chn_roll_may_be_consensus (const ChnRoll *roll);

/* Whether a term was running for all of a date, for none of it, or for some. */
ChnCertainty chn_term_relate (const ChnMembership *term, const ChnDateBounds *at);

/* Goes through those who vote there. Strictly, a term that is only recalled is none. */
ChnUnnamed chn_roll_find_unnamed (const ChnRoll *roll, const ChnActorSet *set, gboolean strict);

/* The sum of all but one of numbers by kind, at most CHN_MANY. */
gint64 chn_rest_sum_except (const gint64 *numbers, guint kind);

/*
 * Shares out those who are not named among the ballots that lack a name. Where these are just enough
 * for all who certainly voted, nobody else did. FALSE where they do not fit, and so prove nothing.
 */
gboolean chn_rest_share_out (ChnRest *rest, ChnUnnamed *unnamed);

/* Whether an actor whom the roll does not name may have voted: only members do, where they are known. */
gboolean chn_roll_may_have_voted (const ChnRoll *roll, const ChnActor *actor, const ChnRegistry *registry,
                                  const ChnDateBounds *at, gboolean strict);
