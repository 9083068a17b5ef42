/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which values of a key are counted by themselves: those with the most events, or the highest sums. */
#include "query/count.h"

typedef struct {
  const ChnCount *count;
  guint key;
} Choosing;

/* Those with more events come first, or with more of a measure that the listing is sorted by. */
static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Choosing *choosing = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  const GArray *values = choosing->count->values[choosing->key]->values;
  guint n_left = g_array_index (values, ChnCountValue, left).n,
        n_right = g_array_index (values, ChnCountValue, right).n;
  int order = choosing->count->sort == CHN_COUNT_SORT_MEASURE && choosing->key == 0
                  ? chn_count_compare_measures (choosing->count, 0, left, right)
                  : 0;
  if (order != 0)
    return order;
  return n_left != n_right ? (n_left > n_right ? -1 : 1)
                           : g_strcmp0 (g_array_index (values, ChnCountValue, left).name,
                                        g_array_index (values, ChnCountValue, right).name);
}

/* Values that stand for themselves: not "none", and not what is imprecise. */
static GArray *
list_values (const ChnCount *count, guint key)
{
  const GArray *values = count->values[key]->values;
  GArray *own = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, ChnCountValue, i).order < CHN_ORDER_OTHERS)
      g_array_append_val (own, i);
  return own;
}

static void
forget_numbers (ChnCountValues *values)
{
  for (guint i = 0; i < values->values->len; i++) {
    ChnCountValue *value = &g_array_index (values->values, ChnCountValue, i);
    value->n = value->n_possibly = value->n_derived = value->n_unknown = 0;
  }
  g_array_set_size (values->tallies, 0);
}

/* FALSE where there are no more than n. */
static gboolean
keep_top_of_key (ChnCount *count, guint key, guint n)
{
  ChnCountValues *values = count->values[key];
  g_autoptr (GArray) own = list_values (count, key);
  if (own->len <= n)
    return FALSE;
  Choosing choosing = { count, key };
  g_array_sort_with_data (own, compare, &choosing);
  guint others = chn_count_values_add (values, "others", NULL, CHN_ORDER_OTHERS);
  values->instead = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < values->values->len; i++)
    g_array_append_val (values->instead, i);
  for (guint i = n; i < own->len; i++)
    g_array_index (values->instead, guint, g_array_index (own, guint, i)) = others;
  return TRUE;
}

gboolean
chn_count_keep_top (ChnCount *count, guint n)
{
  gboolean has_names = FALSE, any = FALSE;
  for (guint key = 0; key < count->n_keys; key++)
    has_names = has_names || !count->rule[key]->ordered;
  for (guint key = 0; key < count->n_keys; key++)
    if (has_names ? !count->rule[key]->ordered : key == 0)
      any = keep_top_of_key (count, key, n) || any;
  for (guint key = 0; any && key < count->n_keys; key++)
    forget_numbers (count->values[key]);
  return any;
}
