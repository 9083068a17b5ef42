/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Makes an event of a row: a function for each field that a column may have. What a field cannot hold stays with the
 * event under the heading of its column.
 */
#include "curate/import/row.h"

#include <chancery/error.h>
#include <string.h>

#include <chancery/symbol.h>

#include "base/uri.h"
#include "curate/import/column-words.h"
#include "curate/import/kind-words.h"
#include "curate/import/name-cell.h"
#include "curate/import/row-date.h"
#include "curate/import/row-text.h"
#include "curate/import/vote-cell.h"
#include "model/event-storage.h"
#include "model/field-text.h"

/* Bytes up to which a text is a title as it stands. */
enum { LONGEST_TITLE = 200 };

typedef struct {
  ChnImportTable *table;
  guint row, column;
  guint64 filled; /* a bit for each field that a cell has filled */
  int field;
  ChnEvent *event;
  ChnVote vote;
} Row;

typedef void (*TakeFunc) (Row *row, const char *cell);

/* Keeps a text with the event, under the heading of its column. */
static void
keep (Row *row, const char *text)
{
  const char *heading = chn_columns_get_heading (row->table->columns, row->column);
  chn_event_add_extra (row->event, *heading ? heading : chn_column_words_get_name (row->field), text);
}

static void
keep_unread (Row *row, const char *text, const char *expected)
{
  chn_import_tell (row->table, row->row, CHN_SEVERITY_WARNING, "unread-cell",
                   "%s: \"%s\" is no %s; it is kept as it stands",
                   chn_columns_get_heading (row->table->columns, row->column), text, expected);
  keep (row, text);
}

/* One line. */
static char *
dup_line (const char *text)
{
  char *line = g_strdup (text), *to = line;
  for (const char *at = text; *at; at++) {
    gboolean is_blank = g_ascii_isspace (*at);
    if (!is_blank)
      *to++ = *at;
    else if (to > line && to[-1] != ' ')
      *to++ = ' ';
  }
  to -= to > line && to[-1] == ' ' ? 1 : 0;
  *to = '\0';
  return line;
}

static void
take_title (Row *row, const char *cell)
{
  g_autofree char *line = dup_line (cell);
  chn_event_set_text (row->event, CHN_FIELD_TITLE, line, -1);
}

/* Several columns make paragraphs. */
static void
take_summary (Row *row, const char *cell)
{
  const char *before = chn_event_get_text (row->event, CHN_FIELD_SUMMARY);
  g_autofree char *both = before && *before ? g_strconcat (before, "\n\n", cell, NULL) : NULL;
  chn_event_set_text (row->event, CHN_FIELD_SUMMARY, both ? both : cell, -1);
}

/* What may be meant, but no list of all that there is. */
static const char *
get_nearest (const GError *error)
{
  const char *hint = error ? chn_error_get_hint (error) : NULL;
  return hint && !g_str_has_prefix (hint, "one of") ? hint : NULL;
}

/* Tables have few kinds, and each many times. */
static const char *
find_kind (ChnImportTable *table, const ChnVocabulary *vocabulary, const char *cell)
{
  gpointer kind = NULL;
  if (g_hash_table_lookup_extended (table->kinds, cell, NULL, &kind))
    return kind;
  kind = (gpointer) chn_kind_words_find (vocabulary, cell);
  g_hash_table_insert (table->kinds, g_strdup (cell), kind);
  return kind;
}

static void
take_kind (Row *row, const char *cell)
{
  const ChnRegistry *registry = row->table->registry;
  const ChnVocabulary *vocabulary = chn_registry_get_vocabulary (registry);
  const char *kind = find_kind (row->table, vocabulary, cell);
  int value = kind ? chn_event_find_term (row->event, CHN_VOCABULARY_KIND, kind, -1, NULL) : -1;
  g_autoptr (GError) error = NULL;
  if (value >= 0) {
    chn_event_set_term (row->event, CHN_FIELD_KIND, (guint) value);
    return;
  }
  chn_vocabulary_find_term (vocabulary, CHN_VOCABULARY_KIND, cell, -1, &error);
  chn_unknown_names_add (row->table->unknown, CHN_UNKNOWN_KIND, cell, get_nearest (error), registry);
  keep (row, cell);
}

static ChnNameLookup
get_lookup (const Row *row)
{
  return (ChnNameLookup){ row->table->registry, row->table->unknown, chn_event_get_bounds (row->event) };
}

static void
take_forum (Row *row, const char *cell)
{
  ChnNameLookup lookup = get_lookup (row);
  chn_name_cell_take_forums (&lookup, cell, row->event, row->table->rest);
  if (row->table->rest->len > 0)
    keep (row, row->table->rest->str);
}

static void
take_where (Row *row, const char *cell)
{
  ChnNameLookup lookup = get_lookup (row);
  chn_name_cell_take_where (&lookup, cell, row->event, row->table->rest);
  if (row->table->rest->len > 0)
    chn_event_set_text (row->event, CHN_FIELD_PLACE, row->table->rest->str, -1);
}

static void
take_actors (Row *row, const char *cell)
{
  ChnNameLookup lookup = get_lookup (row);
  guint role = row->field >= CHN_IMPORT_ROLE ? (guint) (row->field - CHN_IMPORT_ROLE) : 0;
  chn_name_cell_take_actors (&lookup, cell, role, row->event, row->table->rest);
  if (row->table->rest->len > 0)
    keep (row, row->table->rest->str);
}

static void
take_text (Row *row, const char *cell)
{
  g_autofree char *line = dup_line (cell);
  chn_event_set_text (row->event, row->field == CHN_IMPORT_PLACE ? CHN_FIELD_PLACE : CHN_FIELD_SERIES, line, -1);
}

static gboolean
has_item (const ChnEvent *event, ChnField field, const char *text)
{
  guint n = 0;
  const char *const *items = chn_event_get_items (event, field, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (items[i], text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_once (const Row *row, ChnField field, const char *text)
{
  if (*text && !has_item (row->event, field, text))
    chn_event_add_item (row->event, field, text, -1);
}

/* FALSE where a text has none of the looks of a symbol. */
static gboolean
take_symbol (Row *row, const char *text)
{
  g_autoptr (ChnSymbol) symbol = chn_symbol_parse (text, -1, NULL);
  gboolean looks_like_one = strpbrk (text, "0123456789") && strchr (text, '/') && !strchr (text, ' ');
  if (symbol)
    add_once (row, CHN_FIELD_SYMBOLS, chn_symbol_get_text (symbol));
  else if (looks_like_one)
    add_once (row, CHN_FIELD_SYMBOLS, text);
  return symbol || looks_like_one;
}

/* A list of symbols, an address, or some other name of a document. */
static void
take_symbols (Row *row, const char *cell)
{
  if (chn_uri_is_web (cell)) {
    g_string_append_printf (row->table->source_url, "\n%s", cell);
    return;
  }
  if (take_symbol (row, cell))
    return;
  g_auto (GStrv) parts = g_strsplit_set (cell, ";\n,", -1);
  for (char **part = parts; *part; part++)
    if (*g_strstrip (*part) && !take_symbol (row, *part))
      keep (row, *part);
}

static void
take_vote (Row *row, const char *cell)
{
  static const char *const nothing[] = { "-", "--", "n/a", "N/A", "none", "—", "–", "no", NULL };
  if (!g_strv_contains (nothing, cell) && !chn_vote_cell_read (cell, &row->vote))
    keep_unread (row, cell, "vote such as 111-19-55");
}

static void
take_count (Row *row, const char *cell)
{
  gint32 *counts[] = { &row->vote.yes, &row->vote.no, &row->vote.abstain, &row->vote.not_voting };
  gint32 count = chn_vote_cell_read_count (cell);
  if (count < 0 && !strchr ("-–—", *cell)) {
    keep_unread (row, cell, "count of votes");
    return;
  }
  *counts[row->field - CHN_IMPORT_YES] = count;
  row->vote.method = count >= 0 && row->vote.method == CHN_METHOD_NONE ? CHN_METHOD_RECORDED : row->vote.method;
}

static void
take_source (Row *row, const char *cell)
{
  GString *text = row->field == CHN_IMPORT_URL ? row->table->source_url : row->table->source_text;
  const char *link = chn_grid_get_link (row->table->grid, row->row, row->column);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", cell);
  if (!link || !chn_uri_is_web (link) || strstr (cell, link))
    return;
  if (row->field == CHN_IMPORT_URL && !chn_uri_is_web (cell))
    g_string_truncate (text, text->len - strlen (cell)); /* "here" */
  g_string_append_printf (row->table->source_url, "%s%s", row->table->source_url->len > 0 ? "\n" : "", link);
}

static void
take_tags (Row *row, const char *cell)
{
  g_auto (GStrv) tags = g_strsplit_set (cell, ";,|\n", -1);
  for (char **tag = tags; *tag; tag++)
    add_once (row, CHN_FIELD_TAGS, g_strstrip (*tag));
}

static void
take_value (Row *row, const char *cell)
{
  static const ChnField fields[] = { CHN_FIELD_STATUS, CHN_FIELD_IMPORTANCE, CHN_FIELD_CONFIDENCE };
  ChnField field = fields[row->field - CHN_IMPORT_STATUS];
  if (!chn_event_set_field (row->event, field, cell, -1, NULL))
    keep_unread (row, cell, chn_field_get_info (field)->name);
}

/* Fields without one are taken with the date, or not at all. */
static const TakeFunc take[CHN_IMPORT_EXTRA + 1] = {
  [CHN_IMPORT_TITLE] = take_title,      [CHN_IMPORT_SUMMARY] = take_summary,
  [CHN_IMPORT_KIND] = take_kind,        [CHN_IMPORT_FORUM] = take_forum,
  [CHN_IMPORT_WHERE] = take_where,      [CHN_IMPORT_PLACE] = take_text,
  [CHN_IMPORT_SYMBOL] = take_symbols,   [CHN_IMPORT_ACTORS] = take_actors,
  [CHN_IMPORT_VOTE] = take_vote,        [CHN_IMPORT_YES] = take_count,
  [CHN_IMPORT_NO] = take_count,         [CHN_IMPORT_ABSTAIN] = take_count,
  [CHN_IMPORT_NOT_VOTING] = take_count, [CHN_IMPORT_RESULT] = take_vote,
  [CHN_IMPORT_SOURCE] = take_source,    [CHN_IMPORT_URL] = take_source,
  [CHN_IMPORT_TAGS] = take_tags,        [CHN_IMPORT_STATUS] = take_value,
  [CHN_IMPORT_IMPORTANCE] = take_value, [CHN_IMPORT_CONFIDENCE] = take_value,
  [CHN_IMPORT_SERIES] = take_text,      [CHN_IMPORT_EXTRA] = keep,
};

/* Of two columns for what one alone can fill, as a mapping says, the first that has anything does. */
static gboolean
is_filled_already (Row *row, int field)
{
  guint64 bit = field < CHN_N_IMPORT_FIELDS ? (guint64) 1 << field : 0;
  gboolean is_filled = (row->filled & bit) && !chn_columns_take_several (field);
  row->filled |= bit;
  return is_filled;
}

static void
take_cell (Row *row, int field, const char *cell)
{
  TakeFunc func = field >= CHN_IMPORT_ROLE ? take_actors : field <= CHN_IMPORT_EXTRA ? take[field] : NULL;
  row->field = field;
  row->table->column = row->column == G_MAXUINT ? 0 : row->column;
  g_string_truncate (row->table->rest, 0);
  if (*cell && is_filled_already (row, field))
    keep (row, cell);
  else if (func && *cell)
    func (row, chn_import_map_get_value (row->table->map, field, cell));
}

/* What a cell means, by the mapping; what of it means nothing is kept as it stands. */
static const char *
translate (Row *row, int field, const char *cell)
{
  ChnTranslation *translation = *cell ? chn_columns_get_translation (row->table->columns, row->column) : NULL;
  if (!translation)
    return cell;
  row->field = field;
  g_string_truncate (row->table->meaning, 0);
  if (!chn_translation_append (translation, row->table->registry, cell, row->table->meaning) &&
      field != CHN_IMPORT_IGNORE)
    keep (row, cell);
  return row->table->meaning->str;
}

static gboolean
is_filled (const Row *row, int field)
{
  for (int column = chn_columns_next (row->table->columns, field, 0); column >= 0;
       column = chn_columns_next (row->table->columns, field, (guint) column + 1))
    if (*chn_grid_get (row->table->grid, row->row, (guint) column))
      return TRUE;
  return FALSE;
}

/* What the mapping says of fields that no cell fills: a text made of several, or what is the same for all rows. */
static void
take_said (Row *row)
{
  const ChnImportTable *table = row->table;
  row->column = G_MAXUINT;
  for (int field = 0; field < CHN_N_IMPORT_FIELDS; field++) {
    const char *constant = chn_import_map_get_constant (table->map, field);
    const char *text = chn_table_layout_get_text (&table->map->layout, field);
    if ((!constant && !text) || (is_filled (row, field) && field != CHN_IMPORT_TAGS))
      continue;
    g_autofree char *made = text ? chn_import_row_dup_text (table, row->row, text) : NULL;
    if (constant || (made && *made))
      take_cell (row, field, made && *made ? made : constant);
  }
}

static void
take_cells (Row *row)
{
  const ChnImportTable *table = row->table;
  for (row->column = 0; row->column < table->columns->n_columns; row->column++) {
    int field = chn_columns_get_field (table->columns, row->column);
    take_cell (row, field, translate (row, field, chn_grid_get (table->grid, row->row, row->column)));
  }
  take_said (row);
}

/* The first sentence of the summary, where no column has titles; the summary itself where it is no longer. */
static void
make_title (ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  const char *summary = chn_event_get_text (event, CHN_FIELD_SUMMARY);
  if ((title && *title) || !summary || !*summary)
    return;
  g_autofree char *line = dup_line (summary);
  const char *stop = strstr (line, ". ");
  gsize length = stop ? (gsize) (stop - line) : strlen (line);
  if (length == strlen (line) && length <= LONGEST_TITLE)
    chn_event_set_text (event, CHN_FIELD_SUMMARY, NULL, 0);
  chn_event_set_text (event, CHN_FIELD_TITLE, line, (gssize) length);
}

/* On each page, in documents. */
static gboolean
is_heading_again (const ChnImportTable *table, guint row)
{
  const ChnImportColumns *columns = table->columns;
  for (guint header = columns->first_row - columns->n_headers; header < columns->first_row; header++) {
    guint i = 0;
    while (i < columns->n_columns &&
           strcmp (chn_grid_get (table->grid, row, i), chn_grid_get (table->grid, header, i)) == 0)
      i++;
    if (i == columns->n_columns)
      return TRUE;
  }
  return FALSE;
}

static int
find_only_cell (const ChnImportTable *table, guint row)
{
  if (table->columns->n_columns < 3 || chn_grid_count_filled (table->grid, row) != 1)
    return -1;
  for (guint i = 0; i < table->columns->n_columns; i++)
    if (*chn_grid_get (table->grid, row, i))
      return (int) i;
  return -1;
}

/* A row with one cell: a year that heads those below it, or a note; what stands among titles is an event. */
static gboolean
judge_lone_cell (ChnImportTable *table, guint row, ChnImportRowResult *result, char **reason)
{
  int column = find_only_cell (table, row);
  const char *cell = column >= 0 ? chn_grid_get (table->grid, row, (guint) column) : "";
  if (column < 0 || (column > 0 && chn_columns_get_field (table->columns, (guint) column) == CHN_IMPORT_TITLE))
    return FALSE;
  if (strlen (cell) == 4 && strspn (cell, "0123456789") == 4) {
    table->year = (int) g_ascii_strtoll (cell, NULL, 10);
    g_clear_pointer (&table->last_date, g_free);
    *result = CHN_IMPORT_ROW_PASSED;
    return TRUE;
  }
  *result = CHN_IMPORT_ROW_REFUSED;
  *reason = g_strdup ("one cell alone is filled: a heading or a note, and no event");
  return TRUE;
}

static gboolean
read_date (ChnImportTable *table, guint row, ChnEvent *event, char **reason)
{
  g_autofree char *edtf = chn_import_row_dup_date (table, row, reason);
  g_autoptr (ChnDate) date = edtf ? chn_date_parse (edtf, -1, NULL) : NULL;
  if (date)
    chn_event_set_date (event, CHN_FIELD_DATE, date);
  return date != NULL;
}

/* Of a row that stands for several. */
static void
keep_number (const ChnImportTable *table, guint row, ChnEvent *event)
{
  g_autofree char *number = g_strdup_printf ("%u", table->n_of[row]);
  if (table->n_of[row] > 1)
    chn_event_add_extra (event, "rows", number);
}

static gboolean
has_title (const ChnEvent *event)
{
  const char *title = chn_event_get_text (event, CHN_FIELD_TITLE);
  return title && *title;
}

ChnImportRowResult
chn_import_row_read (ChnImportTable *table, guint row, ChnEvent *event, char **reason)
{
  ChnImportRowResult result = CHN_IMPORT_ROW_REFUSED;
  Row at = { .table = table, .row = row, .event = event, .vote = CHN_VOTE_NONE };
  const char *refusal = chn_grid_get_refusal (table->grid, row);
  chn_event_clear (event);
  chn_event_borrow_vocabulary (event, chn_registry_get_vocabulary (table->registry));
  table->column = 0;
  if (refusal) {
    *reason = g_strdup (refusal);
    return CHN_IMPORT_ROW_REFUSED;
  }
  if (is_heading_again (table, row))
    return CHN_IMPORT_ROW_PASSED;
  if (judge_lone_cell (table, row, &result, reason) || !read_date (table, row, event, reason))
    return result;
  g_string_truncate (table->source_text, 0);
  g_string_truncate (table->source_url, 0);
  take_cells (&at);
  make_title (event);
  keep_number (table, row, event);
  if (!has_title (event)) {
    *reason = g_strdup ("the row has no title");
    return CHN_IMPORT_ROW_REFUSED;
  }
  if (chn_vote_is_present (&at.vote))
    chn_event_set_vote (event, &at.vote);
  chn_made_sources_cite (table->sources, table->source_text->str, table->source_url->str, event);
  return CHN_IMPORT_ROW_TAKEN;
}
