/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Takes the rows of a table: finds its columns, what its dates prove together, and makes an event of each row. */
#include "curate/import/read-grid.h"

#include <string.h>

#include "base/error.h"
#include "curate/import/column-words.h"
#include "curate/import/guess.h"
#include "curate/import/ignored.h"
#include "curate/import/join-rows.h"
#include "curate/import/keep-track.h"
#include "curate/import/row-text.h"
#include "model/event-storage.h"
#include "model/slug.h"

/* Rows between two looks at how far reading is. */
enum { STEP = 10000 };

static gboolean
is_of_dates (int field)
{
  return field == CHN_IMPORT_DATE || field == CHN_IMPORT_START || field == CHN_IMPORT_END;
}

static void
tell_proof (ChnImportTable *table, guint column, const ChnDateProof *proof)
{
  const char *heading = chn_columns_get_heading (table->columns, column);
  const char *cell = chn_grid_get (table->grid, proof->row, column);
  table->column = column;
  if (proof->is_disputed)
    chn_import_tell (table, proof->against, CHN_SEVERITY_WARNING, "date-order",
                     "%s: \"%s\" and \"%s\" have day and month in different orders, so the column proves none",
                     heading, cell, chn_grid_get (table->grid, proof->against, column));
  else if (proof->order != CHN_DATE_ORDER_UNKNOWN)
    chn_import_tell (table, proof->row, CHN_SEVERITY_NOTE, "date-order",
                     "%s: dates are read as %s, which \"%s\" proves", heading, chn_date_order_get_name (proof->order),
                     cell);
}

/* What a column of dates proves as a whole of their order. */
static ChnDateOrder
prove_order (ChnImportTable *table, guint column)
{
  ChnDateProof proof = { 0 };
  for (guint row = table->columns->first_row; row < table->grid->rows->len; row++) {
    const char *cell = chn_grid_get (table->grid, row, column);
    if (g_ascii_isdigit (*cell))
      chn_date_proof_look (&proof, cell, row);
  }
  tell_proof (table, column, &proof);
  return proof.is_disputed ? CHN_DATE_ORDER_UNKNOWN : proof.order;
}

static ChnDateHabits *
find_habits (ChnImportTable *table)
{
  ChnDateHabits *habits = g_new0 (ChnDateHabits, table->columns->n_columns + 1);
  ChnDateOrder said = table->map->date_order;
  for (guint i = 0; i <= table->columns->n_columns; i++) {
    habits[i].serials = table->map->serials ? table->map->serials : table->grid->serials;
    habits[i].order = said;
    if (!said && is_of_dates (chn_columns_get_field (table->columns, i)))
      habits[i].order = prove_order (table, i);
  }
  return habits;
}

static void
tell_columns (ChnImportTable *table)
{
  if (table->columns->first_row == 0)
    return;
  for (guint i = 0; i < table->columns->n_columns; i++) {
    const char *heading = chn_columns_get_heading (table->columns, i);
    int field = chn_columns_get_field (table->columns, i);
    gboolean is_guessed = field < CHN_N_IMPORT_FIELDS && chn_import_map_find_column (table->map, heading) < 0 &&
                          chn_import_map_find_letter (table->map, i) < 0 && chn_column_words_find (heading) < 0;
    table->column = i;
    if (is_guessed && *heading)
      chn_import_tell (table, table->columns->first_row - 1, CHN_SEVERITY_NOTE, "guessed-column",
                       "the column \"%s\" is taken as %s; a mapping may say otherwise", heading,
                       chn_column_words_get_name (field));
    if (chn_columns_get_field (table->columns, i) == CHN_IMPORT_EXTRA &&
        chn_import_map_find_column (table->map, heading) < 0)
      chn_import_tell (table, table->columns->first_row - 1, CHN_SEVERITY_NOTE, "unknown-column",
                       "the column \"%s\" fills no field; it is kept under its heading", heading);
  }
}

/* An id that the table states; NULL with the reason where another row has it, "" where the table states none. */
static char *
dup_stated_id (ChnImport *import, const ChnImportTable *table, guint row, char **reason)
{
  int column = chn_columns_next (table->columns, CHN_IMPORT_ID, 0);
  const char *pattern = chn_table_layout_get_text (&table->map->layout, CHN_IMPORT_ID);
  g_autofree char *made = pattern ? chn_import_row_dup_text (table, row, pattern) : NULL;
  const char *cell = column >= 0 ? chn_grid_get (table->grid, row, (guint) column) : made ? made : "";
  gsize offset = 0;
  g_autofree char *id = chn_slug_check (cell, &offset) ? g_strdup (cell) : *cell ? chn_slug_dup_near (cell) : NULL;
  if (!id)
    return g_strdup ("");
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (import->row_ids, id));
  if (line > 0) {
    *reason = g_strdup_printf ("row %u has the id \"%s\", too", line, id);
    return NULL;
  }
  g_hash_table_insert (import->row_ids, g_strdup (id), GUINT_TO_POINTER (chn_grid_get_row (table->grid, row)->line));
  return g_steal_pointer (&id);
}

/* Tables may call a column so that names a calendar, a user or a series: what several rows have is the UID of none
 * but the first, and kept all the same. Whose it is that an event has already is known when all are read. */
static void
check_uid (ChnImport *import, ChnImportTable *table, guint row, ChnEvent *event)
{
  guint item = 0, known = 0, line = chn_grid_get_row (table->grid, row)->line;
  g_autofree char *uid = chn_event_dup_uid (event, &item);
  if (!uid || chn_known_events_find_uid (&import->track.known, uid, &known))
    return;
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (import->row_uids, uid));
  if (first > 0) {
    chn_import_tell (table, row, CHN_SEVERITY_WARNING, "shared-uid",
                     "row %u has the UID \"%.*s\", too; here it is kept as \"" CHN_IMPORT_COLUMN_UID "\"", first,
                     (int) strcspn (uid, "\n"), uid);
    g_array_index (event->extras, ChnExtra, item).key = CHN_IMPORT_COLUMN_UID;
  } else {
    g_hash_table_insert (import->row_uids, g_steal_pointer (&uid), GUINT_TO_POINTER (line));
  }
}

static gboolean
take_event (ChnImport *import, const ChnImportTable *table, guint row, ChnEvent **event, char **reason)
{
  g_autofree char *stated = dup_stated_id (import, table, row, reason);
  if (!stated)
    return FALSE;
  chn_event_set_position (*event, CHN_FIELD_ID, 0, chn_grid_get_row (table->grid, row)->line, 1);
  chn_import_keep_track (import, table, row, event, *stated ? stated : NULL);
  return TRUE;
}

/* Rows that tell of one event are one, and it is said how many there were. */
static gboolean
is_joined (ChnImport *import, ChnImportTable *table, guint row)
{
  if (table->n_of[row] > 0)
    return FALSE;
  import->counts.n_rows++;
  import->counts.n_joined++;
  return TRUE;
}

static void
take_row (ChnImport *import, ChnImportTable *table, guint row, ChnEvent **event)
{
  g_autofree char *reason = NULL;
  if (is_joined (import, table, row))
    return;
  ChnImportRowResult result = chn_import_row_read (table, row, *event, &reason);
  if (result == CHN_IMPORT_ROW_TAKEN)
    check_uid (import, table, row, *event);
  if (result == CHN_IMPORT_ROW_TAKEN && !take_event (import, table, row, event, &reason))
    result = CHN_IMPORT_ROW_REFUSED;
  import->counts.n_rows++;
  import->counts.n_taken += result == CHN_IMPORT_ROW_TAKEN;
  import->counts.n_passed += result == CHN_IMPORT_ROW_PASSED;
  if (result == CHN_IMPORT_ROW_REFUSED) {
    import->counts.n_refused++;
    chn_import_tell (table, row, CHN_SEVERITY_WARNING, "row-not-taken", "not taken: %s", reason);
    chn_rejects_add (&import->rejects, table->grid, table->columns, row, reason);
  }
  if (import->progress && import->counts.n_rows % STEP == 0)
    import->progress (import->counts.n_rows, import->progress_data);
}

static gboolean
has_dates (const ChnImportColumns *columns, const ChnImportMap *map)
{
  static const int fields[] = { CHN_IMPORT_DATE, CHN_IMPORT_START, CHN_IMPORT_YEAR };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (chn_columns_has (columns, fields[i]) || chn_import_map_get_constant (map, fields[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_titles (const ChnImportColumns *columns, const ChnImportMap *map)
{
  return chn_columns_has (columns, CHN_IMPORT_TITLE) || chn_columns_has (columns, CHN_IMPORT_SUMMARY) ||
         chn_import_map_get_constant (map, CHN_IMPORT_TITLE) ||
         chn_table_layout_get_text (&map->layout, CHN_IMPORT_TITLE);
}

gboolean
chn_import_has_events (const ChnImportColumns *columns, const ChnImportMap *map)
{
  return has_dates (columns, map) && has_titles (columns, map);
}

static gboolean
check_columns (const ChnImportColumns *columns, const ChnImportMap *map, gboolean is_named, const char *file,
               GError **error)
{
  const char *lacks = !is_named                    ? "row that names the columns"
                      : !has_dates (columns, map)  ? "column of dates"
                      : !has_titles (columns, map) ? "column of titles or descriptions"
                                                   : NULL;
  if (!lacks)
    return TRUE;
  chn_error_set (
      error, CHN_ERROR_SYNTAX,
      "\"chancery import --columns\" lists the words that name columns; --guess writes a mapping to edit, for --map",
      "%s: no %s is found", file, lacks);
  return FALSE;
}

static void
read_rows (ChnImport *import, ChnImportTable *table)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GString) meaning = g_string_new (NULL), rest = g_string_new (NULL), text = g_string_new (NULL),
                      url = g_string_new (NULL);
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->meaning = meaning;
  table->rest = rest;
  table->kinds = kinds;
  table->source_text = text;
  table->source_url = url;
  for (guint row = table->columns->first_row; row < table->grid->rows->len; row++)
    take_row (import, table, row, &event);
  g_free (table->last_date);
}

gboolean
chn_import_read_grid (ChnImport *import, ChnGrid *grid, const char *file, GError **error)
{
  g_auto (ChnImportColumns) columns = { 0 };
  chn_grid_blank (grid, import->map->layout.blank);
  gboolean is_named = chn_columns_find (&columns, grid, import->map);
  ChnImportTable table = { .grid = grid,
                           .columns = &columns,
                           .map = import->map,
                           .registry = import->registry,
                           .file = file,
                           .report = import->report,
                           .unknown = &import->unknown,
                           .sources = &import->sources };
  g_autofree ChnDateHabits *habits = find_habits (&table);
  table.habits = habits;
  chn_import_append_guess (import->guess, grid, &columns, import->map, habits);
  if (!check_columns (&columns, import->map, is_named, file, error))
    return FALSE;
  tell_columns (&table);
  g_autofree guint *n_of = g_new (guint, grid->rows->len + 1);
  chn_grid_join_rows (grid, &columns, import->map, n_of);
  table.n_of = n_of;
  chn_import_tell_ignored (&table);
  read_rows (import, &table);
  return TRUE;
}
