/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A trail as a graph: its events and its relations, each once. */
#include "query/trail.h"

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChnTrailNode *nodes = data;
  guint left = nodes[*(const guint *) a].row, right = nodes[*(const guint *) b].row;
  return (left > right) - (left < right);
}

GArray *
chn_trail_list_events (const ChnTrail *trail)
{
  guint n = 0;
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  GArray *events = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (!nodes[i].again)
      g_array_append_val (events, i);
  g_array_sort_with_data (events, compare_rows, (gpointer) (guintptr) nodes);
  return events;
}

static gint
compare_links (gconstpointer a, gconstpointer b)
{
  const ChnTrailLink *left = a, *right = b;
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return (left->type > right->type) - (left->type < right->type);
}

static void
add_links (GArray *links, guint from, guint to, guint64 types)
{
  for (guint type = 0; types >> type != 0; type++) {
    ChnTrailLink link = { from, to, type };
    if (types >> type & 1)
      g_array_append_val (links, link);
  }
}

/* In a cycle the same relation is met from both ends. */
GArray *
chn_trail_list_links (const ChnTrail *trail)
{
  guint n = 0, n_kept = 0;
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (ChnTrailLink));
  for (guint i = 0; i < n; i++) {
    guint parent = nodes[nodes[i].parent].row;
    add_links (links, nodes[i].row, parent, nodes[i].stated);
    add_links (links, parent, nodes[i].row, nodes[i].received);
  }
  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++) {
    ChnTrailLink link = g_array_index (links, ChnTrailLink, i);
    if (n_kept == 0 || compare_links (&link, &g_array_index (links, ChnTrailLink, n_kept - 1)) != 0)
      g_array_index (links, ChnTrailLink, n_kept++) = link;
  }
  g_array_set_size (links, n_kept);
  return links;
}
