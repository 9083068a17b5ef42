/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "timeline/columns.h"

/*
 * Which sources correct or withdraw which. What is withdrawn corrects and withdraws nothing any more; what is only
 * corrected still does.
 */
typedef struct _ChnSuccessors ChnSuccessors;

/* Whether a source is known to whoever asks. */
typedef gboolean (*ChnSourceFilter) (guint32 source, gconstpointer data);

/* Of the sources that the filter lets through, or of all where it is NULL. */
ChnSuccessors *chn_successors_new (const ChnTimeline *timeline, ChnSourceFilter filter, gconstpointer data);
void chn_successors_free (ChnSuccessors *successors);

/* Of all sources; made on first need. */
const ChnSuccessors *chn_timeline_get_successors (const ChnTimeline *timeline);

/* Whether a source is withdrawn, and by which. */
gboolean chn_successors_find_withdrawal (const ChnSuccessors *successors, guint32 source, guint32 *by);

/*
 * Whether a claim of a row is superseded, and by which source: by one that withdraws its source, or by one that
 * corrects it and is cited for the row, where that speaks of the same field or of none.
 */
gboolean chn_successors_find (const ChnSuccessors *successors, const ChnColumns *columns, guint row,
                              const ChnClaimCell *claim, guint32 *by);

/* Whether a source, by its code, corrects or withdraws another one, or is corrected or withdrawn. */
gboolean chn_timeline_is_source_linked (const ChnTimeline *timeline, guint32 source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnSuccessors, chn_successors_free)
