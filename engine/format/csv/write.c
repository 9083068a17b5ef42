/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes comma-separated values: a heading row, then a row an event. */
#include <string.h>

#include "base/csv-cell.h"
#include "format/csv/columns.h"
#include "format/csv/csv.h"
#include "format/derived.h"
#include "format/json/event.h"
#include "format/options.h"
#include "format/parts.h"
#include "timeline/columns.h"

/* A row is written from the columns; only what the payload holds is loaded as an event, where there is any. */
typedef struct {
  const ChnWriteJob *job;
  const ChnColumns *columns;
  ChnEvent *event;
  guint row;
  const guint32 *record; /* of the row */
  gboolean clean;        /* no control character stood in the cell at hand */
  GString *cell;         /* the text of a list */
  ChnDerivedText derived;
} Table;

/* Writes what the column shows of the row. */
typedef void (*FillFunc) (Table *table, ChnField field, guint part);

static void
put (Table *table, const char *text, gsize length)
{
  table->clean = chn_csv_put_cell (table->job->out, text, length, table->job->options->spreadsheet);
}

static void
fill_text (Table *table, ChnField field, guint part)
{
  (void) part;
  const char *text =
      chn_columns_read_text (table->columns, table->record, chn_record_get_number (table->record, field));
  if (text)
    put (table, text, strlen (text));
}

/* Dates before the year 0 begin with a hyphen, so it goes through put(). */
static void
fill_derived (Table *table, ChnField field, guint part)
{
  (void) field;
  ChnDateBounds bounds = chn_columns_get_bounds (table->columns, table->row);
  const char *text = chn_derived_format_bounds ((ChnDerived) (part - CHN_COLUMN_EARLIEST), &bounds, &table->derived);
  if (text)
    put (table, text, strlen (text));
}

static void
fill_kind (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint kind = chn_columns_get_kind (table->columns, table->row);
  chn_writer_puts (table->job->out, chn_columns_get_term (table->columns, CHN_VOCABULARY_KIND, kind)->name);
}

static void
fill_status (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint status = chn_columns_get_status (table->columns, table->row);
  chn_writer_puts (table->job->out, chn_vocabulary_get_term_name (CHN_VOCABULARY_STATUS, status));
}

static void
fill_confidence (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint confidence = chn_columns_get_confidence (table->columns, table->row);
  if (confidence != CHN_CONFIDENCE_NONE)
    chn_writer_puts (table->job->out, chn_vocabulary_get_term_name (CHN_VOCABULARY_CONFIDENCE, confidence));
}

static void
fill_importance (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint importance = chn_columns_get_importance (table->columns, table->row);
  if (importance > 0)
    chn_writer_put_int (table->job->out, importance);
}

static void
put_list (Table *table)
{
  put (table, table->cell->str, table->cell->len);
}

/* The ids, tags or what else the codes of a list stand for. */
static void
fill_items (Table *table, ChnField field, guint part)
{
  (void) part;
  ChnListId list = chn_record_find_items (field);
  guint n = 0;
  const guint32 *codes = chn_record_get_list (table->record, list, &n);
  g_string_truncate (table->cell, 0);
  for (guint i = 0; i < n; i++)
    chn_csv_append_item (
        table->cell,
        chn_columns_get_code_text (table->columns, (ChnDictionaryId) chn_record_lists[list].dictionary, codes[i]));
  put_list (table);
}

static void
fill_symbols (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  chn_record_get_list (table->record, CHN_LIST_SYMBOLS, &n);
  const char *text = chn_record_get_texts (table->record);
  g_string_truncate (table->cell, 0);
  for (guint i = 0; i < n; i++, text += strlen (text) + 1)
    chn_csv_append_item (table->cell, text);
  put_list (table);
}

static void
fill_actors (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnActorCell *actors = chn_record_get_list (table->record, CHN_LIST_ACTORS, &n);
  g_string_truncate (table->cell, 0);
  for (guint i = 0; i < n; i++) {
    chn_csv_append_item (table->cell,
                         chn_columns_get_code_text (table->columns, CHN_DICTIONARY_ACTORS, actors[i].actor));
    if (actors[i].role == 0)
      continue;
    g_string_append (table->cell, " (");
    g_string_append (table->cell, chn_columns_get_term (table->columns, CHN_VOCABULARY_ROLE, actors[i].role)->name);
    g_string_append_c (table->cell, ')');
  }
  put_list (table);
}

static const ChnVoteCell *
get_vote (const Table *table)
{
  guint n = 0;
  const ChnVoteCell *votes = chn_record_get_list (table->record, CHN_LIST_VOTE, &n);
  return n > 0 ? votes : NULL;
}

static void
fill_count (Table *table, ChnField field, guint part)
{
  (void) field;
  const ChnVoteCell *vote = get_vote (table);
  gint32 count = !vote ? -1 : part == CHN_COLUMN_YES ? vote->yes : part == CHN_COLUMN_NO ? vote->no : vote->abstain;
  if (count >= 0)
    chn_writer_put_int (table->job->out, count);
}

/* An empty cell beside counts would mean a recorded vote; so "none" is written out there. */
static void
fill_method (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  const ChnVoteCell *vote = get_vote (table);
  if (vote)
    chn_writer_puts (table->job->out, chn_vocabulary_get_term_name (CHN_VOCABULARY_METHOD, vote->method));
}

static void
fill_result (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  const ChnVoteCell *vote = get_vote (table);
  if (vote && vote->result != CHN_RESULT_NONE)
    chn_writer_puts (table->job->out, chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, vote->result));
}

static void
fill_relations (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnRelationCell *relations = chn_record_get_list (table->record, CHN_LIST_RELATIONS, &n);
  g_string_truncate (table->cell, 0);
  for (guint i = 0; i < n; i++) {
    g_autofree char *item = g_strdup_printf (
        "%s: %s", chn_columns_get_term (table->columns, CHN_VOCABULARY_RELATION, relations[i].type)->name,
        chn_timeline_get_id (table->job->timeline, relations[i].target));
    chn_csv_append_item (table->cell, item);
  }
  put_list (table);
}

static void
fill_sources (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnCitationCell *citations = chn_record_get_list (table->record, CHN_LIST_CITATIONS, &n);
  g_string_truncate (table->cell, 0);
  for (guint i = 0; i < n; i++)
    chn_csv_append_item (table->cell,
                         chn_columns_get_code_text (table->columns, CHN_DICTIONARY_SOURCES, citations[i].source));
  put_list (table);
}

static gboolean
has_any (const Table *table, ChnListId list)
{
  guint n = 0;
  chn_record_get_list (table->record, list, &n);
  return n > 0;
}

/* Whether the payload may have anything to hold. */
static gboolean
has_rest (const Table *table)
{
  static const ChnListId lists[] = { CHN_LIST_CITATIONS, CHN_LIST_EXTRAS, CHN_LIST_BALLOTS, CHN_LIST_ROLL };
  const ChnColumns *columns = table->columns;
  const ChnTimeline *timeline = table->job->timeline;
  guint origin = chn_record_get_number (table->record, CHN_RECORD_ORIGIN);
  const ChnVoteCell *vote = get_vote (table);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (has_any (table, lists[i]))
      return TRUE;
  return columns->has_own_names || (vote && (vote->not_voting >= 0 || vote->is_summed)) ||
         chn_record_get_number (table->record, CHN_FIELD_NTH) != 0 ||
         chn_record_get_number (table->record, CHN_FIELD_VISIBILITY) != 0 ||
         chn_record_get_number (table->record, CHN_FIELD_ZONE) != 0 ||
         chn_record_get_number (table->record, CHN_FIELD_REPEAT) != 0 ||
         chn_record_get_number (table->record, CHN_FIELD_IGNORE) != 0 ||
         chn_timeline_get_header (timeline, origin, CHN_HEADER_TIMELINE) ||
         chn_timeline_get_header (timeline, origin, CHN_HEADER_ZONE);
}

static void
fill_payload (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  if (!has_rest (table))
    return;
  g_string_truncate (table->cell, 0);
  chn_timeline_load (table->job->timeline, table->row, table->event);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (table->cell);
  chn_json_put_event (writer, table->job->timeline, table->row, table->event, CHN_JSON_REST, NULL);
  chn_writer_finish (writer, NULL);
  if (strcmp (table->cell->str, "{}") != 0)
    put_list (table);
}

static void
fill_since (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  chn_timeline_load (table->job->timeline, table->row, table->event);
  g_autofree char *days = chn_since_dup_days (&table->job->options->since, table->event);
  if (days)
    put (table, days, strlen (days));
}

/* Columns without one are lists of items. */
static const FillFunc fill[CHN_N_WRITTEN_COLUMNS] = {
  [CHN_COLUMN_ID] = fill_text,           [CHN_COLUMN_TITLE] = fill_text,
  [CHN_COLUMN_SUMMARY] = fill_text,      [CHN_COLUMN_DATE] = fill_text,
  [CHN_COLUMN_EARLIEST] = fill_derived,  [CHN_COLUMN_LATEST] = fill_derived,
  [CHN_COLUMN_PRECISION] = fill_derived, [CHN_COLUMN_KIND] = fill_kind,
  [CHN_COLUMN_ACTORS] = fill_actors,     [CHN_COLUMN_SYMBOLS] = fill_symbols,
  [CHN_COLUMN_YES] = fill_count,         [CHN_COLUMN_NO] = fill_count,
  [CHN_COLUMN_ABSTAIN] = fill_count,     [CHN_COLUMN_METHOD] = fill_method,
  [CHN_COLUMN_RESULT] = fill_result,     [CHN_COLUMN_PLACE] = fill_text,
  [CHN_COLUMN_STATUS] = fill_status,     [CHN_COLUMN_IMPORTANCE] = fill_importance,
  [CHN_COLUMN_SERIES] = fill_text,       [CHN_COLUMN_RELATIONS] = fill_relations,
  [CHN_COLUMN_SOURCES] = fill_sources,   [CHN_COLUMN_CONFIDENCE] = fill_confidence,
  [CHN_COLUMN_REVISED] = fill_text,      [CHN_COLUMN_LABEL] = fill_text,
  [CHN_COLUMN_SINCE] = fill_since,       [CHN_COLUMN_PAYLOAD] = fill_payload,
};

/* What no reader would take is shown instead, and said. */
static void
warn_of_control (const Table *table, ChnCsvColumn column)
{
  g_autofree char *message = g_strdup_printf (
      "%s holds a control character, which CSV cannot carry; it is shown as <U+…>", chn_csv_column_get_name (column));
  ChnFinding finding = {
    .severity = CHN_SEVERITY_WARNING,
    .code = "control-character",
    .event = chn_timeline_get_id (table->job->timeline, table->row),
    .message = message,
  };
  chn_report_add (table->job->report, &finding);
}

static gboolean
has_column (const ChnWriteJob *job, guint column)
{
  return column != CHN_COLUMN_SINCE || job->options->since.date;
}

static void
write_row (Table *table)
{
  ChnWriter *out = table->job->out;
  for (guint i = 0; i < CHN_N_WRITTEN_COLUMNS; i++) {
    if (!has_column (table->job, i))
      continue;
    table->clean = TRUE;
    if (i > 0)
      chn_writer_putc (out, ',');
    (fill[i] ? fill[i] : fill_items) (table, (ChnField) chn_csv_column_get_field ((ChnCsvColumn) i), i);
    if (!table->clean)
      warn_of_control (table, (ChnCsvColumn) i);
  }
  chn_writer_puts (out, "\r\n");
}

static void
write_rows (const ChnWriteJob *job)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  Table table = { .job = job, .columns = chn_timeline_get_columns (job->timeline), .event = event, .cell = cell };
  for (guint i = 0; i < job->rows->n; i++) {
    if (i % CHN_FETCH_ROWS == 0)
      chn_columns_fetch (table.columns, job->rows->row + i, MIN (CHN_FETCH_ROWS, job->rows->n - i));
    table.row = job->rows->row[i];
    table.record = chn_columns_get_record (table.columns, table.row);
    write_row (&table);
  }
}

gboolean
chn_csv_write (const ChnWriteJob *job, GError **error)
{
  (void) error;
  for (guint i = 0; i < CHN_N_WRITTEN_COLUMNS; i++) {
    if (!has_column (job, i))
      continue;
    gboolean tells = i == CHN_COLUMN_PAYLOAD && job->options->spreadsheet;
    chn_writer_puts (job->out, i > 0 ? "," : "");
    chn_writer_puts (job->out, chn_csv_column_get_name (tells ? CHN_COLUMN_SPREADSHEET_PAYLOAD : (ChnCsvColumn) i));
  }
  chn_writer_puts (job->out, "\r\n");
  chn_write_in_parts (job, write_rows);
  return TRUE;
}
