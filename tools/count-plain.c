/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts for those who hear them: a line a bucket in which each number has its name. */
#include "count-table.h"
#include "count-text.h"

/* "General Assembly, 2014: events 12, yes 1300 (1 possibly)" */
static void
append_line (GString *out, const CountTable *table, char *const *heading, char *const *cells)
{
  guint n_numbers = 0;
  for (guint i = 0; i < table->n_columns; i++) {
    gboolean is_name = i < table->n_names, is_note = i + 1 == table->n_columns;
    if (!*cells[i])
      continue;
    const char *between = is_note ? " " : is_name ? (i > 0 ? ", " : "") : n_numbers++ > 0 ? ", " : ": ";
    g_string_append_printf (out, "%s%s%s%s", between, is_name ? "" : heading[i], is_name || is_note ? "" : " ",
                            cells[i]);
  }
  g_string_append_c (out, '\n');
}

char *
count_plain_dup (const ChnCount *count)
{
  g_autoptr (CountTable) table = count_table_new_list (count, 0, TRUE);
  GString *out = g_string_new (NULL);
  for (guint i = 1; i < table->lines->len; i++)
    append_line (out, table, table->lines->pdata[0], table->lines->pdata[i]);
  return g_string_free (out, FALSE);
}
