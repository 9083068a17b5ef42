/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writing into a store: a revision, rows that take the place of others, which go to the past, and headers. */
#include "store/database/write.h"

#include <string.h>

#include "base/error.h"
#include "format/yaml/read.h"
#include "store/database/rows.h"
#include "store/database/shards/claim.h"

static gboolean
find_last (ChnStoreWriting *writing, GError **error)
{
  return chn_store_ask_number (writing->store, "SELECT coalesce (max (n), 0) FROM revision", NULL, 0, &writing->last,
                               error);
}

/* The revision that is written now, with who writes it. */
static gboolean
put_revision (const ChnStoreWriting *writing, GError **error)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, writing->revision);
  const char *values[] = { n, writing->note, g_get_user_name () };
  gboolean named = writing->store->kind == CHN_DATABASE_POSTGRESQL;
  return chn_store_ask (writing->store,
                        named ? "INSERT INTO revision (n, note) VALUES ($1, $2)"
                              : "INSERT INTO revision (n, note, who) VALUES ($1, $2, $3)",
                        values, named ? 2 : 3, NULL, NULL, error);
}

/* "%T" is the table, "%P" its past, "%C" the columns of both, "%R" the number of the revision, "%%" a percent sign.
 */
gboolean
chn_store_carry_out (const ChnStoreWriting *writing, const char *table, const char *sql, GError **error)
{
  GString *text = g_string_new (NULL);
  for (const char *at = sql; *at; at++)
    if (*at != '%' || *++at == '%')
      g_string_append_c (text, *at);
    else if (*at == 'R')
      g_string_append_printf (text, "%" G_GUINT64_FORMAT, writing->revision);
    else
      g_string_append_printf (text, "%s%s", *at == 'P' ? "past_" : "", *at == 'C' ? writing->columns->str : table);
  gboolean done = chn_store_run (writing->store, text->str, error);
  g_string_free (text, TRUE);
  return done;
}

gboolean
chn_store_load_rows (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline,
                     const guint *rows, guint n, GError **error)
{
  g_autofree const char **names = g_new (const char *, chn_store_count_columns ());
  g_autoptr (ChnStoreRows) given =
      chn_store_rows_new (writing->store->kind, timeline, rows, n, writing->revision, error);
  if (!given)
    return FALSE;
  if (writing->whole)
    chn_store_rows_set_order (given, writing->whole);
  chn_store_rows_set_ords (given, writing->ords);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    names[i] = chn_store_get_column (i);
  return chn_store_load (writing->store, table, names, chn_store_count_columns (), chn_store_rows_give, given, error);
}

/* Rows that were written now: all of a table that was empty, or some of those in `fresh`, which need not be looked
 * for in the whole table. */
#define WRITTEN_NOW "since = %R"
#define WRITTEN_OF_FRESH "since = %R AND %T.id IN (SELECT id FROM fresh)"

/* The lists of rows that were written now, and of those that are taken away: SQLite alone has them apart. */
static gboolean
add_lists (const ChnStoreWriting *writing, const char *table, const char *which, GError **error)
{
  if (writing->store->kind != CHN_DATABASE_SQLITE)
    return TRUE;
  g_autofree char *text = g_strdup_printf (
      "INSERT OR IGNORE INTO %%T_key (key, row) SELECT value, row FROM %%T, json_each (keys) WHERE %s;"
      "INSERT INTO %%T_words (rowid, words) SELECT row, words FROM %%T WHERE %s;",
      which, which);
  return chn_store_carry_out (writing, table, text, error);
}

/* What a query may have to know of: names, and that there are votes of which not all is counted. */
static const char names[] = "key LIKE 'actor %%' OR key LIKE 'forum %%' OR key LIKE 'tag %%' OR key LIKE 'series %%'"
                            " OR key IN ('yes ?', 'no ?', 'abstain ?')";

static gboolean
add_names (const ChnStoreWriting *writing, const char *table, const char *from, const char *which, GError **error)
{
  const char *each = writing->store->kind == CHN_DATABASE_SQLITE
                         ? "SELECT value AS key, $.id FROM $, json_each ($.keys)"
                         : "SELECT unnest (keys) AS key, id FROM $";
  g_autoptr (GString) text = g_string_new ("INSERT INTO %T_name (key, id) SELECT key, min (id) FROM (");
  g_string_append_printf (text, "%s WHERE %s) k WHERE %s GROUP BY key ON CONFLICT DO NOTHING;", each, which, names);
  g_string_replace (text, "$", from, 0);
  return chn_store_carry_out (writing, table, text->str, error);
}

gboolean
chn_store_add_names (const ChnStoreWriting *writing, const char *table, const char *from, GError **error)
{
  return add_names (writing, table, from, WRITTEN_NOW, error);
}

/* Names whose event is taken away get another one that has them. */
static gboolean
forget_names (const ChnStoreWriting *writing, const char *table, GError **error)
{
  return chn_store_carry_out (writing, table,
                              "CREATE TEMP TABLE lost AS SELECT key FROM %T_name WHERE id IN (SELECT id FROM stale);"
                              "DELETE FROM %T_name WHERE id IN (SELECT id FROM stale);",
                              error);
}

static gboolean
find_names_again (const ChnStoreWriting *writing, const char *table, GError **error)
{
  const char *find = writing->store->kind == CHN_DATABASE_SQLITE
                         ? "SELECT e.id FROM %T_key k JOIN %T e ON e.row = k.row WHERE k.key = lost.key LIMIT 1"
                         : "SELECT e.id FROM %T e WHERE e.keys && ARRAY[lost.key] LIMIT 1";
  g_autofree char *text =
      g_strdup_printf ("INSERT INTO %%T_name (key, id) SELECT key, id FROM (SELECT key, (%s) AS id"
                       " FROM lost) f WHERE id IS NOT NULL ON CONFLICT DO NOTHING;"
                       "DROP TABLE lost;",
                       find);
  return chn_store_carry_out (writing, table, text, error);
}

gboolean
chn_store_index_rows (const ChnStoreWriting *writing, const char *table, GError **error)
{
  return add_lists (writing, table, WRITTEN_NOW, error) && add_names (writing, table, table, WRITTEN_NOW, error);
}

static gboolean
drop_stale_lists (const ChnStoreWriting *writing, const char *table, GError **error)
{
  return writing->store->kind != CHN_DATABASE_SQLITE ||
         chn_store_carry_out (
             writing, table,
             "DELETE FROM %T_key WHERE (key, row) IN (SELECT value, row FROM %T, json_each (keys) WHERE %T.id IN"
             " (SELECT id FROM stale));"
             "INSERT INTO %T_words (%T_words, rowid, words) SELECT 'delete', row, words FROM %T WHERE id IN"
             " (SELECT id FROM stale);",
             error);
}

gboolean
chn_store_make_fresh (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline,
                      const guint *rows, guint n, GError **error)
{
  gboolean sqlite = writing->store->kind == CHN_DATABASE_SQLITE;
  return chn_store_carry_out (writing, table,
                              sqlite ? "CREATE TEMP TABLE fresh AS SELECT * FROM %T WHERE 0;"
                                     : "CREATE TEMP TABLE fresh (LIKE %T) ON COMMIT DROP;",
                              error) &&
         chn_store_load_rows (writing, "fresh", timeline, rows, n, error) &&
         chn_store_carry_out (writing, table, sqlite ? "CREATE INDEX fresh_id ON fresh (id);" : "ANALYZE fresh;",
                              error);
}

gboolean
chn_store_swap (const ChnStoreWriting *writing, const char *table, GError **error)
{
  return drop_stale_lists (writing, table, error) && forget_names (writing, table, error) &&
         chn_store_carry_out (writing, table,
                              "INSERT INTO %P (%C, until) SELECT %C, %R FROM %T WHERE id IN (SELECT id FROM stale);"
                              "DELETE FROM %T WHERE id IN (SELECT id FROM stale);"
                              "INSERT INTO %T (%C) SELECT %C FROM fresh f WHERE NOT EXISTS (SELECT 1 FROM %T e WHERE"
                              " e.timeline = f.timeline AND e.id = f.id);",
                              error) &&
         add_lists (writing, table, WRITTEN_OF_FRESH, error) &&
         add_names (writing, table, table, WRITTEN_OF_FRESH, error) && find_names_again (writing, table, error);
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

/* Whether another header stands in a table; NULL for none. */
static gboolean
differs_from (const ChnStore *store, const char *table, const char *body, gboolean *differs, GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT body FROM %s", table);
  g_autoptr (GError) inner = NULL;
  g_autofree char *there = chn_store_ask_text (store, question, NULL, 0, &inner);
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  *differs = g_strcmp0 (there, body) != 0;
  return TRUE;
}

/* Puts a header in the place of another, unless it is the same; NULL for none. */
static gboolean
put_header (const ChnStoreWriting *writing, const char *table, const char *body, GError **error)
{
  gboolean differs = FALSE;
  g_autofree char *insert =
      g_strdup_printf ("INSERT INTO %s (since, body) VALUES (%" G_GUINT64_FORMAT ", $1)", table, writing->revision);
  if (!differs_from (writing->store, table, body, &differs, error))
    return FALSE;
  return !differs ||
         (chn_store_carry_out (writing, table,
                               "INSERT INTO %P (since, body, until) SELECT since, body, %R FROM %T; DELETE FROM %T;",
                               error) &&
          (!body || chn_store_ask (writing->store, insert, &body, 1, NULL, NULL, error)));
}

gboolean
chn_store_put_headers (const ChnStoreWriting *writing, const ChnTimeline *timeline, const ChnTimeline *shown,
                       GError **error)
{
  g_autoptr (ChnReport) ignored = chn_report_new ();
  g_autofree char *whole = dup_head (timeline, writing->report ? writing->report : ignored),
                  *open = dup_head (shown, ignored);
  return put_header (writing, "header", open, error) &&
         put_header (writing, "whole_header", strcmp (whole, open) == 0 ? NULL : whole, error);
}

gboolean
chn_store_differs_open_header (const ChnStore *store, const ChnTimeline *shown, gboolean *differs, GError **error)
{
  g_autoptr (ChnReport) ignored = chn_report_new ();
  g_autofree char *open = dup_head (shown, ignored);
  return differs_from (store, "header", open, differs, error);
}

gboolean
chn_store_differ_headers (const ChnTimeline *a, const ChnTimeline *b)
{
  g_autoptr (ChnReport) ignored = chn_report_new ();
  g_autofree char *one = dup_head (a, ignored), *other = dup_head (b, ignored);
  return strcmp (one, other) != 0;
}

static gboolean
is_expected (const ChnStoreWriting *writing, GError **error)
{
  const ChnStore *store = writing->store;
  if (!store->expects || writing->last == store->expected)
    return TRUE;
  chn_error_set (error, CHN_ERROR_CONFLICT, "look at what has become of it, and do it again",
                 "%s: somebody else has changed it meanwhile", store->name);
  return FALSE;
}

/* Servers may have come while others wrote. */
static gboolean
begin_spread (ChnStoreWriting *writing, GError **error)
{
  writing->is_locked = chn_store_lock_writers (writing->store, error);
  return writing->is_locked && chn_store_find_shards ((ChnStore *) writing->store, error) &&
         chn_store_recover (writing->store, &writing->revision, error) && find_last (writing, error);
}

static gboolean
begin_one (ChnStoreWriting *writing, GError **error)
{
  writing->is_open = chn_store_begin (writing->store, error);
  if (!writing->is_open || !find_last (writing, error))
    return FALSE;
  writing->revision = writing->last + 1;
  return put_revision (writing, error);
}

gboolean
chn_store_begin_writing (ChnStoreWriting *writing, const ChnStore *store, const char *note, ChnReport *report,
                         GError **error)
{
  *writing = (ChnStoreWriting){ .store = store, .report = report, .note = note, .columns = g_string_new (NULL) };
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (writing->columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  return (store->shards ? begin_spread (writing, error) : begin_one (writing, error)) && is_expected (writing, error);
}

/* The claim of a revision goes with what it claims being seen; so do those that nothing is left of. */
gboolean
chn_store_begin_parent (ChnStoreWriting *writing, GError **error)
{
  writing->is_open = chn_store_run (writing->store, "BEGIN", error);
  return writing->is_open && put_revision (writing, error) &&
         chn_store_carry_out (writing, "event", "DELETE FROM claim WHERE n = %R OR shards = '{}'", error);
}

gboolean
chn_store_end_writing (ChnStoreWriting *writing, GError **error)
{
  if (writing->store->kind == CHN_DATABASE_POSTGRESQL && !chn_store_run (writing->store, "NOTIFY chancery", error))
    return FALSE;
  writing->is_open = FALSE;
  return chn_store_commit (writing->store, error);
}

/* What lies on shards of a revision that was not ended is taken back at once, or by the next writer. */
void
chn_store_writing_clear (ChnStoreWriting *writing)
{
  guint64 next = 0;
  if (writing->is_open)
    chn_store_roll_back (writing->store);
  if (writing->is_locked) {
    chn_store_recover (writing->store, &next, NULL);
    chn_store_unlock_writers (writing->store);
  }
  if (writing->columns)
    g_string_free (writing->columns, TRUE);
}
