/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a store held at a revision, and which revisions there are. */
#include "base/error.h"
#include "store/database/view.h"

gboolean
chn_store_find_revision (const ChnStore *store, const char *at, guint64 *revision, GError **error)
{
  static const char *const question[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "SELECT coalesce (max (n), 0) FROM revision WHERE datetime (at) <= datetime ($1)",
    [CHN_DATABASE_POSTGRESQL] = "SELECT coalesce (max (n), 0) FROM revision WHERE at <= $1::timestamptz",
  };
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_view (store, &view, error) || !chn_store_check_past (store, view, error))
    return FALSE;
  return chn_store_ask_number (store, question[store->kind], &at, 1, revision, error);
}

typedef struct {
  ChnStoreTakeRevision take;
  gpointer data;
} Handing;

static gboolean
hand_on (const char *const *cells, guint n, gpointer data, GError **error)
{
  const Handing *handing = data;
  (void) n, (void) error;
  ChnStoreRevision revision = { g_ascii_strtoull (cells[0], NULL, 10), cells[1], cells[2], cells[3] };
  handing->take (&revision, handing->data);
  return TRUE;
}

/* Those that wrote an event, in any form that may be seen, or took it out; all of them for no event. */
gboolean
chn_store_list_revisions (ChnStore *store, const char *id, ChnStoreTakeRevision take, gpointer data, GError **error)
{
  static const char *const columns[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "n, at, who, note",
    [CHN_DATABASE_POSTGRESQL] = "n, to_char (at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'), who, note",
  };
  static const char all[] = "SELECT %s FROM revision ORDER BY n";
  static const char of_event[] =
      "SELECT %s FROM revision WHERE n IN (SELECT since FROM event WHERE id = $1 UNION SELECT since "
      "FROM"
      " past_event WHERE id = $1 UNION SELECT until FROM past_event WHERE id = $1%s) ORDER BY n";
  static const char of_whole[] =
      " UNION SELECT since FROM whole_event WHERE id = $1 UNION SELECT since FROM"
      " past_whole_event WHERE id = $1 UNION SELECT until FROM past_whole_event WHERE id = $1";
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_view (store, &view, error) || !chn_store_check_past (store, view, error))
    return FALSE;
  g_autofree char *question =
      id ? g_strdup_printf (of_event, columns[store->kind], store->kind == CHN_DATABASE_POSTGRESQL ? of_whole : "")
         : g_strdup_printf (all, columns[store->kind]);
  Handing handing = { take, data };
  return chn_store_ask (store, question, &id, id ? 1 : 0, hand_on, &handing, error);
}

/* Events that stand in one of some tables for which a condition holds. */
static gboolean
ask_later (ChnStore *store, const char *const *tables, guint n, const char *column, guint64 revision, GHashTable *ids,
           GError **error)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *question =
        g_strdup_printf ("SELECT id FROM %s WHERE %s > %" G_GUINT64_FORMAT, tables[i], column, revision);
    if (!chn_store_ask_set (store, question, NULL, 0, ids, error))
      return FALSE;
  }
  return TRUE;
}

/* What is there no more, whichever table it stood in. */
static gboolean
list_removed (ChnStore *store, ChnStoreView view, guint64 revision, GHashTable *removed, GError **error)
{
  static const char *const past[] = { "past_event", "past_whole_event" };
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *question = g_strdup_printf ("SELECT id FROM %s", chn_store_get_events (store, view));
  if (!ask_later (store, past, view == CHN_STORE_SEES_ALL ? G_N_ELEMENTS (past) : 1, "until", revision, removed,
                  error))
    return FALSE;
  if (g_hash_table_size (removed) == 0)
    return TRUE;
  if (!chn_store_ask_set (store, question, NULL, 0, there, error))
    return FALSE;
  GHashTableIter iter;
  gpointer id;
  g_hash_table_iter_init (&iter, removed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (there, id))
      g_hash_table_iter_remove (&iter);
  return TRUE;
}

static gboolean
check_revision (ChnStore *store, guint64 revision, GError **error)
{
  guint64 last = 0;
  if (!chn_store_get_revision (store, &last, NULL, error))
    return FALSE;
  if (revision <= last)
    return TRUE;
  chn_error_set (error, CHN_ERROR_RANGE, NULL,
                 "%s has no revision %" G_GUINT64_FORMAT ", the last is %" G_GUINT64_FORMAT, store->name, revision,
                 last);
  return FALSE;
}

gboolean
chn_store_list_changed (ChnStore *store, guint64 revision, GHashTable *changed, GHashTable *removed, GError **error)
{
  static const char *const tables[] = { "event", "whole_event" };
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!check_revision (store, revision, error) || !chn_store_find_view (store, &view, error) ||
      !ask_later (store, tables, view == CHN_STORE_SEES_ALL ? G_N_ELEMENTS (tables) : 1, "since", revision, changed,
                  error))
    return FALSE;
  return !chn_store_check_past (store, view, NULL) || list_removed (store, view, revision, removed, error);
}

/* Before anybody listens, changes may have been missed. */
gboolean
chn_store_wait (ChnStore *store, guint seconds, gboolean *changed, GError **error)
{
  g_autoptr (GError) inner = NULL;
  if (store->kind == CHN_DATABASE_POSTGRESQL && !store->is_listening) {
    store->is_listening = *changed = chn_store_run (store, "LISTEN chancery", error);
    return store->is_listening;
  }
  *changed = store->plugin->wait (store->database, seconds * 1000, &inner);
  return !inner || chn_store_complain (store, inner, error);
}
