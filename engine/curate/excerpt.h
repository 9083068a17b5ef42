/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * Tables, calendars and parts of a timeline say some things otherwise than the whole of it, though they are the same.
 * Before an event of one is held against the same event of the other, it is made to say them as that does.
 */

/* A row of a timeline. */
typedef struct {
  const ChnTimeline *timeline;
  guint row;
} ChnExcerptRow;

/* Rows of tables say each by itself in which zone its clocks are, which a file says once, in its header. Where both
 * events have one zone by either, the one takes what the other says of its own. */
void chn_excerpt_settle_zone (ChnExcerptRow row, ChnEvent *event, ChnExcerptRow other_row, const ChnEvent *other);

/* Relations that lead out of an excerpt are extras of it (timeline/checks/excerpt.h): where the other timeline has what
 * they lead to, they are relations again, in the order of the other event, where there is one (nullable). */
void chn_excerpt_take_back_relations (ChnEvent *event, const ChnTimeline *other_timeline, const ChnEvent *other);
