/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/* Rows that posting lists give: every match of a node is in one of the lists. */
typedef struct {
  GArray *lists; /* of ChnPosting */
  guint64 n;     /* at most so many rows */
  const ChnBoundNode *node;
  gboolean is_exact; /* every row of the lists is a match too */
} ChnRowSet;

/*
 * Which rows are asked what. The rows are those from first to end - 1 that are in all of the sets, a
 * superset of those that match; what sets and order by date leave open is asked of each.
 */
typedef struct {
  guint32 first, end;
  GArray *sets;     /* of ChnRowSet, the smallest first; none: all rows from first to end - 1 */
  GPtrArray *asked; /* of ChnBoundNode: what a row has to match yet */
  guint64 estimate; /* at most this many rows are asked */
} ChnPlan;

/* The plan of a tree, or of one node of it. */
void chn_plan_init (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns);
/* One that asks every row everything. */
void chn_plan_init_naive (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns);
void chn_plan_clear (ChnPlan *plan);

/* What the query answers of a row of the plan. */
ChnAnswer chn_plan_answer (const ChnPlan *plan, const ChnColumns *columns, guint row);

/* Goes through the rows of a plan, ascending, each once. */
typedef struct {
  const ChnPlan *plan;
  guint32 next;
  const ChnPosting *list; /* where one ascending list is all that there is, and the place in it; else NULL */
  guint place;
  guint64 *seen; /* one bit a row from the plan's first, where there are sets */
} ChnWalk;

void chn_walk_init (ChnWalk *walk, const ChnPlan *plan);
gboolean chn_walk_next (ChnWalk *walk, guint32 *row);
void chn_walk_clear (ChnWalk *walk);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnPlan, chn_plan_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnWalk, chn_walk_clear)
