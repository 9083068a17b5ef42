/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Numbers that are given out in the order of time. The longest sequence that is in order is taken to be right, so
 * that one wrong number costs one finding.
 */
#include "curate/rule-order.h"

#include "base/civil.h"

static gint64
find_day (gint64 seconds)
{
  return (seconds - (seconds < 0 ? CHN_DAY_SECONDS - 1 : 0)) / CHN_DAY_SECONDS;
}

/* By day, then by number: what happens on one day may have its numbers in any order. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  const ChnOrdered *x = a, *y = b;
  gint64 i = find_day (x->earliest), j = find_day (y->earliest);
  if (i != j)
    return i < j ? -1 : 1;
  if (x->number != y->number)
    return x->number < y->number ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

/* The first of the ends, ascending by number, whose number is larger. */
static guint
find_larger (const GArray *items, const guint *ends, guint n, guint64 number)
{
  guint low = 0;
  while (low < n) {
    guint middle = low + (n - low) / 2;
    if (g_array_index (items, ChnOrdered, ends[middle]).number > number)
      n = middle;
    else
      low = middle + 1;
  }
  return low;
}

/* Marks a longest sequence of those of one day whose numbers never fall; of several the one that was complete first.
 */
static void
mark_sequence (GArray *items)
{
  guint n = 0, last = G_MAXUINT;
  g_autofree guint *ends = g_new (guint, MAX (items->len, 1)), *before = g_new (guint, MAX (items->len, 1));
  for (guint i = 0; i < items->len; i++) {
    guint at = find_larger (items, ends, n, g_array_index (items, ChnOrdered, i).number);
    before[i] = at > 0 ? ends[at - 1] : G_MAXUINT;
    ends[at] = i;
    if (at < n)
      continue;
    n++;
    last = i;
  }
  for (guint i = last; i != G_MAXUINT; i = before[i])
    g_array_index (items, ChnOrdered, i).is_in_order = TRUE;
}

/* The sequence by its last days, with the largest number up to each, and by its first days, with the least from each.
 */
typedef struct {
  GArray *ended, *begun; /* const ChnOrdered * */
} Sequence;

static const ChnOrdered *
get_item (const GArray *array, guint index)
{
  return g_array_index (array, const ChnOrdered *, index);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const ChnOrdered *x = *(const ChnOrdered *const *) a, *y = *(const ChnOrdered *const *) b;
  return (x->latest > y->latest) - (x->latest < y->latest);
}

/* What is in order ascends by first day and number alike, so that the least number from a day on is the first. */
static void
sequence_init (Sequence *sequence, const GArray *items)
{
  sequence->ended = g_array_new (FALSE, FALSE, sizeof (gpointer));
  sequence->begun = g_array_new (FALSE, FALSE, sizeof (gpointer));
  for (guint i = 0; i < items->len; i++) {
    const ChnOrdered *item = &g_array_index (items, ChnOrdered, i);
    if (!item->is_in_order)
      continue;
    g_array_append_val (sequence->ended, item);
    g_array_append_val (sequence->begun, item);
  }
  g_array_sort (sequence->ended, compare_ends);
  for (guint i = 1; i < sequence->ended->len; i++)
    if (get_item (sequence->ended, i - 1)->number > get_item (sequence->ended, i)->number)
      g_array_index (sequence->ended, const ChnOrdered *, i) = get_item (sequence->ended, i - 1);
}

static void
sequence_clear (Sequence *sequence)
{
  g_array_unref (sequence->ended);
  g_array_unref (sequence->begun);
}

/* How many of an array that ascends by a day lie before one. The last days of `ended` are those of larger numbers,
 * which are no later than the days that they stand for. */
static guint
count_before (const GArray *array, gboolean by_end, gint64 day)
{
  guint low = 0, high = array->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    const ChnOrdered *item = get_item (array, middle);
    if (find_day (by_end ? item->latest : item->earliest) < day)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* One of the sequence, on a day before it or behind it, that has it out of order; NULL where none does. */
static const ChnOrdered *
find_contradiction (const Sequence *sequence, const ChnOrdered *item)
{
  guint n_before = count_before (sequence->ended, TRUE, find_day (item->earliest));
  guint behind = count_before (sequence->begun, FALSE, find_day (item->latest) + 1);
  const ChnOrdered *before = n_before > 0 ? get_item (sequence->ended, n_before - 1) : NULL;
  const ChnOrdered *after = behind < sequence->begun->len ? get_item (sequence->begun, behind) : NULL;
  if (before && before->number > item->number)
    return before;
  return after && after->number < item->number ? after : NULL;
}

void
chn_find_disorder (GArray *items, ChnDisorderFunc found, gpointer data)
{
  Sequence sequence;
  g_array_sort (items, compare_items);
  mark_sequence (items);
  sequence_init (&sequence, items);
  for (guint i = 0; i < items->len; i++) {
    const ChnOrdered *item = &g_array_index (items, ChnOrdered, i);
    const ChnOrdered *other = item->is_in_order ? NULL : find_contradiction (&sequence, item);
    if (other)
      found (item, other, data);
  }
  sequence_clear (&sequence);
}
