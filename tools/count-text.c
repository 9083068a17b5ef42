/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts as aligned text, with bars on a terminal. */
#include "count-text.h"

#include <stdio.h>
#include <string.h>

#include "count-table.h"

enum { GAP = 2, BAR_LEAST = 8, BAR_MOST = 50, EIGHTHS = 8, LABEL_MOST = 24, LABEL_LEAST = 6 };

static void
pad (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/* Names stand on the left of their column, numbers on the right. */
static void
append_cells (GString *out, const CountTable *table, char *const *cells)
{
  for (guint i = 0; i < table->n_columns; i++) {
    guint room = table->width[i] - chn_text_get_width (cells[i]);
    gboolean is_note = table->has_notes && i + 1 == table->n_columns;
    gboolean is_number = i >= table->n_names && !is_note;
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

static guint
find_width (const CountTable *table)
{
  guint used = 0;
  for (guint i = 0; i < table->n_columns; i++)
    used += table->width[i] + (i > 0 && table->width[i] > 0 ? GAP : 0);
  return used;
}

/* The columns that bars may take; 0 where they would be too short to say anything. */
static guint
find_room (const CountTable *table, guint columns)
{
  guint used = GAP;
  for (guint i = 0; i < table->n_columns; i++)
    used += table->width[i] + (i > 0 ? GAP : 0);
  guint room = columns > used ? MIN (columns - used, (guint) BAR_MOST) : 0;
  return room >= BAR_LEAST ? room : 0;
}

static char *
lay_out (const CountTable *table, guint room)
{
  guint n = 0, most = 1;
  const ChnBucket *buckets = chn_count_get_buckets (table->count, &n);
  gboolean is_agreement = chn_count_is_agreement (table->count);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    most = MAX (most, buckets[i].n);
  for (guint i = 0; i < table->lines->len; i++) {
    append_cells (out, table, table->lines->pdata[i]);
    if (room > 0 && i >= 1 && i <= n)
      append_bar (out, is_agreement ? buckets[i - 1].n_same : buckets[i - 1].n,
                  is_agreement ? buckets[i - 1].n : most, room);
    trim (out);
    g_string_append_c (out, '\n');
  }
  if (table->legend)
    g_string_append_printf (out, "%s\n", table->legend);
  return g_string_free (out, FALSE);
}

/* With labels as long as they may be to fit; NULL where none are short enough. */
static char *
dup_cross (const ChnCount *count, guint columns)
{
  guint width = 0;
  for (guint most = LABEL_MOST; most >= LABEL_LEAST; most--) {
    g_autoptr (CountTable) table = count_table_new_cross (count, MAX (columns / 3, LABEL_LEAST), most);
    width = find_width (table);
    if (width <= columns)
      return lay_out (table, 0);
  }
  fprintf (
      stderr,
      "chancery: a table would take %u columns of a terminal that has %u, so it is a list; --top N makes fewer of "
      "them, --format md or csv takes all\n",
      width, columns);
  return NULL;
}

char *
count_text_dup (const ChnCount *count, guint columns, gboolean cross)
{
  guint n_keys = chn_count_get_n_keys (count);
  char *text = cross && columns > 0 && count_table_can_cross (count) ? dup_cross (count, columns) : NULL;
  if (text)
    return text;
  g_autoptr (CountTable) table = count_table_new_list (count, columns > 0 ? MAX (columns / 2 / n_keys, 8) : 0, FALSE);
  return lay_out (table, find_room (table, columns));
}
