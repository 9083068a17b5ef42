/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads comma-separated values: the heading row tells the columns, then each row is an event. */
#include <string.h>

#include "base/csv-cell.h"
#include "base/guard.h"
#include "base/suggest.h"
#include "format/csv/csv.h"
#include "format/csv/take.h"
#include "format/encoding.h"

/* Bytes of an unknown heading that are shown. */
enum { LONGEST_NAME = 60 };

typedef struct {
  const ChnReadJob *job;
  ChnCsvScanner *scanner;
  ChnCsvRow *row;
  ChnJsonReader *payload;
  guint n_headings;                      /* cells of the first line */
  guint n_columns;                       /* up to the last that has a name */
  gboolean is_named[CHN_CSV_MOST_CELLS]; /* each of them */
} Reader;

static const ChnCsvCell *
get_cell (const ChnCsvScanner *scanner, guint index)
{
  return &scanner->cells[index];
}

static void
fault_unknown_column (ChnCsvScanner *scanner, const ChnCsvCell *cell)
{
  g_auto (ChnSuggestion) suggestion = { 0 };
  chn_suggestion_init (&suggestion, cell->text, (gssize) MIN (cell->length, LONGEST_NAME));
  for (guint i = 0; i < CHN_N_COLUMNS; i++)
    chn_suggestion_offer (&suggestion, chn_csv_column_get_name ((ChnCsvColumn) i));
  g_autofree char *hint = chn_suggestion_dup_hint (&suggestion, "rename the column, or take it out");
  chn_csv_fault (scanner, cell, cell->at, NULL, CHN_ERROR_UNKNOWN, hint, "unknown column \"%.*s\"",
                 chn_guard_fit (cell->text, cell->length, LONGEST_NAME), cell->text);
}

static void
take_heading (Reader *reader, const ChnCsvCell *cell, guint index)
{
  if (chn_csv_is_blank (cell))
    return;
  int column = chn_csv_column_find (cell->text, cell->length);
  reader->n_columns = index + 1;
  reader->is_named[index] = TRUE;
  if (column == CHN_COLUMN_SPREADSHEET_PAYLOAD) {
    reader->row->is_neutralised = TRUE;
    column = CHN_COLUMN_PAYLOAD;
  }
  if (column < 0)
    fault_unknown_column (reader->scanner, cell);
  else if (reader->row->cell_of[column] >= 0)
    chn_csv_fault (reader->scanner, cell, cell->at, NULL, CHN_ERROR_CONFLICT, "take one of the two out",
                   "the column \"%s\" stands twice", chn_csv_column_get_name ((ChnCsvColumn) column));
  else
    reader->row->cell_of[column] = (int) index;
}

/* Of a part of the file, which goes on, twice as much is looked at as was not enough. */
static gboolean
scan_record (Reader *reader)
{
  ChnCsvScanner *scanner = reader->scanner;
  ChnWindow *window = reader->job->window;
  while (!chn_csv_scan (scanner)) {
    if (!scanner->is_part)
      return FALSE;
    chn_window_load (window, window->loaded + MAX (window->loaded - scanner->at, 1));
    scanner->end = window->loaded;
    scanner->is_part = window->loaded < window->end;
  }
  return TRUE;
}

/* The next row in which anything stands; spreadsheets keep rows of which all was deleted. */
static gboolean
scan_row (Reader *reader)
{
  while (scan_record (reader))
    if (reader->scanner->n_filled > 0)
      return TRUE;
  return FALSE;
}

/* A byte that is none of a text is a fault of its row. */
static gboolean
is_text (const Reader *reader)
{
  const ChnCsvCell *first = get_cell (reader->scanner, 0);
  return chn_encoding_check_lines (reader->job, first->line, first->at, (gsize) (reader->scanner->at - first->at));
}

/* A heading row without a comma, but with the separator of another dialect. */
static gboolean
is_other_dialect (const Reader *reader)
{
  const ChnCsvCell *cell = get_cell (reader->scanner, 0);
  gboolean other = reader->scanner->n_cells == 1 &&
                   (memchr (cell->text, ';', cell->length) || memchr (cell->text, '\t', cell->length));
  if (other)
    chn_csv_fault (reader->scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX,
                   "save the table with commas between the cells",
                   "found semicolons or tabs between the columns, expected commas");
  return other;
}

/* FALSE when no row could become an event. */
static gboolean
read_headings (Reader *reader)
{
  static const ChnCsvColumn required[] = { CHN_COLUMN_ID, CHN_COLUMN_DATE, CHN_COLUMN_TITLE };
  gboolean complete = TRUE;
  if (is_other_dialect (reader))
    return FALSE;
  reader->n_headings = reader->scanner->n_cells;
  for (guint i = 0; i < reader->scanner->n_kept; i++)
    take_heading (reader, get_cell (reader->scanner, i), i);
  for (guint i = 0; i < G_N_ELEMENTS (required); i++) {
    if (reader->row->cell_of[required[i]] >= 0)
      continue;
    const ChnCsvCell *first = get_cell (reader->scanner, 0);
    chn_csv_fault (reader->scanner, first, first->at, NULL, CHN_ERROR_SYNTAX, "the first line names the columns",
                   "the column \"%s\" is missing", chn_csv_column_get_name (required[i]));
    complete = FALSE;
  }
  return complete;
}

/* The first cell that no column is named for, and that says something; NULL where there is none. */
static const ChnCsvCell *
find_stray (const Reader *reader)
{
  guint n_filled = reader->scanner->n_filled, n_kept = reader->scanner->n_kept;
  for (guint i = 0; i < MIN (n_filled, n_kept); i++)
    if (!reader->is_named[i] && !chn_csv_is_blank (get_cell (reader->scanner, i)))
      return get_cell (reader->scanner, i);
  return n_filled > n_kept ? get_cell (reader->scanner, reader->n_columns) : NULL;
}

static gboolean
has_all_cells (const Reader *reader)
{
  guint n = reader->scanner->n_cells;
  const ChnCsvCell *stray = find_stray (reader);
  if (n >= reader->n_columns && !stray)
    return TRUE;
  const ChnCsvCell *cell = stray ? stray : get_cell (reader->scanner, 0);
  if (stray && n == reader->n_headings)
    chn_csv_fault (reader->scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX,
                   "name it there, or take out what stands in it",
                   "found text in a column that has no name in the first line");
  else
    chn_csv_fault (reader->scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX,
                   stray ? "put a cell that has a comma in quotes" : NULL,
                   "found %u cells, expected %u as in the first line", n, reader->n_headings);
  return FALSE;
}

static void
read_payload (Reader *reader)
{
  const ChnCsvCell *cell = chn_csv_row_get_cell (reader->row, CHN_COLUMN_PAYLOAD);
  gboolean stated = cell && cell->length > 0;
  const ChnCsvCell *at = stated ? cell : get_cell (reader->scanner, 0);
  ChnJsonPlace place = { at->line, chn_csv_get_column (reader->scanner, at, at->at), TRUE, FALSE };
  if (stated)
    chn_json_reader_read (reader->payload, cell->text, cell->length, &place, CHN_JSON_REST, reader->row->payload);
  else
    chn_json_reader_begin (reader->payload, &place, reader->row->payload);
}

static void
read_row (Reader *reader)
{
  ChnCsvRow *row = reader->row;
  if (!has_all_cells (reader))
    return;
  for (guint i = 0; row->is_neutralised && i < reader->scanner->n_kept; i++) {
    ChnCsvCell *cell = &reader->scanner->cells[i];
    if (cell->length > 0 && *cell->text == '\'')
      chn_csv_strip (&cell->text, &cell->length);
  }
  const ChnCsvCell *id = chn_csv_row_get_cell (row, CHN_COLUMN_ID);
  g_free (row->id);
  row->id = id->length > 0 ? g_strndup (id->text, id->length) : NULL;
  chn_event_clear (row->event);
  chn_csv_row_position (row, id, id->text, CHN_FIELD_ID, 0);
  read_payload (reader);
  chn_csv_take_cells (row);
  chn_csv_merge (row);
  chn_json_reader_add (reader->payload, row->event);
}

static void
read_rows (Reader *reader)
{
  while (scan_row (reader)) {
    if (is_text (reader))
      read_row (reader);
    chn_window_leave (reader->job->window, reader->scanner->at);
  }
}

static void
fault_no_headings (ChnCsvScanner *scanner)
{
  ChnCsvCell start = { .at = scanner->at, .line = 1, .line_start = scanner->at };
  chn_csv_fault (scanner, &start, start.at, NULL, CHN_ERROR_SYNTAX, "begin with a line such as id,date,title",
                 "the file is empty, expected a line that names the columns");
}

gboolean
chn_csv_read (const ChnReadJob *job, GError **error)
{
  (void) error;
  g_autoptr (ChnJsonReader) payload = chn_json_reader_new (job->builder, job->name);
  g_auto (ChnCsvScanner) scanner;
  chn_csv_scanner_init (&scanner, job->name, chn_timeline_builder_get_report (job->builder),
                        chn_encoding_skip_mark (job), job->window->loaded);
  scanner.is_part = job->window->loaded < job->window->end;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnEvent) carried = chn_event_new ();
  g_autoptr (GString) item = g_string_new (NULL);
  ChnCsvRow row = { .scanner = &scanner,
                    .limits = chn_timeline_builder_get_limits (job->builder),
                    .event = event,
                    .payload = carried,
                    .item = item };
  for (guint i = 0; i < CHN_N_COLUMNS; i++)
    row.cell_of[i] = -1;
  Reader reader = { .job = job, .scanner = &scanner, .row = &row, .payload = payload };
  if (!scan_row (&reader))
    fault_no_headings (&scanner);
  else if (is_text (&reader) && read_headings (&reader))
    read_rows (&reader);
  g_free (row.id);
  return TRUE;
}
