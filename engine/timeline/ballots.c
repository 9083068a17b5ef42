/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The ballots of rows, which lie in their records as cells or packed. */
#include "timeline/ballots.h"

#include "timeline/packed-roll.h"

static const ChnBallotCell *
unpack (ChnBallots *ballots, const ChnColumns *columns, const guint32 *roll)
{
  ballots->n = chn_packed_roll_count (roll);
  if (ballots->n > CHN_BALLOTS_ROOM)
    ballots->made = g_new (ChnBallotCell, ballots->n);
  ChnBallotCell *cells = ballots->made ? ballots->made : ballots->room;
  chn_columns_touch (columns, columns->voters, columns->n_voters * sizeof *columns->voters);
  chn_packed_roll_read (roll, columns->voters, cells);
  return cells;
}

void
chn_ballots_read (ChnBallots *ballots, const ChnColumns *columns, guint row)
{
  guint n_units = 0;
  const guint32 *record = chn_columns_get_record (columns, row);
  const guint32 *roll = chn_record_get_list (record, CHN_LIST_ROLL, &n_units);
  ballots->made = NULL;
  ballots->cell =
      roll ? unpack (ballots, columns, roll) : chn_record_get_list (record, CHN_LIST_BALLOTS, &ballots->n);
}

void
chn_ballots_clear (ChnBallots *ballots)
{
  g_clear_pointer (&ballots->made, g_free);
}

guint
chn_columns_count_ballots (const ChnColumns *columns, guint row)
{
  guint n = 0;
  const guint32 *record = chn_columns_get_record (columns, row);
  const guint32 *roll = chn_record_get_list (record, CHN_LIST_ROLL, &n);
  if (roll)
    return chn_packed_roll_count (roll);
  chn_record_get_list (record, CHN_LIST_BALLOTS, &n);
  return n;
}
