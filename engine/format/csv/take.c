/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Takes the values of a row's cells: fields as in model/field-text.h, lists as in base/csv-cell.h. An empty cell
 * states nothing.
 */
#include "format/csv/take.h"

#include <string.h>

#include "base/csv-cell.h"
#include "base/report.h"
#include "format/derived.h"
#include "model/field-text.h"

typedef void (*TakeFunc) (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column);

const ChnCsvCell *
chn_csv_row_get_cell (const ChnCsvRow *row, ChnCsvColumn column)
{
  int at = row->cell_of[column];
  return at < 0 ? NULL : &row->scanner->cells[at];
}

/* The byte of the input that a byte of the cell's text is; the cell itself where that cannot be told by its line. */
static const char *
find_in_input (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at)
{
  gboolean in_input = at >= cell->at && at <= row->scanner->end;
  return in_input && !cell->spans_lines ? at : cell->at;
}

void
chn_csv_row_fault (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at, ChnError code, const char *hint,
                   const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  chn_csv_fault (row->scanner, cell, find_in_input (row, cell, at), row->id, code, hint, "%s", message);
}

/* A fault that a parser found in text that begins at `text`; consumes the error. */
static void
fault_in_text (const ChnCsvRow *row, const ChnCsvCell *cell, const char *text, GError *error)
{
  gsize offset = 0;
  chn_error_get_place (error, &offset, NULL);
  gboolean is_kept = chn_report_would_keep (row->scanner->report, CHN_SEVERITY_ERROR);
  chn_csv_row_fault (row, cell, text + offset, (ChnError) error->code, is_kept ? chn_error_get_hint (error) : NULL,
                     "%s", error->message);
  g_error_free (error);
}

void
chn_csv_row_position (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at, ChnField field, guint index)
{
  chn_event_set_position (row->event, field, index, cell->line,
                          chn_csv_get_column (row->scanner, cell, find_in_input (row, cell, at)));
}

/* The cell's text without blanks around it. */
static const char *
trim (const ChnCsvCell *cell, gsize *length)
{
  const char *text = cell->text, *end = text + cell->length;
  while (text < end && g_ascii_isspace (*text))
    text++;
  while (end > text && g_ascii_isspace (end[-1]))
    end--;
  *length = (gsize) (end - text);
  return text;
}

static gboolean
is_within_bound (const ChnCsvRow *row, const ChnCsvCell *cell, const char *at, gsize length)
{
  guint64 most = row->limits->value[CHN_LIMIT_TEXT];
  if (length <= most)
    return TRUE;
  chn_csv_row_fault (row, cell, at, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-text=N",
                     "found a value of %" G_GSIZE_FORMAT " bytes, expected at most %" G_GUINT64_FORMAT, length, most);
  return FALSE;
}

/* Reads a stretch of a cell as the value of the column's field. */
static void
take_value (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  ChnField field = (ChnField) chn_csv_column_get_field (column);
  chn_csv_row_position (row, cell, text, field, 0);
  if (is_within_bound (row, cell, text, length) &&
      !chn_event_set_field (row->event, field, text, (gssize) length, &error))
    fault_in_text (row, cell, text, g_steal_pointer (&error));
}

/* Prose keeps the blanks around it. */
static void
take_prose (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  take_value (row, cell, column, cell->text, cell->length);
}

static void
take_word (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  gsize length = 0;
  const char *text = trim (cell, &length);
  take_value (row, cell, column, text, length);
}

static void
take_derived (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  gsize length = 0;
  const char *text = trim (cell, &length);
  g_autofree char *found = g_strndup (text, length);
  ChnFinding place = { .file = row->scanner->name,
                       .line = cell->line,
                       .column = chn_csv_get_column (row->scanner, cell, cell->at),
                       .event = row->id };
  chn_derived_check ((ChnDerived) (column - CHN_COLUMN_EARLIEST), row->event, found, row->scanner->report, &place);
}

static int
find_term (ChnCsvRow *row, const ChnCsvCell *cell, ChnVocabularyId vocabulary)
{
  gsize length = 0;
  const char *text = trim (cell, &length);
  g_autoptr (GError) error = NULL;
  int term = chn_vocabulary_find (vocabulary, text, (gssize) length, &error);
  if (error)
    fault_in_text (row, cell, text, g_steal_pointer (&error));
  return term;
}

static void
take_count (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  static const ChnFieldRange range = { 0, G_MAXINT32 };
  gint32 *counts[] = { &row->vote.yes, &row->vote.no, &row->vote.abstain };
  guint number = 0;
  gsize length = 0;
  const char *text = trim (cell, &length);
  g_autoptr (GError) error = NULL;
  if (chn_field_parse_number (text, length, range, &number)) {
    *counts[column - CHN_COLUMN_YES] = (gint32) number;
    return;
  }
  chn_field_set_number_error (&error, text, length, range);
  fault_in_text (row, cell, text, g_steal_pointer (&error));
}

static void
take_method (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  (void) column;
  int term = find_term (row, cell, CHN_VOCABULARY_METHOD);
  if (term >= 0)
    row->vote.method = (ChnVoteMethod) term;
}

static void
take_result (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  (void) column;
  int term = find_term (row, cell, CHN_VOCABULARY_RESULT);
  if (term >= 0)
    row->vote.result = (ChnVoteResult) term;
}

gboolean
chn_csv_row_next_item (ChnCsvRow *row, const ChnCsvCell *cell, const char **at, const char **begin, guint n)
{
  guint64 most = row->limits->value[CHN_LIMIT_ITEMS];
  if (!chn_csv_next_item (at, cell->text + cell->length, begin, row->item))
    return FALSE;
  if (n < most)
    return is_within_bound (row, cell, *begin, row->item->len);
  chn_csv_row_fault (row, cell, *begin, CHN_ERROR_LIMIT, "shorten it, or raise the bound with --max-items=N",
                     "found more than %" G_GUINT64_FORMAT " items in a list", most);
  return FALSE;
}

static void
take_list (ChnCsvRow *row, const ChnCsvCell *cell, ChnCsvColumn column)
{
  const char *at = cell->text, *begin = NULL;
  ChnField field = (ChnField) chn_csv_column_get_field (column);
  for (guint i = 0; chn_csv_row_next_item (row, cell, &at, &begin, i); i++) {
    g_autoptr (GError) error = NULL;
    chn_csv_row_position (row, cell, begin, field, i);
    if (!chn_event_add_to_field (row->event, field, row->item->str, (gssize) row->item->len, &error))
      fault_in_text (row, cell, begin, g_steal_pointer (&error));
  }
}

/* The columns whose cells are all of a value; the others are merged with the payload. */
static const TakeFunc take[CHN_N_COLUMNS] = {
  [CHN_COLUMN_ID] = take_word,           [CHN_COLUMN_TITLE] = take_prose,      [CHN_COLUMN_SUMMARY] = take_prose,
  [CHN_COLUMN_DATE] = take_word,         [CHN_COLUMN_EARLIEST] = take_derived, [CHN_COLUMN_LATEST] = take_derived,
  [CHN_COLUMN_PRECISION] = take_derived, [CHN_COLUMN_KIND] = take_word,        [CHN_COLUMN_ACTORS] = take_list,
  [CHN_COLUMN_YES] = take_count,         [CHN_COLUMN_NO] = take_count,         [CHN_COLUMN_ABSTAIN] = take_count,
  [CHN_COLUMN_METHOD] = take_method,     [CHN_COLUMN_RESULT] = take_result,    [CHN_COLUMN_PLACE] = take_prose,
  [CHN_COLUMN_STATUS] = take_word,       [CHN_COLUMN_IMPORTANCE] = take_word,  [CHN_COLUMN_SERIES] = take_prose,
  [CHN_COLUMN_RELATIONS] = take_list,    [CHN_COLUMN_CONFIDENCE] = take_word,  [CHN_COLUMN_REVISED] = take_word,
  [CHN_COLUMN_ZONE] = take_word,         [CHN_COLUMN_NTH] = take_word,         [CHN_COLUMN_REPEAT] = take_word,
  [CHN_COLUMN_LABEL] = take_prose,       [CHN_COLUMN_VISIBILITY] = take_word,
};

/* A column of plain items needs no entry. */
static TakeFunc
find_take (ChnCsvColumn column)
{
  int field = chn_csv_column_get_field (column);
  gboolean has_items = field >= 0 && chn_field_get_info ((ChnField) field)->shape == CHN_SHAPE_LIST;
  return has_items ? take_list : take[column];
}

void
chn_csv_take_cells (ChnCsvRow *row)
{
  row->vote = (ChnVote) CHN_VOTE_NONE;
  for (guint i = 0; i < CHN_N_COLUMNS; i++) {
    const ChnCsvCell *cell = chn_csv_row_get_cell (row, (ChnCsvColumn) i);
    gsize length = 0;
    if (!cell || cell->length == 0)
      continue;
    TakeFunc take_cell = find_take ((ChnCsvColumn) i);
    trim (cell, &length);
    if (take_cell && (length > 0 || take_cell == take_prose))
      take_cell (row, cell, (ChnCsvColumn) i);
  }
}
