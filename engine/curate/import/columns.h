/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/grid.h"
#include "curate/import/map.h"

/* Which column of a table is what. */
typedef struct {
  guint first_row; /* below the headings */
  guint n_headers; /* rows of headings above it */
  guint n_columns;
  GPtrArray *headings;     /* of each column, "" where it has none */
  GArray *fields;          /* int, a ChnImportField, of each column */
  GPtrArray *translations; /* of each column; NULL where its cells stay as they are */
} ChnImportColumns;

/* How many cells of a row are words that head columns. */
guint chn_columns_score (const ChnGrid *grid, guint row);

/* Finds the headings, which may stand below others and take two rows; FALSE where no row names columns. */
gboolean chn_columns_find (ChnImportColumns *columns, const ChnGrid *grid, const ChnImportMap *map);
void chn_columns_clear (ChnImportColumns *columns);

int chn_columns_get_field (const ChnImportColumns *columns, guint column);
const char *chn_columns_get_heading (const ChnImportColumns *columns, guint column);
ChnTranslation *chn_columns_get_translation (const ChnImportColumns *columns, guint column);
/* Whether several cells of a row can fill a field. */
gboolean chn_columns_take_several (int field);
/* The first column of a field, from one on; -1 where there is none. */
int chn_columns_next (const ChnImportColumns *columns, int field, guint from);
gboolean chn_columns_has (const ChnImportColumns *columns, int field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnImportColumns, chn_columns_clear)
