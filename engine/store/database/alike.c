/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reads for a count one event of each sort, and how many there are of it, which the database has counted. */
#include <stdlib.h>

#include "query/describe.h"
#include "store/database/pass.h"
#include "store/database/pull.h"
#include "store/database/shards/lost.h"
#include "timeline/builder.h"

/* Days of one month are in one unit of time; a date that is just a day begins with it. */
#define MONTH "CASE WHEN date = earliest THEN substr (date, 1, 7) ELSE date END"

/* What events that are counted by a key have in common. */
static const struct {
  const char *key, *sql;
} keys[] = {
  { "year", MONTH },
  { "quarter", MONTH },
  { "month", MONTH },
  { "decade", MONTH },
  { "forum", "forums" },
  { "actor", "actors" },
  { "kind", "kind" },
  { "status", "status" },
  { "method", "method" },
  { "series", "series" },
  { "tag", "tags" },
  { "source", "sources" },
  { "importance", "importance" },
  { "confidence", "confidence" },
  { "place", "place" },
};

/* Where hardly any are alike, all are read. */
enum { LEAST_ALIKE = 4 };

static gboolean
append_column (GString *sql, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_ascii_strcasecmp (keys[i].key, key) == 0) {
      g_string_append_printf (sql, ", %s", keys[i].sql);
      return TRUE;
    }
  return FALSE;
}

/* Whether it took place is told apart, too, and what recurs is a sort of its own; NULL where a key is another. */
static char *
dup_sorts (ChnDatabaseKind kind, const char *by)
{
  g_auto (GStrv) names = g_strsplit (by, ",", -1);
  g_autoptr (GString) sql = g_string_new (kind == CHN_DATABASE_SQLITE
                                              ? "CASE WHEN keys LIKE '%\"" CHN_KEY_RECURS "\"%' THEN id END, status"
                                              : "CASE WHEN keys && ARRAY['" CHN_KEY_RECURS "'] THEN id END, status");
  for (guint i = 0; names[i]; i++)
    if (!append_column (sql, g_strstrip (names[i])))
      return NULL;
  return g_strdup (sql->str);
}

static gboolean
take_sort (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  g_hash_table_insert (data, g_strdup (cells[0]), GUINT_TO_POINTER (strtoul (cells[1], NULL, 10)));
  return TRUE;
}

/* None comes or goes until the transaction of whoever reads ends. */
static gboolean
hold_shards (ChnStore *store, GError **error)
{
  return !store->shards || chn_store_find_shards (store, error);
}

/* Each of several servers counts its own: one GROUP BY goes to each. */
static char *
dup_question (const ChnStore *store, const ChnStoreSql *sql, const char *sorts)
{
  static const char each[] = "SELECT min (id), count(*) FROM event%s WHERE %s GROUP BY %s";
  GString *text = g_string_new (NULL);
  if (!store->shards)
    g_string_append_printf (text, each, "", sql->text, sorts);
  for (guint i = 0; i < chn_store_count_shards (store); i++) {
    g_autofree char *number = g_strdup_printf ("_%u", chn_store_get_shard (store, i)->n);
    g_string_append (text, i > 0 ? " UNION ALL " : "");
    g_string_append_printf (text, each, number, sql->text, sorts);
  }
  return g_string_free (text, FALSE);
}

/* The events of each sort; none where that saves little. */
static gboolean
ask_sorts (const ChnStore *store, const ChnStoreSql *sql, const char *sorts, GHashTable *times, GError **error)
{
  g_autofree char *question = dup_question (store, sql, sorts);
  guint64 n = 0;
  GHashTableIter iter;
  gpointer value;
  if (!chn_store_ask (store, question, (const char *const *) sql->values->pdata, sql->values->len, take_sort, times,
                      error))
    return FALSE;
  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value);
  if (n < (guint64) LEAST_ALIKE * g_hash_table_size (times))
    g_hash_table_remove_all (times);
  return TRUE;
}

/* Those of each sort, and those that the query names, so that it can be bound again. */
static gboolean
read_sorts (ChnStore *store, const ChnBoundQuery *query, GHashTable *times, ChnTimelineBuilder *builder,
            GError **error)
{
  g_autoptr (GPtrArray) also = chn_store_list_ids (query->timeline);
  ChnStoreWanted wanted = { .where = "FALSE", .also = also };
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (also, id);
  return chn_store_find_view (store, &wanted.view, error) && chn_store_read_header (store, &wanted, builder, error) &&
         chn_store_read_rows (store, &wanted, builder, error);
}

/* How much of what is not public is left out is told elsewhere. */
static gboolean
may_count (const ChnStore *store, const ChnBoundQuery *query, const ChnStoreSql *sql, gboolean *may, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  gboolean is_hidden = FALSE;
  return chn_store_find_view (store, &view, error) && chn_store_find_apart (store, view, &is_hidden, error) &&
         (is_hidden || chn_store_may_pass (store, "event", query, sql, may, error));
}

gboolean
chn_store_read_alike (ChnStore *store, const ChnBoundQuery *query, const char *by, GHashTable *times,
                      ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (ChnStoreSql) sql = chn_store_sql_new (store->kind, query, CHN_SQL_SHOWS_ALL);
  g_autofree char *sorts = dup_sorts (store->kind, by);
  gboolean may = FALSE;
  if (!sorts)
    return TRUE;
  g_autoptr (GError) inner = NULL;
  if (!may_count (store, query, sql, &may, &inner) ||
      (may && (!hold_shards (store, &inner) || !ask_sorts (store, sql, sorts, times, &inner)))) {
    g_hash_table_remove_all (times);
    return chn_store_cope (store, g_steal_pointer (&inner), error);
  }
  return g_hash_table_size (times) == 0 || read_sorts (store, query, times, builder, error);
}
