/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The values of a key that were met in counting, and which of them an event has. */
#include "query/count-values.h"

static void
clear_value (gpointer data)
{
  ChnCountValue *value = data;
  g_free (value->name);
  g_free (value->label);
}

ChnCountValues *
chn_count_values_new (void)
{
  ChnCountValues *values = g_new0 (ChnCountValues, 1);
  values->values = g_array_new (FALSE, FALSE, sizeof (ChnCountValue));
  g_array_set_clear_func (values->values, clear_value);
  values->index = g_hash_table_new (g_str_hash, g_str_equal);
  values->tallies = g_array_new (FALSE, TRUE, sizeof (ChnTally));
  return values;
}

void
chn_count_values_free (ChnCountValues *values)
{
  if (!values)
    return;
  g_hash_table_unref (values->index);
  g_array_unref (values->values);
  g_array_unref (values->tallies);
  g_clear_pointer (&values->instead, g_array_unref);
  g_free (values);
}

guint
chn_count_values_add (ChnCountValues *values, const char *name, const char *label, gint64 order)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (values->index, name));
  if (index > 0)
    return index - 1;
  ChnCountValue value = { .name = g_strdup (name),
                          .label = g_strdup (label ? label : name),
                          .order = order,
                          .from = CHN_TIME_MIN,
                          .to = CHN_TIME_MAX };
  g_array_append_val (values->values, value);
  g_hash_table_insert (values->index, value.name, GUINT_TO_POINTER (values->values->len));
  return values->values->len - 1;
}

/* What an event certainly has counts before what it may have. FALSE where it has the value already. */
static gboolean
keep_hit (GArray *hits, guint n_kept, const ChnCountHit *hit)
{
  for (guint i = 0; i < n_kept; i++) {
    ChnCountHit *kept = &g_array_index (hits, ChnCountHit, i);
    if (kept->value != hit->value)
      continue;
    kept->kind = MIN (kept->kind, hit->kind);
    return FALSE;
  }
  g_array_index (hits, ChnCountHit, n_kept) = *hit;
  return TRUE;
}

void
chn_count_values_replace (const ChnCountValues *values, GArray *hits)
{
  guint n = 0;
  for (guint i = 0; values->instead && i < hits->len; i++) {
    ChnCountHit hit = g_array_index (hits, ChnCountHit, i);
    hit.value = g_array_index (values->instead, guint, hit.value);
    n += keep_hit (hits, n, &hit) ? 1 : 0;
  }
  if (values->instead)
    g_array_set_size (hits, n);
}

ChnCountValue *
chn_count_hit_value (ChnCounting *counting, guint index, ChnHitKind kind)
{
  ChnCountHit hit = { index, kind };
  ChnCountValue *value = &g_array_index (counting->values->values, ChnCountValue, hit.value);
  for (guint i = 0; i < counting->hits->len; i++)
    if (g_array_index (counting->hits, ChnCountHit, i).value == hit.value)
      return value;
  g_array_append_val (counting->hits, hit);
  return value;
}

ChnCountValue *
chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order, ChnHitKind kind)
{
  return chn_count_hit_value (counting, chn_count_values_add (counting->values, name, label, order), kind);
}
