/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Cells that reach over several rows and columns, as one of each. */
#include "cells.h"

#include <string.h>

void
office_cells_init (OfficeCells *cells, const ChnOfficeSink *sink)
{
  cells->sink = sink;
  cells->texts = g_ptr_array_new_with_free_func (g_free);
  cells->links = g_ptr_array_new_with_free_func (g_free);
  cells->left = g_array_new (FALSE, TRUE, sizeof (guint));
}

void
office_cells_clear (OfficeCells *cells)
{
  g_clear_pointer (&cells->texts, g_ptr_array_unref);
  g_clear_pointer (&cells->links, g_ptr_array_unref);
  g_clear_pointer (&cells->left, g_array_unref);
}

void
office_cells_begin_table (OfficeCells *cells)
{
  g_ptr_array_set_size (cells->texts, 0);
  g_ptr_array_set_size (cells->links, 0);
  g_array_set_size (cells->left, 0);
}

void
office_cells_begin_row (OfficeCells *cells, guint number)
{
  cells->column = 0;
  cells->sink->begin_row (cells->sink->data, number);
}

static void
reserve (OfficeCells *cells, guint column)
{
  if (column < cells->left->len)
    return;
  g_ptr_array_set_size (cells->texts, (int) column + 1);
  g_ptr_array_set_size (cells->links, (int) column + 1);
  g_array_set_size (cells->left, column + 1);
}

static void
set_above (OfficeCells *cells, guint column, const char *text, const char *link, guint n_rows)
{
  reserve (cells, column);
  g_free (cells->texts->pdata[column]);
  g_free (cells->links->pdata[column]);
  cells->texts->pdata[column] = g_strdup (text);
  cells->links->pdata[column] = g_strdup (link);
  g_array_index (cells->left, guint, column) = n_rows;
}

static void
put (OfficeCells *cells, const char *text, const char *link)
{
  if (text && *text)
    cells->sink->add_cell (cells->sink->data, cells->column, text, strlen (text), link);
  cells->column++;
}

/* What reaches into the row from above, up to the next column that is free. */
static void
put_from_above (OfficeCells *cells)
{
  while (cells->column < cells->left->len && g_array_index (cells->left, guint, cells->column) > 0) {
    g_array_index (cells->left, guint, cells->column)--;
    put (cells, cells->texts->pdata[cells->column], cells->links->pdata[cells->column]);
  }
}

void
office_cells_add (OfficeCells *cells, const char *text, const char *link, guint n_rows, guint n_columns)
{
  put_from_above (cells);
  gboolean is_blank = (!text || !*text) && n_rows <= 1;
  if (is_blank && cells->column >= cells->left->len) { /* as rows of spreadsheets end */
    cells->column = MIN (cells->column + MIN (n_columns, CHN_OFFICE_MOST_COLUMNS), CHN_OFFICE_MOST_COLUMNS);
    return;
  }
  for (guint i = 0; i < MIN (n_columns, CHN_OFFICE_MOST_COLUMNS) && cells->column < CHN_OFFICE_MOST_COLUMNS; i++) {
    set_above (cells, cells->column, i == 0 ? text : NULL, i == 0 ? link : NULL, n_rows > 0 ? n_rows - 1 : 0);
    put (cells, i == 0 ? text : NULL, i == 0 ? link : NULL);
  }
}

void
office_cells_repeat (OfficeCells *cells, guint n_columns)
{
  for (guint i = 0; i < MIN (n_columns, CHN_OFFICE_MOST_COLUMNS) && cells->column < CHN_OFFICE_MOST_COLUMNS; i++) {
    reserve (cells, cells->column);
    put (cells, cells->texts->pdata[cells->column], cells->links->pdata[cells->column]);
  }
}

void
office_cells_end_row (OfficeCells *cells)
{
  put_from_above (cells);
  cells->sink->end_row (cells->sink->data);
}
