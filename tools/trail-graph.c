/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A paper trail as a graph in time: of the tree that leads to its events, each event and each relation once. */
#include "trail-graph.h"

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TrailPlace *x = a, *y = b;
  return (x->row > y->row) - (x->row < y->row);
}

/* By row, which is the order of time. */
static GArray *
list_places (const ChnTrailNode *nodes, guint n)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (TrailPlace), n);
  for (guint i = 0; i < n; i++) {
    TrailPlace place = {
      nodes[i].row, nodes[i].side == CHN_TRAIL_ITSELF, nodes[i].is_cut, 0, 1, FALSE, nodes[i].depth
    };
    if (!nodes[i].again)
      g_array_append_val (places, place);
  }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_index (places, TrailPlace, i).fold = i;
  return places;
}

static guint
find_place (const GArray *places, guint row)
{
  TrailPlace key = { .row = row };
  guint place = 0;
  return g_array_binary_search ((GArray *) places, &key, compare_places, &place) ? place : 0;
}

/* The relations, of the types that have a bit, that one event states of another. */
static void
add_ties (GArray *ties, guint from, guint to, guint64 types)
{
  for (guint type = 0; types >> type > 0; type++) {
    TrailTie tie = { MAX (from, to), MIN (from, to), type, from > to };
    if (types >> type & 1)
      g_array_append_val (ties, tie);
  }
}

static int
compare_ties (gconstpointer a, gconstpointer b)
{
  const TrailTie *x = a, *y = b;
  if (x->later != y->later)
    return x->later < y->later ? -1 : 1;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  if (x->stated != y->stated)
    return x->stated ? -1 : 1;
  return (x->earlier > y->earlier) - (x->earlier < y->earlier);
}

/* A relation that is met from both ends is one. */
static GArray *
list_ties (const GArray *places, const ChnTrailNode *nodes, guint n)
{
  GArray *ties = g_array_new (FALSE, FALSE, sizeof (TrailTie));
  guint n_kept = 0;
  for (guint i = 0; i < n; i++) {
    guint place = find_place (places, nodes[i].row), parent = find_place (places, nodes[nodes[i].parent].row);
    add_ties (ties, place, parent, nodes[i].stated);
    add_ties (ties, parent, place, nodes[i].received);
  }
  g_array_sort (ties, compare_ties);
  for (guint i = 0; i < ties->len; i++) {
    TrailTie tie = g_array_index (ties, TrailTie, i);
    if (n_kept == 0 || compare_ties (&tie, &g_array_index (ties, TrailTie, n_kept - 1)) != 0)
      g_array_index (ties, TrailTie, n_kept++) = tie;
  }
  g_array_set_size (ties, n_kept);
  return ties;
}

TrailGraph *
trail_graph_new (const ChnTimeline *timeline, const ChnTrail *trail)
{
  guint n = 0;
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  TrailGraph *graph = g_new0 (TrailGraph, 1);
  graph->timeline = timeline;
  graph->places = list_places (nodes, n);
  graph->ties = list_ties (graph->places, nodes, n);
  return graph;
}

void
trail_graph_free (TrailGraph *graph)
{
  if (!graph)
    return;
  g_array_unref (graph->places);
  g_array_unref (graph->ties);
  g_free (graph);
}

const TrailPlace *
trail_graph_get_place (const TrailGraph *graph, guint place)
{
  return &g_array_index (graph->places, TrailPlace, place);
}
