/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A count as a list: a line a bucket, with sums, shares, and what is only possible, derived or unknown. */
#include "count-table.h"

static void
add_heading (CountTable *table)
{
  GPtrArray *cells = g_ptr_array_new ();
  for (guint i = 0; i < table->n_names; i++)
    g_ptr_array_add (cells, g_strdup (chn_count_get_key (table->count, i)));
  g_ptr_array_add (cells, g_strdup (chn_count_is_agreement (table->count) ? "votes" : "events"));
  if (chn_count_is_agreement (table->count)) {
    g_ptr_array_add (cells, g_strdup ("same"));
    g_ptr_array_add (cells, g_strdup ("share"));
  }
  if (chn_count_has_shares (table->count))
    g_ptr_array_add (cells, g_strdup ("share"));
  for (guint i = 0; i < chn_count_get_n_measures (table->count); i++)
    g_ptr_array_add (cells, g_strdup (chn_count_get_measure (table->count, i)));
  g_ptr_array_add (cells, g_strdup (""));
  count_table_add (table, cells);
}

static void
append_remark (GString *out, const char *before, guint n, const char *what)
{
  if (n > 0)
    g_string_append_printf (out, "%s%s%u %s", out->len > 0 ? ", " : "(", before, n, what);
}

/* "(2 possibly, 1 derived, + 3 unknown)" */
static char *
dup_remark (const ChnBucket *bucket)
{
  GString *out = g_string_new (NULL);
  append_remark (out, "", bucket->n_possibly, "possibly");
  append_remark (out, "", bucket->n_derived, "derived");
  append_remark (out, "+ ", bucket->n_unknown, "unknown");
  g_string_append (out, out->len > 0 ? ")" : "");
  return g_string_free (out, FALSE);
}

/* The numbers of a bucket, and the cell behind them that says what is only possible or unknown. */
static void
add_numbers (const CountTable *table, const ChnBucket *bucket, guint index, GPtrArray *cells)
{
  g_autofree char *share = chn_count_dup_share (table->count, bucket->n);
  g_ptr_array_add (cells, g_strdup_printf ("%u", bucket->n));
  if (chn_count_is_agreement (table->count)) {
    g_autofree char *percent = count_table_dup_agreement (bucket);
    g_ptr_array_add (cells, g_strdup_printf ("%u", bucket->n_same));
    g_ptr_array_add (cells, g_strconcat (percent ? percent : "", "%", NULL));
  }
  if (chn_count_has_shares (table->count))
    g_ptr_array_add (cells, share ? g_strconcat (share, "%", NULL) : g_strdup (""));
  for (guint i = 0; i < chn_count_get_n_measures (table->count); i++) {
    char *value = chn_count_dup_value (table->count, index, i);
    g_ptr_array_add (cells, value ? value : g_strdup (""));
  }
  g_ptr_array_add (cells, dup_remark (bucket));
}

static void
add_total (CountTable *table)
{
  const ChnBucket all = { .n = chn_count_get_n_events (table->count),
                          .n_unknown = chn_count_get_n_unknown (table->count) };
  GPtrArray *cells = g_ptr_array_new ();
  g_ptr_array_add (cells, g_strdup ("all"));
  for (guint i = 1; i < table->n_names; i++)
    g_ptr_array_add (cells, g_strdup (""));
  add_numbers (table, &all, G_MAXUINT, cells);
  count_table_add (table, cells);
}

CountTable *
count_table_new_list (const ChnCount *count, guint most, gboolean repeats)
{
  gboolean is_agreement = chn_count_is_agreement (count);
  guint n = 0, n_keys = chn_count_get_n_keys (count),
        n_shares = is_agreement                   ? 2
                   : chn_count_has_shares (count) ? 1
                                                  : 0;
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  CountTable *table = count_table_new (count, n_keys, n_keys + 2 + n_shares + chn_count_get_n_measures (count));
  table->has_notes = TRUE;
  add_heading (table);
  for (guint i = 0; i < n; i++) {
    GPtrArray *cells = g_ptr_array_new ();
    for (guint key = 0; key < n_keys; key++) {
      gboolean again = !repeats && key + 1 < n_keys && i > 0 && buckets[i - 1].name[key] == buckets[i].name[key];
      g_ptr_array_add (cells, again ? g_strdup ("") : count_table_dup_label (buckets[i].label[key], most));
    }
    add_numbers (table, &buckets[i], i, cells);
    count_table_add (table, cells);
  }
  if (!is_agreement)
    add_total (table);
  return table;
}
