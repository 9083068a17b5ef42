/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The order of the values of a key: as the key has it, or by what is asked for. */
#include <string.h>

#include "base/fold.h"
#include "query/count.h"

static const ChnCountValue *
get_value (const ChnCount *count, guint key, guint value)
{
  return &g_array_index (count->values[key]->values, ChnCountValue, value);
}

/* Less than 0 where the left number is higher. */
static int
compare_highest (gint64 left, gint64 right)
{
  return (left < right) - (left > right);
}

static int
compare_own (const ChnCount *count, guint key, const ChnCountValue *a, const ChnCountValue *b)
{
  if (count->rule[key]->ordered && a->order != b->order)
    return a->order < b->order ? -1 : 1;
  if (!count->rule[key]->ordered && a->n != b->n)
    return compare_highest (a->n, b->n);
  return strcmp (a->name, b->name);
}

static int
compare_names (const ChnCountValue *a, const ChnCountValue *b)
{
  g_autofree char *left = chn_fold_text (a->label, -1), *right = chn_fold_text (b->label, -1);
  return strcmp (left, right);
}

/* What a measure has come to, in thousandths; less than nothing where no vote has it. */
static gint64
find_measure (const ChnCount *count, guint key, guint value)
{
  const ChnTally *tally =
      &g_array_index (count->values[key]->tallies, ChnTally, value * count->measures->len + count->sorted_by);
  gboolean is_average = g_array_index (count->measures, ChnMeasure, count->sorted_by).is_average;
  if (tally->n == 0)
    return -1;
  return is_average ? tally->sum * 1000 / tally->n : tally->sum * 1000;
}

int
chn_count_compare_measures (const ChnCount *count, guint key, guint left, guint right)
{
  return compare_highest (find_measure (count, key, left), find_measure (count, key, right));
}

/* By what is asked for; 0 where that leaves it open. */
static int
compare_asked (const ChnCount *count, guint key, guint left, guint right)
{
  const ChnCountValue *a = get_value (count, key, left), *b = get_value (count, key, right);
  switch (count->sort) {
  case CHN_COUNT_SORT_EVENTS:
    return key == 0 ? compare_highest (a->n, b->n) : 0;
  case CHN_COUNT_SORT_MEASURE:
    return key == 0 ? chn_count_compare_measures (count, key, left, right) : 0;
  case CHN_COUNT_SORT_KEY:
    return key == count->sorted_by && !count->rule[key]->ordered ? compare_names (a, b) : 0;
  default:
    return 0;
  }
}

int
chn_count_compare_values (const ChnCount *count, guint key, guint left, guint right)
{
  const ChnCountValue *a = get_value (count, key, left), *b = get_value (count, key, right);
  if (a->order != b->order && MAX (a->order, b->order) >= CHN_ORDER_OTHERS)
    return a->order < b->order ? -1 : 1;
  int order = compare_asked (count, key, left, right);
  if (order == 0)
    order = compare_own (count, key, a, b);
  gboolean is_sorted = key == (count->sort == CHN_COUNT_SORT_KEY ? count->sorted_by : 0);
  return count->reverse && is_sorted ? -order : order;
}

typedef struct {
  const ChnCount *count;
  guint key;
} Sorting;

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  return chn_count_compare_values (sorting->count, sorting->key, *(const guint *) a, *(const guint *) b);
}

guint *
chn_count_order (ChnCount *count, guint key)
{
  guint n = count->values[key]->values->len;
  Sorting sorting = { count, key };
  g_autofree guint *order = g_new (guint, MAX (n, 1));
  guint *place = g_new0 (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare, &sorting);
  for (guint i = 0; i < n; i++) {
    const ChnCountValue *value = get_value (count, key, order[i]);
    ChnCountTotal total = {
      value->name, value->label, value->n, value->n_possibly, value->n_derived, value->n_unknown
    };
    place[order[i]] = count->totals[key]->len;
    if (value->n + value->n_unknown > 0)
      g_array_append_val (count->totals[key], total);
  }
  return place;
}
