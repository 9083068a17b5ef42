/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* An event of a trail, once, however many ways lead there. */
typedef struct {
  guint row;
  gboolean is_asked;
  gboolean is_cut; /* a bound on depth left out what hangs from it */
  guint fold;      /* place of the first event of the series that it is folded into; its own where it is not */
  guint n_folded;  /* at the first of a folded series how many there are, else 1 */
  gboolean is_run; /* what it is folded into is no series but what stands between events that are shown */
  guint depth;     /* steps from what was asked */
} TrailPlace;

/* A relation between two events of a trail. */
typedef struct {
  guint later, earlier; /* places */
  guint type;           /* of CHN_VOCABULARY_RELATION */
  gboolean stated;      /* by the later one */
} TrailTie;

/* The events of a trail in the order of time, and the relations between them. */
typedef struct {
  const ChnTimeline *timeline;
  GArray *places; /* TrailPlace, oldest first */
  GArray *ties;   /* TrailTie, each once: by the later event, type, who states it, and the earlier event */
} TrailGraph;

TrailGraph *trail_graph_new (const ChnTimeline *timeline, const ChnTrail *trail);
void trail_graph_free (TrailGraph *graph);

const TrailPlace *trail_graph_get_place (const TrailGraph *graph, guint place);

/* Folds long series of events that nothing of the trail but their series, other such series and citations relate to.
 */
void trail_graph_fold (TrailGraph *graph);

/* Lines that a trail may have, and how many one has that would have more. */
enum { TRAIL_MOST_LINES = 40, TRAIL_PAGE_LINES = 22 };

/* Where there would be more than so many lines, folds everything else instead, to a page of no more than that: what
 * lies far from what was asked. */
void trail_graph_fold_to_page (TrailGraph *graph, guint most, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrailGraph, trail_graph_free)
