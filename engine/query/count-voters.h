/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/roll-asked.h"

/* Who votes, and how: the ballots that keys of counts go by. */

/* What a group casts where its members cast ballots of which no kind has more than half. */
enum { CHN_VOTER_DIVIDED = CHN_N_BALLOT_KINDS, CHN_VOTER_SILENT, CHN_N_VOTER_BALLOTS };

/*
 * The ballot of an actor in a roll: its own, or that of the State whose seat it has now; a group's is the one of yes,
 * no and abstain that more than half of its members cast who cast one, each as a member at the date. CHN_VOTER_SILENT
 * where none is named.
 */
guint chn_voter_find_ballot (const ChnAsked *voter, const ChnRoll *roll);
