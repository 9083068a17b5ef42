/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table that a count is shown as. */
#include "count-table.h"

#include <chancery/text.h>

CountTable *
count_table_new (const ChnCount *count, guint n_names, guint n_columns)
{
  CountTable *table = g_new0 (CountTable, 1);
  table->count = count;
  table->n_names = n_names;
  table->n_columns = n_columns;
  table->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  table->width = g_new0 (guint, n_columns);
  return table;
}

void
count_table_free (CountTable *table)
{
  if (!table)
    return;
  g_ptr_array_unref (table->lines);
  g_free (table->width);
  g_free (table->legend);
  g_free (table);
}

void
count_table_add (CountTable *table, GPtrArray *cells)
{
  g_assert (cells->len == table->n_columns);
  for (guint i = 0; i < cells->len; i++)
    table->width[i] = MAX (table->width[i], chn_text_get_width (cells->pdata[i]));
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (table->lines, g_ptr_array_free (cells, FALSE));
}

char *
count_table_dup_label (const char *label, guint most)
{
  g_autofree char *visible = chn_text_dup_visible (label, FALSE);
  if (most == 0 || chn_text_get_width (visible) <= most)
    return g_steal_pointer (&visible);
  g_autoptr (GString) cut = g_string_new (visible);
  while (cut->len > 0 && chn_text_get_width (cut->str) > most - 1)
    g_string_truncate (cut, (gsize) (g_utf8_prev_char (cut->str + cut->len) - cut->str));
  return g_strconcat (cut->str, "…", NULL);
}
