/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/sealed.h"
#include "timeline/stage/stage.h"

/* Those who vote in a timeline that becomes a snapshot, and what packs their rolls. */
typedef struct {
  const guint32 *voters; /* the columns' own */
  guint32 *number_of;    /* by the code of an actor */
  ChnRecordMaker maker;
  GArray *units; /* of the record that was packed last */
} ChnVoters;

/* The columns get their voters; names in the staged records are codes by now. */
void chn_voters_init (ChnVoters *voters, ChnTimeline *timeline, const ChnStage *stage);
void chn_voters_clear (ChnVoters *voters);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnVoters, chn_voters_clear)

/* The record with its roll packed, valid until the next one is; or itself, where it has none that can be. */
const guint32 *chn_voters_pack (ChnVoters *voters, const guint32 *record);
