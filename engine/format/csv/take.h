/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/csv/columns.h"
#include "format/csv/scan.h"
#include "format/json/event.h"

/* The row that is being read. */
typedef struct {
  ChnCsvScanner *scanner;
  const ChnLimits *limits;
  gboolean is_neutralised;    /* apostrophes stand before what a spreadsheet would run */
  int cell_of[CHN_N_COLUMNS]; /* where the column stands; -1 where the file lacks it */
  ChnEvent *event;
  ChnEvent *payload; /* what the payload says */
  ChnVote vote;      /* what the cells say */
  char *id;          /* for messages; NULL while unknown */
  GString *item;     /* the list item at hand */
} ChnCsvRow;

/* The cell of a column, NULL where the file has no such column. Its text may be empty. */
const ChnCsvCell *chn_csv_row_get_cell (const ChnCsvRow *row, ChnCsvColumn column);

/* A fault at a byte of a cell's text. */
void chn_csv_row_fault (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at, ChnError code, const char *hint,
                        const char *format, ...) G_GNUC_PRINTF (6, 7);

/* Remembers where a value of the event stands. */
void chn_csv_row_position (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at, ChnField field, guint index);

/* The next item of a list cell, in row->item; FALSE at the end, and beyond the bound with a fault. */
gboolean chn_csv_row_next_item (ChnCsvRow *row, const ChnCsvCell *cell, const char **at, const char **begin, guint n);

/* Takes the value of each cell into the event. */
void chn_csv_take_cells (ChnCsvRow *row);

/* Joins what the payload knows with what the cells say: vote, sources, and what has no column. */
void chn_csv_merge (ChnCsvRow *row);
