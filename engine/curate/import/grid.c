/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tables as they are found: rows of cells in one stretch of text. */
#include "curate/import/grid.h"

#include <string.h>

/*
 * Also the no-break spaces of Word and of web pages, since those who wrote them meant blanks. Returns how many
 * control characters were left out.
 */
static guint
append_clean (GString *out, const char *text, gsize length)
{
  guint n_controls = 0;
  for (gsize i = 0; i < length; i++) {
    guchar c = (guchar) text[i], next = i + 1 < length ? (guchar) text[i + 1] : 0;
    gboolean is_control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    if (c == '\r')
      i += next == '\n';
    if (c == 0xC2 && (next == 0xA0 || (next >= 0x80 && next < 0xA0))) {
      g_string_append_len (out, " ", next == 0xA0);
      n_controls += next != 0xA0 ? 1 : 0;
      i++;
    } else if (!is_control) {
      g_string_append_c (out, c == '\r' ? '\n' : (char) c);
    }
    n_controls += is_control ? 1 : 0;
  }
  return n_controls;
}

static void
trim (GString *text, guint32 start)
{
  gsize end = text->len, begin = start;
  while (end > begin && g_ascii_isspace (text->str[end - 1]))
    end--;
  while (begin < end && g_ascii_isspace (text->str[begin]))
    begin++;
  g_string_truncate (text, end);
  g_string_erase (text, start, (gssize) (begin - start));
}

/* The same of what is no cell: links, and names by which sheets are asked for. */
static char *
dup_clean (const char *text, guint *n_controls)
{
  GString *clean = g_string_new (NULL);
  *n_controls = append_clean (clean, text, strlen (text));
  trim (clean, 0);
  return g_string_free (clean, FALSE);
}

ChnGrid *
chn_grid_new (const char *name, gsize most_text)
{
  ChnGrid *grid = g_new0 (ChnGrid, 1);
  guint n_controls = 0;
  grid->text = g_string_new (NULL);
  grid->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  grid->rows = g_array_new (FALSE, FALSE, sizeof (ChnGridRow));
  grid->links = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  grid->notes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  grid->name = name ? dup_clean (name, &n_controls) : NULL;
  grid->most_text = MIN (most_text, (gsize) G_MAXUINT32 - 1);
  return grid;
}

void
chn_grid_free (ChnGrid *grid)
{
  if (!grid)
    return;
  g_free (grid->name);
  g_string_free (grid->text, TRUE);
  g_array_unref (grid->cells);
  g_array_unref (grid->rows);
  g_hash_table_unref (grid->links);
  g_hash_table_unref (grid->notes);
  g_free (grid);
}

static ChnGridRow *
get_last (ChnGrid *grid)
{
  return &g_array_index (grid->rows, ChnGridRow, grid->rows->len - 1);
}

void
chn_grid_begin_row (ChnGrid *grid, guint line)
{
  ChnGridRow row = { grid->cells->len, 0, line };
  g_array_append_val (grid->rows, row);
}

static void
count_controls (ChnGrid *grid, guint n)
{
  if (n > 0 && grid->n_controls == 0)
    grid->controls_line = get_last (grid)->line;
  grid->n_controls += n;
}

void
chn_grid_add_cell (ChnGrid *grid, const char *text, gsize length)
{
  ChnGridRow *row = get_last (grid);
  guint32 at = (guint32) grid->text->len, place = grid->cells->len - row->first;
  if (place == CHN_GRID_MOST_CELLS) {
    gsize blanks = 0;
    while (blanks < length && g_ascii_isspace (text[blanks]))
      blanks++;
    if (blanks < length)
      chn_grid_refuse_row (grid, "the row has more than 1024 cells");
    return;
  }
  if (grid->text->len + length + 1 > grid->most_text)
    grid->is_full = TRUE;
  else
    count_controls (grid, append_clean (grid->text, text, length));
  trim (grid->text, at);
  if (grid->text->len > at)
    row->n = place + 1;
  g_string_append_c (grid->text, '\0');
  g_array_append_val (grid->cells, at);
}

void
chn_grid_fill_to (ChnGrid *grid, guint column)
{
  const ChnGridRow *row = get_last (grid);
  while (grid->cells->len - row->first < MIN (column, CHN_GRID_MOST_CELLS))
    chn_grid_add_cell (grid, "", 0);
}

void
chn_grid_set_link (ChnGrid *grid, const char *link)
{
  guint n_controls = 0;
  if (grid->cells->len == get_last (grid)->first)
    return;
  g_hash_table_insert (grid->links, GUINT_TO_POINTER (grid->cells->len), dup_clean (link, &n_controls));
  count_controls (grid, n_controls);
}

void
chn_grid_refuse_row (ChnGrid *grid, const char *reason)
{
  gpointer key = GUINT_TO_POINTER (grid->rows->len);
  if (!g_hash_table_contains (grid->notes, key))
    g_hash_table_insert (grid->notes, key, g_strdup (reason));
}

void
chn_grid_end_row (ChnGrid *grid)
{
  const ChnGridRow *row = get_last (grid);
  guint32 end = row->first + row->n;
  if (end < grid->cells->len) {
    g_string_truncate (grid->text, g_array_index (grid->cells, guint32, end));
    g_array_set_size (grid->cells, end);
  }
  /* One that cannot be taken stays, to be told of: what is too far to the right is no blank. */
  if (row->n > 0 || g_hash_table_contains (grid->notes, GUINT_TO_POINTER (grid->rows->len)))
    return;
  g_array_set_size (grid->rows, grid->rows->len - 1);
}

/* A row that is to have more cells moves behind all others. */
static void
widen (ChnGrid *grid, ChnGridRow *row, guint n)
{
  guint32 first = grid->cells->len, blank = (guint32) grid->text->len;
  g_string_append_c (grid->text, '\0');
  for (guint i = 0; i < n; i++) {
    guint32 at = i < row->n ? g_array_index (grid->cells, guint32, row->first + i) : blank;
    g_array_append_val (grid->cells, at);
  }
  row->first = first;
  row->n = n;
}

void
chn_grid_replace (ChnGrid *grid, guint row, guint column, const char *text)
{
  ChnGridRow *place = &g_array_index (grid->rows, ChnGridRow, row);
  g_autofree char *copy = g_strdup (text); /* it may lie in the text that grows */
  if (grid->text->len + strlen (copy) + 2 > grid->most_text || column >= CHN_GRID_MOST_CELLS) {
    grid->is_full = TRUE;
    return;
  }
  if (column >= place->n)
    widen (grid, place, column + 1);
  g_array_index (grid->cells, guint32, place->first + column) = (guint32) grid->text->len;
  g_string_append_len (grid->text, copy, (gssize) strlen (copy) + 1);
}

void
chn_grid_blank (ChnGrid *grid, const GPtrArray *words)
{
  guint32 blank = (guint32) grid->text->len;
  if (words->len == 0)
    return;
  g_string_append_c (grid->text, '\0');
  for (guint i = 0; i < grid->cells->len; i++) {
    guint32 *cell = &g_array_index (grid->cells, guint32, i);
    for (guint k = 0; k < words->len; k++)
      if (strcmp (grid->text->str + *cell, words->pdata[k]) == 0)
        *cell = blank;
  }
}

const ChnGridRow *
chn_grid_get_row (const ChnGrid *grid, guint row)
{
  return &g_array_index (grid->rows, ChnGridRow, row);
}

const char *
chn_grid_get (const ChnGrid *grid, guint row, guint column)
{
  const ChnGridRow *place = chn_grid_get_row (grid, row);
  return column < place->n ? grid->text->str + g_array_index (grid->cells, guint32, place->first + column) : "";
}

const char *
chn_grid_get_link (const ChnGrid *grid, guint row, guint column)
{
  const ChnGridRow *place = chn_grid_get_row (grid, row);
  return column < place->n ? g_hash_table_lookup (grid->links, GUINT_TO_POINTER (place->first + column + 1)) : NULL;
}

const char *
chn_grid_get_refusal (const ChnGrid *grid, guint row)
{
  return g_hash_table_lookup (grid->notes, GUINT_TO_POINTER (row + 1));
}

guint
chn_grid_count_filled (const ChnGrid *grid, guint row)
{
  guint n = 0;
  for (guint i = 0; i < chn_grid_get_row (grid, row)->n; i++)
    n += *chn_grid_get (grid, row, i) != '\0';
  return n;
}
