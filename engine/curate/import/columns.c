/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Finds the row that names the columns of a table: of the first rows the one with most words that head columns. Where
 * the row below it names columns too, as "Yes" and "No" stand below "Votes", both are the header.
 */
#include "curate/import/columns.h"

#include <string.h>

#include "curate/import/column-words.h"

/* Rows among which the header is looked for. */
enum { FARTHEST_HEADER = 40 };

guint
chn_columns_score (const ChnGrid *grid, guint row)
{
  guint n = 0, n_cells = chn_grid_get_row (grid, row)->n;
  for (guint i = 0; i < n_cells; i++) {
    const char *cell = chn_grid_get (grid, row, i);
    n += *cell && chn_column_words_find (cell) >= 0;
  }
  return n;
}

/* The first of the rows with most, and with two at least; -1 where there is none. */
static int
find_header (const ChnGrid *grid, const ChnImportMap *map)
{
  guint most = 1;
  int best = -1;
  for (guint i = 0; i < MIN (grid->rows->len, FARTHEST_HEADER); i++) {
    guint score = 0;
    for (guint k = 0; k < chn_grid_get_row (grid, i)->n; k++) {
      const char *cell = chn_grid_get (grid, i, k);
      score += *cell && (chn_import_map_find_column (map, cell) >= 0 || chn_column_words_find (cell) >= 0);
    }
    if (score > most) {
      most = score;
      best = (int) i;
    }
  }
  return best;
}

/* Whether all that stands in a row heads columns, though each alone might be a value: "Yes", "No". */
static gboolean
is_all_words (const ChnGrid *grid, guint row)
{
  guint n_filled = chn_grid_count_filled (grid, row);
  return n_filled > 1 && chn_columns_score (grid, row) == n_filled;
}

/* The heading above, which stands once over several columns. */
static const char *
get_above (const ChnGrid *grid, guint row, guint column)
{
  for (guint i = column + 1; i > 0; i--)
    if (*chn_grid_get (grid, row, i - 1))
      return chn_grid_get (grid, row, i - 1);
  return "";
}

static char *
dup_heading (const ChnGrid *grid, guint header, gboolean has_two, guint column)
{
  const char *own = chn_grid_get (grid, header, column);
  if (!has_two)
    return g_strdelimit (g_strdup (own), "\n\t", ' ');
  const char *below = chn_grid_get (grid, header + 1, column);
  const char *above = *below ? get_above (grid, header, column) : own;
  gboolean is_alone = !*below || !*above || strcmp (above, below) == 0;
  char *heading = is_alone ? g_strdup (*below ? below : above) : g_strconcat (above, " ", below, NULL);
  return g_strdelimit (heading, "\n\t", ' ');
}

/* Of a heading in two rows, the lower alone may say it: "Votes Yes". */
static int
find_field (const ChnGrid *grid, const ChnImportMap *map, guint header, gboolean has_two, guint column,
            const char *heading)
{
  int field = chn_import_map_find_column (map, heading);
  if (field < 0)
    field = chn_import_map_find_letter (map, column);
  if (field < 0 && *heading)
    field = chn_column_words_find (heading);
  if (field < 0 && has_two && *chn_grid_get (grid, header + 1, column))
    field = chn_column_words_find (chn_grid_get (grid, header + 1, column));
  if (field < 0)
    return *heading ? CHN_IMPORT_EXTRA : CHN_IMPORT_NOTHING;
  return field;
}

static guint
count_columns (const ChnGrid *grid)
{
  guint n = 0;
  for (guint i = 0; i < grid->rows->len; i++)
    n = MAX (n, chn_grid_get_row (grid, i)->n);
  return n;
}

gboolean
chn_columns_take_several (int field)
{
  static const int several[] = { CHN_IMPORT_FORUM, CHN_IMPORT_SYMBOL, CHN_IMPORT_ACTORS,  CHN_IMPORT_SOURCE,
                                 CHN_IMPORT_URL,   CHN_IMPORT_TAGS,   CHN_IMPORT_SUMMARY, CHN_IMPORT_COUNTER };
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    if (field == several[i])
      return TRUE;
  return field >= CHN_N_IMPORT_FIELDS;
}

static gboolean
is_used (const ChnImportColumns *columns, const ChnGrid *grid, guint column)
{
  for (guint row = columns->first_row; row < grid->rows->len; row++)
    if (*chn_grid_get (grid, row, column))
      return TRUE;
  return FALSE;
}

/* Headings of several words, where no other column is what they turn on. */
static void
guess_fields (ChnImportColumns *columns, const ChnImportMap *map)
{
  for (guint i = 0; i < columns->n_columns; i++) {
    int *field = &g_array_index (columns->fields, int, i);
    const char *heading = columns->headings->pdata[i];
    if (*field != CHN_IMPORT_EXTRA || chn_import_map_find_column (map, heading) >= 0)
      continue;
    int guess = chn_column_words_guess (heading);
    if (guess >= 0 && (chn_columns_take_several (guess) || !chn_columns_has (columns, guess)))
      *field = guess;
  }
}

/* What stands in a column without a heading is kept, too. */
static void
name_nameless (ChnImportColumns *columns, const ChnGrid *grid)
{
  for (guint i = 0; i < columns->n_columns; i++) {
    if (g_array_index (columns->fields, int, i) != CHN_IMPORT_NOTHING || !is_used (columns, grid, i))
      continue;
    g_array_index (columns->fields, int, i) = CHN_IMPORT_EXTRA;
    g_free (columns->headings->pdata[i]);
    columns->headings->pdata[i] = g_strdup_printf ("column %u", i + 1);
  }
}

/* "day" beside a year and a month is the day of the date, alone it is the date. */
static void
settle_days (ChnImportColumns *columns)
{
  gboolean has_parts = chn_columns_has (columns, CHN_IMPORT_YEAR) && chn_columns_has (columns, CHN_IMPORT_MONTH);
  for (guint i = 0; i < columns->n_columns; i++) {
    int *field = &g_array_index (columns->fields, int, i);
    if (has_parts && *field == CHN_IMPORT_DATE)
      *field = CHN_IMPORT_DAY;
  }
}

/* "No." numbers the rows where there is no column of votes in favour, or where it stands twice. */
static void
settle_counter (ChnImportColumns *columns)
{
  int first = chn_columns_next (columns, CHN_IMPORT_NO, 0);
  gboolean is_alone = first >= 0 && chn_columns_next (columns, CHN_IMPORT_NO, (guint) first + 1) < 0;
  if (first >= 0 && (!is_alone || !chn_columns_has (columns, CHN_IMPORT_YES)))
    g_array_index (columns->fields, int, first) = CHN_IMPORT_COUNTER;
}

/* A second column of what one alone can fill is kept under its heading, where no mapping says otherwise. */
static void
settle_doubles (ChnImportColumns *columns, const ChnImportMap *map)
{
  for (guint i = 0; i < columns->n_columns; i++) {
    int *field = &g_array_index (columns->fields, int, i);
    int first = chn_columns_next (columns, *field, 0);
    gboolean is_said = chn_import_map_find_column (map, columns->headings->pdata[i]) == *field;
    if (!chn_columns_take_several (*field) && first >= 0 && (guint) first < i && !is_said)
      *field = CHN_IMPORT_EXTRA;
  }
}

static char *
dup_said_heading (const ChnImportMap *map, guint column)
{
  const GPtrArray *headings = map->layout.headings;
  return g_strdup (column < headings->len ? headings->pdata[column] : "");
}

gboolean
chn_columns_find (ChnImportColumns *columns, const ChnGrid *grid, const ChnImportMap *map)
{
  int header = chn_import_map_has_header (map) ? find_header (grid, map) : -1;
  gboolean is_named = header >= 0, has_two = FALSE;
  columns->headings = g_ptr_array_new_with_free_func (g_free);
  columns->fields = g_array_new (FALSE, FALSE, sizeof (int));
  columns->translations = g_ptr_array_new ();
  columns->n_columns = count_columns (grid);
  if (is_named)
    has_two = (guint) header + 1 < grid->rows->len && is_all_words (grid, (guint) header + 1);
  columns->first_row = is_named ? (guint) header + (has_two ? 2 : 1) : 0;
  columns->n_headers = is_named ? (has_two ? 2 : 1) : 0;
  for (guint i = 0; i < columns->n_columns; i++) {
    char *heading = is_named ? dup_heading (grid, (guint) header, has_two, i) : dup_said_heading (map, i);
    int field = find_field (grid, map, (guint) MAX (header, 0), has_two, i, heading);
    g_ptr_array_add (columns->headings, heading);
    g_array_append_val (columns->fields, field);
    g_ptr_array_add (columns->translations, chn_table_layout_find_translation (&map->layout, heading));
  }
  guess_fields (columns, map);
  name_nameless (columns, grid);
  settle_days (columns);
  settle_counter (columns);
  settle_doubles (columns, map);
  return is_named || !chn_import_map_has_header (map);
}

void
chn_columns_clear (ChnImportColumns *columns)
{
  g_clear_pointer (&columns->headings, g_ptr_array_unref);
  g_clear_pointer (&columns->fields, g_array_unref);
  g_clear_pointer (&columns->translations, g_ptr_array_unref);
}

int
chn_columns_get_field (const ChnImportColumns *columns, guint column)
{
  return column < columns->n_columns ? g_array_index (columns->fields, int, column) : CHN_IMPORT_NOTHING;
}

const char *
chn_columns_get_heading (const ChnImportColumns *columns, guint column)
{
  return column < columns->n_columns ? columns->headings->pdata[column] : "";
}

int
chn_columns_next (const ChnImportColumns *columns, int field, guint from)
{
  for (guint i = from; i < columns->n_columns; i++)
    if (g_array_index (columns->fields, int, i) == field)
      return (int) i;
  return -1;
}

ChnTranslation *
chn_columns_get_translation (const ChnImportColumns *columns, guint column)
{
  return column < columns->n_columns ? columns->translations->pdata[column] : NULL;
}

gboolean
chn_columns_has (const ChnImportColumns *columns, int field)
{
  return chn_columns_next (columns, field, 0) >= 0;
}
