/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events of a store by their ids, by a condition, by what is related to them or cites a source. */
#include "store/database/find.h"

#include "store/database/rows.h"
#include "store/database/shards/lost.h"
#include "timeline/builder.h"

GPtrArray *
chn_store_list_set (GHashTable *set)
{
  guint n = 0;
  g_autofree gpointer *texts = g_hash_table_get_keys_as_array (set, &n);
  GPtrArray *list = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, texts[i]);
  return list;
}

void
chn_store_move_set (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    g_hash_table_add (to, text);
    g_hash_table_iter_steal (&iter);
  }
}

/* Asks for a column of events with these ids, where these are. */
static gboolean
ask_ids (ChnStore *store, ChnStoreView view, const char *column, const GPtrArray *ids, ChnDatabaseTake take,
         gpointer data, GError **error)
{
  g_autofree char *list = chn_store_dup_list (store->kind, ids), *where = NULL;
  if (!chn_store_dup_whereabouts (store, view, list, &where, error))
    return FALSE;
  g_autofree char *condition = where ? g_strconcat (chn_store_get_ids_condition (store->kind), where, NULL) : NULL;
  return !condition || chn_store_ask_events (store, view, column, condition, list, take, data, error);
}

gboolean
chn_store_find_ids (ChnStore *store, ChnStoreView view, const GPtrArray *list, GHashTable *ids, GError **error)
{
  return list->len == 0 || ask_ids (store, view, "id", list, chn_store_take_in_set, ids, error);
}

gboolean
chn_store_find_where (ChnStore *store, ChnStoreView view, const char *which, const char *condition, const char *value,
                      GHashTable *ids, GError **error)
{
  return chn_store_ask_events (store, view, which, condition, value, chn_store_take_in_set, ids, error);
}

char *
chn_store_dup_payload_condition (ChnDatabaseKind kind, const char *ending)
{
  return g_strdup_printf ("%s (payload, $1) > 0 %s", kind == CHN_DATABASE_SQLITE ? "instr" : "strpos", ending);
}

static gboolean
take_targets (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  if (cells[0])
    chn_store_add_targets (data, cells[0]);
  return TRUE;
}

/* The keys that events have which are related to one of these. */
static char *
dup_relation_keys (const ChnStore *store, const ChnVocabulary *vocabulary, const GPtrArray *ids)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint n = chn_vocabulary_count (vocabulary, CHN_VOCABULARY_RELATION);
  for (guint i = 0; i < ids->len; i++)
    for (guint type = 0; type < n; type++)
      g_ptr_array_add (keys, g_strconcat (chn_vocabulary_get_term (vocabulary, CHN_VOCABULARY_RELATION, type)->name,
                                          " ", (const char *) ids->pdata[i], NULL));
  return chn_store_dup_list (store->kind, keys);
}

gboolean
chn_store_follow (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, const GPtrArray *from,
                  GHashTable *ids, GError **error)
{
  g_autofree char *keys = dup_relation_keys (store, vocabulary, from);
  return ask_ids (store, view, "relations", from, take_targets, ids, error) &&
         chn_store_find_where (store, view, "id", chn_store_get_keys_condition (store->kind), keys, ids, error);
}

gboolean
chn_store_find_citing (ChnStore *store, ChnStoreView view, const char *source, guint most, GHashTable *ids,
                       GError **error)
{
  g_autofree char *some = g_strdup_printf ("%s LIMIT %u", chn_store_get_keys_condition (store->kind), most);
  g_autofree char *list = chn_store_dup_key_list (store->kind, "source", source);
  return chn_store_find_where (store, view, "id", some, list, ids, error);
}

gboolean
chn_store_read_ids (ChnStore *store, ChnStoreWanted *wanted, GHashTable *ids, ChnTimelineBuilder *builder,
                    GError **error)
{
  g_autoptr (GPtrArray) also = chn_store_list_set (ids);
  wanted->also = also;
  return chn_store_read_rows (store, wanted, builder, error);
}
