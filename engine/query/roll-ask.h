/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll.h"

/*
 * Whether an actor of the set, or a member of a group among it, voted so. Yes and no are what holds
 * however the gaps of the roll are filled. Strictly, members of whom it is only recalled that they
 * were members prove nothing.
 */
ChnAnswer chn_roll_ask (const ChnRoll *roll, ChnBallotKind kind, const ChnActorSet *set, const ChnRegistry *registry,
                        gboolean strict);

/* Whether as many voted so as one of the ranges says; no where nothing is recorded of the vote, which then has no
 * counts. */
ChnAnswer chn_roll_ask_count (const ChnRoll *roll, ChnBallotKind kind, const ChnCounts *counts, guint n_counts,
                              gboolean strict);
