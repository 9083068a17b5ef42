/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Has a store hold another timeline: rows go into a table of their own first; then those that differ take the place
 * of what was there, which goes to the past.
 */
#include <string.h>

#include "base/error.h"
#include "format/yaml/read.h"
#include "store/database/rows.h"

typedef struct {
  const ChnStore *store;
  guint64 revision;
  ChnReport *report; /* what several files lose that become one */
  GString *columns;  /* of a table of events, quoted */
} Push;

/* The revision that is written now: the next of its kind, with who writes it. */
static gboolean
begin_revision (Push *push, const char *note, GError **error)
{
  g_autofree char *last =
      chn_store_ask_text (push->store, "SELECT coalesce (max (n), 0) FROM revision", NULL, 0, error);
  if (!last)
    return FALSE;
  push->revision = g_ascii_strtoull (last, NULL, 10) + 1;
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, push->revision);
  const char *values[] = { n, note, g_get_user_name () };
  gboolean named = push->store->kind == CHN_DATABASE_POSTGRESQL;
  return chn_store_ask (push->store,
                        named ? "INSERT INTO revision (n, note) VALUES ($1, $2)"
                              : "INSERT INTO revision (n, note, who) VALUES ($1, $2, $3)",
                        values, named ? 2 : 3, NULL, NULL, error);
}

/* "%T" is the table, "%P" its past, "%C" the columns of both, "%R" the number of the revision, "%%" a percent sign.
 */
static gboolean
carry_out (const Push *push, const char *table, const char *sql, GError **error)
{
  GString *text = g_string_new (NULL);
  for (const char *at = sql; *at; at++)
    if (*at != '%' || *++at == '%')
      g_string_append_c (text, *at);
    else if (*at == 'R')
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, push->revision);
    else
      g_string_append_printf (text, "%s%s", *at == 'P' ? "past_" : "", *at == 'C' ? push->columns->str : table);
  gboolean done = chn_store_run (push->store, text->str, error);
  g_string_free (text, TRUE);
  return done;
}

static gboolean
load_rows (const Push *push, const char *table, const ChnTimeline *timeline, const guint *rows, guint n,
           GError **error)
{
  g_autofree const char **names = g_new (const char *, chn_store_count_columns ());
  g_autoptr (ChnStoreRows) given = chn_store_rows_new (push->store->kind, timeline, rows, n, push->revision, error);
  if (!given)
    return FALSE;
  for (guint i = 0; i < chn_store_count_columns (); i++)
    names[i] = chn_store_get_column (i);
  return chn_store_load (push->store, table, names, chn_store_count_columns (), chn_store_rows_give, given, error);
}

/* The lists of rows that were written now, and of those that are taken away: SQLite alone has them apart. */
static gboolean
add_lists (const Push *push, const char *table, GError **error)
{
  return push->store->kind != CHN_DATABASE_SQLITE ||
         carry_out (
             push, table,
             "INSERT OR IGNORE INTO %T_key (key, row) SELECT value, row FROM %T, json_each (keys) WHERE since = %R;"
             "INSERT INTO %T_words (rowid, words) SELECT row, words FROM %T WHERE since = %R;",
             error);
}

/* Names that were not there yet, each with one of the events that have it. */
static gboolean
add_names (const Push *push, const char *table, GError **error)
{
  static const char *const words =
      "key LIKE 'actor %' OR key LIKE 'forum %' OR key LIKE 'tag %' OR key LIKE 'series %'";
  const char *each = push->store->kind == CHN_DATABASE_SQLITE
                         ? "(SELECT value AS key, e.id FROM %T e, json_each (e.keys) WHERE since = %R)"
                         : "(SELECT unnest (keys) AS key, id FROM %T WHERE since = %R)";
  g_autoptr (GString) text = g_string_new ("INSERT INTO %T_name (key, id) SELECT key, min (id) FROM ");
  g_string_append_printf (text, "%s k WHERE (%s) GROUP BY key ON CONFLICT DO NOTHING;", each, words);
  g_string_replace (text, " %'", " %%'", 0);
  return carry_out (push, table, text->str, error);
}

static gboolean
drop_stale_lists (const Push *push, const char *table, GError **error)
{
  return push->store->kind != CHN_DATABASE_SQLITE ||
         carry_out (
             push, table,
             "DELETE FROM %T_key WHERE (key, row) IN (SELECT value, row FROM %T, json_each (keys) WHERE %T.id IN"
             " (SELECT id FROM stale));"
             "INSERT INTO %T_words (%T_words, rowid, words) SELECT 'delete', row, words FROM %T WHERE id IN"
             " (SELECT id FROM stale);",
             error);
}

/* Where nothing was there, nothing is compared, and the indexes are made when all is in. */
static gboolean
fill (const Push *push, const char *table, const ChnTimeline *timeline, const guint *rows, guint n, GError **error)
{
  return chn_store_drop_indexes (push->store, error) && load_rows (push, table, timeline, rows, n, error) &&
         add_lists (push, table, error) && add_names (push, table, error) &&
         chn_store_make_indexes (push->store, error);
}

/* An event is another when anything that CSV has of it is; of the rest, only the order of reading may differ. */
static void
append_differs (GString *sql)
{
  for (guint i = CHN_STORE_N_OWN_COLUMNS; i < chn_store_count_columns (); i++)
    g_string_append_printf (sql, "%se.\"%s\" IS NOT DISTINCT FROM f.\"%s\"",
                            i > CHN_STORE_N_OWN_COLUMNS ? " AND " : "", chn_store_get_column (i),
                            chn_store_get_column (i));
}

static gboolean
replace (const Push *push, const char *table, const ChnTimeline *timeline, const guint *rows, guint n, GError **error)
{
  gboolean sqlite = push->store->kind == CHN_DATABASE_SQLITE;
  g_autoptr (GString) stale = g_string_new (NULL);
  g_string_append (stale, "SELECT e.id FROM %T e LEFT JOIN fresh f ON f.timeline = e.timeline AND f.id = e.id"
                          " WHERE f.id IS NULL OR NOT (");
  append_differs (stale);
  g_string_append_c (stale, ')');
  if (sqlite) /* which says so by another word */
    g_string_replace (stale, "IS NOT DISTINCT FROM", "IS", 0);
  g_autofree char *list = g_strdup_printf ("CREATE TEMP TABLE stale AS %s;", stale->str);
  return carry_out (push, table,
                    sqlite ? "CREATE TEMP TABLE fresh AS SELECT * FROM %T WHERE 0;"
                           : "CREATE TEMP TABLE fresh (LIKE %T) ON COMMIT DROP;",
                    error) &&
         load_rows (push, "fresh", timeline, rows, n, error) &&
         carry_out (push, table, sqlite ? "CREATE INDEX fresh_id ON fresh (timeline, id);" : "ANALYZE fresh;",
                    error) &&
         carry_out (push, table, list, error) && drop_stale_lists (push, table, error) &&
         carry_out (push, table,
                    "INSERT INTO %P (%C, until) SELECT %C, %R FROM %T WHERE id IN (SELECT id FROM stale);"
                    "DELETE FROM %T WHERE id IN (SELECT id FROM stale);"
                    "INSERT INTO %T (%C) SELECT %C FROM fresh f WHERE NOT EXISTS (SELECT 1 FROM %T e WHERE"
                    " e.timeline = f.timeline AND e.id = f.id);"
                    "UPDATE %T SET ord = (SELECT ord FROM fresh f WHERE f.timeline = %T.timeline AND f.id = %T.id)"
                    " WHERE ord <> (SELECT ord FROM fresh f WHERE f.timeline = %T.timeline AND f.id = %T.id);"
                    "DROP TABLE stale; DROP TABLE fresh;",
                    error) &&
         add_lists (push, table, error) && add_names (push, table, error);
}

static gboolean
put_rows (const Push *push, const char *table, const ChnTimeline *timeline, const guint *rows, guint n,
          GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT 1) t", table);
  g_autofree char *there = chn_store_ask_text (push->store, question, NULL, 0, error);
  if (!there)
    return FALSE;
  return strcmp (there, "0") == 0 ? fill (push, table, timeline, rows, n, error)
                                  : replace (push, table, timeline, rows, n, error);
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
find_whole (const Push *push, const ChnTimeline *timeline, const ChnTimeline *shown, GArray *whole, GError **error)
{
  g_auto (ChnRows) all = { 0 }, some = { 0 };
  guint n_columns = chn_store_count_columns ();
  g_autofree const char **left = g_new0 (const char *, n_columns), **right = g_new0 (const char *, n_columns);
  chn_rows_all (timeline, &all);
  chn_rows_all (shown, &some);
  g_autoptr (ChnStoreRows) own = chn_store_rows_new (push->store->kind, timeline, all.row, all.n, 0, error);
  g_autoptr (ChnStoreRows) other = chn_store_rows_new (push->store->kind, shown, some.row, some.n, 0, error);
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
put_events (const Push *push, const ChnTimeline *timeline, const ChnTimeline *shown, GError **error)
{
  g_auto (ChnRows) all = { 0 };
  g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint));
  chn_rows_all (shown, &all);
  return put_rows (push, "event", shown, all.row, all.n, error) &&
         (shown == timeline || find_whole (push, timeline, shown, whole, error)) &&
         put_rows (push, "whole_event", timeline, (const guint *) (gpointer) whole->data, whole->len, error);
}

static char *
dup_head (const ChnTimeline *timeline, ChnReport *report)
{
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_auto (ChnRows) all = { 0 };
  GString *text = g_string_new (NULL);
  chn_rows_all (timeline, &all);
  chn_yaml_append_head (text,
                        &(ChnWriteJob){ .timeline = timeline, .rows = &all, .options = options, .report = report });
  return g_string_free (text, FALSE);
}

/* Puts a header in the place of another, unless it is the same; NULL for none. */
static gboolean
put_header (const Push *push, const char *table, const char *body, GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT body FROM %s", table);
  g_autofree char *insert =
      g_strdup_printf ("INSERT INTO %s (since, body) VALUES (%" G_GUINT64_FORMAT ", $1)", table, push->revision);
  g_autoptr (GError) inner = NULL;
  g_autofree char *there = chn_store_ask_text (push->store, question, NULL, 0, &inner);
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  if (g_strcmp0 (there, body) == 0)
    return TRUE;
  return carry_out (push, table,
                    "INSERT INTO %P (since, body, until) SELECT since, body, %R FROM %T; DELETE FROM %T;", error) &&
         (!body || chn_store_ask (push->store, insert, &body, 1, NULL, NULL, error));
}

static gboolean
put_headers (const Push *push, const ChnTimeline *timeline, const ChnTimeline *shown, GError **error)
{
  g_autoptr (ChnReport) ignored = chn_report_new ();
  g_autofree char *whole = dup_head (timeline, push->report), *open = dup_head (shown, ignored);
  return put_header (push, "header", open, error) &&
         put_header (push, "whole_header", strcmp (whole, open) == 0 ? NULL : whole, error);
}

static gboolean
push_all (Push *push, const ChnTimeline *timeline, const ChnTimeline *shown, const char *note, GError **error)
{
  return begin_revision (push, note, error) && put_headers (push, timeline, shown, error) &&
         put_events (push, timeline, shown, error) && chn_store_commit (push->store, error);
}

gboolean
chn_store_push (ChnStore *store, const ChnTimeline *timeline, const ChnTimeline *shown, const char *note,
                ChnReport *report, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  Push push = { .store = store, .report = report, .columns = columns };
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  /* Who may open an SQLite file reads all of it: nothing lies apart there. */
  const ChnTimeline *open = store->kind == CHN_DATABASE_SQLITE ? timeline : shown;
  if (!chn_store_begin (store, error))
    return FALSE;
  if (push_all (&push, timeline, open, note, error))
    return TRUE;
  chn_store_roll_back (store);
  return FALSE;
}
