/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The planner: which rows a query has to ask, and what.
 *
 * A term knows its posting lists or the stretch of rows that its dates allow, or nothing. AND takes
 * what the lists and stretches of its parts share; OR takes all lists, if all parts have some; NOT
 * knows nothing. A term whose lists are all of its matches need not be asked any more. What is in no list is no,
 * so that what is unknown is in one, and "maybe" takes what its part knows.
 */
#include "query/plan.h"

/* Asking a row costs as much as going through so many rows of a list. */
enum { BITS = 64, LISTED_ROWS_PER_ASKED = 16 };

static void
clear_set (gpointer data)
{
  ChnRowSet *set = data;
  g_array_unref (set->lists);
}

static void
begin (ChnPlan *plan, const ChnColumns *columns)
{
  *plan = (ChnPlan){ .end = columns->n_rows,
                     .sets = g_array_new (FALSE, FALSE, sizeof (ChnRowSet)),
                     .asked = g_ptr_array_new (),
                     .estimate = columns->n_rows };
  g_array_set_clear_func (plan->sets, clear_set);
}

void
chn_plan_clear (ChnPlan *plan)
{
  g_clear_pointer (&plan->sets, g_array_unref);
  g_clear_pointer (&plan->asked, g_ptr_array_unref);
}

static void
ask (ChnPlan *plan, const ChnBoundNode *node)
{
  g_ptr_array_add (plan->asked, (gpointer) node);
}

static void
add_set (ChnPlan *plan, GArray *lists, const ChnBoundNode *node, gboolean is_exact)
{
  ChnRowSet set = { lists, 0, node, is_exact };
  for (guint i = 0; i < lists->len; i++)
    set.n += g_array_index (lists, ChnPosting, i).n;
  g_array_append_val (plan->sets, set);
}

static int
compare_sets (gconstpointer a, gconstpointer b)
{
  const ChnRowSet *x = a, *y = b;
  return (x->n > y->n) - (x->n < y->n);
}

/* Leaves out the sets that are long beside the shortest. */
static void
choose (ChnPlan *plan)
{
  g_array_sort (plan->sets, compare_sets);
  plan->first = MIN (plan->first, plan->end);
  plan->estimate = plan->end - plan->first;
  for (guint i = 0; i < plan->sets->len; i++) {
    const ChnRowSet *set = &g_array_index (plan->sets, ChnRowSet, i);
    if (i == 0)
      plan->estimate = MIN (plan->estimate, set->n);
    if (set->n / LISTED_ROWS_PER_ASKED <= plan->estimate)
      continue;
    if (set->is_exact)
      ask (plan, set->node);
    g_array_remove_index (plan->sets, i--);
  }
}

static void plan_node (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns);

static void
plan_term (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  ChnNarrowFunc narrow = node->condition.term->rule->narrow;
  ChnCandidates candidates = { .end = columns->n_rows };
  if (narrow)
    narrow (&node->condition, columns, &candidates);
  plan->first = MAX (plan->first, candidates.first);
  plan->end = MIN (plan->end, candidates.end);
  if (candidates.lists)
    add_set (plan, candidates.lists, node, candidates.is_exact);
  if (!candidates.is_exact)
    ask (plan, node);
}

/* Whether the one set of a plan is all that there is to know. */
static gboolean
is_exact (const ChnPlan *plan, const ChnColumns *columns)
{
  return plan->asked->len == 0 && plan->sets->len == 1 && plan->first == 0 && plan->end == columns->n_rows;
}

static void
plan_or (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  guint32 first = columns->n_rows, end = 0;
  gboolean listed = TRUE, exact = TRUE;
  GArray *lists = g_array_new (FALSE, FALSE, sizeof (ChnPosting));
  for (guint i = 0; i < node->n_children; i++) {
    g_auto (ChnPlan) part = { 0 };
    chn_plan_init (&part, node->children[i], columns);
    first = MIN (first, part.first);
    end = MAX (end, part.end);
    exact = exact && is_exact (&part, columns);
    listed = listed && part.sets->len > 0;
    if (!listed)
      continue;
    const GArray *shortest = g_array_index (part.sets, ChnRowSet, 0).lists;
    g_array_append_vals (lists, shortest->data, shortest->len);
  }
  plan->first = MAX (plan->first, first);
  plan->end = MIN (plan->end, end);
  if (listed)
    add_set (plan, lists, node, exact);
  else
    g_array_unref (lists);
  if (!listed || !exact)
    ask (plan, node);
}

/* The rows that its part may match, each of which is asked. */
static void
plan_maybe (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  g_auto (ChnPlan) part = { 0 };
  begin (&part, columns);
  plan_node (&part, node->children[0], columns);
  plan->first = MAX (plan->first, part.first);
  plan->end = MIN (plan->end, part.end);
  for (guint i = 0; i < part.sets->len; i++)
    add_set (plan, g_array_ref (g_array_index (part.sets, ChnRowSet, i).lists), node, FALSE);
  ask (plan, node);
}

static void
plan_node (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  if (node->kind == CHN_NODE_TERM)
    plan_term (plan, node, columns);
  else if (node->kind == CHN_NODE_MAYBE)
    plan_maybe (plan, node, columns);
  else if (node->kind == CHN_NODE_OR)
    plan_or (plan, node, columns);
  else if (node->kind == CHN_NODE_NOT)
    ask (plan, node);
  for (guint i = 0; node->kind == CHN_NODE_AND && i < node->n_children; i++)
    plan_node (plan, node->children[i], columns);
}

void
chn_plan_init (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  begin (plan, columns);
  plan_node (plan, node, columns);
  choose (plan);
}

void
chn_plan_init_naive (ChnPlan *plan, const ChnBoundNode *node, const ChnColumns *columns)
{
  begin (plan, columns);
  ask (plan, node);
}

ChnAnswer
chn_plan_answer (const ChnPlan *plan, const ChnColumns *columns, guint row)
{
  ChnAnswer answer = CHN_ANSWER_YES;
  for (guint i = 0; i < plan->asked->len && answer != CHN_ANSWER_NO; i++)
    answer = chn_answer_and (answer, chn_bound_node_answer (plan->asked->pdata[i], columns, row));
  return answer;
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
mark_list (const ChnPlan *plan, const ChnPosting *list, guint64 *seen)
{
  guint32 first = plan->first, width = plan->end - first;
  for (guint j = list->is_unordered ? 0 : find_place (list, first); j < list->n; j++) {
    guint32 bit = read_row (list, j) - first;
    if (bit < width)
      seen[bit / BITS] |= G_GUINT64_CONSTANT (1) << (bit % BITS);
    else if (!list->is_unordered)
      break;
  }
}

static guint64 *
mark_set (const ChnPlan *plan, guint index)
{
  const GArray *lists = g_array_index (plan->sets, ChnRowSet, index).lists;
  guint64 *seen = g_new0 (guint64, (plan->end - plan->first) / BITS + 1);
  for (guint i = 0; i < lists->len; i++)
    mark_list (plan, &g_array_index (lists, ChnPosting, i), seen);
  return seen;
}

/* The list that is all of a plan's sets, or NULL. */
static const ChnPosting *
get_only_list (const ChnPlan *plan)
{
  const GArray *lists = plan->sets->len == 1 ? g_array_index (plan->sets, ChnRowSet, 0).lists : NULL;
  const ChnPosting *list = lists && lists->len == 1 ? &g_array_index (lists, ChnPosting, 0) : NULL;
  return list && !list->is_unordered ? list : NULL;
}

void
chn_walk_init (ChnWalk *walk, const ChnPlan *plan)
{
  *walk = (ChnWalk){ plan, plan->first, get_only_list (plan), 0, NULL };
  if (walk->list)
    walk->place = find_place (walk->list, plan->first);
  else if (plan->sets->len > 0)
    walk->seen = mark_set (plan, 0);
  for (guint i = 1; i < plan->sets->len; i++) {
    g_autofree guint64 *also = mark_set (plan, i);
    for (guint32 k = 0; k <= (plan->end - plan->first) / BITS; k++)
      walk->seen[k] &= also[k];
  }
}

/* In a damaged list a row may come again, or lie out of bounds; then it is over. */
static gboolean
find_listed (ChnWalk *walk)
{
  guint32 row = walk->place < walk->list->n ? read_row (walk->list, walk->place++) : walk->plan->end;
  if (row < walk->next || row >= walk->plan->end)
    return FALSE;
  walk->next = row;
  return TRUE;
}

static gboolean
find_marked (ChnWalk *walk)
{
  const ChnPlan *plan = walk->plan;
  while (walk->next < plan->end) {
    guint32 bit = walk->next - plan->first;
    guint64 rest = walk->seen[bit / BITS] >> (bit % BITS);
    if (rest & 1)
      return TRUE;
    walk->next += rest == 0 ? BITS - bit % BITS : (guint32) __builtin_ctzll (rest);
  }
  return FALSE;
}

gboolean
chn_walk_next (ChnWalk *walk, guint32 *row)
{
  gboolean found = walk->list ? find_listed (walk) : walk->seen ? find_marked (walk) : walk->next < walk->plan->end;
  if (found)
    *row = walk->next++;
  return found;
}

void
chn_walk_clear (ChnWalk *walk)
{
  g_clear_pointer (&walk->seen, g_free);
}
