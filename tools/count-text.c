/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts as a table, with bars on a terminal. */
#include "count-text.h"

#include <string.h>

#include "columns.h"

enum { GAP = 2, BAR_LEAST = 8, BAR_MOST = 50, EIGHTHS = 8 };

/* The table before it is laid out: lines of cells. */
typedef struct {
  const ChnCount *count;
  guint n_keys, n_columns;
  GPtrArray *lines; /* of char **, NULL-ended */
  guint *width;     /* of each column */
} Table;

/* A label that fits, made safe to show. */
static char *
dup_label (const char *label, guint most)
{
  g_autofree char *visible = chn_text_dup_visible (label, FALSE);
  if (most == 0 || columns_count (visible) <= most)
    return g_steal_pointer (&visible);
  g_autoptr (GString) cut = g_string_new (visible);
  while (cut->len > 0 && columns_count (cut->str) > most - 1)
    g_string_truncate (cut, (gsize) (g_utf8_prev_char (cut->str + cut->len) - cut->str));
  return g_strconcat (cut->str, "…", NULL);
}

static void
add_line (Table *table, GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    table->width[i] = MAX (table->width[i], columns_count (cells->pdata[i]));
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (table->lines, g_ptr_array_free (cells, FALSE));
}

static void
add_heading (Table *table)
{
  GPtrArray *cells = g_ptr_array_new ();
  for (guint i = 0; i < table->n_keys; i++)
    g_ptr_array_add (cells, g_strdup (chn_count_get_key (table->count, i)));
  g_ptr_array_add (cells, g_strdup ("events"));
  for (guint i = 0; i < chn_count_get_n_measures (table->count); i++)
    g_ptr_array_add (cells, g_strdup (chn_count_get_measure (table->count, i)));
  g_ptr_array_add (cells, g_strdup (""));
  add_line (table, cells);
}

static void
add_measures (const Table *table, guint bucket, GPtrArray *cells)
{
  for (guint i = 0; i < chn_count_get_n_measures (table->count); i++) {
    char *value = chn_count_dup_value (table->count, bucket, i);
    g_ptr_array_add (cells, value ? value : g_strdup (""));
  }
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

/* The first key is written where it changes. The cell behind the numbers says what is only possible or unknown. */
static void
add_bucket (Table *table, const ChnBucket *bucket, const ChnBucket *before, guint index, guint most)
{
  GPtrArray *cells = g_ptr_array_new ();
  for (guint i = 0; i < table->n_keys; i++) {
    gboolean again = i == 0 && table->n_keys > 1 && before && before->name[0] == bucket->name[0];
    g_ptr_array_add (cells, again ? g_strdup ("") : dup_label (bucket->label[i], most));
  }
  g_ptr_array_add (cells, g_strdup_printf ("%u", bucket->n));
  add_measures (table, index, cells);
  g_ptr_array_add (cells, dup_remark (bucket));
  add_line (table, cells);
}

static void
add_total (Table *table)
{
  GPtrArray *cells = g_ptr_array_new ();
  g_ptr_array_add (cells, g_strdup ("all"));
  for (guint i = 1; i < table->n_keys; i++)
    g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, g_strdup_printf ("%u", chn_count_get_n_events (table->count)));
  add_measures (table, G_MAXUINT, cells);
  g_ptr_array_add (cells, dup_remark (&(ChnBucket){ .n_unknown = chn_count_get_n_unknown (table->count) }));
  add_line (table, cells);
}

static void
pad (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/* Names stand on the left of their column, numbers on the right. */
static void
append_cells (GString *out, const Table *table, char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++) {
    guint room = table->width[i] - columns_count (cells[i]);
    gboolean is_number = i >= table->n_keys && i + 1 < table->n_columns;
    pad (out, is_number ? room : 0);
    g_string_append (out, cells[i]);
    pad (out, (is_number ? 0 : room) + (i + 1 < table->n_columns && table->width[i + 1] > 0 ? GAP : 0));
  }
}

/* A bar of eighths of a column. */
static void
append_bar (GString *out, guint n, guint most, guint room)
{
  static const char *const parts[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
  guint64 eighths = n == 0 ? 0 : MAX ((guint64) n * room * EIGHTHS / most, 1);
  pad (out, GAP);
  for (guint64 i = 0; i < eighths / EIGHTHS; i++)
    g_string_append (out, "█");
  g_string_append (out, parts[eighths % EIGHTHS]);
}

static void
trim (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static char *
lay_out (const Table *table, const ChnBucket *buckets, guint n, guint columns)
{
  guint used = GAP, most = 1;
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < table->n_columns; i++)
    used += table->width[i] + (i > 0 ? GAP : 0);
  for (guint i = 0; i < n; i++)
    most = MAX (most, buckets[i].n);
  guint room = columns > used ? MIN (columns - used, (guint) BAR_MOST) : 0;
  for (guint i = 0; i < table->lines->len; i++) {
    append_cells (out, table, table->lines->pdata[i]);
    if (room >= BAR_LEAST && i >= 1 && i <= n)
      append_bar (out, buckets[i - 1].n, most, room);
    trim (out);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}

char *
count_text_dup (const ChnCount *count, guint columns)
{
  guint n = 0, n_keys = chn_count_get_n_keys (count), n_columns = n_keys + 2 + chn_count_get_n_measures (count);
  const ChnBucket *buckets = chn_count_get_buckets (count, &n);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree guint *width = g_new0 (guint, n_columns);
  Table table = { count, n_keys, n_columns, lines, width };
  guint most = columns > 0 ? MAX (columns / 2 / n_keys, 8) : 0;
  add_heading (&table);
  for (guint i = 0; i < n; i++)
    add_bucket (&table, &buckets[i], i > 0 ? &buckets[i - 1] : NULL, i, most);
  add_total (&table);
  return lay_out (&table, buckets, n, columns);
}
