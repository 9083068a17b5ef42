/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lanes of a picture: seven at most, of which the last takes what is left. */
#include "document/picture/forums.h"
#include "document/picture/plot.h"

#include <string.h>

enum { MOST_LANES = 7 };

/* What a lane could be of. */
typedef struct {
  const char *title;
  guint n_events, weight;
  gboolean is_missing; /* events that have nothing of the kind */
  guint index;         /* in the order in which they came */
  guint lane;
} Candidate;

/* How each kind of lane is called where there is nothing, and where the smallest are joined. */
static const struct {
  const char *missing, *others;
} names[CHN_N_LANES_BY] = {
  [CHN_LANES_FORUM] = { "No forum", "Other forums" },
  [CHN_LANES_KIND] = { "No kind", "Other kinds" },
  [CHN_LANES_ACTOR] = { "Nobody named", "Others" },
  [CHN_LANES_SERIES] = { "No series", "Other series" },
};

static const char *
find_title (const ChnPlot *plot, const ChnForumRoll *roll, const ChnEntry *entry)
{
  switch (plot->options->lanes) {
  case CHN_LANES_KIND:
    return entry->kind;
  case CHN_LANES_ACTOR:
    return entry->actors.n > 0 ? plot->document->name[entry->actors.first] : NULL;
  case CHN_LANES_SERIES:
    return entry->series;
  default:
    return chn_forum_roll_find (roll, entry);
  }
}

/* The candidates; events have their numbers in place of lanes. */
static GArray *
list_candidates (ChnPlot *plot)
{
  g_autoptr (ChnForumRoll) roll = chn_forum_roll_new (plot->document);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (Candidate));
  for (guint i = 0; i < plot->events->len; i++) {
    ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    const char *found = find_title (plot, roll, event->entry);
    const char *title = found ? found : names[plot->options->lanes].missing;
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, title));
    if (number == 0) {
      Candidate candidate = { .title = title, .is_missing = !found, .index = candidates->len };
      g_array_append_val (candidates, candidate);
      number = candidates->len;
      g_hash_table_insert (known, (gpointer) title, GUINT_TO_POINTER (number));
    }
    Candidate *candidate = &g_array_index (candidates, Candidate, number - 1);
    candidate->n_events++;
    candidate->weight += event->importance;
    event->lane = number - 1;
  }
  return candidates;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = *(Candidate *const *) a, *other = *(Candidate *const *) b;
  if (one->is_missing != other->is_missing)
    return one->is_missing ? 1 : -1;
  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

static void
add_lane (ChnPlot *plot, const char *title)
{
  ChnPlotLane lane = { .title = chn_typing_guard (plot->typing, title) };
  g_array_append_val (plot->lanes, lane);
}

/* The width of the widest word in a title. */
static double
find_widest_word (const ChnPlot *plot, const char *title, const ChnType *type)
{
  g_auto (GStrv) parts = g_strsplit (title, " ", -1);
  double widest = 0;
  for (guint i = 0; parts[i]; i++)
    widest = MAX (widest, chn_type (plot->typing, chn_typing_guard (plot->typing, parts[i]), type).width);
  return widest;
}

/* Breaks titles into lines; the gutter is as wide as it has to be, within bounds, so that no word is broken. */
static void
break_titles (ChnPlot *plot)
{
  static const double most = 0.13; /* of the width of the picture */
  const ChnType type = { plot->measure.base, TRUE };
  double room = plot->measure.gutter, used = 0;
  for (guint i = 0; i < plot->lanes->len; i++)
    room = MAX (room, find_widest_word (plot, g_array_index (plot->lanes, ChnPlotLane, i).title, &type));
  room = MIN (room, MAX (plot->measure.gutter, plot->options->canvas.width * most));
  for (guint i = 0; i < plot->lanes->len; i++) {
    ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, i);
    lane->lines = chn_type_lines (plot->typing, lane->title, &type, MAX (room, plot->measure.base), 4);
    for (guint k = 0; k < lane->lines->len; k++)
      used = MAX (used, g_array_index (lane->lines, ChnTyped, k).width);
  }
  plot->measure.gutter = used;
}

/* The heaviest have a lane each, the rest one of their own. */
static void
make_lanes (ChnPlot *plot, GArray *candidates)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (sorted, &g_array_index (candidates, Candidate, i));
  g_ptr_array_sort (sorted, compare_candidates);
  guint n = sorted->len <= MOST_LANES ? sorted->len : MOST_LANES - 1;
  for (guint i = 0; i < sorted->len; i++) {
    Candidate *candidate = sorted->pdata[i];
    candidate->lane = MIN (i, n);
    if (i < n)
      add_lane (plot, candidate->title);
    else if (i == n)
      add_lane (plot, names[plot->options->lanes].others);
  }
  break_titles (plot);
}

/* Where no event has anything of the kind, there is nothing to be told apart. */
static void
drop_only_name (const GArray *candidates)
{
  if (candidates->len == 1 && g_array_index (candidates, Candidate, 0).is_missing)
    g_array_index (candidates, Candidate, 0).title = "";
}

void
chn_plot_find_lanes (ChnPlot *plot)
{
  g_autoptr (GArray) candidates = list_candidates (plot);
  drop_only_name (candidates);
  make_lanes (plot, candidates);
  for (guint i = 0; i < plot->events->len; i++) {
    ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    event->lane = g_array_index (candidates, Candidate, event->lane).lane;
    g_array_index (plot->lanes, ChnPlotLane, event->lane).n_events++;
  }
}
