/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/*
 * Which rows are asked: a superset of those that match, from posting lists and from the order of
 * the rows by date.
 */
typedef struct {
  ChnCandidates candidates;
  guint64 estimate;           /* at most this many rows are asked */
  const ChnBoundNode *driver; /* the node whose lists are used, or NULL */
} ChnPlan;

/* The plan of a tree, or of one node of it. */
void chn_plan_init (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns);
void chn_plan_clear (ChnPlan *plan);

/* Goes through the rows of a plan, ascending, each once. */
typedef struct {
  const ChnPlan *plan;
  guint32 next;
  guint64 *seen; /* one bit a row from the plan's first, where there are lists */
} ChnWalk;

void chn_walk_init (ChnWalk *walk, const ChnPlan *plan);
gboolean chn_walk_next (ChnWalk *walk, guint32 *row);
void chn_walk_clear (ChnWalk *walk);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnPlan, chn_plan_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWalk, chn_walk_clear)
