/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/sealed.h"
#include "timeline/stage/stage.h"

/*
 * The way of texts from a stage to its timeline. Where a snapshot is to be made, the timeline gets a
 * pool of its own, with what is referred to and no more, and each row's own texts go to its record. Else
 * it takes over the pool as it is, which costs neither time nor memory.
 */
typedef struct {
  const ChnPool *from;
  ChnPool *to;       /* the same, or another */
  GArray *number_of; /* in `to`, by the number in `from`; 0 where it was not asked for */
  guint32 own;       /* a bit for each field whose texts go to the records */
} ChnTexts;

/* The pool of a timeline that is yet to be made. */
ChnPool *chn_texts_init (ChnTexts *texts, const ChnStage *stage);
void chn_texts_clear (ChnTexts *texts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnTexts, chn_texts_clear)

/* The number of a staged text in the timeline. */
guint32 chn_texts_take (ChnTexts *texts, guint32 number);
