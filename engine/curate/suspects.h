/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * Rows that have what duplicates have in common with another row, ascending (guint): a symbol at dates that overlap,
 * or date and forum with the vote or half of the title's words. It costs a fraction of weighing all pairs that may be
 * one.
 */
GArray *chn_suspects_find (const ChnTimeline *timeline);

/* A timeline of these rows alone, in their order, without their relations; NULL where a snapshot is damaged. */
ChnTimeline *chn_suspects_extract (const ChnTimeline *timeline, const GArray *rows);
