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
 * Wider than the RFC in that all line breaks are taken and empty lines are passed over. Another sign may stand in
 * place of the comma. A lenient scanner takes quotes that are out of place for text: within a plain cell, behind a
 * quoted one, or before one that does not end.
 */
#include "format/csv/scan.h"

#include <string.h>

#include "base/chunk.h"
#include "base/report.h"
#include "base/utf8.h"

/* Quotes without an end that a lenient scanner looks behind. */
enum { MOST_STRAY = 64 };

void
chn_csv_scanner_init (ChnCsvScanner *scanner, const char *name, ChnReport *report, const char *text, const char *end)
{
  scanner->name = name;
  scanner->report = report;
  scanner->at = scanner->line_start = text;
  scanner->end = end;
  scanner->line = 1;
  scanner->separator = ',';
  scanner->is_lenient = FALSE;
  scanner->is_part = FALSE;
  scanner->seen = NULL;
  scanner->n_stray = 0;
  scanner->located = scanner->located_line = NULL;
  scanner->arena = chn_arena_new ();
  scanner->cells = g_new (ChnCsvCell, CHN_CSV_MOST_CELLS + 1); /* the last takes what is not kept */
}

void
chn_csv_scanner_clear (ChnCsvScanner *scanner)
{
  g_clear_pointer (&scanner->arena, chn_arena_free);
  g_clear_pointer (&scanner->cells, g_free);
}

guint
chn_csv_get_column (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at)
{
  if (scanner->located_line != cell->line_start || at < scanner->located) {
    scanner->located = scanner->located_line = cell->line_start;
    scanner->column = 1;
  }
  scanner->column += (guint) chn_utf8_count (scanner->located, (gsize) (at - scanner->located));
  scanner->located = at;
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
  chn_report_add_error (scanner->report, scanner->name, cell->line, chn_csv_get_column (scanner, cell, at), event,
                        error);
}

/* What is wrong with quotes, once, however often a record is looked at before all of it is there. */
static void
fault_quote (ChnCsvScanner *scanner, const ChnCsvCell *cell, const char *at, const char *hint, const char *message)
{
  if (at >= scanner->seen)
    chn_csv_fault (scanner, cell, at, NULL, CHN_ERROR_SYNTAX, hint, "%s", message);
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

/* The first byte that is a quote, a control character or the one sought, or the end. */
static inline const char *
skip_text (const char *at, const char *end, char sought)
{
  for (; end - at >= CHN_CHUNK; at += CHN_CHUNK) {
    ChnChunk chunk = chn_chunk_load (at);
    guint n = chn_chunk_find ((ChnChunk) ((chunk == '"') | (chunk == (guint8) sought) | (chunk < 0x20)));
    if (n < CHN_CHUNK)
      return at + n;
  }
  while (at < end && (guchar) *at >= 0x20 && *at != '"' && *at != sought)
    at++;
  return at;
}

/* Where a cell ends that begins or goes on here without quotes, and the first quote in it, or NULL. */
static const char *
pass_plain (const char *at, const char *end, char separator, const char **quote)
{
  *quote = NULL;
  for (at = skip_text (at, end, separator); at < end && *at != separator && !is_break (*at);
       at = skip_text (at + 1, end, separator))
    if (*at == '"' && !*quote)
      *quote = at;
  return at;
}

static void
scan_plain (ChnCsvScanner *scanner, ChnCsvCell *cell)
{
  const char *quote = NULL;
  cell->text = scanner->at;
  scanner->at = pass_plain (scanner->at, scanner->end, scanner->separator, &quote);
  cell->length = (gsize) (scanner->at - cell->text);
  if (quote && !scanner->is_lenient)
    fault_quote (scanner, cell, quote, "put the whole cell in quotes and double this one",
                 "found a quote inside a cell that is not quoted");
}

/* Steps to the closing quote, or the end; how many pairs of quotes stand before it. Line breaks in a cell count. */
static gsize
pass_quoted (ChnCsvScanner *scanner)
{
  for (gsize n_pairs = 0;;) {
    const char *at = scanner->at = skip_text (scanner->at, scanner->end, '"');
    if (at == scanner->end || (*at == '"' && (at + 1 == scanner->end || at[1] != '"')))
      return n_pairs;
    n_pairs += *at == '"';
    if (is_break (*at))
      take_break (scanner);
    else
      scanner->at += *at == '"' ? 2 : 1;
  }
}

/* Makes of each pair of quotes one: a chunk at a time up to the first quote in it. */
static void
unquote (ChnCsvScanner *scanner, ChnCsvCell *cell, gsize n_pairs)
{
  const char *at = cell->text, *end = at + cell->length;
  char *to = chn_arena_alloc_bare (scanner->arena, cell->length + 1);
  cell->text = to;
  cell->length -= n_pairs;
  while (end - at >= CHN_CHUNK) {
    ChnChunk chunk = chn_chunk_load (at);
    guint n = chn_chunk_find ((ChnChunk) (chunk == '"'));
    memcpy (to, &chunk, sizeof chunk);
    to += n + (n < CHN_CHUNK);
    at += n + (n < CHN_CHUNK ? 2 : 0);
  }
  while (at < end) {
    *to++ = *at;
    at += *at == '"' ? 2 : 1;
  }
}

/* Goes back to the beginning of a cell whose quotes are no quotes, and takes it as it stands. */
static void
scan_again (ChnCsvScanner *scanner, ChnCsvCell *cell)
{
  scanner->at = cell->at;
  scanner->line = cell->line;
  scanner->line_start = cell->line_start;
  scan_plain (scanner, cell);
}

/* The quote that opens a cell has none that closes it; looking for it takes all of the rest, so seldom. */
static gboolean
is_stray_quote (ChnCsvScanner *scanner)
{
  return scanner->is_lenient && !scanner->is_part && scanner->at == scanner->end && scanner->n_stray++ < MOST_STRAY;
}

static void
scan_quoted (ChnCsvScanner *scanner, ChnCsvCell *cell)
{
  cell->text = ++scanner->at;
  gsize n_pairs = pass_quoted (scanner);
  if (is_stray_quote (scanner)) {
    scan_again (scanner, cell);
    return;
  }
  cell->length = (gsize) (scanner->at - cell->text);
  if (n_pairs > 0)
    unquote (scanner, cell, n_pairs);
  if (scanner->at == scanner->end) {
    if (scanner->is_part)
      return;
    chn_csv_fault (scanner, cell, cell->at, NULL, CHN_ERROR_SYNTAX, "close it with a quote",
                   "the quoted cell that begins here does not end");
    return;
  }
  const char *quote = NULL, *end = pass_plain (++scanner->at, scanner->end, scanner->separator, &quote);
  if (end == scanner->at)
    return;
  if (scanner->is_lenient && scanner->line != cell->line && scanner->n_stray++ < MOST_STRAY) {
    scan_again (scanner, cell); /* what closes it belongs to another line */
    return;
  }
  if (scanner->is_lenient) {
    cell->text = cell->at;
    cell->length = (gsize) (end - cell->at);
    scanner->at = end;
    return;
  }
  ChnCsvCell rest = { .line = scanner->line, .line_start = scanner->line_start };
  fault_quote (scanner, &rest, scanner->at, "double a quote that belongs to the text",
               "found text after the closing quote of a cell, expected a comma or the end of the line");
  scanner->at = end;
}

gboolean
chn_csv_is_blank (const ChnCsvCell *cell)
{
  for (gsize i = 0; i < cell->length; i++)
    if (!g_ascii_isspace (cell->text[i]))
      return FALSE;
  return TRUE;
}

static void
scan_cell (ChnCsvScanner *scanner)
{
  ChnCsvCell *cell = &scanner->cells[MIN (scanner->n_cells, CHN_CSV_MOST_CELLS)];
  *cell = (ChnCsvCell){ .at = scanner->at, .line = scanner->line, .line_start = scanner->line_start };
  if (scanner->at < scanner->end && *scanner->at == '"')
    scan_quoted (scanner, cell);
  else
    scan_plain (scanner, cell);
  cell->spans_lines = scanner->line != cell->line;
  scanner->n_cells++;
  if (!chn_csv_is_blank (cell))
    scanner->n_filled = scanner->n_cells;
}

static void
scan_cells (ChnCsvScanner *scanner)
{
  scan_cell (scanner);
  while (scanner->at < scanner->end && *scanner->at == scanner->separator) {
    scanner->at++;
    scan_cell (scanner);
  }
}

/* Whether what follows might belong to the record, or to the line break behind it. */
static gboolean
may_go_on (const ChnCsvScanner *scanner)
{
  gsize left = (gsize) (scanner->end - scanner->at);
  return scanner->is_part && (left == 0 || (left == 1 && *scanner->at == '\r'));
}

gboolean
chn_csv_scan (ChnCsvScanner *scanner)
{
  chn_arena_clear (scanner->arena);
  scanner->n_cells = scanner->n_filled = 0;
  while (scanner->at < scanner->end && is_break (*scanner->at) && !may_go_on (scanner))
    take_break (scanner);
  if (scanner->at == scanner->end || may_go_on (scanner))
    return FALSE;
  const ChnCsvScanner before = *scanner;
  scan_cells (scanner);
  if (may_go_on (scanner)) {
    const char *seen = scanner->at;
    *scanner = before;
    scanner->seen = seen;
    return FALSE;
  }
  if (scanner->at < scanner->end)
    take_break (scanner);
  scanner->n_kept = MIN (scanner->n_cells, CHN_CSV_MOST_CELLS);
  return TRUE;
}
