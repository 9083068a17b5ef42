/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/* The inside of a timeline: its columns, and what keeps them. */
struct _ChnTimeline {
  gatomicrefcount references;
  ChnRegistry *registry;
  ChnPool *texts;
  GPtrArray *blocks; /* memory of the columns, freed with the timeline */
  ChnColumns columns;
  ChnSource *sources; /* by code */
  ChnSavedQuery *queries;
  guint32 *voices; /* of sources by code; made on first need */
  ChnExtra *header_extras;
};

/* Takes the pool; references the registry. The columns are empty. */
ChnTimeline *chn_timeline_new (ChnPool *texts, ChnRegistry *registry);

/* Zeroed memory that lives as long as the timeline. */
gpointer chn_timeline_alloc (ChnTimeline *timeline, gsize n, gsize size);

/* Makes the table of ids from the text column of ids. */
void chn_timeline_index_ids (ChnTimeline *timeline);

/* Makes the relations of each row that point at it. */
void chn_timeline_index_incoming (ChnTimeline *timeline);

/* Makes what is asked for as structures from the columns of sources, queries and headers. */
void chn_timeline_unfold_sources (ChnTimeline *timeline);
void chn_timeline_unfold_queries (ChnTimeline *timeline);
void chn_timeline_unfold_header_extras (ChnTimeline *timeline);
