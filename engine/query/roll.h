/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/actors.h"
#include "query/counts.h"
#include "query/electors.h"
#include "timeline/ballots.h"

enum { CHN_ROLL_SLOTS = 1024 };

/* A vote as far as it is recorded, to be asked who voted how, and how many did. */
typedef struct {
  const ChnColumns *columns;
  guint row;
  const ChnVoteCell *vote; /* NULL where an event is a vote of which nothing is recorded */
  ChnBallots ballots;
  guint n_named[CHN_N_BALLOT_KINDS]; /* of these */
  const ChnElectorate *electorate;   /* NULL where it is not known who votes there */
  gboolean has_clash;                /* ballots are looked for one by one */
  guint8 slot[CHN_ROLL_SLOTS];       /* else 1 + where one is, by its actor */
} ChnRoll;

/* The vote of a row, to be cleared; FALSE where nobody voted: it has none, or was adopted without one. */
gboolean chn_roll_init (ChnRoll *roll, const ChnElectorates *electorates, const ChnColumns *columns, guint row);

void chn_roll_clear (ChnRoll *roll);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnRoll, chn_roll_clear)

/* The ballot of an actor whom the roll names, or NULL. */
const ChnBallotCell *chn_roll_find_ballot (const ChnRoll *roll, guint32 code);
