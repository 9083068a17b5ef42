/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes comma-separated values: a heading row, then a row an event. */
#include <string.h>

#include "format/csv-cell.h"
#include "format/csv-columns.h"
#include "format/csv.h"
#include "format/derived.h"
#include "format/json-event.h"
#include "format/options.h"

typedef struct {
  const ChnWriteJob *job;
  const ChnEvent *event;
  guint row;
  GString *cell; /* the text of the cell at hand */
} Table;

/* Appends what the column shows of the event to table->cell. */
typedef void (*FillFunc) (Table *table, ChnField field, guint part);

static void
fill_text (Table *table, ChnField field, guint part)
{
  (void) part;
  const char *text = chn_event_get_text (table->event, field);
  if (text)
    g_string_append (table->cell, text);
}

static void
fill_derived (Table *table, ChnField field, guint part)
{
  (void) field;
  char buffer[CHN_DERIVED_SIZE];
  const char *text = chn_derived_format ((ChnDerived) (part - CHN_COLUMN_EARLIEST), table->event, buffer);
  if (text)
    g_string_append (table->cell, text);
}

static void
fill_term (Table *table, ChnField field, guint part)
{
  (void) part;
  guint value = chn_event_get_term (table->event, field);
  if (field != CHN_FIELD_CONFIDENCE || value != CHN_CONFIDENCE_NONE)
    g_string_append (table->cell,
                     chn_vocabulary_get_term_name ((ChnVocabularyId) chn_field_get_info (field)->vocabulary, value));
}

static void
fill_number (Table *table, ChnField field, guint part)
{
  (void) part;
  guint number = chn_event_get_number (table->event, field);
  if (number > 0)
    g_string_append_printf (table->cell, "%u", number);
}

static void
fill_list (Table *table, ChnField field, guint part)
{
  (void) part;
  guint n = 0;
  const char *const *items = chn_event_get_items (table->event, field, &n);
  for (guint i = 0; i < n; i++)
    chn_csv_append_item (table->cell, items[i]);
}

static void
fill_actors (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnParticipation *actors = chn_event_get_actors (table->event, &n);
  for (guint i = 0; i < n; i++) {
    chn_csv_append_item (table->cell, actors[i].actor);
    if (actors[i].role != 0)
      g_string_append_printf (table->cell, " (%s)",
                              chn_vocabulary_get_term_name (CHN_VOCABULARY_ROLE, actors[i].role));
  }
}

static void
fill_count (Table *table, ChnField field, guint part)
{
  (void) field;
  const ChnVote *vote = chn_event_get_vote (table->event);
  gint32 count = part == CHN_COLUMN_YES ? vote->yes : part == CHN_COLUMN_NO ? vote->no : vote->abstain;
  if (count >= 0)
    g_string_append_printf (table->cell, "%d", count);
}

/* An empty cell beside counts would mean a recorded vote; so "none" is written out there. */
static void
fill_method (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  const ChnVote *vote = chn_event_get_vote (table->event);
  if (chn_vote_is_present (vote))
    g_string_append (table->cell, chn_vocabulary_get_term_name (CHN_VOCABULARY_METHOD, vote->method));
}

static void
fill_result (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  const ChnVote *vote = chn_event_get_vote (table->event);
  if (vote->result != CHN_RESULT_NONE)
    g_string_append (table->cell, chn_vocabulary_get_term_name (CHN_VOCABULARY_RESULT, vote->result));
}

static void
fill_relations (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (table->event, &n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *item = g_strdup_printf (
        "%s: %s", chn_vocabulary_get_term_name (CHN_VOCABULARY_RELATION, relations[i].type), relations[i].target);
    chn_csv_append_item (table->cell, item);
  }
}

static void
fill_sources (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (table->event, &n);
  for (guint i = 0; i < n; i++)
    chn_csv_append_item (table->cell, citations[i].source);
}

static gboolean
append_bytes (const char *bytes, gsize length, gpointer string, GError **error)
{
  (void) error;
  g_string_append_len (string, bytes, (gssize) length);
  return TRUE;
}

static void
fill_payload (Table *table, ChnField field, guint part)
{
  (void) field, (void) part;
  g_autoptr (ChnWriter) writer = chn_writer_new (append_bytes, table->cell);
  chn_json_put_event (writer, table->job->timeline, table->row, table->event, CHN_JSON_REST);
  chn_writer_finish (writer, NULL);
  if (strcmp (table->cell->str, "{}") == 0)
    g_string_truncate (table->cell, 0);
}

static const FillFunc fill[CHN_N_WRITTEN_COLUMNS] = {
  [CHN_COLUMN_ID] = fill_text,           [CHN_COLUMN_TITLE] = fill_text,
  [CHN_COLUMN_SUMMARY] = fill_text,      [CHN_COLUMN_DATE] = fill_text,
  [CHN_COLUMN_EARLIEST] = fill_derived,  [CHN_COLUMN_LATEST] = fill_derived,
  [CHN_COLUMN_PRECISION] = fill_derived, [CHN_COLUMN_KIND] = fill_term,
  [CHN_COLUMN_FORUMS] = fill_list,       [CHN_COLUMN_ACTORS] = fill_actors,
  [CHN_COLUMN_SYMBOLS] = fill_list,      [CHN_COLUMN_YES] = fill_count,
  [CHN_COLUMN_NO] = fill_count,          [CHN_COLUMN_ABSTAIN] = fill_count,
  [CHN_COLUMN_METHOD] = fill_method,     [CHN_COLUMN_RESULT] = fill_result,
  [CHN_COLUMN_PLACE] = fill_text,        [CHN_COLUMN_STATUS] = fill_term,
  [CHN_COLUMN_IMPORTANCE] = fill_number, [CHN_COLUMN_TAGS] = fill_list,
  [CHN_COLUMN_SERIES] = fill_text,       [CHN_COLUMN_RELATIONS] = fill_relations,
  [CHN_COLUMN_SOURCES] = fill_sources,   [CHN_COLUMN_CONFIDENCE] = fill_term,
  [CHN_COLUMN_REVISED] = fill_text,      [CHN_COLUMN_PAYLOAD] = fill_payload,
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
    .event = chn_event_get_text (table->event, CHN_FIELD_ID),
    .message = message,
  };
  chn_report_add (table->job->report, &finding);
}

static void
write_row (Table *table)
{
  ChnWriter *out = table->job->out;
  for (guint i = 0; i < CHN_N_WRITTEN_COLUMNS; i++) {
    g_string_truncate (table->cell, 0);
    fill[i](table, (ChnField) chn_csv_column_get_field ((ChnCsvColumn) i), i);
    if (i > 0)
      chn_writer_putc (out, ',');
    if (!chn_csv_put_cell (out, table->cell->str, table->cell->len, table->job->options->spreadsheet))
      warn_of_control (table, (ChnCsvColumn) i);
  }
  chn_writer_puts (out, "\r\n");
}

gboolean
chn_csv_write (const ChnWriteJob *job, GError **error)
{
  (void) error;
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  Table table = { job, event, 0, cell };
  for (guint i = 0; i < CHN_N_WRITTEN_COLUMNS; i++) {
    chn_writer_puts (job->out, i > 0 ? "," : "");
    chn_writer_puts (job->out, chn_csv_column_get_name ((ChnCsvColumn) i));
  }
  chn_writer_puts (job->out, "\r\n");
  for (guint i = 0; i < job->rows->n; i++) {
    table.row = job->rows->row[i];
    chn_timeline_load (job->timeline, table.row, event);
    write_row (&table);
  }
  return TRUE;
}
