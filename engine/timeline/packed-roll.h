/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/record.h"

/*
 * A roll call in the record of a snapshot, in less than a byte a ballot. Actors that vote are numbered (the voters of
 * a timeline, timeline/columns.h); of each the roll has its state, 0 where it is not named and else its ChnBallotKind
 * and
 * 1. The bits of states lie in planes, 32 voters a unit:
 *
 *   head      CHN_ROLL_MIXED, CHN_ROLL_WIDE, then the first unit of voters in 15 bits and how many there are in 15
 *   planes    the lowest bit of all states, then the next, and where the roll is wide a third
 *
 * Ballots come in the order of voters, those of a kind together, or where the roll is mixed in that of voters alone.
 */
enum { CHN_ROLL_MIXED = 1, CHN_ROLL_WIDE = 2 };

/* Whether a packed roll of so many units names nobody beyond the voters that there are. */
gboolean chn_packed_roll_is_valid (const guint32 *roll, guint n_units, guint64 n_voters);

/* How many ballots it has. */
guint chn_packed_roll_count (const guint32 *roll);

/* Its ballots, into as many cells. */
void chn_packed_roll_read (const guint32 *roll, const guint32 *voters, ChnBallotCell *cells);

/*
 * Adds to `units` the packed form of ballots; `number_of` has of each actor's code its number among the `voters`.
 * FALSE where they come in another order, or where cells take less.
 */
gboolean chn_packed_roll_make (const ChnBallotCell *cells, guint n, const guint32 *voters, const guint32 *number_of,
                               GArray *units);
