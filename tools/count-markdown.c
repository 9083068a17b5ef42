/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts as a table of Markdown (GitHub Flavored Markdown, 4.10). */
#include <string.h>

#include "count-table.h"
#include "count-text.h"

/* Where the last column says nothing, it is left out. */
static guint
count_columns (const CountTable *table)
{
  guint last = table->n_columns - 1;
  return table->has_notes && table->width[last] == 0 ? last : table->n_columns;
}

static void
append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at; at++) {
    if (strchr ("\\|*_`<>[]#~&", *at))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *at);
  }
}

static void
append_line (GString *out, const CountTable *table, char *const *cells)
{
  for (guint i = 0; i < count_columns (table); i++) {
    g_string_append (out, i == 0 ? "| " : " | ");
    append_escaped (out, cells[i]);
  }
  g_string_append (out, " |\n");
}

/* Numbers stand on the right. */
static void
append_rule (GString *out, const CountTable *table)
{
  for (guint i = 0; i < count_columns (table); i++) {
    gboolean is_note = table->has_notes && i + 1 == table->n_columns;
    g_string_append (out, i < table->n_names || is_note ? "| --- " : "| ---: ");
  }
  g_string_append (out, "|\n");
}

char *
count_markdown_dup (const ChnCount *count, gboolean cross)
{
  g_autoptr (CountTable) table = cross && count_table_can_cross (count) ? count_table_new_cross (count, 0, 0)
                                                                        : count_table_new_list (count, 0, TRUE);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < table->lines->len; i++) {
    append_line (out, table, table->lines->pdata[i]);
    if (i == 0)
      append_rule (out, table);
  }
  if (table->legend) {
    g_string_append_c (out, '\n');
    append_escaped (out, table->legend);
    g_string_append_c (out, '\n');
  }
  return g_string_free (out, FALSE);
}
