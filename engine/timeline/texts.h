/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/builder.h"
#include "timeline/sealed.h"

/* Takes texts from the pool of a builder to that of its timeline, which so holds only what is referred to. */
typedef struct {
  const ChnPool *from;
  ChnPool *to;
  GArray *number_of; /* in `to`, by the number in `from`; 0 where it was not asked for */
} ChnTexts;

void chn_texts_init (ChnTexts *texts, const ChnTimelineBuilder *builder, ChnTimeline *timeline);
void chn_texts_clear (ChnTexts *texts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnTexts, chn_texts_clear)

/* The number of a staged text in the timeline. */
guint32 chn_texts_take (ChnTexts *texts, guint32 number);
