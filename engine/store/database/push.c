/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Has a store hold another timeline: what differs of it takes the place of what was there. */
#include <string.h>

#include "base/error.h"
#include "store/database/distribute.h"
#include "store/database/rows.h"

/* So that whoever asks first is answered well: how often values come is not known of what was just loaded. Of what
 * CSV has, an id alone is looked up. */
static gboolean
take_stock (const ChnStoreWriting *writing, const char *table, GError **error)
{
  if (writing->store->kind == CHN_DATABASE_SQLITE)
    return chn_store_carry_out (writing, table, "PRAGMA analysis_limit = 1000; ANALYZE %T; ANALYZE %T_key;", error);
  g_autoptr (GString) sql = g_string_new ("ANALYZE %T (id");
  for (guint i = 0; i < CHN_STORE_N_OWN_COLUMNS; i++)
    g_string_append_printf (sql, ", \"%s\"", chn_store_get_column (i));
  g_string_append (sql, ")");
  return chn_store_carry_out (writing, table, sql->str, error);
}

/* Where nothing was there, nothing is compared, and the indexes are made when all is in. */
static gboolean
fill (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline, const guint *rows, guint n,
      GError **error)
{
  return n == 0 || (chn_store_drop_indexes (writing->store, table, error) &&
                    chn_store_load_rows (writing, table, timeline, rows, n, error) &&
                    chn_store_index_rows (writing, table, error) &&
                    chn_store_make_indexes (writing->store, table, error) && take_stock (writing, table, error));
}

/* An event is another when anything of it is, what it is found by too; only the order of reading may differ. */
static void
append_differs (GString *sql)
{
  for (guint i = CHN_STORE_BEGINS; i < chn_store_count_columns (); i++)
    g_string_append_printf (sql, "%se.\"%s\" IS NOT DISTINCT FROM f.\"%s\"", i > CHN_STORE_BEGINS ? " AND " : "",
                            chn_store_get_column (i), chn_store_get_column (i));
}

static gboolean
replace (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline, const guint *rows, guint n,
         GError **error)
{
  g_autoptr (GString) stale = g_string_new ("CREATE TEMP TABLE stale AS SELECT e.id FROM %T e LEFT JOIN fresh f ON"
                                            " f.timeline = e.timeline AND f.id = e.id WHERE f.id IS NULL OR NOT (");
  append_differs (stale);
  g_string_append (stale, ");");
  if (writing->store->kind == CHN_DATABASE_SQLITE) /* which says so by another word */
    g_string_replace (stale, "IS NOT DISTINCT FROM", "IS", 0);
  return chn_store_make_fresh (writing, table, timeline, rows, n, error) &&
         chn_store_carry_out (writing, table, stale->str, error) && chn_store_swap (writing, table, error) &&
         chn_store_carry_out (
             writing, table,
             "UPDATE %T SET ord = (SELECT ord FROM fresh f WHERE f.timeline = %T.timeline AND f.id = %T.id)"
             " WHERE ord <> (SELECT ord FROM fresh f WHERE f.timeline = %T.timeline AND f.id = %T.id);"
             "DROP TABLE stale; DROP TABLE fresh;",
             error);
}

static gboolean
put_rows (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline, const guint *rows, guint n,
          GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT 1) t", table);
  g_autofree char *there = chn_store_ask_text (writing->store, question, NULL, 0, error);
  if (!there)
    return FALSE;
  return strcmp (there, "0") == 0 ? fill (writing, table, timeline, rows, n, error)
                                  : replace (writing, table, timeline, rows, n, error);
}

/* Whether two events are the same to CSV, whatever they are found by. */
static gboolean
are_equal (const char *const *left, const char *const *right)
{
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++)
    if (g_strcmp0 (left[i], right[i]) != 0)
      return FALSE;
  return TRUE;
}

/* The rows of which everybody sees less than there is: what is shown of a timeline stands in the order of its rows.
 */
static gboolean
find_whole (const ChnStoreWriting *writing, const ChnTimeline *timeline, const ChnTimeline *shown, GArray *whole,
            GError **error)
{
  g_auto (ChnRows) all = { 0 }, some = { 0 };
  guint n_columns = chn_store_count_columns ();
  g_autofree const char **left = g_new0 (const char *, n_columns), **right = g_new0 (const char *, n_columns);
  chn_rows_all (timeline, &all);
  chn_rows_all (shown, &some);
  g_autoptr (ChnStoreRows) own = chn_store_rows_new (writing->store->kind, timeline, all.row, all.n, 0, error);
  g_autoptr (ChnStoreRows) other = chn_store_rows_new (writing->store->kind, shown, some.row, some.n, 0, error);
  if (!own || !other)
    return FALSE;
  gboolean more = chn_store_rows_give (right, other, error);
  g_autoptr (GError) inner = NULL;
  for (guint i = 0; i < all.n && chn_store_rows_give (left, own, &inner); i++) {
    gboolean is_shown = more && strcmp (chn_timeline_get_id (timeline, all.row[i]),
                                        right[chn_store_find_column (CHN_COLUMN_ID)]) == 0;
    if (!is_shown || !are_equal (left, right))
      g_array_append_val (whole, all.row[i]);
    more = is_shown ? chn_store_rows_give (right, other, &inner) : more;
  }
  if (inner)
    g_propagate_error (error, g_steal_pointer (&inner));
  return inner == NULL;
}

static gboolean
put_load (const ChnStoreWriting *writing, const ChnStoreLoad *load, gconstpointer data, GError **error)
{
  (void) data;
  return put_rows (writing, load->table, load->timeline, load->rows, load->n, error);
}

static gboolean
put_events (ChnStoreWriting *writing, const ChnTimeline *timeline, const ChnTimeline *shown, GError **error)
{
  g_auto (ChnRows) all = { 0 };
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint));
  chn_rows_all (shown, &all);
  if (shown != timeline && !find_whole (writing, timeline, shown, whole, error))
    return FALSE;
  const ChnStoreLoad loads[] = { { "event", shown, all.row, all.n },
                                 { "whole_event", timeline, (const guint *) (gpointer) whole->data, whole->len } };
  return chn_store_distribute (writing, loads, G_N_ELEMENTS (loads), NULL, put_load, NULL, error);
}

static gboolean
refuse (const ChnTimeline *timeline, guint origin, guint other, const char *name, GError **error)
{
  chn_error_set (error, CHN_ERROR_CONFLICT, "rename one of the two",
                 "the saved query \"%s\" is one thing in %s, another in %s", name,
                 chn_timeline_get_header (timeline, other, CHN_HEADER_FILE),
                 chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE));
  return FALSE;
}

/* Files become one timeline, in which a name is one query. */
static gboolean
check_queries (const ChnTimeline *timeline, GError **error)
{
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnSavedQuery *queries = chn_timeline_get_queries (timeline, origin, &n);
    for (guint other = 0; other < origin; other++) {
      guint n_others = 0;
      const ChnSavedQuery *others = chn_timeline_get_queries (timeline, other, &n_others);
      for (guint i = 0; i < n * n_others; i++)
        if (strcmp (queries[i / n_others].name, others[i % n_others].name) == 0 &&
            strcmp (queries[i / n_others].text, others[i % n_others].text) != 0)
          return refuse (timeline, origin, other, queries[i / n_others].name, error);
    }
  }
  return TRUE;
}

gboolean
chn_store_push (ChnStore *store, const ChnTimeline *timeline, const ChnTimeline *shown, const char *note,
                ChnReport *report, GError **error)
{
  /* Who may open an SQLite file reads all of it: nothing lies apart there. */
  const ChnTimeline *open = store->kind == CHN_DATABASE_SQLITE ? timeline : shown;
  g_auto (ChnStoreWriting) writing = { 0 };
  if (!check_queries (timeline, error) || !chn_store_begin_writing (&writing, store, note, report, error))
    return FALSE;
  writing.whole = timeline;
  return put_events (&writing, timeline, open, error) && chn_store_put_headers (&writing, timeline, open, error) &&
         chn_store_end_writing (&writing, error);
}
