/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of a store may be seen, as it is and as it stood at a revision. */
#include "store/database/view.h"

#include "base/error.h"

/* What was granted is asked once. */
static gboolean
ask_view (ChnStore *store, GError **error)
{
  g_autofree char *answer =
      chn_store_ask_text (store, "SELECT has_table_privilege ('whole_event', 'SELECT')", NULL, 0, error);
  store->view = g_strcmp0 (answer, "t") == 0 ? CHN_STORE_SEES_ALL : CHN_STORE_SEES_PUBLIC;
  store->knows_view = answer != NULL;
  return store->knows_view;
}

gboolean
chn_store_find_view (const ChnStore *store, ChnStoreView *view, GError **error)
{
  *view = CHN_STORE_SEES_PUBLIC;
  if (store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  if (!store->knows_view && !ask_view ((ChnStore *) store, error))
    return FALSE;
  *view = (ChnStoreView) store->view;
  return TRUE;
}

/* On a server it lies in tables of its own, else it is marked. */
static gboolean
ask_apart (const ChnStore *store, gboolean *any, GError **error)
{
  static const char *const questions[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "SELECT 1 FROM event_key WHERE key BETWEEN 'visibility ' AND 'visibility!' OR"
                            " key BETWEEN 'hides ' AND 'hides!' LIMIT 1",
    [CHN_DATABASE_POSTGRESQL] = "SELECT 1 FROM whole_event LIMIT 1",
  };
  const char *question = store->shards ? "SELECT 1 FROM whole_event_id LIMIT 1" : questions[store->kind];
  guint64 n = 0;
  gboolean asked = chn_store_ask_number (store, question, NULL, 0, &n, error);
  *any = n > 0;
  return asked;
}

gboolean
chn_store_find_apart (const ChnStore *store, ChnStoreView view, gboolean *any, GError **error)
{
  ChnStore *known = (ChnStore *) store;
  *any = FALSE;
  if (store->kind == CHN_DATABASE_POSTGRESQL && view == CHN_STORE_SEES_PUBLIC)
    return TRUE;
  if (!store->knows_apart) {
    if (!ask_apart (store, &known->has_apart, error))
      return FALSE;
    known->knows_apart = store->is_reading;
  }
  *any = store->has_apart;
  return TRUE;
}

static gboolean
refuse (const ChnStore *store, const char *what, GError **error)
{
  chn_error_set (error, CHN_ERROR_IO, "whoever owns the store grants that with: GRANT chancery_editor TO ROLE",
                 "%s: %s", store->name, what);
  return FALSE;
}

gboolean
chn_store_check_past (const ChnStore *store, ChnStoreView view, GError **error)
{
  return view == CHN_STORE_SEES_ALL || store->kind == CHN_DATABASE_SQLITE ||
         refuse (store, "you may see what it holds, but not what it held before", error);
}

gboolean
chn_store_check_writable (const ChnStore *store, GError **error)
{
  if (store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  g_autofree char *answer =
      chn_store_ask_text (store, "SELECT has_table_privilege ('revision', 'INSERT')", NULL, 0, error);
  if (!answer || *answer == 't')
    return answer != NULL;
  return refuse (store, "you may see what it holds, but not change it", error);
}

gboolean
chn_store_check_owner (const ChnStore *store, GError **error)
{
  if (store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  g_autofree char *owner =
      chn_store_ask_text (store,
                          "SELECT CASE WHEN pg_has_role (tableowner, 'USAGE') THEN '' ELSE tableowner END FROM"
                          " pg_tables WHERE schemaname = current_schema () AND tablename = 'store'",
                          NULL, 0, error);
  if (!owner || *owner == '\0')
    return owner != NULL;
  chn_error_set (error, CHN_ERROR_IO, "have that done by whoever owns it", "%s: its tables are changed by %s alone",
                 store->name, owner);
  return FALSE;
}

gboolean
chn_store_check_creator (const ChnStore *store, GError **error)
{
  if (store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  g_autofree char *answer = chn_store_ask_text (
      store, "SELECT coalesce (has_schema_privilege (current_schema (), 'CREATE'), FALSE)", NULL, 0, error);
  if (!answer || *answer == 't')
    return answer != NULL;
  chn_error_set (error, CHN_ERROR_IO,
                 "have whoever runs the server make a database that is yours: CREATE DATABASE desk OWNER ROLE",
                 "%s: you may make no tables there", store->name);
  return FALSE;
}

gboolean
chn_store_has_roles (const ChnStore *store, gboolean *has, GError **error)
{
  *has = TRUE;
  if (store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  g_autofree char *n = chn_store_ask_text (
      store,
      "SELECT count(*) FROM pg_roles WHERE (rolname = 'chancery_reader' AND has_table_privilege (rolname, 'event',"
      " 'SELECT')) OR (rolname = 'chancery_editor' AND has_table_privilege (rolname, 'revision', 'INSERT'))",
      NULL, 0, error);
  *has = g_strcmp0 (n, "2") == 0;
  return n != NULL;
}

/* Where more of an event may be seen than everybody may, that stands for it. */
static const char *const events[] = {
  [CHN_STORE_SEES_PUBLIC] = "event",
  [CHN_STORE_SEES_ALL] = "(SELECT * FROM event e WHERE NOT EXISTS (SELECT 1 FROM whole_event w WHERE w.id = e.id AND"
                         " w.timeline = e.timeline) UNION ALL SELECT * FROM whole_event) event",
};

static const char *const headers[] = {
  [CHN_STORE_SEES_PUBLIC] = "SELECT body FROM header",
  [CHN_STORE_SEES_ALL] = "SELECT body FROM whole_header UNION ALL SELECT body FROM header WHERE NOT EXISTS (SELECT 1"
                         " FROM whole_header)",
};

const char *
chn_store_get_events (const ChnStore *store, ChnStoreView view)
{
  if (store->knows_apart && !store->has_apart)
    view = CHN_STORE_SEES_PUBLIC;
  return store->shards ? store->events[view] : events[view];
}

/* Rows of a table and of its past as they stood; both have the same columns, but for when a past one ended. Of
 * several servers only those may be asked that answer. */
static char *
dup_table_at (const char *table, const char *columns, const char *servers, guint64 revision)
{
  return g_strdup_printf ("SELECT %s FROM %s WHERE since <= %" G_GUINT64_FORMAT
                          "%s UNION ALL SELECT %s FROM past_%s WHERE"
                          " since <= %" G_GUINT64_FORMAT " AND until > %" G_GUINT64_FORMAT "%s",
                          columns, table, revision, servers, columns, table, revision, revision, servers);
}

char *
chn_store_dup_events_at (const ChnStore *store, ChnStoreView view, guint64 revision)
{
  GString *columns = g_string_new (NULL);
  const char *servers = store->answering ? store->answering : "";
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  g_autofree char *open = dup_table_at ("event", columns->str, servers, revision);
  g_autofree char *whole = dup_table_at ("whole_event", columns->str, servers, revision);
  g_string_free (columns, TRUE);
  if (view == CHN_STORE_SEES_PUBLIC)
    return g_strdup_printf ("(%s) event", open);
  return g_strdup_printf ("(SELECT * FROM (%s) e WHERE e.id NOT IN (SELECT w.id FROM (%s) w) UNION ALL %s) event",
                          open, whole, whole);
}

char *
chn_store_dup_header_at (ChnStoreView view, guint64 revision)
{
  g_autofree char *open = dup_table_at ("header", "body", "", revision);
  g_autofree char *whole = dup_table_at ("whole_header", "body", "", revision);
  if (view == CHN_STORE_SEES_PUBLIC)
    return g_steal_pointer (&open);
  return g_strdup_printf ("SELECT body FROM (SELECT body, 0 AS o FROM (%s) w UNION ALL SELECT body, 1 FROM (%s) h) t"
                          " ORDER BY o LIMIT 1",
                          whole, open);
}

const char *
chn_store_get_header (ChnStoreView view)
{
  return headers[view];
}
