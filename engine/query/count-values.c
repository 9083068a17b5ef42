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
  return values;
}

void
chn_count_values_free (ChnCountValues *values)
{
  if (!values)
    return;
  g_hash_table_unref (values->index);
  g_array_unref (values->values);
  g_free (values);
}

static guint
find_value (ChnCountValues *values, const char *name, const char *label, gint64 order)
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

ChnCountValue *
chn_count_hit (ChnCounting *counting, const char *name, const char *label, gint64 order, ChnHitKind kind)
{
  ChnCountHit hit = { find_value (counting->values, name, label, order), kind };
  ChnCountValue *value = &g_array_index (counting->values->values, ChnCountValue, hit.value);
  for (guint i = 0; i < counting->hits->len; i++)
    if (g_array_index (counting->hits, ChnCountHit, i).value == hit.value)
      return value;
  value->n += counting->is_unknown || kind == CHN_HIT_UNKNOWN ? 0 : 1;
  g_array_append_val (counting->hits, hit);
  return value;
}
