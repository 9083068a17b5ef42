/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/office.h"

/*
 * A row on its way to the sink. A cell that reaches over several rows says the same in each; over several columns it
 * is in the first of them.
 */
typedef struct {
  const ChnOfficeSink *sink;
  GPtrArray *texts; /* of each column, what its cell says that reaches below; NULL */
  GPtrArray *links; /* the same of where it leads to */
  GArray *left;     /* guint: rows that it still reaches */
  guint column;     /* of the next cell */
} OfficeCells;

void office_cells_init (OfficeCells *cells, const ChnOfficeSink *sink);
void office_cells_clear (OfficeCells *cells);

/* A table begins: nothing reaches into it. */
void office_cells_begin_table (OfficeCells *cells);
void office_cells_begin_row (OfficeCells *cells, guint number);
/* The cell of the next column that nothing reaches into from above; it reaches over so many rows and columns. */
void office_cells_add (OfficeCells *cells, const char *text, const char *link, guint n_rows, guint n_columns);
/* Says again what the cell above says, as many columns wide. */
void office_cells_repeat (OfficeCells *cells, guint n_columns);
void office_cells_end_row (OfficeCells *cells);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OfficeCells, office_cells_clear)
