/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

enum { CHN_BALLOTS_ROOM = 256 };

/* The roll call of a row: its ballots, in the order in which they were given. It stays where it was read into. */
typedef struct {
  guint n;
  const ChnBallotCell *cell;
  ChnBallotCell *made; /* those for which there is no room */
  ChnBallotCell room[CHN_BALLOTS_ROOM];
} ChnBallots;

/* They may point into the timeline, and must be cleared. */
void chn_ballots_read (ChnBallots *ballots, const ChnColumns *columns, guint row);
void chn_ballots_clear (ChnBallots *ballots);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnBallots, chn_ballots_clear)

/* How many ballots the roll call of a row has. */
guint chn_columns_count_ballots (const ChnColumns *columns, guint row);
