/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

#include "timeline/own-names.h"

/* A timeline that is made of another: a builder with its names, in which what was taken once is taken again. */
ChnTimelineBuilder *chn_rebuild_start (const ChnTimeline *timeline, ChnReport *report);

/* The same with those of its own names alone that are chosen; all where there is no choice. */
ChnTimelineBuilder *chn_rebuild_start_chosen (const ChnTimeline *timeline, const ChnOwnNamesChoice *choice,
                                              ChnReport *report);

/* Begins a file of the other timeline, with its header and extras. */
void chn_rebuild_begin_header (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin);
/* And with its saved queries. */
void chn_rebuild_begin_origin (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin);

/* Adds the feeds of that file, but for those that show more than may be seen. */
void chn_rebuild_add_feeds (ChnTimelineBuilder *builder, const ChnTimeline *timeline, guint origin,
                            ChnVisibility most);

typedef gboolean (*ChnRebuildShows) (guint32 source, gconstpointer data);

/* Adds a source of the other timeline, which corrects and withdraws only those that the new one has. */
void chn_rebuild_add_source (ChnTimelineBuilder *builder, const ChnTimeline *timeline, const ChnSource *whole,
                             ChnRebuildShows shows, gconstpointer data);

/* The timeline; NULL where the other one is a snapshot in which something damaged was come upon. */
ChnTimeline *chn_rebuild_end (ChnTimelineBuilder *builder, const ChnTimeline *timeline, GError **error);
