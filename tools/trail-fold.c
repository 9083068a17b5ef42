/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which series of a trail are folded: runs of events, each of which succeeds the one before and is bound to nothing
 * of the trail that is not folded, too. A citation binds nobody. */
#include <string.h>

#include "trail-graph.h"

enum { LEAST_FOLDED = 4 };

/* In the place of a node. */
static const guint NOBODY = G_MAXUINT, MANY = G_MAXUINT - 1;

typedef struct {
  const TrailGraph *graph;
  guint series, citation; /* types of relations */
  guint *before, *after;  /* by place: its neighbour in a series, NOBODY or MANY */
  gboolean *foldable;
} Folding;

static guint
find_type (const char *name)
{
  guint n = 0;
  const ChnTerm *terms = chn_vocabulary_get_terms (CHN_VOCABULARY_RELATION, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (terms[i].name, name) == 0)
      return i;
  return NOBODY;
}

static void
set_neighbour (guint *neighbour, guint place)
{
  *neighbour = *neighbour == NOBODY ? place : MANY;
}

static void
find_neighbours (Folding *folding)
{
  const GArray *ties = folding->graph->ties;
  for (guint i = 0; i < ties->len; i++) {
    const TrailTie *tie = &g_array_index (ties, TrailTie, i);
    if (tie->type != folding->series || !tie->stated)
      continue;
    set_neighbour (&folding->before[tie->later], tie->earlier);
    set_neighbour (&folding->after[tie->earlier], tie->later);
  }
}

/* Where series part or meet, nothing is folded across. */
static gboolean
is_step (const Folding *folding, const TrailTie *tie)
{
  return tie->type == folding->series && tie->stated && folding->before[tie->later] == tie->earlier &&
         folding->after[tie->earlier] == tie->later;
}

/* The event that comes next in the folded series, or NOBODY. */
static guint
find_next (const Folding *folding, guint place)
{
  guint next = folding->after[place];
  return next < MANY && folding->before[next] == place && folding->foldable[next] ? next : NOBODY;
}

static gboolean
is_first (const Folding *folding, guint place)
{
  guint before = folding->before[place];
  return folding->foldable[place] && !(before < MANY && folding->foldable[before] && folding->after[before] == place);
}

/* What is bound to an event that stands by itself stands by itself. Forth and back, as one may follow from another.
 */
static gboolean
open_tied (Folding *folding)
{
  gboolean changed = FALSE;
  guint n = folding->graph->ties->len;
  for (guint i = 0; i < 2 * n; i++) {
    const TrailTie *tie = &g_array_index (folding->graph->ties, TrailTie, i < n ? i : 2 * n - 1 - i);
    gboolean binds = tie->type != folding->citation && !is_step (folding, tie);
    if (!binds || folding->foldable[tie->later] == folding->foldable[tie->earlier])
      continue;
    folding->foldable[tie->later] = folding->foldable[tie->earlier] = FALSE;
    changed = TRUE;
  }
  return changed;
}

static guint
count_run (const Folding *folding, guint first)
{
  guint n = 0;
  for (guint at = first; at != NOBODY; at = find_next (folding, at))
    n++;
  return n;
}

static gboolean
open_short (Folding *folding)
{
  gboolean changed = FALSE;
  for (guint i = 0; i < folding->graph->places->len; i++) {
    if (!is_first (folding, i) || count_run (folding, i) >= LEAST_FOLDED)
      continue;
    for (guint at = i, next = 0; at != NOBODY; at = next) {
      next = find_next (folding, at);
      folding->foldable[at] = FALSE;
    }
    changed = TRUE;
  }
  return changed;
}

static void
fold_run (const Folding *folding, guint first)
{
  TrailPlace *places = (TrailPlace *) (gpointer) folding->graph->places->data;
  places[first].n_folded = count_run (folding, first);
  for (guint at = first; at != NOBODY; at = find_next (folding, at))
    places[at].fold = first;
}

void
trail_graph_fold (TrailGraph *graph)
{
  guint n = graph->places->len;
  g_autofree guint *before = g_new (guint, n), *after = g_new (guint, n);
  g_autofree gboolean *foldable = g_new0 (gboolean, n);
  Folding folding = { graph, find_type ("succeeds"), find_type ("cites"), before, after, foldable };
  for (guint i = 0; i < n; i++) {
    const TrailPlace *place = trail_graph_get_place (graph, i);
    before[i] = after[i] = NOBODY;
    foldable[i] = !place->is_asked && !place->is_cut;
  }
  find_neighbours (&folding);
  while (open_tied (&folding) || open_short (&folding))
    ;
  for (guint i = 0; i < n; i++)
    if (is_first (&folding, i))
      fold_run (&folding, i);
}
