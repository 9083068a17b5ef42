/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Copies a store with all of its past into an empty one, of either kind. What events are looked up by is made anew of
 * the timeline, since each kind spells it otherwise; nobody looks up what is past.
 */
#include <string.h>

#include "base/error.h"
#include "store/database/view.h"

/* Rows of a table, on their way from one store to the other. */
typedef struct {
  GPtrArray *cells; /* of all rows, one behind the other; NULL for nothing */
  guint n_columns, next;
} Rows;

static void
clear_rows (Rows *rows)
{
  g_clear_pointer (&rows->cells, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, clear_rows)

static gboolean
take (const char *const *cells, guint n, gpointer data, GError **error)
{
  Rows *rows = data;
  (void) error;
  rows->n_columns = n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows->cells, g_strdup (cells[i]));
  return TRUE;
}

static gboolean
give (const char **cells, gpointer data, GError **error)
{
  Rows *rows = data;
  (void) error;
  if (rows->next == rows->cells->len)
    return FALSE;
  for (guint i = 0; i < rows->n_columns; i++)
    cells[i] = rows->cells->pdata[rows->next++];
  return TRUE;
}

/* What a question to one store answers, into columns of a table of the other. */
static gboolean
carry (const ChnStore *from, const char *question, const ChnStore *to, const char *table, const char *const *columns,
       GError **error)
{
  g_auto (Rows) rows = { .cells = g_ptr_array_new_with_free_func (g_free) };
  return chn_store_ask (from, question, NULL, 0, take, &rows, error) &&
         (rows.cells->len == 0 || chn_store_load (to, table, columns, rows.n_columns, give, &rows, error));
}

static gboolean
carry_revisions (const ChnStore *from, const ChnStore *to, GError **error)
{
  static const char *const question[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "SELECT n, at, who, note FROM revision ORDER BY n",
    [CHN_DATABASE_POSTGRESQL] = "SELECT n, to_char (at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'), who,"
                                " note FROM revision ORDER BY n",
  };
  static const char *const columns[] = { "n", "at", "who", "note" };
  return chn_store_run (to, "DELETE FROM revision", error) &&
         carry (from, question[from->kind], to, "revision", columns, error);
}

/* A server has what is not public apart, a file all in one: of the times in which one version or another stood, each
 * then has the one of which more may be seen. "%C" are the columns, "%I" tells apart what versions are of. */
static const char joined_past[] =
    "WITH versions AS (SELECT 1 AS layer, %I AS whose, NULL::bigint AS until, %A FROM %T"
    " UNION ALL SELECT 1, %I, until, %A FROM past_%T"
    " UNION ALL SELECT 0, %I, NULL, %A FROM whole_%T"
    " UNION ALL SELECT 0, %I, until, %A FROM past_whole_%T),"
    " bounds AS (SELECT whose, since AS at FROM versions UNION SELECT whose, until FROM versions WHERE until IS NOT "
    "NULL),"
    " pieces AS (SELECT whose, at, lead (at) OVER (PARTITION BY whose ORDER BY at) AS next FROM bounds)"
    " SELECT DISTINCT ON (p.whose, p.at) %C, p.next FROM pieces p JOIN versions v ON v.whose = p.whose AND v.since "
    "<= p.at"
    " AND (v.until IS NULL OR v.until > p.at) WHERE p.next IS NOT NULL ORDER BY p.whose, p.at, v.layer";

/* What a table and those beside it have of the past, or only what its own past has. */
static char *
dup_past (const ChnStore *from, const ChnStore *to, const char *table, const char *whose, const char *columns,
          const char *all)
{
  gboolean joins = from->kind == CHN_DATABASE_POSTGRESQL && to->kind == CHN_DATABASE_SQLITE;
  GString *question = g_string_new (joins ? joined_past : "SELECT %C, until FROM past_%T v");
  g_string_replace (question, "%T", table, 0);
  g_string_replace (question, "%I", whose, 0);
  g_string_replace (question, "%A", all, 0);
  g_string_replace (question, "%C", columns, 0);
  if (joins)
    g_string_replace (question, "v.\"since\"", "p.at", 1);
  return g_string_free (question, FALSE);
}

/* In a file nothing lies apart. */
static gboolean
is_joined_in (const ChnStore *to, const char *table)
{
  return to->kind == CHN_DATABASE_SQLITE && g_str_has_prefix (table, "whole_");
}

static gboolean
has_apart (const ChnStore *from, const char *table)
{
  return from->kind == CHN_DATABASE_POSTGRESQL || !g_str_has_prefix (table, "whole_");
}

/* Keys and words of what is past stay empty. */
static gboolean
carry_past_events (const ChnStore *from, const ChnStore *to, const char *table, GError **error)
{
  guint n = chn_store_count_columns ();
  g_autofree const char **names = g_new (const char *, n + 1);
  g_autoptr (GString) columns = g_string_new (NULL), all = g_string_new (NULL);
  for (guint i = 0; i < n; i++) {
    names[i] = chn_store_get_column (i);
    g_string_append_printf (all, "%s\"%s\"", i > 0 ? ", " : "", names[i]);
    g_string_append (columns, i > 0 ? ", " : "");
    if (i == CHN_STORE_KEYS || i == CHN_STORE_WORDS)
      g_string_append (columns, i == CHN_STORE_WORDS ? "''" : to->kind == CHN_DATABASE_SQLITE ? "'[]'" : "'{}'");
    else
      g_string_append_printf (columns, "v.\"%s\"", names[i]);
  }
  names[n] = "until";
  g_autofree char *question = dup_past (from, to, table, "id", columns->str, all->str);
  g_autofree char *past = g_strconcat ("past_", table, NULL);
  return carry (from, question, to, past, names, error);
}

static gboolean
carry_past_header (const ChnStore *from, const ChnStore *to, const char *table, GError **error)
{
  static const char *const names[] = { "since", "body", "until" };
  g_autofree char *question = dup_past (from, to, table, "1", "v.\"since\", v.body", "since, body");
  g_autofree char *past = g_strconcat ("past_", table, NULL);
  return carry (from, question, to, past, names, error);
}

/* Where a row of a table stood in the other store, and since when it says what it says. */
static char *
dup_places (const ChnStore *from, const ChnStore *to, const char *table)
{
  if (from->kind == CHN_DATABASE_SQLITE)
    return g_strdup ("SELECT id, since, ord FROM event");
  if (to->kind == CHN_DATABASE_POSTGRESQL)
    return g_strdup_printf ("SELECT id, since, ord FROM %s", table);
  return g_strdup_printf ("SELECT id, greatest (since, (SELECT max (o.since) FROM event o WHERE o.id = event.id),"
                          " (SELECT max (p.until) FROM past_event p WHERE p.id = event.id),"
                          " (SELECT max (p.until) FROM past_whole_event p WHERE p.id = event.id)), ord FROM %s",
                          chn_store_get_events (from, CHN_STORE_SEES_ALL));
}

static gboolean
carry_places (const ChnStore *from, const ChnStore *to, const char *table, GError **error)
{
  static const char *const columns[] = { "id", "since", "ord" };
  g_autofree char *question = dup_places (from, to, table);
  g_autofree char *update =
      g_strdup_printf ("CREATE INDEX origin_id ON origin (id);"
                       "UPDATE %s SET since = (SELECT o.since FROM origin o WHERE o.id = %s.id),"
                       " ord = (SELECT o.ord FROM origin o WHERE o.id = %s.id) WHERE id IN (SELECT id FROM origin);"
                       "DROP TABLE origin;",
                       table, table, table);
  return chn_store_run (to, "CREATE TEMP TABLE origin (id text, since bigint, ord bigint)", error) &&
         carry (from, question, to, "origin", columns, error) && chn_store_run (to, update, error);
}

static gboolean
carry_header_place (const ChnStore *from, const ChnStore *to, const char *table, GError **error)
{
  static const char joined[] =
      "SELECT max (n) FROM (SELECT since AS n FROM header UNION ALL SELECT since FROM whole_header"
      " UNION ALL SELECT until FROM past_header UNION ALL SELECT until FROM past_whole_header) h";
  guint64 since = 0;
  g_autofree char *own = g_strdup_printf ("SELECT max (since) FROM %s", has_apart (from, table) ? table : "header");
  gboolean joins = from->kind == CHN_DATABASE_POSTGRESQL && to->kind == CHN_DATABASE_SQLITE;
  if (!chn_store_ask_number (from, joins ? joined : own, NULL, 0, &since, error))
    return FALSE;
  g_autofree char *update = g_strdup_printf ("UPDATE %s SET since = %" G_GUINT64_FORMAT, table, since);
  return chn_store_run (to, update, error);
}

static gboolean
is_empty (const ChnStore *to, GError **error)
{
  guint64 n = 0;
  if (!chn_store_ask_number (to, "SELECT count(*) FROM revision", NULL, 0, &n, error))
    return FALSE;
  if (n > 0)
    chn_error_set (error, CHN_ERROR_CONFLICT, "name one that is not there yet", "%s holds something already",
                   to->name);
  return n == 0;
}

static gboolean
carry_all (const ChnStore *from, ChnStore *to, const ChnTimeline *timeline, const ChnTimeline *shown, GError **error)
{
  static const char *const tables[] = { "event", "whole_event" };
  static const char *const headers[] = { "header", "whole_header" };
  g_autoptr (ChnReport) report = chn_report_new ();
  if (!is_empty (to, error) || !chn_store_push (to, timeline, shown, NULL, report, error) ||
      !carry_revisions (from, to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (!carry_places (from, to, tables[i], error) || !carry_header_place (from, to, headers[i], error))
      return FALSE;
    if (is_joined_in (to, tables[i]) || !has_apart (from, tables[i]))
      continue;
    if (!carry_past_events (from, to, tables[i], error) || !carry_past_header (from, to, headers[i], error))
      return FALSE;
  }
  return TRUE;
}

/* From the log beside a file into the file itself: where closing it would do so, nobody would hear of a full disk. */
static gboolean
settle (const ChnStore *store, GError **error)
{
  return store->kind != CHN_DATABASE_SQLITE || chn_store_run (store, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

gboolean
chn_store_copy (const ChnStore *from, ChnStore *to, const ChnTimeline *timeline, const ChnTimeline *shown,
                GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (to->shards) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "push the timeline there, which begins a history of its own",
                   "%s lies on several servers, where no past is brought", to->name);
    return FALSE;
  }
  if (!chn_store_find_view (from, &view, error) || !chn_store_check_past (from, view, error) ||
      !chn_store_begin (to, error))
    return FALSE;
  to->is_held = TRUE; /* what is written in several steps is one transaction */
  gboolean carried = carry_all (from, to, timeline, shown, error);
  to->is_held = FALSE;
  if (carried)
    return chn_store_commit (to, error) && settle (to, error);
  chn_store_roll_back (to);
  return FALSE;
}
