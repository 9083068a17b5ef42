/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Tables as text.
 *
 *   file    = [ mark ] [ "sep=" sign break ] *row     rows and cells: format/csv/scan.c, leniently
 *   sign    = "," / ";" / TAB / "|"
 *
 * Where no line says which sign parts cells, it is the one by which a row names most columns, else the one that
 * stands most often in the first rows.
 */
#include "curate/import/grid-csv.h"

#include <string.h>

#include "base/error.h"
#include "base/guard.h"
#include "base/utf8.h"
#include "curate/import/columns.h"
#include "format/csv/scan.h"
#include "format/encoding.h"

/* Rows by which signs are told. */
enum { MOST_LOOKED_AT = 40, LOOKED_AT_BYTES = 65536 };

static void
note (ChnReport *report, const char *file, const char *message, const char *hint)
{
  chn_report_add (
      report,
      &(ChnFinding){
          .severity = CHN_SEVERITY_NOTE, .code = "encoding", .file = file, .message = message, .hint = hint });
}

/* Of UTF-16 without a mark every second byte of what is ASCII is NUL. */
static const char *
find_utf_16 (const char *bytes, gsize length)
{
  if (chn_encoding_is_utf_16 (bytes, length))
    return (guchar) bytes[0] == 0xFF ? "UTF-16LE" : "UTF-16BE";
  if (length < 4 || length % 2 != 0)
    return NULL;
  if (bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
    return "UTF-16LE";
  return !bytes[0] && bytes[1] && !bytes[2] && bytes[3] ? "UTF-16BE" : NULL;
}

/* The text in UTF-8; NULL with an error. */
static char *
dup_utf_8 (const char *bytes, gsize length, const char *name, ChnReport *report, gsize *out_length, GError **error)
{
  g_autoptr (GError) cause = NULL;
  const char *encoding = find_utf_16 (bytes, length);
  if (!encoding) {
    note (report, name, "the text is no UTF-8; it is read as Windows-1252", "save it as UTF-8 where that is wrong");
    encoding = "WINDOWS-1252";
  }
  char *text = g_convert_with_fallback (bytes, (gssize) length, "UTF-8", encoding, "?", NULL, out_length, &cause);
  if (!text) /* bytes that Windows-1252 has no letters for */
    text = g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-1", NULL, out_length, NULL);
  if (!text)
    chn_error_set (error, CHN_ERROR_SYNTAX, "save the table as UTF-8", "%s: the text is damaged: %s", name,
                   cause->message);
  return text;
}

static const char *
pass_mark (const char *text, const char *end)
{
  static const char mark[] = "\xEF\xBB\xBF";
  return (gsize) (end - text) >= 3 && memcmp (text, mark, 3) == 0 ? text + 3 : text;
}

/* "sep=;" */
static char
find_said_sign (const char **text, const char *end)
{
  const char *at = *text;
  gboolean is_quoted = at < end && *at == '"';
  at += is_quoted;
  if (end - at < 5 || g_ascii_strncasecmp (at, "sep=", 4) != 0)
    return '\0';
  char sign = at[4];
  at += 5 + is_quoted;
  while (at < end && *at == '\r')
    at++;
  if (at < end && *at != '\n')
    return '\0';
  *text = at < end ? at + 1 : at;
  return sign;
}

static void
take_record (ChnGrid *grid, ChnCsvScanner *scanner, guint first_line, gsize most_cell)
{
  chn_grid_begin_row (grid, scanner->cells[0].line + first_line);
  for (guint i = 0; i < scanner->n_kept; i++) {
    const ChnCsvCell *cell = &scanner->cells[i];
    gsize length = cell->length;
    if (length > most_cell) {
      chn_grid_refuse_row (grid, "a cell is larger than a value may be; --max-text=N raises the bound");
      length = (gsize) chn_guard_fit (cell->text, length, most_cell);
    }
    chn_grid_add_cell (grid, cell->text, length);
  }
  if (scanner->n_filled > CHN_GRID_MOST_CELLS)
    chn_grid_refuse_row (grid, "the row has more than 1024 cells");
  chn_grid_end_row (grid);
}

static ChnGrid *
read_with (const char *text, const char *end, char sign, guint first_line, guint most_rows, const ChnLimits *limits,
           ChnRowFilter *filter)
{
  g_autoptr (ChnReport) ignored = chn_report_new ();
  g_auto (ChnCsvScanner) scanner;
  ChnGrid *grid = chn_grid_new (NULL, G_MAXUINT32);
  chn_csv_scanner_init (&scanner, "", ignored, text, end);
  scanner.separator = sign;
  scanner.is_lenient = TRUE;
  while (grid->rows->len < most_rows && !grid->is_full && chn_csv_scan (&scanner))
    if (!filter || chn_row_filter_passes (filter, scanner.cells, scanner.n_kept))
      take_record (grid, &scanner, first_line, limits->value[CHN_LIMIT_TEXT]);
  return grid;
}

/* The sign by which the first rows make most sense. By all that do not occur they make the same. */
static char
guess_sign (const char *text, const char *end, const ChnLimits *limits)
{
  static const char signs[] = { ',', ';', '\t', '|' };
  char best = ',';
  guint most_words = 0, most_cells = 0, n_absent = 0;
  const char *stop = MIN (end, text + LOOKED_AT_BYTES);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (!memchr (text, signs[i], (gsize) (stop - text)) && n_absent++ > 0)
      continue;
    g_autoptr (ChnGrid) grid = read_with (text, stop, signs[i], 0, MOST_LOOKED_AT, limits, NULL);
    guint words = 0;
    for (guint row = 0; row < grid->rows->len; row++)
      words = MAX (words, chn_columns_score (grid, row));
    if (words > most_words || (words == most_words && grid->cells->len > most_cells)) {
      best = signs[i];
      most_words = words;
      most_cells = grid->cells->len;
    }
  }
  return best;
}

ChnGrid *
chn_grid_read_text (const char *bytes, gsize length, const char *name, ChnRowFilter *filter, const ChnLimits *limits,
                    ChnReport *report, GError **error)
{
  g_autofree char *converted = NULL;
  if (find_utf_16 (bytes, length) || !chn_utf8_is_whole (bytes, length, 0)) {
    converted = dup_utf_8 (bytes, length, name, report, &length, error);
    if (!converted)
      return NULL;
    bytes = converted;
  }
  const char *end = bytes + length, *text = pass_mark (bytes, end), *begin = text;
  char sign = find_said_sign (&text, end);
  ChnGrid *grid =
      read_with (text, end, sign ? sign : guess_sign (text, end, limits), text > begin, G_MAXUINT, limits, filter);
  if (!grid->is_full)
    return grid;
  chn_error_set (error, CHN_ERROR_LIMIT, NULL, "%s: the table has more than 4 GiB of text", name);
  chn_grid_free (grid);
  return NULL;
}
