/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

/*
 * What an event's own words leave open, for whoever writes it: the names behind its ids, its sources, what the header
 * of its file says. Of a row the timeline knows all that; an event that is being read is of no timeline yet.
 */
typedef struct {
  const ChnRegistry *registry;
  const char *zone, *domain, *timeline_id; /* of the event's file; NULL where it says nothing */
  const ChnTimeline *timeline;             /* or NULL */
  guint row;
  const ChnSource *sources; /* without a timeline: by the number of the citation; without a key where unknown */
  guint n_sources;
} ChnContext;

ChnContext chn_context_of_row (const ChnTimeline *timeline, guint row);

/* The source of a citation, by its number; FALSE where it is not known. */
gboolean chn_context_get_source (const ChnContext *context, guint citation, ChnSource *source);
