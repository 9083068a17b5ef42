/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A timeline of what a query may name: the header, one event for each name that occurs, and the events that it
 * mentions. What a query is bound to that is then said in SQL.
 */
#include "store/database/named.h"

#include <string.h>

#include "base/error.h"
#include "query/query.h"
#include "store/database/hidden.h"
#include "store/database/rows.h"
#include "store/database/shards/lost.h"
#include "timeline/builder.h"

/* Names beyond that many are not brought along: then all that there is has to be asked. And events that are read for
 * one source each. */
enum { MOST_NAMES = 20000, MOST_CITING = 200 };

/* The first and the last of what everybody may see; on a server these lie in a table of their own. */
static gboolean
find_open_ends (ChnStore *store, GHashTable *ids, GError **error)
{
  static const char *const orders[] = { "begins", "ends DESC" };
  g_autofree char *hidden = chn_store_dup_hidden_list (store->kind, CHN_VISIBILITY_PUBLIC);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *open = g_strdup_printf ("SELECT id FROM event WHERE NOT %s ORDER BY %s LIMIT 1",
                                             chn_store_get_keys_condition (store->kind), orders[i]);
    if (!chn_store_ask_set (store, open, (const char *const[]){ hidden }, 1, ids, error))
      return FALSE;
  }
  return TRUE;
}

/* A store that is spread has copies of these, and of the first and the last. */
static gboolean
find_names_spread (ChnStore *store, ChnStoreView view, GHashTable *ids, GError **error)
{
  static const char *const tables[] = { "event", "whole_event" };
  gboolean any = FALSE;
  if (!chn_store_find_apart (store, view, &any, error))
    return FALSE;
  for (guint i = 0; i <= (guint) any; i++) {
    g_autofree char *question = g_strdup_printf (
        "SELECT id FROM named_%s WHERE id IN (SELECT id FROM %s_name) OR begins = (SELECT min (begins) FROM %s_id) OR"
        " ends = (SELECT max (ends) FROM %s_id) LIMIT %d",
        tables[i], tables[i], tables[i], tables[i], MOST_NAMES + 1);
    if (!chn_store_ask_set (store, question, NULL, 0, ids, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
refuse (const ChnStore *store, GError **error)
{
  chn_error_set (error, CHN_ERROR_LIMIT, NULL, "%s has more than %d names", store->name, MOST_NAMES);
  return FALSE;
}

/* One event for each name, and the first and the last: years are told from other numbers by these. */
static gboolean
find_names_in (ChnStore *store, const char *table, GHashTable *ids, GError **error)
{
  g_autofree char *question = g_strdup_printf (
      "SELECT id FROM (SELECT DISTINCT id FROM %s_name LIMIT %d) n UNION SELECT id FROM (SELECT id FROM %s"
      " ORDER BY begins LIMIT 1) f UNION SELECT id FROM (SELECT id FROM %s ORDER BY ends DESC LIMIT 1) l",
      table, MOST_NAMES + 1, table, table);
  return chn_store_ask_set (store, question, NULL, 0, ids, error);
}

/* Of all there is, and of what everybody may see, where that is less. */
static gboolean
find_names (ChnStore *store, ChnStoreView view, GHashTable *ids, GError **error)
{
  gboolean any = FALSE;
  if (store->shards)
    return find_names_spread (store, view, ids, error) &&
           (g_hash_table_size (ids) <= MOST_NAMES || refuse (store, error));
  return chn_store_find_apart (store, view, &any, error) && find_names_in (store, "event", ids, error) &&
         (!any || store->kind == CHN_DATABASE_SQLITE || find_names_in (store, "whole_event", ids, error)) &&
         (g_hash_table_size (ids) <= MOST_NAMES || refuse (store, error)) &&
         (!any || store->kind == CHN_DATABASE_POSTGRESQL || find_open_ends (store, ids, error));
}

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

static gboolean
take_id (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  if (cells[0])
    g_hash_table_add (data, g_strdup (cells[0]));
  return TRUE;
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
  return list->len == 0 || ask_ids (store, view, "id", list, take_id, ids, error);
}

gboolean
chn_store_find_where (ChnStore *store, ChnStoreView view, const char *which, const char *condition, const char *value,
                      GHashTable *ids, GError **error)
{
  return chn_store_ask_events (store, view, which, condition, value, take_id, ids, error);
}

/* Events whose id stands somewhere in a text. */
static gboolean
find_mentioned (ChnStore *store, ChnStoreView view, const char *text, GHashTable *ids, GError **error)
{
  g_autoptr (GPtrArray) words = list_words (text);
  return chn_store_find_ids (store, view, words, ids, error);
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

static void
move (GHashTable *from, GHashTable *to)
{
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_hash_table_add (to, id);
    g_hash_table_iter_steal (&iter);
  }
}

/* All that relations lead to from the events that are mentioned, and from where they lead to these. */
static gboolean
find_related (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, GHashTable *mentioned,
              GHashTable *ids, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) fresh = take_new (known, mentioned);
  while (fresh->len > 0) {
    if (!chn_store_follow (store, view, vocabulary, fresh, mentioned, error))
      return FALSE;
    g_ptr_array_unref (fresh);
    fresh = take_new (known, mentioned);
  }
  move (known, ids);
  return TRUE;
}

/* Events that are mentioned in the words of a query, or elsewhere; the words may name saved queries. */
static gboolean
find_all_mentioned (ChnStore *store, ChnStoreView view, const char *text, const char *const *others,
                    ChnTimelineBuilder *builder, GHashTable *mentioned, GError **error)
{
  g_autofree char *saved = strstr (text, "@@") ? chn_timeline_builder_dup_queries (builder) : NULL;
  for (guint i = 0; others && others[i]; i++)
    if (!find_mentioned (store, view, others[i], mentioned, error))
      return FALSE;
  return find_mentioned (store, view, text, mentioned, error) &&
         (!saved || find_mentioned (store, view, saved, mentioned, error));
}

/* What a query may name, the words of which are read; words that are no query may name anything. */
static gboolean
find_nameable (ChnStore *store, ChnStoreView view, const char *const *words, const char *const *others,
               ChnTimelineBuilder *builder, GHashTable *ids, GError **error)
{
  const ChnVocabulary *vocabulary = chn_timeline_builder_get_vocabulary (builder);
  g_autoptr (GHashTable) mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = chn_query_join_arguments_in (words, vocabulary);
  g_autoptr (ChnQuery) query = chn_query_parse_in (text, chn_timeline_builder_get_limits (builder), vocabulary, NULL);
  gboolean names_nothing = query && chn_query_names_nothing (query);
  if ((!names_nothing && !find_names (store, view, ids, error)) ||
      !find_all_mentioned (store, view, names_nothing ? "" : text, others, builder, mentioned, error))
    return FALSE;
  if (!query || chn_query_follows_relations (query))
    return find_related (store, view, vocabulary, mentioned, ids, error);
  move (mentioned, ids);
  return TRUE;
}

gboolean
chn_store_read_ids (ChnStore *store, ChnStoreWanted *wanted, GHashTable *ids, ChnTimelineBuilder *builder,
                    GError **error)
{
  g_autoptr (GPtrArray) also = chn_store_list_set (ids);
  wanted->also = also;
  return chn_store_read_rows (store, wanted, builder, error);
}

gboolean
chn_store_read_named (ChnStore *store, const char *const *words, const char *const *others,
                      ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnStoreWanted wanted = { .where = "FALSE" };
  return chn_store_find_view (store, &wanted.view, error) && chn_store_read_header (store, &wanted, builder, error) &&
         find_nameable (store, wanted.view, words, others, builder, ids, error) &&
         chn_store_read_ids (store, &wanted, ids, builder, error);
}

/* Those that are named, and what is related to them: a step away, or wherever that leads. */
static gboolean
find_events (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, const char *const *names,
             gboolean all, GHashTable *ids, GError **error)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; names[i]; i++)
    g_hash_table_add (named, g_strdup (names[i]));
  if (all)
    return find_related (store, view, vocabulary, named, ids, error);
  g_autoptr (GPtrArray) from = take_new (ids, named);
  return chn_store_follow (store, view, vocabulary, from, ids, error);
}

gboolean
chn_store_find_citing (ChnStore *store, ChnStoreView view, const char *source, guint most, GHashTable *ids,
                       GError **error)
{
  g_autofree char *some = g_strdup_printf ("%s LIMIT %u", chn_store_get_keys_condition (store->kind), most);
  g_autofree char *list = chn_store_dup_key_list (store->kind, "source", source);
  return chn_store_find_where (store, view, "id", some, list, ids, error);
}

/* Events that cite what sources of the header correct or withdraw: of one that nothing tells of, nothing is said. */
static gboolean
find_corrected (ChnStore *store, ChnStoreView view, const ChnTimelineBuilder *builder, GHashTable *ids,
                GError **error)
{
  g_autoptr (GPtrArray) corrected = chn_timeline_builder_list_corrected (builder);
  for (guint i = 0; i < corrected->len; i++)
    if (!chn_store_find_citing (store, view, corrected->pdata[i], MOST_CITING, ids, error))
      return FALSE;
  return TRUE;
}

gboolean
chn_store_read_events (ChnStore *store, const char *const *names, gboolean all, ChnTimelineBuilder *builder,
                       GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnStoreWanted wanted = { .where = "FALSE" };
  return chn_store_find_view (store, &wanted.view, error) && chn_store_read_header (store, &wanted, builder, error) &&
         find_events (store, wanted.view, chn_timeline_builder_get_vocabulary (builder), names, all, ids, error) &&
         find_corrected (store, wanted.view, builder, ids, error) &&
         chn_store_read_ids (store, &wanted, ids, builder, error);
}
