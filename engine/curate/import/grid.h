/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * A table as it was found, whatever file it came from: rows of cells, all text. Rows in which nothing stands are left
 * out, and so are blank cells at the end of a row.
 */

/* Which day a spreadsheet counts its days from. */
typedef enum {
  CHN_SERIALS_NONE, /* the file does not say: a number is no date */
  CHN_SERIALS_1900, /* 1 is 1 January 1900, and 60 the 29 February that there was not */
  CHN_SERIALS_1904, /* 0 is 1 January 1904 */
} ChnSerials;

/* Cells of a row that are kept. */
enum { CHN_GRID_MOST_CELLS = 1024 };

typedef struct {
  guint32 first; /* cell */
  guint32 n;     /* up to the last that is not blank */
  guint32 line;  /* 1-based: of the file, or the number of the row in its sheet */
} ChnGridRow;

typedef struct {
  char *name; /* of the sheet; NULL where a file has one table */
  ChnSerials serials;
  GString *text;     /* of all cells, each ended by NUL */
  GArray *cells;     /* guint32: where the text of each begins */
  GArray *rows;      /* ChnGridRow */
  GHashTable *links; /* number of a cell + 1 -> where it leads to */
  GHashTable *notes; /* number of a row + 1 -> why it cannot be taken */
  gsize most_text;   /* bytes of all cells */
  gboolean is_full;  /* there was more than that */
  guint n_controls;  /* control characters that were left out of cells and links */
  guint32 controls_line;
} ChnGrid;

ChnGrid *chn_grid_new (const char *name, gsize most_text);
void chn_grid_free (ChnGrid *grid);

void chn_grid_begin_row (ChnGrid *grid, guint line);
/* Appends a cell to the row at hand; control characters go and are counted, but for line breaks and tabs. */
void chn_grid_add_cell (ChnGrid *grid, const char *text, gsize length);
/* Blank cells up to a column, counted from 0. */
void chn_grid_fill_to (ChnGrid *grid, guint column);
/* Where the cell that was added last leads to; control characters go and are counted here, too. */
void chn_grid_set_link (ChnGrid *grid, const char *link);
/* Says why the row at hand cannot be taken; the first reason stays. */
void chn_grid_refuse_row (ChnGrid *grid, const char *reason);
/* Puts another text in place of a cell's. */
void chn_grid_replace (ChnGrid *grid, guint row, guint column, const char *text);
/* Takes these words for blanks. */
void chn_grid_blank (ChnGrid *grid, const GPtrArray *words);
/* Drops what is blank of the row at hand. */
void chn_grid_end_row (ChnGrid *grid);

const ChnGridRow *chn_grid_get_row (const ChnGrid *grid, guint row);
/* "" beyond the last cell of a row. */
const char *chn_grid_get (const ChnGrid *grid, guint row, guint column);
/* NULL where the cell leads nowhere. */
const char *chn_grid_get_link (const ChnGrid *grid, guint row, guint column);
const char *chn_grid_get_refusal (const ChnGrid *grid, guint row);
guint chn_grid_count_filled (const ChnGrid *grid, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnGrid, chn_grid_free)
