/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Agreements as a table: a row an actor and a column an actor, or a row a value of the other key and a column a pair.
 *
 *   cell = percent "(" votes ")" / "-"
 */
#include "count-table.h"

static const char legend[] =
    "percent of votes in which both cast the same ballot of yes, no or abstain (votes in which both cast one)";

char *
count_table_dup_agreement (const ChnBucket *bucket)
{
  guint64 n = bucket->n, tenths = n > 0 ? ((guint64) bucket->n_same * 2000 + n) / (2 * n) : 0;
  return n > 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", tenths / 10, (guint) (tenths % 10)) : NULL;
}

static char *
dup_cell (const ChnBucket *bucket)
{
  g_autofree char *percent = bucket ? count_table_dup_agreement (bucket) : NULL;
  return percent ? g_strdup_printf ("%s (%u)", percent, bucket->n) : g_strdup ("-");
}

static void
add_heading (CountTable *table, const ChnCountTotal *columns, guint n, guint most)
{
  GPtrArray *cells = g_ptr_array_new ();
  gboolean is_square = g_strcmp0 (chn_count_get_key (table->count, 1), "with") == 0;
  g_ptr_array_add (cells, g_strdup (is_square ? "" : chn_count_get_key (table->count, 0)));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, count_table_dup_label (columns[i].label, most));
  count_table_add (table, cells);
}

CountTable *
count_table_new_agreement (const ChnCount *count, guint most_row, guint most_column)
{
  guint n_rows = 0, n = 0, n_buckets = 0;
  const ChnCountTotal *rows = chn_count_get_totals (count, 0, &n_rows),
                      *columns = chn_count_get_totals (count, 1, &n);
  const ChnBucket *at = chn_count_get_buckets (count, &n_buckets), *end = at + n_buckets;
  CountTable *table = count_table_new (count, 1, n + 1);
  add_heading (table, columns, n, most_column);
  for (guint row = 0; row < n_rows; row++) {
    GPtrArray *cells = g_ptr_array_new ();
    g_ptr_array_add (cells, count_table_dup_label (rows[row].label, most_row));
    for (guint i = 0; i < n; i++) {
      gboolean is_there = at < end && at->total[0] == row && at->total[1] == i;
      g_ptr_array_add (cells, dup_cell (is_there ? at++ : NULL));
    }
    count_table_add (table, cells);
  }
  table->legend = g_strdup (legend);
  return table;
}
