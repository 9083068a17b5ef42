/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnTrail:
 *
 * The paper trail of an event: a tree of what led to it and of what followed from it, by the
 * relations that events state of each other. Immutable.
 */
typedef struct _ChnTrail ChnTrail;

/**
 * ChnTrailSide:
 * @CHN_TRAIL_UP: what led to the event
 * @CHN_TRAIL_ITSELF: the event
 * @CHN_TRAIL_DOWN: what followed from it
 * @CHN_TRAIL_BESIDE: what is related to it in a way that does not say what came first
 *
 * A relation leads up to its target when the vocabulary says that the target comes earlier
 * (responds-to), and down to it when the target comes later (leads-to); the same relation leads
 * the other way for the target.
 */
typedef enum { CHN_TRAIL_UP, CHN_TRAIL_ITSELF, CHN_TRAIL_DOWN, CHN_TRAIL_BESIDE } ChnTrailSide;

/**
 * ChnTrailSides:
 *
 * Which sides of a trail are followed.
 */
typedef enum {
  CHN_TRAIL_SIDE_UP = 1 << CHN_TRAIL_UP,
  CHN_TRAIL_SIDE_DOWN = 1 << CHN_TRAIL_DOWN,
  CHN_TRAIL_SIDE_BESIDE = 1 << CHN_TRAIL_BESIDE,
} ChnTrailSides;

/**
 * ChnTrailNode:
 * @row: the event's row in the timeline
 * @parent: index of the node that it hangs from; its own for the event itself
 * @depth: steps from the event itself
 * @side: the side that it stands on
 * @stated: the relations that it has to its parent's event: bit t stands for value t of
 *   %CHN_VOCABULARY_RELATION
 * @received: the relations that its parent's event has to it, likewise
 * @again: the event stands at another node, and what hangs from it hangs there
 * @is_cut: the bound on depth left out what hangs from it
 *
 * One event of a trail.
 */
typedef struct {
  guint row;
  guint parent;
  guint depth;
  ChnTrailSide side;
  guint64 stated;
  guint64 received;
  gboolean again;
  gboolean is_cut;
} ChnTrailNode;

/**
 * CHN_TRAIL_NODES_MAX:
 *
 * Nodes that a trail has at most.
 */
#define CHN_TRAIL_NODES_MAX 20000

/**
 * chn_trail_new:
 * @timeline: a timeline; referenced
 * @row: the event
 * @sides: #ChnTrailSides to follow
 * @depth: steps to follow, %G_MAXUINT for all
 * @error: return location
 *
 * Each event hangs where the fewest steps reach it, and of such places at the first in time;
 * elsewhere it stands again, without what hangs from it. What lies beside the event is not
 * followed further.
 *
 * Errors: %CHN_ERROR_LIMIT when there are more than %CHN_TRAIL_NODES_MAX nodes.
 *
 * Returns: (transfer full): the trail, or %NULL on error
 */
CHN_API ChnTrail *chn_trail_new (ChnTimeline *timeline, guint row, guint sides, guint depth, GError **error);
CHN_API void chn_trail_free (ChnTrail *trail);

/**
 * chn_trail_get_nodes:
 * @n: (out): how many
 *
 * In the order in which a tree shows them: above the event what led to it, each node under what
 * hangs from it; the event; below it what followed, each node over what hangs from it; last what
 * lies beside it. Nodes that hang from the same one are in timeline order.
 *
 * Returns: (transfer none) (array length=n): the nodes
 */
CHN_API const ChnTrailNode *chn_trail_get_nodes (const ChnTrail *trail, guint *n);

/**
 * chn_trail_node_dup_label:
 * @trail: the trail that has the node
 *
 * What joins a node to its parent, seen from the node: "responds to", "cited by"; several are
 * joined by commas.
 *
 * Returns: (transfer full): the label, empty for the event itself
 */
CHN_API char *chn_trail_node_dup_label (const ChnTrail *trail, const ChnTrailNode *node);

/**
 * chn_trail_dup_dot:
 *
 * The trail as a graph in the DOT language of Graphviz: a node an event, an arrow a relation, from
 * what came first to what came of it.
 *
 * Returns: (transfer full): DOT text
 */
CHN_API char *chn_trail_dup_dot (const ChnTrail *trail);

/**
 * chn_trail_dup_json:
 *
 * The trail as one JSON object: `event`, its id; `nodes`, the events in timeline order with id,
 * date, title, side, depth and cut; `links` with from (the event that states it), to and type.
 *
 * Returns: (transfer full): JSON text that ends in a newline
 */
CHN_API char *chn_trail_dup_json (const ChnTrail *trail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTrail, chn_trail_free)

G_END_DECLS
