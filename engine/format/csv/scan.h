/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/arena.h"
#include "base/error.h"
#include "format/format.h"

/* A cell as it means: without quotes. Its text is a piece of the input, or lies in the scanner's arena. */
typedef struct {
  const char *text;
  gsize length;
  const char *at; /* its first byte in the input */
  guint line;     /* 1-based */
  const char *line_start;
  gboolean spans_lines;
} ChnCsvCell;

/* Cells of a record that are kept; there are far fewer columns. */
#define CHN_CSV_MOST_CELLS 1024

/* Reads records of comma-separated values one after the other. */
typedef struct {
  const char *name; /* of the file, for messages */
  ChnReport *report;
  const char *at;
  const char *end;
  guint line;
  const char *line_start;
  char separator;      /* between cells: "," */
  gboolean is_lenient; /* a quote that is out of place belongs to the text, and is no fault */
  gboolean is_part;    /* more comes behind the end: a record that reaches it may go on there */
  const char *seen;    /* faults before it were told when the end of a part stood behind it */
  guint n_stray;       /* quotes without an end that it came upon */
  ChnArena *arena;     /* of the record at hand */
  ChnCsvCell *cells;   /* of the record at hand */
  guint n_kept;
  guint n_cells;  /* those that are not kept included */
  guint n_filled; /* the same, up to the last that is not blank */

  /* Where a column was last told. */
  const char *located;
  const char *located_line;
  guint column;
} ChnCsvScanner;

/* Begins at `text`; what is wrong with the input goes to the report, as of a file of this name. */
void chn_csv_scanner_init (ChnCsvScanner *scanner, const char *name, ChnReport *report, const char *text,
                           const char *end);
void chn_csv_scanner_clear (ChnCsvScanner *scanner);

/*
 * The next record that is not an empty line, into `cells`; FALSE at the end. Of a part of a text it stays before a
 * record that is not known to be whole.
 */
gboolean chn_csv_scan (ChnCsvScanner *scanner);

/* Whether a cell has nothing but blanks. */
gboolean chn_csv_is_blank (const ChnCsvCell *cell);

/* The 1-based column of a byte of the input, in the line in which the cell begins. */
guint chn_csv_get_column (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at);

/* A fault of the file, at a byte of a cell. */
void chn_csv_fault (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at, const char *event, ChnError code,
                    const char *hint, const char *format, ...) G_GNUC_PRINTF (7, 8);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnCsvScanner, chn_csv_scanner_clear)
