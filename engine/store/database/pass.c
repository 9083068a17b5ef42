/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Passes the rows of a query that SQL says whole from the database to CSV as they lie there: no timeline is made. */
#include "store/database/pass.h"

#include <string.h>

#include "base/csv-cell.h"
#include "base/output.h"
#include "query/describe.h"
#include "query/standing.h"
#include "query/told.h"
#include "store/database/pull.h"
#include "store/database/rank.h"
#include "store/database/rows.h"
#include "store/database/shards/lost.h"

typedef struct {
  ChnWriter *out;
  const char *headings;
  guint n; /* rows so far */
} Passing;

/* What went wrong with the output is told when it is finished; till then there is no need for more rows. */
static gboolean
take_row (const char *const *cells, guint n, gpointer data, GError **error)
{
  Passing *passing = data;
  if (passing->n++ == 0)
    chn_writer_puts (passing->out, passing->headings);
  for (guint i = 0; i < n; i++) {
    if (i > 0)
      chn_writer_putc (passing->out, ',');
    if (cells[i])
      chn_csv_put_cell (passing->out, cells[i], strlen (cells[i]), FALSE);
  }
  chn_writer_puts (passing->out, "\r\n");
  return !passing->out->error || chn_writer_finish (passing->out, error);
}

static char *
dup_question (const ChnStore *store, const char *from, const ChnStoreSql *sql, const ChnStoreArrangement *arrangement)
{
  g_autofree char *columns = chn_store_dup_csv_columns (),
                  *order = chn_store_dup_arrangement (store->kind, arrangement);
  return g_strdup_printf ("SELECT %s FROM %s WHERE %s%s", columns, from, sql->text, order);
}

/* Most stores have none of the keys that stand for a doubt. */
static gboolean
find_doubts (const ChnStore *store, const char *from, const char *doubts, gboolean *any, GError **error)
{
  g_autofree char *question =
      store->kind == CHN_DATABASE_SQLITE
          ? g_strdup ("SELECT 1 FROM event_key WHERE key IN (SELECT value FROM json_each ($1)) LIMIT 1")
          : g_strdup_printf ("SELECT 1 FROM %s WHERE keys && $1::text[] LIMIT 1", from);
  guint64 n = 0;
  gboolean asked = chn_store_ask_number (store, question, (const char *const[]){ doubts }, 1, &n, error);
  *any = n > 0;
  return asked;
}

/* Of several servers, the parent knows whether there are such dates at all, which are what most questions doubt. */
static gboolean
list_doubts (const ChnStore *store, const ChnStoreSql *sql, GPtrArray *doubts, GError **error)
{
  static const char *const of_dates[] = { CHN_KEY_RECURS, CHN_KEY_GAPS, NULL };
  static const char question[] = "SELECT count(*) FROM shard WHERE recurs OR gaps";
  guint64 n = 0;
  if (store->shards && sql->doubts->len > 0 && !chn_store_ask_number (store, question, NULL, 0, &n, error))
    return FALSE;
  for (guint i = 0; i < sql->doubts->len; i++)
    if (!store->shards || n > 0 || !g_strv_contains (of_dates, sql->doubts->pdata[i]))
      g_ptr_array_add (doubts, sql->doubts->pdata[i]);
  return TRUE;
}

/* Whether there is a row of which it is not known whether it is an answer, as far as its keys tell. */
static gboolean
find_doubtful (const ChnStore *store, const char *from, const ChnStoreSql *sql, gboolean *any, GError **error)
{
  guint64 n = 0;
  *any = FALSE;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  if (!list_doubts (store, sql, keys, error))
    return FALSE;
  if (keys->len == 0)
    return TRUE;
  g_autofree char *doubts = chn_store_dup_list (store->kind, keys);
  if (!store->shards &&
      !find_doubts (store, from, doubts, any, error)) /* of several servers only those are asked that matter */
    return FALSE;
  if (!store->shards && !*any)
    return TRUE;
  g_autofree char *has = chn_store_dup_keys_condition (store->kind, sql->values->len + 1);
  g_autofree char *question = g_strdup_printf ("SELECT 1 FROM %s WHERE %s AND %s LIMIT 1", from, sql->text, has);
  g_autofree const char **values = g_new (const char *, sql->values->len + 1);
  for (guint i = 0; i < sql->values->len; i++)
    values[i] = sql->values->pdata[i];
  values[sql->values->len] = doubts;
  if (!chn_store_ask_number (store, question, values, sql->values->len + 1, &n, error))
    return FALSE;
  *any = n > 0;
  return TRUE;
}

gboolean
chn_store_may_pass (const ChnStore *store, const char *from, const ChnBoundQuery *query, const ChnStoreSql *sql,
                    gboolean *may, GError **error)
{
  gboolean is_doubtful = FALSE;
  *may = FALSE;
  if (store->answering || !sql->is_exact_but_doubts || chn_bound_query_tells_rows (query))
    return TRUE;
  if (!find_doubtful (store, from, sql, &is_doubtful, error))
    return FALSE;
  *may = !is_doubtful;
  return TRUE;
}

/* A limit counts what certainly lies within the dates asked for first. */
static gboolean
can_arrange (const ChnStore *store, const ChnBoundQuery *query, const ChnStoreArrangement *arrangement)
{
  return chn_store_can_sort (store->kind, arrangement->key) &&
         (arrangement->limit == G_MAXUINT || !chn_bound_node_asks_dates (query->root));
}

static gboolean
pass (const ChnStore *store, const char *from, const ChnStoreSql *sql, const ChnStoreArrangement *arrangement,
      ChnSink sink, gpointer data, guint *n, GError **error)
{
  g_autofree char *question = dup_question (store, from, sql, arrangement);
  g_autoptr (ChnWriter) writer = chn_writer_new (sink, data);
  g_autofree char *headings = chn_store_dup_csv_headings ();
  Passing passing = { writer, headings, 0 };
  gboolean passed = chn_store_ask (store, question, (const char *const *) sql->values->pdata, sql->values->len,
                                   take_row, &passing, error);
  *n = passing.n;
  return passed && chn_writer_finish (writer, error);
}

static gboolean
try_pass (const ChnStore *store, const ChnBoundQuery *query, const ChnStoreArrangement *arrangement, ChnSink sink,
          gpointer data, guint *n, GError **error)
{
  g_autoptr (ChnStoreSql) sql = chn_store_sql_new (store->kind, query, CHN_SQL_SHOWS_ALL);
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  gboolean may = FALSE;
  if (!can_arrange (store, query, arrangement))
    return TRUE;
  if (!chn_store_find_view (store, &view, error))
    return FALSE;
  const char *from = chn_store_get_events (store, view);
  return chn_store_may_pass (store, from, query, sql, &may, error) &&
         (!may || pass (store, from, sql, arrangement, sink, data, n, error));
}

/* Where servers do not answer, what is missing is told on the other road. */
gboolean
chn_store_pass (ChnStore *store, const ChnBoundQuery *query, const ChnStoreArrangement *arrangement, ChnSink sink,
                gpointer data, guint *n, GError **error)
{
  g_autoptr (GError) inner = NULL;
  *n = 0;
  return try_pass (store, query, arrangement, sink, data, n, &inner) ||
         (chn_store_cope (store, g_steal_pointer (&inner), error) && *n == 0);
}

gboolean
chn_store_pass_file (ChnStore *store, const ChnBoundQuery *query, const ChnStoreArrangement *arrangement,
                     const char *path, guint *n, GError **error)
{
  g_autoptr (ChnOutput) output = chn_output_open (path, error);
  return output && chn_store_pass (store, query, arrangement, chn_output_write, output, n, error) &&
         (*n == 0 || chn_output_commit (output, error));
}
