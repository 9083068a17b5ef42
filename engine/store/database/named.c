/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A timeline of what a query may name: the header, one event for each name that occurs, and the events that it
 * mentions. What a query is bound to that is then said in SQL.
 */
#include <chancery/store-names.h>
#include <string.h>

#include "base/error.h"
#include "query/query.h"
#include "store/database/called.h"
#include "store/database/find.h"
#include "store/database/hidden.h"
#include "store/database/rows.h"
#include "store/database/shards/lost.h"
#include "timeline/builder.h"

/* Names beyond that many are not brought along: then all that there is has to be asked. And events that are read for
 * one source each. */
enum { MOST_NAMES = 20000, MOST_CITING = 200 };

/* The first and the last to begin of what everybody may see; on a server these lie in a table of their own. */
static gboolean
find_open_bounds (ChnStore *store, GHashTable *ids, GError **error)
{
  static const char *const orders[] = { "begins", "begins DESC" };
  g_autofree char *hidden = chn_store_dup_hidden_list (store->kind, CHN_VISIBILITY_PUBLIC);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autofree char *open =
        g_strdup_printf ("SELECT id FROM event WHERE " CHN_STORE_BEGINS_SOMETIME " AND NOT %s ORDER BY %s LIMIT 1",
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
        "SELECT id FROM named_%s WHERE id IN (SELECT id FROM %s_name) OR begins = (SELECT max (begins) FROM %s_id) OR"
        " begins = (SELECT min (begins) FROM %s_id WHERE " CHN_STORE_BEGINS_SOMETIME ") LIMIT %d",
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

/* One event for each name, and the first and the last to begin some time: years are told from other numbers by these.
 */
static gboolean
find_names_in (ChnStore *store, const char *table, GHashTable *ids, GError **error)
{
  g_autofree char *question = g_strdup_printf (
      "SELECT id FROM (SELECT DISTINCT id FROM %s_name LIMIT %d) n UNION SELECT id FROM (SELECT id FROM %s"
      " WHERE " CHN_STORE_BEGINS_SOMETIME " ORDER BY begins LIMIT 1) f UNION SELECT id FROM (SELECT id FROM %s"
      " ORDER BY begins DESC LIMIT 1) l",
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
         (!any || store->kind == CHN_DATABASE_POSTGRESQL || find_open_bounds (store, ids, error));
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
  return chn_store_find_ids (store, view, words, ids, error);
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
    if (!chn_store_follow (store, view, vocabulary, fresh, mentioned, error))
      return FALSE;
    g_ptr_array_unref (fresh);
    fresh = take_new (known, mentioned);
  }
  chn_store_move_set (known, ids);
  return TRUE;
}

/* Where it is looked up what a query names, and of what names that was done for all events. */
typedef struct {
  ChnStore *store;
  ChnStoreView view;
  ChnTimelineBuilder *builder;
  const ChnStoreNames *names;
} Naming;

/* NULL where it is no query. */
static ChnQuery *
parse (ChnTimelineBuilder *builder, const char *text)
{
  return chn_query_parse_in (text, chn_timeline_builder_get_limits (builder),
                             chn_timeline_builder_get_vocabulary (builder), NULL);
}

/* Those that may be meant where no reading of a name is an id; or where it is the id of an event that is hidden, as it
 * may be once the query was found wrong. */
static gboolean
find_called (const Naming *naming, const GPtrArray *readings, GHashTable *mentioned, GError **error)
{
  for (guint i = 0; !naming->names->takes_near && i < readings->len; i++)
    if (g_hash_table_contains (mentioned, readings->pdata[i]))
      return TRUE;
  gboolean are_near = TRUE;
  if (naming->names->takes_near && !chn_store_find_nearest (naming->store, naming->view, naming->names->most,
                                                            readings->pdata[0], mentioned, &are_near, error))
    return FALSE;
  for (guint i = 0; i < readings->len; i++) {
    const char *name = readings->pdata[i];
    gboolean are_called = FALSE, are_former = TRUE;
    if (!chn_store_find_called (naming->store, naming->view, name, mentioned, &are_called, error) ||
        (naming->names->takes_near &&
         !chn_store_find_former (naming->store, naming->view, name, mentioned, &are_former, error)))
      return FALSE;
    if (are_near && are_called && are_former)
      g_hash_table_add (naming->names->called, g_strdup (name));
  }
  return TRUE;
}

/* Events that are mentioned in a query: by their ids, wherever these stand, or by what else they are called. */
static gboolean
find_in_query (const Naming *naming, const char *text, GHashTable *mentioned, GError **error)
{
  g_autoptr (ChnQuery) query = parse (naming->builder, text);
  g_autoptr (GPtrArray) names = query ? chn_query_list_event_names (query) : g_ptr_array_new ();
  if (!find_mentioned (naming->store, naming->view, text, mentioned, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    if (!find_called (naming, names->pdata[i], mentioned, error))
      return FALSE;
  return TRUE;
}

/* Events that are mentioned in the words of a query, or elsewhere; the words may name saved queries. */
static gboolean
find_all_mentioned (const Naming *naming, const char *text, GHashTable *mentioned, GError **error)
{
  const char *const *others = naming->names->others;
  g_autoptr (GPtrArray) saved =
      strstr (text, "@@") ? chn_timeline_builder_list_queries (naming->builder) : g_ptr_array_new ();
  for (guint i = 0; others && others[i]; i++)
    if (!find_in_query (naming, others[i], mentioned, error))
      return FALSE;
  for (guint i = 0; i < saved->len; i++)
    if (!find_in_query (naming, saved->pdata[i], mentioned, error))
      return FALSE;
  return find_in_query (naming, text, mentioned, error);
}

/* What a query may name, the words of which are read; words that are no query may name anything. */
static gboolean
find_nameable (const Naming *naming, GHashTable *ids, GError **error)
{
  const ChnVocabulary *vocabulary = chn_timeline_builder_get_vocabulary (naming->builder);
  g_autoptr (GHashTable) mentioned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = chn_query_join_arguments_in (naming->names->words, vocabulary);
  g_autoptr (ChnQuery) query = parse (naming->builder, text);
  gboolean names_nothing = query && chn_query_names_nothing (query);
  if ((!names_nothing && !find_names (naming->store, naming->view, ids, error)) ||
      !find_all_mentioned (naming, names_nothing ? "" : text, mentioned, error))
    return FALSE;
  if (!query || chn_query_follows_relations (query))
    return find_related (naming->store, naming->view, vocabulary, mentioned, ids, error);
  chn_store_move_set (mentioned, ids);
  return TRUE;
}

gboolean
chn_store_read_named (ChnStore *store, const ChnStoreNames *names, ChnTimelineBuilder *builder, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnStoreWanted wanted = { .where = "FALSE" };
  if (!chn_store_find_view (store, &wanted.view, error) || !chn_store_read_header (store, &wanted, builder, error))
    return FALSE;
  const Naming naming = { store, wanted.view, builder, names };
  return find_nameable (&naming, ids, error) && chn_store_read_ids (store, &wanted, ids, builder, error);
}

/* What is related to those that are named: a step away, or wherever that leads. */
static gboolean
find_events (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, GHashTable *named, gboolean all,
             GHashTable *ids, GError **error)
{
  if (all)
    return find_related (store, view, vocabulary, named, ids, error);
  g_autoptr (GPtrArray) from = take_new (ids, named);
  return chn_store_follow (store, view, vocabulary, from, ids, error);
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

/* Names, those of them that are nobody's id, and the events that had one of these. */
static gboolean
find_named (ChnStore *store, ChnStoreView view, const char *const *names, GHashTable *named, GPtrArray *missing,
            gboolean *are_all, GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  for (guint i = 0; names[i]; i++) {
    g_ptr_array_add (list, (gpointer) names[i]);
    g_hash_table_add (named, g_strdup (names[i]));
  }
  if (!chn_store_find_ids (store, view, list, present, error))
    return FALSE;
  *are_all = TRUE;
  for (guint i = 0; i < list->len; i++) {
    gboolean are_former = FALSE;
    if (g_hash_table_contains (present, list->pdata[i]))
      continue;
    g_ptr_array_add (missing, list->pdata[i]);
    if (!chn_store_find_former (store, view, list->pdata[i], named, &are_former, error))
      return FALSE;
    *are_all = *are_all && are_former;
  }
  return TRUE;
}

/* Those that names may mean otherwise, and of which a person is told where they mean none. */
static gboolean
find_meant (ChnStore *store, ChnStoreView view, ChnVisibility most, const GPtrArray *names, GHashTable *ids,
            gboolean *are_all, GError **error)
{
  for (guint i = 0; i < names->len; i++) {
    gboolean are_called = FALSE, are_near = FALSE;
    if (!chn_store_find_called (store, view, names->pdata[i], ids, &are_called, error) ||
        !chn_store_find_nearest (store, view, most, names->pdata[i], ids, &are_near, error))
      return FALSE;
    *are_all = *are_all && are_called && are_near;
  }
  return TRUE;
}

gboolean
chn_store_read_events (ChnStore *store, const ChnStoreEvents *events, ChnTimelineBuilder *builder, gboolean *are_all,
                       GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  ChnStoreWanted wanted = { .where = "FALSE" };
  return chn_store_find_view (store, &wanted.view, error) && chn_store_read_header (store, &wanted, builder, error) &&
         find_named (store, wanted.view, events->ids, named, missing, are_all, error) &&
         find_events (store, wanted.view, chn_timeline_builder_get_vocabulary (builder), named, events->follow, ids,
                      error) &&
         find_meant (store, wanted.view, events->most, missing, ids, are_all, error) &&
         find_corrected (store, wanted.view, builder, ids, error) &&
         chn_store_read_ids (store, &wanted, ids, builder, error);
}
