/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The planner: which rows a query has to ask.
 *
 * A term knows its posting lists or the stretch of rows that its dates allow, or nothing. AND takes
 * the shortest lists of its parts and what their stretches share; OR takes all lists, if all parts
 * have some; NOT knows nothing. Every row that is left is asked the whole query, so a plan can only
 * be slow, never wrong.
 */
#include "query/plan.h"

enum { BITS = 64 };

static guint64
count_lists (const ChnCandidates *candidates)
{
  guint64 n = 0;
  guint32 width = candidates->end - candidates->first;
  if (!candidates->lists)
    return width;
  for (guint i = 0; i < candidates->lists->len; i++)
    n += g_array_index (candidates->lists, ChnPosting, i).n;
  return MIN (n, width);
}

static void
plan_term (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  ChnNarrowFunc narrow = node->condition.term->rule->narrow;
  if (narrow)
    narrow (&node->condition, columns, &plan->candidates);
  if (plan->candidates.lists)
    plan->driver = node;
}

/* Takes over the lists of a part, and its driver. */
static void
take_lists (ChnPlan *plan, ChnPlan *part)
{
  g_clear_pointer (&plan->candidates.lists, g_array_unref);
  plan->candidates.lists = g_steal_pointer (&part->candidates.lists);
  plan->driver = part->driver;
}

static void
plan_and (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  guint64 shortest = G_MAXUINT64;
  for (guint i = 0; i < node->n_children; i++) {
    g_auto (ChnPlan) part = { 0 };
    chn_plan_init (&part, node->children[i], columns);
    plan->candidates.first = MAX (plan->candidates.first, part.candidates.first);
    plan->candidates.end = MIN (plan->candidates.end, part.candidates.end);
    if (!part.candidates.lists || part.estimate >= shortest)
      continue;
    shortest = part.estimate;
    take_lists (plan, &part);
  }
  plan->candidates.end = MAX (plan->candidates.first, plan->candidates.end);
}

static void
plan_or (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  ChnCandidates *whole = &plan->candidates;
  gboolean listed = TRUE;
  *whole = (ChnCandidates){ columns->n_rows, 0, g_array_new (FALSE, FALSE, sizeof (ChnPosting)) };
  for (guint i = 0; i < node->n_children; i++) {
    g_auto (ChnPlan) part = { 0 };
    chn_plan_init (&part, node->children[i], columns);
    whole->first = MIN (whole->first, part.candidates.first);
    whole->end = MAX (whole->end, part.candidates.end);
    listed = listed && part.candidates.lists;
    if (listed)
      g_array_append_vals (whole->lists, part.candidates.lists->data, part.candidates.lists->len);
  }
  whole->first = MIN (whole->first, whole->end);
  if (listed)
    plan->driver = node;
  else
    g_clear_pointer (&whole->lists, g_array_unref);
}

void
chn_plan_init (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  *plan = (ChnPlan){ .candidates = { 0, columns->n_rows, NULL } };
  if (node->kind == CHN_NODE_TERM)
    plan_term (plan, node, columns);
  else if (node->kind == CHN_NODE_AND)
    plan_and (plan, node, columns);
  else if (node->kind == CHN_NODE_OR)
    plan_or (plan, node, columns);
  plan->estimate = count_lists (&plan->candidates);
}

void
chn_plan_clear (ChnPlan *plan)
{
  g_clear_pointer (&plan->candidates.lists, g_array_unref);
}

static guint32
read_row (const ChnPosting *list, guint place)
{
  if (list->columns)
    chn_columns_touch (list->columns, &list->rows[place], sizeof *list->rows);
  return list->rows[place];
}

/* The first place of a list whose row is not below a row. */
static guint
find_place (const ChnPosting *list, guint32 row)
{
  guint low = 0, high = list->n;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (read_row (list, middle) < row)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* A damaged list may have rows out of order; none is marked out of bounds. */
static void
mark_rows (ChnWalk *walk, const ChnPosting *list)
{
  guint32 first = walk->plan->candidates.first, width = walk->plan->candidates.end - first;
  for (guint j = list->is_unordered ? 0 : find_place (list, first); j < list->n; j++) {
    guint32 bit = read_row (list, j) - first;
    if (bit >= width && !list->is_unordered)
      break;
    if (bit >= width)
      continue;
    walk->seen[bit / BITS] |= G_GUINT64_CONSTANT (1) << (bit % BITS);
  }
}

void
chn_walk_init (ChnWalk *walk, const ChnPlan *plan)
{
  const ChnCandidates *candidates = &plan->candidates;
  *walk = (ChnWalk){ plan, candidates->first, NULL };
  if (!candidates->lists)
    return;
  walk->seen = g_new0 (guint64, (candidates->end - candidates->first) / BITS + 1);
  for (guint i = 0; i < candidates->lists->len; i++) {
    const ChnPosting *list = &g_array_index (candidates->lists, ChnPosting, i);
    mark_rows (walk, list);
  }
}

gboolean
chn_walk_next (ChnWalk *walk, guint32 *row)
{
  const ChnCandidates *candidates = &walk->plan->candidates;
  while (walk->seen && walk->next < candidates->end) {
    guint32 bit = walk->next - candidates->first;
    guint64 rest = walk->seen[bit / BITS] >> (bit % BITS);
    if (rest & 1)
      break;
    walk->next += rest == 0 ? BITS - bit % BITS : (guint32) __builtin_ctzll (rest);
  }
  if (walk->next >= candidates->end)
    return FALSE;
  *row = walk->next++;
  return TRUE;
}

void
chn_walk_clear (ChnWalk *walk)
{
  g_clear_pointer (&walk->seen, g_free);
}
