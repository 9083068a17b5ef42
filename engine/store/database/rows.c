/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Rows of a timeline as rows of a table: what CSV has of each, written and cut into cells by the format itself, and
 * what an event is looked up by.
 */
#include "store/database/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "format/csv/csv.h"
#include "format/csv/scan.h"
#include "format/options.h"
#include "query/describe.h"
#include "store/database/part-keys.h"
#include "store/database/rank.h"
#include "store/database/truths.h"
#include "store/database/vote-keys.h"
#include "store/database/word-list.h"

enum { ROWS_AT_ONCE = 512 };

struct _ChnStoreRows {
  ChnDatabaseKind kind;
  const ChnTimeline *timeline;
  const ChnTimeline *whole; /* in whose order they stand */
  const ChnColumns *columns;
  const guint *rows;
  ChnStoreTruths *truths;
  ChnZones *zones;
  guint kind_vote;
  guint n, next; /* the row that is given next */
  guint64 revision;
  GHashTable *ords;
  ChnWriteOptions *options;
  ChnReport *report;
  GString *csv; /* of some of them */
  ChnCsvScanner scanner;
  guint n_written; /* so many are in there, or given */
  ChnArena *arena; /* cells of the row at hand */
  GPtrArray *keys; /* of the row at hand */
  ChnStoreWordList *words;
};

ChnStoreRows *
chn_store_rows_new (ChnDatabaseKind kind, const ChnTimeline *timeline, const guint *rows, guint n, guint64 revision,
                    GError **error)
{
  ChnStoreTruths *truths = chn_store_truths_new (timeline, error);
  if (!truths)
    return NULL;
  ChnStoreRows *self = g_new0 (ChnStoreRows, 1);
  self->kind = kind;
  self->truths = truths;
  self->zones = chn_zones_new ();
  self->kind_vote = (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, "vote", -1, NULL);
  self->timeline = self->whole = timeline;
  self->columns = chn_timeline_get_columns (timeline);
  self->rows = rows;
  self->n = n;
  self->revision = revision;
  self->options = chn_write_options_new ();
  self->report = chn_report_new ();
  self->csv = g_string_new (NULL);
  self->arena = chn_arena_new ();
  self->keys = g_ptr_array_new ();
  self->words = chn_store_word_list_new (kind);
  return self;
}

void
chn_store_rows_set_order (ChnStoreRows *rows, const ChnTimeline *whole)
{
  rows->whole = whole;
}

void
chn_store_rows_set_ords (ChnStoreRows *rows, GHashTable *ords)
{
  rows->ords = ords;
}

void
chn_store_rows_free (ChnStoreRows *rows)
{
  if (!rows)
    return;
  if (rows->n_written > 0)
    chn_csv_scanner_clear (&rows->scanner);
  chn_store_truths_free (rows->truths);
  chn_zones_free (rows->zones);
  chn_write_options_free (rows->options);
  chn_report_free (rows->report);
  g_string_free (rows->csv, TRUE);
  chn_arena_free (rows->arena);
  g_ptr_array_unref (rows->keys);
  chn_store_word_list_free (rows->words);
  g_free (rows);
}

/* Writes the next rows as CSV, and passes over their headings. */
static gboolean
write_some (ChnStoreRows *rows, GError **error)
{
  guint n = MIN (rows->n - rows->next, ROWS_AT_ONCE);
  ChnRows some = { .row = (guint *) rows->rows + rows->next, .n = n };
  if (rows->n_written > 0)
    chn_csv_scanner_clear (&rows->scanner);
  g_string_truncate (rows->csv, 0);
  g_autoptr (ChnWriter) writer = chn_writer_new_for_string (rows->csv);
  ChnWriteJob job = {
    .timeline = rows->timeline, .rows = &some, .options = rows->options, .report = rows->report, .out = writer
  };
  if (!chn_csv_write (&job, error) || !chn_writer_finish (writer, error))
    return FALSE;
  chn_csv_scanner_init (&rows->scanner, "store", rows->report, rows->csv->str, rows->csv->str + rows->csv->len);
  rows->n_written += n;
  return chn_csv_scan (&rows->scanner);
}

static char *
keep (const ChnStoreRows *rows, const char *text, gsize length)
{
  return (char *) chn_arena_strndup (rows->arena, text, (gssize) length);
}

static const char *
put_number (const ChnStoreRows *rows, gint64 number)
{
  char text[32];
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  return keep (rows, text, strlen (text));
}

/* A key is a word and what it says. */
static void
add_key (ChnStoreRows *rows, const char *word, const char *name)
{
  g_autofree char *key = g_strconcat (word, " ", name, NULL);
  g_ptr_array_add (rows->keys, keep (rows, key, strlen (key)));
}

static void
add_codes (ChnStoreRows *rows, guint row, ChnListId list, ChnDictionaryId dictionary, const char *word)
{
  guint n = 0;
  const guint32 *codes = chn_columns_get_list (rows->columns, list, row, &n);
  for (guint i = 0; i < n; i++)
    add_key (rows, word, chn_columns_get_code_text (rows->columns, dictionary, codes[i]));
}

static void
add_actors (ChnStoreRows *rows, guint row)
{
  guint n = 0;
  const ChnActorCell *actors = chn_columns_get_actors (rows->columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *id = chn_columns_get_code_text (rows->columns, CHN_DICTIONARY_ACTORS, actors[i].actor);
    add_key (rows, "actor", id);
    if (actors[i].role != 0)
      add_key (rows, chn_columns_get_term (rows->columns, CHN_VOCABULARY_ROLE, actors[i].role)->name, id);
  }
}

static void
add_relations (ChnStoreRows *rows, guint row)
{
  guint n = 0;
  const ChnRelationCell *relations = chn_columns_get_relations (rows->columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const ChnTerm *term = chn_columns_get_term (rows->columns, CHN_VOCABULARY_RELATION, relations[i].type);
    add_key (rows, term->name, chn_timeline_get_id (rows->timeline, relations[i].target));
  }
}

static void
add_citations (ChnStoreRows *rows, guint row)
{
  guint n = 0;
  const ChnCitationCell *citations = chn_columns_get_citations (rows->columns, row, &n);
  for (guint i = 0; i < n; i++)
    add_key (rows, "source", chn_columns_get_code_text (rows->columns, CHN_DICTIONARY_SOURCES, citations[i].source));
}

static void
keep_key (const char *key, gpointer data)
{
  ChnStoreRows *rows = data;
  g_ptr_array_add (rows->keys, keep (rows, key, strlen (key)));
}

gboolean
chn_store_row_recurs (const ChnTimeline *timeline, guint row)
{
  chn_timeline_need_indexes (timeline);
  const ChnRecurringRows *recurring = &chn_timeline_get_columns (timeline)->recurring;
  guint32 wanted = row;
  return recurring->n > 0 &&
         bsearch (&wanted, recurring->rows, recurring->n, sizeof wanted, chn_compare_rows) != NULL;
}

/* What is known of its date, and how much it counts. */
static void
add_marks (ChnStoreRows *rows, guint row)
{
  const ChnColumns *columns = rows->columns;
  guint importance = chn_columns_get_importance (columns, row), n = 0;
  guint visibility = chn_columns_get_visibility (columns, row);
  if (visibility != CHN_VISIBILITY_PUBLIC)
    add_key (rows, "visibility", chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, visibility));
  if (importance > 0)
    add_key (rows, "importance", put_number (rows, importance));
  add_key (rows, "precision", chn_precision_get_name ((ChnPrecision) chn_columns_get_precision (columns, row)));
  add_key (rows, "confidence",
           chn_vocabulary_get_term_name (CHN_VOCABULARY_CONFIDENCE, chn_columns_get_confidence (columns, row)));
  if (chn_columns_get_date_flags (columns, row) & CHN_DATE_GAPS)
    keep_key (CHN_KEY_GAPS, rows);
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  if (bounds.latest == CHN_TIME_MAX || bounds.earliest < bounds.latest - CHN_STORE_LONG)
    keep_key (CHN_STORE_KEY_LASTS, rows);
  if (chn_store_row_recurs (rows->timeline, row))
    keep_key (CHN_KEY_RECURS, rows);
  chn_columns_get_citations (columns, row, &n);
  if (n > 0)
    keep_key (CHN_KEY_SOURCED, rows);
  chn_store_truths_list (rows->truths, row, keep_key, rows);
}

static void
add_term (ChnStoreRows *rows, const char *word, ChnVocabularyId id, guint value)
{
  add_key (rows, word, chn_columns_get_term (rows->columns, id, value)->name);
}

static void
find_keys (ChnStoreRows *rows, guint row)
{
  const ChnColumns *columns = rows->columns;
  g_ptr_array_set_size (rows->keys, 0);
  add_term (rows, "kind", CHN_VOCABULARY_KIND, chn_columns_get_kind (columns, row));
  add_term (rows, "status", CHN_VOCABULARY_STATUS, chn_columns_get_status (columns, row));
  add_codes (rows, row, CHN_LIST_FORUMS, CHN_DICTIONARY_FORUMS, "forum");
  add_codes (rows, row, CHN_LIST_TAGS, CHN_DICTIONARY_TAGS, "tag");
  add_codes (rows, row, CHN_LIST_SYMBOLS, CHN_DICTIONARY_SYMBOLS, "symbol");
  add_actors (rows, row);
  add_relations (rows, row);
  add_citations (rows, row);
  chn_store_vote_keys_list (columns, row, rows->kind_vote, keep_key, rows);
  chn_store_part_keys_list (rows->timeline, row, keep_key, rows);
  add_marks (rows, row);
  const char *series = chn_columns_get_text (columns, CHN_FIELD_SERIES, row);
  if (series)
    add_key (rows, "series", series);
  if (!chn_store_word_list_is_placed (rows->words))
    keep_key (CHN_KEY_UNPLACED, rows);
}

/* What the field `source` looks at. */
static void
add_source_words (ChnStoreRows *rows, guint32 code)
{
  static const ChnSourceField fields[] = { CHN_SOURCE_KEY, CHN_SOURCE_TITLE, CHN_SOURCE_AUTHOR, CHN_SOURCE_PUBLISHER,
                                           CHN_SOURCE_SYMBOL };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_store_word_list_add (rows->words, chn_columns_get_source_text (rows->columns, code, fields[i]),
                             CHN_WORDS_IN_SOURCES);
}

static void
find_words (ChnStoreRows *rows, guint row)
{
  static const ChnField fields[] = { CHN_FIELD_TITLE, CHN_FIELD_LABEL, CHN_FIELD_SUMMARY, CHN_FIELD_PLACE };
  const ChnColumns *columns = rows->columns;
  guint n = 0;
  chn_store_word_list_clear (rows->words);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    chn_store_word_list_add (rows->words, chn_columns_get_text (columns, fields[i], row), CHN_WORDS_IN_TEXT);
  const ChnCitationCell *citations = chn_columns_get_citations (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    chn_store_word_list_add (rows->words, chn_pool_get (columns->texts, citations[i].quote), CHN_WORDS_IN_TEXT);
    chn_store_word_list_add (rows->words, chn_pool_get (columns->texts, citations[i].note), CHN_WORDS_IN_TEXT);
    add_source_words (rows, citations[i].source);
  }
  const char *symbol = chn_columns_get_symbol_texts (columns, row, &n);
  for (guint i = 0; i < n; i++, symbol += strlen (symbol) + 1)
    chn_store_word_list_add (rows->words, symbol, CHN_WORDS_IN_SYMBOLS);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each once, and in one order, so that the same event is the same row. */
static void
sort_keys (GPtrArray *keys)
{
  guint n = 0;
  g_ptr_array_sort (keys, compare_texts);
  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || strcmp (keys->pdata[n - 1], keys->pdata[i]) != 0)
      keys->pdata[n++] = keys->pdata[i];
  g_ptr_array_set_size (keys, (int) n);
}

/* In double quotes, as in JSON and in arrays of PostgreSQL. */
static void
append_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *at = text; *at; at++) {
    if (*at == '"' || *at == '\\')
      g_string_append_c (out, '\\');
    if ((guchar) *at < ' ')
      g_string_append_printf (out, "\\u%04x", *at);
    else
      g_string_append_c (out, *at);
  }
  g_string_append_c (out, '"');
}

char *
chn_store_dup_list (ChnDatabaseKind kind, const GPtrArray *items)
{
  gboolean is_json = kind == CHN_DATABASE_SQLITE;
  GString *out = g_string_new (is_json ? "[" : "{");
  for (guint i = 0; i < items->len; i++) {
    g_string_append (out, i > 0 ? "," : "");
    append_quoted (out, items->pdata[i]);
  }
  g_string_append_c (out, is_json ? ']' : '}');
  return g_string_free (out, FALSE);
}

char *
chn_store_dup_key_list (ChnDatabaseKind kind, const char *word, const char *name)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (keys, g_strconcat (word, " ", name, NULL));
  return chn_store_dup_list (kind, keys);
}

static const char *
put_keys (ChnStoreRows *rows)
{
  sort_keys (rows->keys);
  g_autofree char *list = chn_store_dup_list (rows->kind, rows->keys);
  return keep (rows, list, strlen (list));
}

static const char *
put_count (const ChnStoreRows *rows, guint row, ChnBallotKind kind)
{
  guint n = 0;
  const ChnVoteCell *vote = chn_columns_get_vote (rows->columns, row, &n);
  gint32 count = n > 0 ? chn_vote_cell_get_count (vote, kind) : -1;
  return count >= 0 ? put_number (rows, count) : NULL;
}

const char *
chn_store_find_timeline (const ChnTimeline *timeline, guint row)
{
  guint origin = chn_columns_get_origin (chn_timeline_get_columns (timeline), row);
  const char *id = chn_timeline_get_header (timeline, origin, CHN_HEADER_TIMELINE);
  return id && *id ? id : "chronology";
}

/* Events of one date are told apart by it, those that everybody sees from others, too. */
static guint
find_order (const ChnStoreRows *rows, guint row)
{
  guint place = row;
  if (rows->whole != rows->timeline)
    chn_timeline_find (rows->whole, chn_timeline_get_id (rows->timeline, row), &place);
  return place + 1;
}

static const char *
put_order (const ChnStoreRows *rows, guint row)
{
  const char *ord = rows->ords ? g_hash_table_lookup (rows->ords, chn_timeline_get_id (rows->timeline, row)) : NULL;
  return ord ? ord : put_number (rows, find_order (rows, row));
}

static void
give_own (ChnStoreRows *rows, guint row, const char **cells)
{
  ChnDateBounds bounds = chn_columns_get_bounds (rows->columns, row);
  find_words (rows, row);
  cells[CHN_STORE_WORDS] = chn_store_word_list_say (rows->words);
  find_keys (rows, row);
  cells[CHN_STORE_TIMELINE] = chn_store_find_timeline (rows->timeline, row);
  cells[CHN_STORE_ORD] = put_order (rows, row);
  cells[CHN_STORE_SINCE] = put_number (rows, (gint64) rows->revision);
  cells[CHN_STORE_BEGINS] = put_number (rows, bounds.earliest);
  cells[CHN_STORE_ENDS] = put_number (rows, bounds.latest);
  cells[CHN_STORE_RANK] = put_number (rows, chn_store_find_rank (rows->timeline, row, rows->zones));
  cells[CHN_STORE_N_YES] = put_count (rows, row, CHN_BALLOT_YES);
  cells[CHN_STORE_N_NO] = put_count (rows, row, CHN_BALLOT_NO);
  cells[CHN_STORE_N_ABSTAIN] = put_count (rows, row, CHN_BALLOT_ABSTAIN);
  cells[CHN_STORE_KEYS] = put_keys (rows);
}

gboolean
chn_store_rows_give (const char **cells, gpointer data, GError **error)
{
  ChnStoreRows *rows = data;
  if (rows->next == rows->n)
    return FALSE;
  if (rows->next == rows->n_written && !write_some (rows, error))
    return FALSE;
  if (!chn_csv_scan (&rows->scanner))
    return FALSE;
  chn_arena_clear (rows->arena);
  give_own (rows, rows->rows[rows->next], cells);
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++) {
    const ChnCsvCell *cell = &rows->scanner.cells[i - CHN_STORE_N_OWN_COLUMNS];
    cells[i] = cell->length > 0 ? keep (rows, cell->text, cell->length) : NULL;
  }
  rows->next++;
  return TRUE;
}
