/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The vote of a row with its roll call, in which ballots are found by who cast them. */
#include "query/roll.h"

#include <string.h>

/* Counts them, and notes where each is, by the last digits of its actor; of two with the same ones all are looked
 * for. */
static void
index_ballots (ChnRoll *roll)
{
  memset (roll->slot, 0, sizeof roll->slot);
  memset (roll->n_named, 0, sizeof roll->n_named);
  roll->has_clash = roll->ballots.n > G_MAXUINT8 - 1;
  for (guint i = 0; i < roll->ballots.n; i++) {
    guint8 *slot = &roll->slot[roll->ballots.cell[i].actor % CHN_ROLL_SLOTS];
    roll->has_clash = roll->has_clash || *slot != 0;
    *slot = (guint8) (i + 1);
    roll->n_named[roll->ballots.cell[i].kind]++;
  }
}

const ChnBallotCell *
chn_roll_find_ballot (const ChnRoll *roll, guint32 code)
{
  guint at = roll->slot[code % CHN_ROLL_SLOTS];
  if (!roll->has_clash)
    return at > 0 && roll->ballots.cell[at - 1].actor == code ? &roll->ballots.cell[at - 1] : NULL;
  for (guint i = 0; i < roll->ballots.n; i++)
    if (roll->ballots.cell[i].actor == code)
      return &roll->ballots.cell[i];
  return NULL;
}

gboolean
chn_roll_init (ChnRoll *roll, const ChnElectorates *electorates, const ChnColumns *columns, guint row)
{
  guint n_votes = 0;
  roll->columns = columns;
  roll->row = row;
  roll->ballots.made = NULL;
  const ChnVoteCell *vote = chn_columns_get_vote (columns, row, &n_votes);
  if (n_votes == 0 && !chn_electorates_expect_vote (electorates, columns, row))
    return FALSE;
  roll->vote = n_votes > 0 ? vote : NULL;
  chn_ballots_read (&roll->ballots, columns, row);
  index_ballots (roll);
  if (roll->vote && roll->vote->method == CHN_METHOD_CONSENSUS && roll->ballots.n == 0)
    return FALSE;
  roll->electorate = chn_electorates_find (electorates, columns, row);
  return TRUE;
}

void
chn_roll_clear (ChnRoll *roll)
{
  chn_ballots_clear (&roll->ballots);
}
