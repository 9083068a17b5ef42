/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* Which event of a timeline is which of another: rows, G_MAXUINT32 for none. */
typedef struct {
  guint32 *new_of; /* by row of the old timeline */
  guint32 *old_of; /* by row of the new one */
} ChnPairs;

/* Told by ids first, and of what is left by content. */
void chn_pairs_init (ChnPairs *pairs, const ChnTimeline *old_timeline, const ChnTimeline *new_timeline);
void chn_pairs_clear (ChnPairs *pairs);
