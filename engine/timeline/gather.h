/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/texts.h"

/*
 * Moves what is staged into the columns of a timeline, which has its number of rows, in the order given:
 * order[row] is the index of an event. Its names must be codes already.
 */
void chn_timeline_gather (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order, ChnTexts *texts);

/* The same of the places in files, which nothing else needs: another thread may do it meanwhile. Frees those staged.
 */
void chn_timeline_gather_spots (ChnTimeline *timeline, ChnTimelineBuilder *builder, const guint32 *order);

/* Puts rows in the place of the events that relations point at, and adds to each record what points at it. */
void chn_builder_point_at_rows (ChnTimelineBuilder *builder, const guint32 *order);

/* Headers and saved queries. */
void chn_timeline_gather_origins (ChnTimeline *timeline, const ChnTimelineBuilder *builder, ChnTexts *texts);

/* What is declared of each source of the dictionary, whose codes are by the staged numbers of their keys. */
void chn_timeline_gather_sources (ChnTimeline *timeline, const ChnTimelineBuilder *builder, ChnTexts *texts,
                                  const GArray *code_of);
