/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads what a store holds: its header as YAML, its rows as CSV, by the readers of these formats. */
#include "store/database/pull.h"
#include "base/csv-cell.h"
#include "base/error.h"
#include "format/csv/csv.h"
#include "format/yaml/read.h"
#include "store/database/rows.h"
#include "store/database/shards/lost.h"
#include "store/database/shards/shards.h"
#include "timeline/builder.h"

#include <string.h>

/* Rows of a table that are being read: CSV, which the format reads. */
typedef struct {
  gint64 ord;
  gsize start, end; /* of its line in the text */
} Line;

typedef struct {
  GString *text; /* lines of CSV */
  GArray *lines;
  GHashTable *ids;     /* that were read */
  GHashTable *targets; /* of their relations */
} Reading;

void
chn_store_add_targets (GHashTable *targets, const char *relations)
{
  g_autoptr (GString) item = g_string_new (NULL);
  const char *end = relations + strlen (relations), *begin;
  for (const char *at = relations; chn_csv_next_item (&at, end, &begin, item);) {
    const char *id = strstr (item->str, ": ");
    if (id)
      g_hash_table_add (targets, g_strdup (id + 2));
  }
}

/* As RFC 4180 has it. */
static void
append_cell (GString *out, const char *cell)
{
  if (!cell)
    return;
  g_string_append_c (out, '"');
  for (const char *quote; (quote = strchr (cell, '"')); cell = quote + 1) {
    g_string_append_len (out, cell, quote + 1 - cell);
    g_string_append_c (out, '"');
  }
  g_string_append (out, cell);
  g_string_append_c (out, '"');
}

static gboolean
take_row (const char *const *cells, guint n, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *relations = cells[chn_store_find_column (CHN_COLUMN_RELATIONS) - CHN_STORE_N_OWN_COLUMNS];
  const char *id = cells[chn_store_find_column (CHN_COLUMN_ID) - CHN_STORE_N_OWN_COLUMNS];
  (void) error;
  if (!id || !g_hash_table_add (reading->ids, g_strdup (id)))
    return TRUE;
  Line line = { g_ascii_strtoll (cells[n - 1], NULL, 10), reading->text->len, 0 };
  for (guint i = 0; i + 1 < n; i++) {
    if (i > 0)
      g_string_append_c (reading->text, ',');
    append_cell (reading->text, cells[i]);
  }
  g_string_append (reading->text, "\r\n");
  line.end = reading->text->len;
  g_array_append_val (reading->lines, line);
  if (relations)
    chn_store_add_targets (reading->targets, relations);
  return TRUE;
}

GPtrArray *
chn_store_list_ids (const ChnTimeline *timeline)
{
  GPtrArray *ids = g_ptr_array_new ();
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++)
    g_ptr_array_add (ids, (gpointer) chn_timeline_get_id (timeline, row));
  return ids;
}

/* "id", "title" …: what CSV has of an event. */
char *
chn_store_dup_csv_columns (void)
{
  GString *sql = g_string_new (NULL);
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++)
    g_string_append_printf (sql, "%s\"%s\"", i > CHN_STORE_N_OWN_COLUMNS ? ", " : "", chn_store_get_column (i));
  return g_string_free (sql, FALSE);
}

char *
chn_store_dup_csv_headings (void)
{
  GString *line = g_string_new (NULL);
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++)
    g_string_append_printf (line, "%s%s", i > CHN_STORE_N_OWN_COLUMNS ? "," : "", chn_store_get_column (i));
  g_string_append (line, "\r\n");
  return g_string_free (line, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const Line *) a)->ord, right = ((const Line *) b)->ord;
  return left < right ? -1 : left > right;
}

/* The lines of all questions in the order in which they were once read, which tells apart what has one date. */
static GString *
dup_ordered (const Reading *reading)
{
  GString *text = g_string_sized_new (reading->text->len + 1024);
  g_autofree char *headings = chn_store_dup_csv_headings ();
  g_string_append (text, headings);
  g_array_sort (reading->lines, compare_lines);
  for (guint i = 0; i < reading->lines->len; i++) {
    const Line *line = &g_array_index (reading->lines, Line, i);
    g_string_append_len (text, reading->text->str + line->start, (gssize) (line->end - line->start));
  }
  return text;
}

static gboolean
ask_rows (ChnStore *store, const char *from, const char *where, const char *const *values, guint n_values,
          Reading *reading, GError **error)
{
  g_autofree char *columns = chn_store_dup_csv_columns ();
  g_autofree char *question = g_strdup_printf ("SELECT %s, ord FROM %s WHERE %s", columns, from, where);
  return chn_store_ask (store, question, values, n_values, take_row, reading, error);
}

/* What a store that is spread has at hand of them comes first; the others are asked for where they are. */
static gboolean
ask_ids_spread (ChnStore *store, ChnStoreView view, const GPtrArray *ids, Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = chn_store_dup_list (store->kind, ids), *where = NULL;
  for (guint i = 0; i < ids->len; i++) /* of their own: what rows are related to is gathered anew as they come */
    g_ptr_array_add (others, g_strdup (ids->pdata[i]));
  if (!ask_rows (store, chn_store_get_named_events (store, view), chn_store_get_ids_condition (store->kind),
                 (const char *const[]){ all }, 1, reading, error))
    return FALSE;
  for (guint i = others->len; i > 0; i--)
    if (g_hash_table_contains (reading->ids, others->pdata[i - 1]))
      g_ptr_array_remove_index_fast (others, i - 1);
  g_autofree char *list = chn_store_dup_list (store->kind, others);
  if (others->len > 0 && !chn_store_dup_whereabouts (store, view, list, &where, error))
    return FALSE;
  if (!where)
    return TRUE;
  g_autofree char *condition = g_strconcat (chn_store_get_ids_condition (store->kind), where, NULL);
  return ask_rows (store, chn_store_get_events (store, view), condition, (const char *const[]){ list }, 1, reading,
                   error);
}

/* What stands behind FROM. */
static char *
dup_from (const ChnStore *store, const ChnStoreWanted *wanted)
{
  return wanted->revision > 0 ? chn_store_dup_events_at (store, wanted->view, wanted->revision)
                              : g_strdup (chn_store_get_events (store, wanted->view));
}

static gboolean
ask_ids (ChnStore *store, const ChnStoreWanted *wanted, const GPtrArray *ids, Reading *reading, GError **error)
{
  if (ids->len == 0)
    return TRUE;
  if (store->shards && wanted->revision == 0)
    return ask_ids_spread (store, wanted->view, ids, reading, error);
  g_autofree char *value = chn_store_dup_list (store->kind, ids), *from = dup_from (store, wanted);
  return ask_rows (store, from, chn_store_get_ids_condition (store->kind), (const char *const[]){ value }, 1, reading,
                   error);
}

static GPtrArray *
list_missing (const Reading *reading)
{
  GPtrArray *missing = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, reading->targets);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (reading->ids, id))
      g_ptr_array_add (missing, id);
  return missing;
}

static gboolean
ask_where (ChnStore *store, const char *from, const char *where, const GPtrArray *values, Reading *reading,
           GError **error)
{
  return !where || strcmp (where, "FALSE") == 0 ||
         ask_rows (store, from, where, (const char *const *) (values ? values->pdata : NULL),
                   values ? values->len : 0, reading, error);
}

/* With the events that those are related to which are asked for: else it would not be known what they are. */
static gboolean
read_all (ChnStore *store, const ChnStoreWanted *wanted, Reading *reading, GError **error)
{
  g_autofree char *from = dup_from (store, wanted);
  if ((wanted->also && !ask_ids (store, wanted, wanted->also, reading, error)) ||
      !ask_where (store, from, wanted->first, wanted->first_values, reading, error) ||
      !ask_where (store, from, wanted->where, wanted->values, reading, error))
    return FALSE;
  g_autoptr (GPtrArray) missing = list_missing (reading);
  return ask_ids (store, wanted, missing, reading, error);
}

/* What was read of servers before one of them turned out not to answer is asked for anew. */
static gboolean
read_what_answers (ChnStore *store, const ChnStoreWanted *wanted, Reading *reading, GError **error)
{
  g_autoptr (GError) inner = NULL;
  while (!read_all (store, wanted, reading, &inner)) {
    if (!chn_store_cope (store, g_steal_pointer (&inner), error))
      return FALSE;
    g_string_truncate (reading->text, 0);
    g_array_set_size (reading->lines, 0);
    g_hash_table_remove_all (reading->ids);
    g_hash_table_remove_all (reading->targets);
  }
  return TRUE;
}

gboolean
chn_store_read_rows (ChnStore *store, const ChnStoreWanted *wanted, ChnTimelineBuilder *builder, GError **error)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { text, lines, ids, targets };
  gboolean asked = read_what_answers (store, wanted, &reading, error);
  g_autoptr (GString) ordered = asked ? dup_ordered (&reading) : NULL;
  g_string_free (text, TRUE);
  /* Where no row answers, too: else the header is held against sources of events that were not read. */
  return asked && chn_format_read (&chn_format_csv, ordered->str, ordered->len, store->name, builder, error);
}

gboolean
chn_store_read_header (ChnStore *store, const ChnStoreWanted *wanted, ChnTimelineBuilder *builder, GError **error)
{
  g_autofree char *then = wanted->revision > 0 ? chn_store_dup_header_at (wanted->view, wanted->revision) : NULL;
  g_autoptr (GError) inner = NULL;
  g_autofree char *body =
      chn_store_ask_text (store, then ? then : chn_store_get_header (wanted->view), NULL, 0, &inner);
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  return !body || chn_format_read (&chn_format_yaml, body, strlen (body), store->name, builder, error);
}

gboolean
chn_store_read_open_header (ChnStore *store, ChnTimelineBuilder *builder, GError **error)
{
  const ChnStoreWanted wanted = { .view = CHN_STORE_SEES_PUBLIC };
  return chn_store_read_header (store, &wanted, builder, error);
}

static gboolean
has_revision (ChnStore *store, guint64 revision, GError **error)
{
  guint64 last = 0;
  if (!chn_store_ask_number (store, "SELECT coalesce (max (n), 0) FROM revision", NULL, 0, &last, error))
    return FALSE;
  if (revision > last)
    chn_error_set (error, CHN_ERROR_UNKNOWN, "chancery store log lists them",
                   "%s has revisions 1 to %" G_GUINT64_FORMAT ", but no %" G_GUINT64_FORMAT, store->name, last,
                   revision);
  return revision <= last;
}

static gboolean
read_at (ChnStore *store, guint64 revision, const char *id, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) also = g_ptr_array_new ();
  ChnStoreWanted wanted = { .where = id ? "FALSE" : "TRUE", .revision = revision, .also = id ? also : NULL };
  if (id)
    g_ptr_array_add (also, (gpointer) id);
  return chn_store_find_view (store, &wanted.view, error) &&
         (revision == 0 ||
          (chn_store_check_past (store, wanted.view, error) && has_revision (store, revision, error))) &&
         chn_store_read_header (store, &wanted, builder, error) &&
         chn_store_read_rows (store, &wanted, builder, error);
}

gboolean
chn_store_read (ChnStore *store, ChnTimelineBuilder *builder, GError **error)
{
  return read_at (store, 0, NULL, builder, error);
}

gboolean
chn_store_read_revision (ChnStore *store, guint64 revision, const char *id, ChnTimelineBuilder *builder,
                         GError **error)
{
  return read_at (store, revision, id, builder, error);
}
