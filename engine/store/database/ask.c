/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Asks a store a query. First comes a timeline of what the query may name: the header, and one event for each name
 * that occurs. The query is bound to it and becomes a condition; the rows for which that holds make the timeline that
 * the query is then asked of, like any other.
 */
#include <chancery/query.h>

#include "query/bound.h"
#include "store/database/pull.h"
#include "store/database/rows.h"
#include "store/database/sql.h"
#include "timeline/builder.h"

/* Names beyond that many are not brought along: a query that names one of those is asked of all that there is. */
enum { MOST_NAMES = 20000 };

/* One event for each name, and the first and the last of all: years are told from other numbers by these. */
static gboolean
find_named (ChnStore *store, ChnStoreView view, GHashTable *ids, GError **error)
{
  static const char names[] = "SELECT id FROM (SELECT DISTINCT id FROM %s_name) n LIMIT %d";
  g_autofree char *open = g_strdup_printf (names, "event", MOST_NAMES);
  g_autofree char *whole = g_strdup_printf (names, "whole_event", MOST_NAMES);
  return chn_store_ask_set (store, open, NULL, 0, ids, error) &&
         (view == CHN_STORE_SEES_PUBLIC || chn_store_ask_set (store, whole, NULL, 0, ids, error)) &&
         chn_store_ask_set (store, "SELECT id FROM event ORDER BY begins LIMIT 1", NULL, 0, ids, error) &&
         chn_store_ask_set (store, "SELECT id FROM event ORDER BY ends DESC LIMIT 1", NULL, 0, ids, error);
}

/* Whatever may be an id in a text: runs of what ids consist of, whole and up to each sign that may add a duration. */
static GPtrArray *
list_words (const char *text)
{
  static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.+";
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  for (gsize length; *text; text += MAX (length, 1)) {
    length = strspn (text, signs);
    for (gsize end = 1; end <= length; end++)
      if (end == length || text[end] == '+' || text[end] == '-' || text[end] == '.')
        g_ptr_array_add (words, g_strndup (text, end));
  }
  return words;
}

/* Events whose id stands somewhere in a text. */
static gboolean
find_mentioned (ChnStore *store, ChnStoreView view, const char *text, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) words = list_words (text);
  g_autofree char *list = chn_store_dup_list (store->kind, words);
  g_autofree char *question = g_strdup_printf ("SELECT id FROM %s WHERE %s", chn_store_get_events (view),
                                               chn_store_get_ids_condition (store->kind));
  return chn_store_ask_set (store, question, (const char *const[]){ list }, 1, ids, error);
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

/* One step in both directions. */
static gboolean
follow (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, const GPtrArray *from, GHashTable *found,
        GError **error)
{
  g_autofree char *ids = chn_store_dup_list (store->kind, from), *keys = dup_relation_keys (store, vocabulary, from);
  const char *events = chn_store_get_events (view);
  g_autofree char *forth =
      g_strdup_printf ("SELECT relations FROM %s WHERE %s", events, chn_store_get_ids_condition (store->kind));
  g_autofree char *back =
      g_strdup_printf ("SELECT id FROM %s WHERE %s", events, chn_store_get_keys_condition (store->kind));
  return chn_store_ask (store, forth, (const char *const[]){ ids }, 1, take_targets, found, error) &&
         chn_store_ask_set (store, back, (const char *const[]){ keys }, 1, found, error);
}

/* Moves what is new among the found to the known, and lists it. */
static GPtrArray *
take_new (GHashTable *known, GHashTable *found)
{
  GPtrArray *fresh = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (known, id)) {
      char *kept = g_strdup (id);
      g_hash_table_add (known, kept);
      g_ptr_array_add (fresh, kept);
    }
  g_hash_table_remove_all (found);
  return fresh;
}

/* All that relations lead to from the events that are mentioned, and from where they lead to these. */
static gboolean
find_related (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, GHashTable *mentioned,
              GHashTable *ids, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) fresh = take_new (known, mentioned);
  while (fresh->len > 0) {
    if (!follow (store, view, vocabulary, fresh, mentioned, error))
      return FALSE;
    g_ptr_array_unref (fresh);
    fresh = take_new (known, mentioned);
  }
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_hash_table_add (ids, id);
    g_hash_table_iter_steal (&iter);
  }
  return TRUE;
}

static gboolean
find_all_named (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, const char *text,
                GHashTable *ids, GError **error)
{
  g_autoptr (GHashTable) mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return find_named (store, view, ids, error) && find_mentioned (store, view, text, mentioned, error) &&
         find_related (store, view, vocabulary, mentioned, ids, error);
}

gboolean
chn_store_read_named (ChnStore *store, const char *text, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnStoreWanted wanted = { .where = "FALSE" };
  if (!chn_store_find_view (store, &wanted.view, error) || !chn_store_read_header (store, &wanted, builder, error) ||
      !find_all_named (store, wanted.view, chn_timeline_builder_get_vocabulary (builder), text, ids, error))
    return FALSE;
  guint n = 0;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (ids, &n);
  g_autoptr (GPtrArray) also = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (also, keys[i]);
  wanted.also = also;
  return chn_store_read_rows (store, &wanted, builder, error);
}

/* How many events there are of each visibility. */
static gboolean
count_whole (ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  guint64 n = 0;
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s", chn_store_get_events (view));
  g_autofree char *some = g_strconcat (all, " WHERE ", chn_store_get_keys_condition (store->kind), NULL);
  if (!chn_store_ask_number (store, all, NULL, 0, &n, error))
    return FALSE;
  whole[CHN_VISIBILITY_PUBLIC] = (guint) n;
  for (guint i = CHN_VISIBILITY_PUBLIC + 1; i < CHN_N_VISIBILITIES; i++) {
    g_autofree char *key =
        g_strconcat ("visibility ", chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, i), NULL);
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();
    g_ptr_array_add (keys, key);
    g_autofree char *list = chn_store_dup_list (store->kind, keys);
    if (!chn_store_ask_number (store, some, (const char *const[]){ list }, 1, &n, error))
      return FALSE;
    whole[i] = (guint) n;
    whole[CHN_VISIBILITY_PUBLIC] -= whole[i];
  }
  return TRUE;
}

gboolean
chn_store_read_asked (ChnStore *store, const ChnBoundQuery *query, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (ChnStoreSql) sql = chn_store_sql_new (store->kind, query);
  g_autoptr (GPtrArray) also = g_ptr_array_new ();
  for (guint row = 0; row < query->columns->n_rows; row++)
    g_ptr_array_add (also, (gpointer) chn_timeline_get_id (query->timeline, row));
  ChnStoreWanted wanted = { .where = sql->text, .values = sql->values, .also = also };
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  if (!chn_store_find_view (store, &wanted.view, error) || !count_whole (store, wanted.view, whole, error))
    return FALSE;
  chn_timeline_builder_set_whole (builder, whole);
  return chn_store_read_header (store, &wanted, builder, error) &&
         chn_store_read_rows (store, &wanted, builder, error);
}

char *
chn_store_explain (const ChnStore *store, const ChnBoundQuery *query)
{
  g_autoptr (ChnStoreSql) sql = chn_store_sql_new (store->kind, query);
  GString *text = g_string_new (NULL);
  g_string_append_printf (text, "SQL:     %s\n", sql->text);
  for (guint i = 0; i < sql->values->len; i++)
    g_string_append_printf (text, "         $%u = %s\n", i + 1, (const char *) sql->values->pdata[i]);
  g_string_append_printf (text, "         %u of %u terms%s\n", sql->n_said, sql->n_terms,
                          sql->is_exact ? "" : "; the events that come back are asked the query itself");
  return g_string_free (text, FALSE);
}
