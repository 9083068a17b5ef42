/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/texts.h"

/*
 * Makes the dictionaries from the names in staged cells, and puts codes in the place of the names. Rows are
 * added by chn_timeline_index_codes() once the records are in timeline order. Returns the codes of sources,
 * by the staged numbers of their keys.
 */
GArray *chn_timeline_make_dictionaries (ChnTimeline *timeline, ChnTimelineBuilder *builder, ChnTexts *texts);

/* Makes the rows of every code. */
void chn_timeline_index_codes (ChnTimeline *timeline);
