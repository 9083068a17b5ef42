/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/actors.h"
#include "query/counts.h"
#include "query/electors.h"

/* A vote as far as it is recorded, to be asked who voted how, and how many did. */
typedef struct {
  const ChnColumns *columns;
  guint row;
  const ChnVoteCell *vote; /* NULL where an event is a vote of which nothing is recorded */
  guint n;
  const ChnBallotCell *ballots;
  const ChnElectorate *electorate; /* NULL where it is not known who votes there */
} ChnRoll;

/* The vote of a row; FALSE where nobody voted: it has none, or was adopted without one. */
gboolean chn_roll_init (ChnRoll *roll, const ChnElectorates *electorates, const ChnColumns *columns, guint row);

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
