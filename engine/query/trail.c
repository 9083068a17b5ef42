/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The paper trail of an event, as a tree: breadth first from the event, then put in the order in which it is shown.
 */
#include "query/trail.h"

#include <string.h>

#include "base/error.h"
#include "query/links.h"

/* A tree as it grows: nodes in the order in which they were reached. */
typedef struct {
  const ChnColumns *columns;
  GArray *nodes;
  GHashTable *seen; /* rows */
  guint depth;
} Growth;

static gboolean
add_node (Growth *growth, const ChnTrailNode *node, GError **error)
{
  if (growth->nodes->len >= CHN_TRAIL_NODES_MAX) {
    chn_error_set (error, CHN_ERROR_LIMIT, "follow fewer steps, as with --depth 3",
                   "the trail has more than %d relations", CHN_TRAIL_NODES_MAX);
    return FALSE;
  }
  g_array_append_val (growth->nodes, *node);
  return TRUE;
}

/* Adds what is one step from a node. Several relations between the same two are one node. */
static gboolean
add_steps (Growth *growth, guint parent, const GArray *found, ChnTrailSide side, GError **error)
{
  guint depth = g_array_index (growth->nodes, ChnTrailNode, parent).depth + 1;
  for (guint i = 0; i < found->len;) {
    ChnTrailNode node = {
      .row = g_array_index (found, ChnLink, i).row, .parent = parent, .depth = depth, .side = side
    };
    for (; i < found->len && g_array_index (found, ChnLink, i).row == node.row; i++) {
      const ChnLink *link = &g_array_index (found, ChnLink, i);
      *(link->stated ? &node.received : &node.stated) |= (guint64) 1 << link->type;
    }
    node.again = !g_hash_table_add (growth->seen, GUINT_TO_POINTER (node.row));
    if (!add_node (growth, &node, error))
      return FALSE;
  }
  return TRUE;
}

/* Whether what hangs from a node on this side is to be added. */
static gboolean
is_open (const Growth *growth, const ChnTrailNode *node, ChnTrailSide side)
{
  return !node->again && (node->side == side || node->side == CHN_TRAIL_ITSELF) &&
         (side != CHN_TRAIL_BESIDE || node->depth == 0) && node->depth <= growth->depth;
}

static gboolean
grow (Growth *growth, ChnTrailSide side, ChnLinks links, GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ChnLink));
  for (guint i = 0; i < growth->nodes->len; i++) {
    ChnTrailNode *node = &g_array_index (growth->nodes, ChnTrailNode, i);
    if (!is_open (growth, node, side))
      continue;
    g_array_set_size (found, 0);
    chn_links_append (&links, growth->columns, node->row, found);
    if (node->depth == growth->depth)
      node->is_cut = node->is_cut || found->len > 0;
    else if (!add_steps (growth, i, found, side, error))
      return FALSE;
  }
  return TRUE;
}

/* Puts nodes in the order in which they are shown. */
typedef struct {
  const GArray *nodes;
  const guint *next, *first; /* of each node: next sibling, first child; 0 for none */
  guint *place;              /* where each node has come to stand */
  GArray *shown;
} Arrangement;

static void
show_node (Arrangement *arrangement, guint index)
{
  arrangement->place[index] = arrangement->shown->len;
  g_array_append_val (arrangement->shown, g_array_index (arrangement->nodes, ChnTrailNode, index));
}

/* Recursion is bounded by the number of nodes. */
static void
show_below (Arrangement *arrangement, guint parent, ChnTrailSide side)
{
  for (guint i = arrangement->first[parent]; i != 0; i = arrangement->next[i]) {
    if (g_array_index (arrangement->nodes, ChnTrailNode, i).side != side)
      continue;
    if (side != CHN_TRAIL_UP)
      show_node (arrangement, i);
    show_below (arrangement, i, side);
    if (side == CHN_TRAIL_UP)
      show_node (arrangement, i);
  }
}

static GArray *
arrange (const GArray *nodes)
{
  g_autofree guint *next = g_new0 (guint, nodes->len), *first = g_new0 (guint, nodes->len);
  g_autofree guint *place = g_new0 (guint, nodes->len);
  GArray *shown = g_array_sized_new (FALSE, FALSE, sizeof (ChnTrailNode), nodes->len);
  Arrangement arrangement = { nodes, next, first, place, shown };
  for (guint i = nodes->len - 1; i > 0; i--) {
    guint parent = g_array_index (nodes, ChnTrailNode, i).parent;
    next[i] = first[parent];
    first[parent] = i;
  }
  show_below (&arrangement, 0, CHN_TRAIL_UP);
  show_node (&arrangement, 0);
  show_below (&arrangement, 0, CHN_TRAIL_DOWN);
  show_below (&arrangement, 0, CHN_TRAIL_BESIDE);
  for (guint i = 0; i < shown->len; i++) {
    ChnTrailNode *node = &g_array_index (shown, ChnTrailNode, i);
    node->parent = place[node->parent];
  }
  return shown;
}

ChnTrail *
chn_trail_new (ChnTimeline *timeline, guint row, guint sides, guint depth, GError **error)
{
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  g_return_val_if_fail (row < columns->n_rows, NULL);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (ChnTrailNode));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Growth growth = { columns, nodes, seen, depth };
  ChnTrailNode itself = { .row = row, .side = CHN_TRAIL_ITSELF };
  g_array_append_val (nodes, itself);
  g_hash_table_add (seen, GUINT_TO_POINTER (row));
  if (((sides & CHN_TRAIL_SIDE_UP) && !grow (&growth, CHN_TRAIL_UP, chn_links_get_up (columns), error)) ||
      ((sides & CHN_TRAIL_SIDE_DOWN) && !grow (&growth, CHN_TRAIL_DOWN, chn_links_get_down (columns), error)) ||
      ((sides & CHN_TRAIL_SIDE_BESIDE) && !grow (&growth, CHN_TRAIL_BESIDE, chn_links_get_beside (columns), error)))
    return NULL;
  ChnTrail *trail = g_new0 (ChnTrail, 1);
  trail->timeline = chn_timeline_ref (timeline);
  trail->columns = columns;
  trail->nodes = arrange (nodes);
  return trail;
}

void
chn_trail_free (ChnTrail *trail)
{
  if (!trail)
    return;
  g_array_unref (trail->nodes);
  chn_timeline_unref (trail->timeline);
  g_free (trail);
}

const ChnTrailNode *
chn_trail_get_nodes (const ChnTrail *trail, guint *n)
{
  *n = trail->nodes->len;
  return (const ChnTrailNode *) (gconstpointer) trail->nodes->data;
}

static void
append_label (GString *out, const char *label)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", label);
}

char *
chn_trail_node_dup_label (const ChnTrail *trail, const ChnTrailNode *node)
{
  guint n = chn_vocabulary_count (trail->columns->vocabulary, CHN_VOCABULARY_RELATION);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    const ChnTerm *type = chn_columns_get_term (trail->columns, CHN_VOCABULARY_RELATION, i);
    g_autofree char *label = g_strdup (type->label);
    label[0] = g_ascii_tolower (label[0]);
    if (node->stated >> i & 1)
      append_label (out, label);
    else if (node->received >> i & 1)
      append_label (out, type->inverse);
  }
  return g_string_free (out, FALSE);
}
