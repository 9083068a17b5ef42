/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A count by two keys as a cross table, with a column and a row of totals, in which each event counts once.
 *
 *   cell = number [ "(" possibly ")" ] [ "[" derived "]" ] [ "+" unknown ]
 */
#include "count-table.h"

enum { MOST_COLUMNS = 200 };

/* Which marks stand in some cell. */
typedef struct {
  gboolean possibly, derived, unknown;
} Marks;

gboolean
count_table_can_cross (const ChnCount *count)
{
  guint n = 0;
  if (chn_count_get_n_keys (count) != 2 || chn_count_get_n_measures (count) > 0)
    return FALSE;
  chn_count_get_totals (count, 1, &n);
  return n <= MOST_COLUMNS;
}

static void
append_mark (GString *out, guint n, const char *before, const char *after, gboolean *mark)
{
  if (n == 0)
    return;
  g_string_append_printf (out, "%s%u%s", before, n, after);
  *mark = TRUE;
}

static char *
dup_cell (const ChnCount *count, const ChnCountTotal *total, Marks *marks)
{
  GString *out = g_string_new (NULL);
  g_autofree char *share = chn_count_has_shares (count) ? chn_count_dup_share (count, total->n) : NULL;
  if (share)
    g_string_append_printf (out, "%s%%", share);
  else
    g_string_append_printf (out, "%u", total->n);
  append_mark (out, total->n_possibly, "(", ")", &marks->possibly);
  append_mark (out, total->n_derived, "[", "]", &marks->derived);
  append_mark (out, total->n_unknown, "+", "", &marks->unknown);
  return g_string_free (out, FALSE);
}

static char *
dup_legend (const Marks *marks)
{
  GString *out = g_string_new (NULL);
  if (marks->possibly)
    g_string_append (out, "(n): n of them only possibly");
  if (marks->derived)
    g_string_append_printf (out, "%s[n]: the result of n of them is derived", out->len > 0 ? "; " : "");
  if (marks->unknown)
    g_string_append_printf (out, "%s+n: n more of which it is not known", out->len > 0 ? "; " : "");
  return g_string_free (out, out->len == 0);
}

static void
add_heading (CountTable *table, const ChnCountTotal *columns, guint n, guint most)
{
  GPtrArray *cells = g_ptr_array_new ();
  g_ptr_array_add (
      cells, g_strdup_printf ("%s / %s", chn_count_get_key (table->count, 0), chn_count_get_key (table->count, 1)));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, count_table_dup_label (columns[i].label, most));
  g_ptr_array_add (cells, g_strdup ("all"));
  count_table_add (table, cells);
}

/* The cells of a row from the buckets that have its value, which stand in the order of the columns. */
static const ChnBucket *
add_row (CountTable *table, const ChnBucket *at, const ChnBucket *end, guint row, guint n, GPtrArray *cells,
         Marks *marks)
{
  for (guint i = 0; i < n; i++) {
    ChnCountTotal cell = { 0 };
    if (at < end && at->total[0] == row && at->total[1] == i) {
      cell = (ChnCountTotal){ NULL, NULL, at->n, at->n_possibly, at->n_derived, at->n_unknown };
      at++;
    }
    g_ptr_array_add (cells, dup_cell (table->count, &cell, marks));
  }
  return at;
}

static void
add_totals (CountTable *table, const ChnCountTotal *columns, guint n, Marks *marks)
{
  const ChnCountTotal all = { .n = chn_count_get_n_events (table->count),
                              .n_unknown = chn_count_get_n_unknown (table->count) };
  GPtrArray *cells = g_ptr_array_new ();
  g_ptr_array_add (cells, g_strdup ("all"));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cells, dup_cell (table->count, &columns[i], marks));
  g_ptr_array_add (cells, dup_cell (table->count, &all, marks));
  count_table_add (table, cells);
}

CountTable *
count_table_new_cross (const ChnCount *count, guint most_row, guint most_column)
{
  guint n_rows = 0, n = 0, n_buckets = 0;
  if (chn_count_is_agreement (count))
    return count_table_new_agreement (count, most_row, most_column);
  const ChnCountTotal *rows = chn_count_get_totals (count, 0, &n_rows),
                      *columns = chn_count_get_totals (count, 1, &n);
  const ChnBucket *at = chn_count_get_buckets (count, &n_buckets), *end = at + n_buckets;
  CountTable *table = count_table_new (count, 1, n + 2);
  Marks marks = { 0 };
  add_heading (table, columns, n, most_column);
  for (guint row = 0; row < n_rows; row++) {
    GPtrArray *cells = g_ptr_array_new ();
    g_ptr_array_add (cells, count_table_dup_label (rows[row].label, most_row));
    at = add_row (table, at, end, row, n, cells, &marks);
    g_ptr_array_add (cells, dup_cell (count, &rows[row], &marks));
    count_table_add (table, cells);
  }
  add_totals (table, columns, n, &marks);
  table->legend = dup_legend (&marks);
  return table;
}
