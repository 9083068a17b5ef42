/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Comma-separated values, RFC 4180, 2:
 *
 *   file      = record *( break record ) [ break ]
 *   record    = cell *( "," cell )
 *   cell      = quoted / plain
 *   quoted    = %x22 *( char / "," / CR / LF / %x22.22 ) %x22
 *   plain     = *char                          any character but the comma, the quote, CR and LF
 *   break     = CR LF / LF / CR
 *
 * Wider than the RFC in that all line breaks are taken and empty lines are passed over.
 */
#include "format/csv/scan.h"

#include <string.h>

#include "base/report.h"

void
chn_csv_scanner_init (ChnCsvScanner *scanner, const ChnReadJob *job, const char *text)
{
  scanner->job = job;
  scanner->report = chn_timeline_builder_get_report (job->builder);
  scanner->at = scanner->line_start = text;
  scanner->end = job->bytes + job->length;
  scanner->line = 1;
  scanner->located = scanner->located_line = NULL;
  scanner->arena = chn_arena_new ();
  scanner->cells = g_array_new (FALSE, FALSE, sizeof (ChnCsvCell));
}

void
chn_csv_scanner_clear (ChnCsvScanner *scanner)
{
  g_clear_pointer (&scanner->arena, chn_arena_free);
  g_clear_pointer (&scanner->cells, g_array_unref);
}

guint
chn_csv_get_column (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at)
{
  if (scanner->located_line != cell->line_start || at < scanner->located) {
    scanner->located = scanner->located_line = cell->line_start;
    scanner->column = 1;
  }
  for (; scanner->located < at; scanner->located++)
    scanner->column += ((guchar) *scanner->located & 0xC0) != 0x80;
  return scanner->column;
}

void
chn_csv_fault (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at, const char *event, ChnError code,
               const char *hint, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_autoptr (GError) error = NULL;
  chn_error_set (&error, code, hint, "%s", message);
  chn_report_add_error (scanner->report, scanner->job->name, cell->line, chn_csv_get_column (scanner, cell, at),
                        event, error);
}

/* Steps over the line break at hand. */
static void
take_break (ChnCsvScanner *scanner)
{
  gboolean pair = *scanner->at == '\r' && scanner->at + 1 < scanner->end && scanner->at[1] == '\n';
  scanner->at += pair ? 2 : 1;
  scanner->line++;
  scanner->line_start = scanner->at;
}

static gboolean
is_break (char c)
{
  return c == '\n' || c == '\r';
}

static gboolean
at_cell_end (const ChnCsvScanner *scanner)
{
  return scanner->at == scanner->end || *scanner->at == ',' || is_break (*scanner->at);
}

static void
scan_plain (ChnCsvScanner *scanner, ChnCsvCell *cell)
{
  const char *quote = NULL;
  cell->text = scanner->at;
  for (; !at_cell_end (scanner); scanner->at++)
    if (*scanner->at == '"' && !quote)
      quote = scanner->at;
  cell->length = (gsize) (scanner->at - cell->text);
  if (quote)
    chn_csv_fault (scanner, cell, quote, NULL, CHN_ERROR_SYNTAX, "put the whole cell in quotes and double this one",
                   "found a quote inside a cell that is not quoted");
}

/* The text between quotes, with each pair of quotes made one. */
static void
unquote (ChnCsvScanner *scanner, ChnCsvCell *cell, const char *from, const char *to, gboolean doubled)
{
  cell->text = from;
  cell->length = (gsize) (to - from);
  if (!doubled)
    return;
  char *copy = chn_arena_alloc (scanner->arena, cell->length + 1), *end = copy;
  for (const char *at = from, *next; at < to; at = next) {
    const char *quote = memchr (at, '"', (gsize) (to - at));
    gsize n = (gsize) ((quote ? quote + 1 : to) - at);
    memcpy (end, at, n);
    end += n;
    next = quote ? quote + 2 : to;
  }
  cell->text = copy;
  cell->length = (gsize) (end - copy);
}

/* The closing quote, or NULL. */
static const char *
find_closing (const ChnCsvScanner *scanner, gboolean *doubled)
{
  const char *quote = memchr (scanner->at, '"', (gsize) (scanner->end - scanner->at));
  while (quote && quote + 1 < scanner->end && quote[1] == '"') {
    *doubled = TRUE;
    quote = memchr (quote + 2, '"', (gsize) (scanner->end - quote - 2));
  }
  return quote;
}

/* Steps on within a cell, whose line breaks count. */
static void
step_to (ChnCsvScanner *scanner, const char *to)
{
  gsize n = (gsize) (to - scanner->at);
  gboolean has_breaks = memchr (scanner->at, '\n', n) || memchr (scanner->at, '\r', n);
  while (has_breaks && scanner->at < to) {
    if (is_break (*scanner->at))
      take_break (scanner);
    else
      scanner->at++;
  }
  scanner->at = to;
}

static void
scan_quoted (ChnCsvScanner *scanner, ChnCsvCell *cell)
{
  gboolean doubled = FALSE;
  const char *from = ++scanner->at;
  const char *closing = find_closing (scanner, &doubled);
  step_to (scanner, closing ? closing : scanner->end);
  unquote (scanner, cell, from, scanner->at, doubled);
  if (!closing) {
    chn_csv_fault (scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX, "close it with a quote",
                   "the quoted cell that begins here does not end");
    return;
  }
  scanner->at++;
  if (at_cell_end (scanner))
    return;
  ChnCsvCell rest = { .line = scanner->line, .line_start = scanner->line_start };
  chn_csv_fault (scanner, &rest, scanner->at, NULL, CHN_ERROR_SYNTAX, "double a quote that belongs to the text",
                 "found text after the closing quote of a cell, expected a comma or the end of the line");
  while (!at_cell_end (scanner))
    scanner->at++;
}

static void
scan_cell (ChnCsvScanner *scanner)
{
  ChnCsvCell cell = { .at = scanner->at, .line = scanner->line, .line_start = scanner->line_start };
  if (scanner->at < scanner->end && *scanner->at == '"')
    scan_quoted (scanner, &cell);
  else
    scan_plain (scanner, &cell);
  cell.spans_lines = scanner->line != cell.line;
  if (scanner->n_cells++ < CHN_CSV_MOST_CELLS)
    g_array_append_val (scanner->cells, cell);
}

gboolean
chn_csv_scan (ChnCsvScanner *scanner)
{
  chn_arena_clear (scanner->arena);
  g_array_set_size (scanner->cells, 0);
  scanner->n_cells = 0;
  while (scanner->at < scanner->end && is_break (*scanner->at))
    take_break (scanner);
  if (scanner->at == scanner->end)
    return FALSE;
  scan_cell (scanner);
  while (scanner->at < scanner->end && *scanner->at == ',') {
    scanner->at++;
    scan_cell (scanner);
  }
  if (scanner->at < scanner->end)
    take_break (scanner);
  return TRUE;
}
