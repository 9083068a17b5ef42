/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/* Rows of one timeline that are looked for, and those that were found. */
typedef struct {
  const ChnTimeline *timeline;
  const guint8 *left_out; /* by row: not looked for; or NULL */
  GArray *rows;           /* guint, ascending */
} ChnSuspects;

/*
 * Finds rows that have what one event in two places has in common, within one timeline, or in one and another where
 * there are two: a symbol at dates that overlap, date and forum with the vote or half of the title's words, or, in
 * two timelines, the whole title. It costs a fraction of weighing all pairs that may be one.
 */
void chn_suspects_find (ChnSuspects *sides, guint n_sides);

/* A timeline of the rows that were found alone, in their order, without their relations; NULL where a snapshot is
 * damaged. */
ChnTimeline *chn_suspects_extract (const ChnSuspects *side);
