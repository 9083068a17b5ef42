/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A trail of many events on a page: those next to what was asked are shown, and between them each run of others is
 * folded into a line. */
#include "trail-graph.h"

/* How near an event is: what few steps lead to first, then what matters, then what lies near in time. */
typedef struct {
  guint place, depth, importance, distance;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *x = a, *y = b;
  if (x->depth != y->depth)
    return x->depth < y->depth ? -1 : 1;
  if (x->importance != y->importance)
    return x->importance > y->importance ? -1 : 1;
  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

static guint
count_lines (const TrailGraph *graph)
{
  guint n = 0;
  for (guint i = 0; i < graph->places->len; i++)
    n += trail_graph_get_place (graph, i)->fold == i;
  return n;
}

static guint
find_asked (const TrailGraph *graph)
{
  guint asked = 0;
  while (asked + 1 < graph->places->len && !trail_graph_get_place (graph, asked)->is_asked)
    asked++;
  return asked;
}

static Rank *
rank_places (const TrailGraph *graph)
{
  guint n = graph->places->len, asked = find_asked (graph);
  g_autoptr (ChnEvent) event = chn_event_new ();
  Rank *ranks = g_new (Rank, n);
  for (guint i = 0; i < n; i++) {
    const TrailPlace *place = trail_graph_get_place (graph, i);
    chn_timeline_load (graph->timeline, place->row, event);
    ranks[i] = (Rank){ i, place->is_asked ? 0 : place->depth, chn_event_get_number (event, CHN_FIELD_IMPORTANCE),
                       i > asked ? i - asked : asked - i };
  }
  qsort (ranks, n, sizeof *ranks, compare_ranks);
  return ranks;
}

static gboolean
is_shown (const gboolean *shown, guint n, guint place)
{
  return place >= n || shown[place];
}

/* The lines that showing one more event costs: it may cut a run in two, or be all of one. */
static guint
find_cost (const gboolean *shown, guint n, guint place)
{
  guint before = is_shown (shown, n, place - 1) ? 0 : 1, after = is_shown (shown, n, place + 1) ? 0 : 1;
  return before + after;
}

static void
choose_shown (const TrailGraph *graph, gboolean *shown, guint page)
{
  guint n = graph->places->len, lines = 1; /* at first one run of all */
  g_autofree Rank *ranks = rank_places (graph);
  for (guint i = 0; i < n; i++) {
    guint cost = find_cost (shown, n, ranks[i].place);
    if (i > 0 && lines + cost > page)
      break;
    shown[ranks[i].place] = TRUE;
    lines += cost;
  }
  for (guint i = 0; i < n; i++) /* of a run of one nothing is gained */
    shown[i] = shown[i] || find_cost (shown, n, i) == 0;
}

void
trail_graph_fold_to_page (TrailGraph *graph, guint most, guint page)
{
  guint n = graph->places->len, first = 0;
  TrailPlace *places = (TrailPlace *) (gpointer) graph->places->data;
  if (count_lines (graph) <= most)
    return;
  g_autofree gboolean *shown = g_new0 (gboolean, n);
  choose_shown (graph, shown, page);
  for (guint i = 0; i < n; i++) {
    gboolean begins = shown[i] || i == 0 || shown[i - 1];
    first = begins ? i : first;
    places[i].fold = first;
    places[i].n_folded = 1;
    places[i].is_run = !shown[i];
    places[first].n_folded += !begins;
  }
}
