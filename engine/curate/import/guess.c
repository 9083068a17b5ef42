/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The mapping that an import goes by, as a file to be edited and kept. */
#include "curate/import/guess.h"

#include "curate/import/column-words.h"
#include "format/yaml/scalar.h"

/* What stands in the first rows of a column, so that a person sees what it holds. */
static void
append_example (GString *out, const ChnGrid *grid, const ChnImportColumns *columns, guint column)
{
  for (guint row = columns->first_row; row < grid->rows->len; row++) {
    const char *cell = chn_grid_get (grid, row, column);
    if (!*cell)
      continue;
    g_autofree char *shown = g_utf8_strlen (cell, -1) > 40 ? g_utf8_substring (cell, 0, 40) : g_strdup (cell);
    g_string_append_printf (out, "  # %s", g_strdelimit (shown, "\n\t", ' '));
    return;
  }
}

static void
append_column (GString *out, const ChnGrid *grid, const ChnImportColumns *columns, guint column)
{
  const char *heading = chn_columns_get_heading (columns, column);
  int field = chn_columns_get_field (columns, column);
  char letters[3] = { (char) ('A' + column), 0, 0 };
  if (column >= 26)
    g_snprintf (letters, sizeof letters, "%c%c", (char) ('A' + column / 26 - 1), (char) ('A' + column % 26));
  if (column >= 26 * 27)
    return;
  g_string_append (out, "  ");
  chn_scalar_append_key (out, *heading ? heading : letters, 2);
  g_string_append_printf (out, " %s", field == CHN_IMPORT_NOTHING ? "ignore" : chn_column_words_get_name (field));
  append_example (out, grid, columns, column);
  if (field == CHN_IMPORT_EXTRA && chn_column_words_suggest (heading))
    g_string_append_printf (out, " (%s?)", chn_column_words_suggest (heading));
  g_string_append_c (out, '\n');
}

/* Of the columns, the first that has one. */
static ChnDateOrder
find_order (const ChnImportColumns *columns, const ChnDateHabits *habits)
{
  for (guint i = 0; i < columns->n_columns; i++)
    if (habits[i].order != CHN_DATE_ORDER_UNKNOWN)
      return habits[i].order;
  return CHN_DATE_ORDER_UNKNOWN;
}

void
chn_import_append_guess (GString *out, const ChnGrid *grid, const ChnImportColumns *columns, const ChnImportMap *map,
                         const ChnDateHabits *habits)
{
  ChnDateOrder order = find_order (columns, habits);
  g_string_append (
      out, "# Which column is what: \"chancery import --columns\" lists the fields. Besides, a column can be\n"
           "# \"extra\", kept under its heading, or \"ignore\".\n");
  if (grid->name) {
    g_string_append (out, "sheet: ");
    chn_scalar_append (out, grid->name, CHN_SCALAR_TEXT);
    g_string_append_c (out, '\n');
  }
  if (map->is_headless)
    g_string_append (out, "header: none\n");
  if (order != CHN_DATE_ORDER_UNKNOWN)
    g_string_append_printf (out, "date-order: %s\n", chn_date_order_get_name (order));
  else
    g_string_append (out, "# date-order: dmy, mdy or ymd\n");
  g_string_append (out, "columns:\n");
  for (guint i = 0; i < columns->n_columns; i++)
    append_column (out, grid, columns, i);
  g_string_append (out, "# constants:  # of every row\n#   forum: un.sc\n"
                        "# values:  # what stands for what\n#   kind: {Mtg: meeting}\n");
}
