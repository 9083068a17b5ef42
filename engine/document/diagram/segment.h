/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/board.h"

/* What bars are made of: events that certainly belong there, those that possibly do, those of which it is not known;
 * or ballots, a kind each. */
typedef enum {
  CHN_SEGMENT_CERTAIN,
  CHN_SEGMENT_POSSIBLE,
  CHN_SEGMENT_UNKNOWN,
  CHN_SEGMENT_YES,
  CHN_SEGMENT_ABSTAIN,
  CHN_SEGMENT_NOT_VOTING,
  CHN_SEGMENT_NO,
  CHN_N_SEGMENTS,
} ChnSegmentKind;

/* How long each is. */
typedef struct {
  double length[CHN_N_SEGMENTS];
  double sum;
} ChnSegments;

/* Sums or averages, which are drawn by themselves; or numbers of events. */
typedef enum { CHN_PANEL_EVENTS, CHN_PANEL_SUMS, CHN_PANEL_AVERAGES } ChnPanel;

ChnSegments chn_segments_find (const ChnChart *chart, const ChnChartCell *cell, ChnPanel panel);

/* The longest bar of a panel; 0 where there is none. */
double chn_segments_find_most (const ChnChart *chart, ChnPanel panel);

/* Draws one in a box; what stands apart is grey. */
void chn_segment_draw (const ChnBoard *board, ChnSegmentKind kind, const ChnBox *box, gboolean is_apart);

/* The tint of text on it, or CHN_TINT_NONE. */
ChnTint chn_segment_find_ink (const ChnBoard *board, ChnSegmentKind kind, gboolean is_apart);

/* Puts what segments that occur mean, where that needs saying. */
void chn_segments_put_legend (ChnBoard *board, const ChnChart *chart);

/* "12", "28.5" */
char *chn_segment_dup_number (double number, ChnPanel panel);
