/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A paper trail drawn as a tree: what led to the event above it, what followed below. */
#include "trail-text.h"

typedef struct {
  const ChnTimeline *timeline;
  const ChnTrailNode *nodes;
  guint n;
  gboolean *is_edge; /* no sibling stands farther from the event */
  guint *shown_at;   /* by row: 1 + the node that has the event's own place */
  guint columns;
  GString *out;
} Drawing;

/* Finds, among the children of each node, the one that its line ends at. */
static void
find_edges (Drawing *drawing)
{
  g_autofree gboolean *has_edge = g_new0 (gboolean, drawing->n * 4);
  for (guint i = 0; i < drawing->n; i++) {
    const ChnTrailNode *node = &drawing->nodes[i];
    gboolean *found = &has_edge[node->parent * 4 + node->side];
    drawing->is_edge[i] = node->side == CHN_TRAIL_UP && !*found;
    *found = TRUE;
  }
  for (guint i = drawing->n; i-- > 0;) {
    const ChnTrailNode *node = &drawing->nodes[i];
    gboolean *closed = &has_edge[node->parent * 4 + node->side];
    if (node->side == CHN_TRAIL_UP)
      continue;
    drawing->is_edge[i] = *closed;
    *closed = FALSE;
  }
}

static void
append_branches (const Drawing *drawing, guint index, GString *line)
{
  static const char *const ends[] = { "┌─ ", "", "└─ ", "╌╌ " };
  static const char *const middles[] = { "├─ ", "", "├─ ", "╌╌ " };
  const ChnTrailNode *node = &drawing->nodes[index];
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  if (node->side == CHN_TRAIL_ITSELF)
    return;
  g_ptr_array_add (parts, (gpointer) (guintptr) (drawing->is_edge[index] ? ends : middles)[node->side]);
  for (guint at = node->parent; drawing->nodes[at].side != CHN_TRAIL_ITSELF; at = drawing->nodes[at].parent)
    g_ptr_array_add (parts, (gpointer) (guintptr) (drawing->is_edge[at] ? "   " : "│  "));
  for (guint i = parts->len; i-- > 0;)
    g_string_append (line, parts->pdata[i]);
}

static void
append_node (const Drawing *drawing, guint index, GString *line)
{
  const ChnTrailNode *node = &drawing->nodes[index];
  const char *id = chn_timeline_get_id (drawing->timeline, node->row);
  g_autofree char *label = chn_trail_node_dup_label (node);
  if (node->again) {
    gboolean above = drawing->shown_at[node->row] < index + 1;
    g_string_append_printf (line, "%s (%s): see %s", id, label, above ? "above" : "below");
    return;
  }
  g_autoptr (ChnEvent) event = chn_event_new ();
  chn_timeline_load (drawing->timeline, node->row, event);
  g_string_append_printf (line, "%s %s%s%s%s: %s", chn_event_get_text (event, CHN_FIELD_DATE), id, *label ? " (" : "",
                          label, *label ? ")" : "", chn_event_get_text (event, CHN_FIELD_TITLE));
  if (node->is_cut)
    g_string_append (line, " [more]");
}

/* Shortens a line that is too wide, with an ellipsis. */
static void
cut_line (GString *line, guint columns)
{
  if (columns == 0 || chn_text_get_width (line->str) <= columns)
    return;
  while (line->len > 0 && chn_text_get_width (line->str) > columns - 1)
    g_string_truncate (line, (gsize) (g_utf8_prev_char (line->str + line->len) - line->str));
  g_string_append (line, "…");
}

static void
draw_line (const Drawing *drawing, guint index)
{
  g_autoptr (GString) line = g_string_new (NULL);
  append_branches (drawing, index, line);
  append_node (drawing, index, line);
  g_autofree char *visible = chn_text_dup_visible (line->str, FALSE);
  g_string_assign (line, visible);
  cut_line (line, drawing->columns);
  g_string_append_printf (drawing->out, "%s\n", line->str);
}

char *
trail_text_dup (const ChnTimeline *timeline, const ChnTrail *trail, guint columns)
{
  guint n = 0;
  const ChnTrailNode *nodes = chn_trail_get_nodes (trail, &n);
  g_autofree gboolean *is_edge = g_new0 (gboolean, n);
  g_autofree guint *shown_at = g_new0 (guint, chn_timeline_get_n_events (timeline));
  Drawing drawing = { timeline, nodes, n, is_edge, shown_at, columns, g_string_new (NULL) };
  find_edges (&drawing);
  for (guint i = 0; i < n; i++)
    if (!nodes[i].again)
      shown_at[nodes[i].row] = i + 1;
  for (guint i = 0; i < n; i++)
    draw_line (&drawing, i);
  return g_string_free (drawing.out, FALSE);
}
