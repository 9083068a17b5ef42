/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Making a store, opening one of the right schema, and what is in it. */
#include "base/error.h"
#include "store/database/view.h"

/*
 * Readers see what is public, and neither the past nor who wrote it; editors see and change all. A role that is not
 * there is made, where whoever makes the store may do that; else they are granted what they need when the store is
 * made again, once they are there.
 */
static const char roles[] =
    "DO $$ BEGIN"
    "  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chancery_reader') THEN CREATE ROLE chancery_reader; END "
    "IF;"
    "  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'chancery_editor') THEN CREATE ROLE chancery_editor; END "
    "IF;"
    "  EXECUTE format ('GRANT USAGE ON SCHEMA %I TO chancery_reader, chancery_editor', current_schema ());"
    "  GRANT SELECT ON store, header, event, event_name TO chancery_reader;"
    "  EXECUTE format ('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO chancery_editor',"
    "                  current_schema ());"
    "EXCEPTION WHEN insufficient_privilege OR duplicate_object OR unique_violation THEN NULL; END $$;";

/* Other writers wait until the tables stand; whoever was second finds them there. */
static gboolean
make (const ChnStore *store, GError **error)
{
  guint schema = 0;
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_find_schema (store, &schema, error) &&
      (schema > 0 ||
       (chn_store_check_creator (store, error) && chn_store_migrate (store, 0, error) &&
        chn_store_make_indexes (store, "event", error) && chn_store_make_indexes (store, "whole_event", error))) &&
      (store->kind == CHN_DATABASE_SQLITE || chn_store_run (store, roles, error)))
    return chn_store_commit (store, error);
  chn_store_roll_back (store);
  return FALSE;
}

static gboolean
is_fitting (const ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  if (!chn_store_find_schema (store, &schema, error))
    return FALSE;
  if (schema == newest)
    return TRUE;
  if (schema == 0)
    chn_error_set (error, CHN_ERROR_IO, "make it with: chancery store init PLACE", "%s holds no store yet",
                   store->name);
  else if (schema > newest)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "install a newer chancery",
                   "%s has schema %u, this program knows schemas up to %u", store->name, schema, newest);
  else
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "bring it up to date with: chancery store upgrade PLACE",
                   "%s has schema %u, this program works with schema %u", store->name, schema, newest);
  return FALSE;
}

ChnStore *
chn_store_init (const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, CHN_DATABASE_CREATE | CHN_DATABASE_WRITE, error);
  if (!store)
    return NULL;
  if (store->kind == CHN_DATABASE_SQLITE && !chn_store_run (store, "PRAGMA journal_mode = WAL", error))
    return NULL;
  return make (store, error) && is_fitting (store, error) ? g_steal_pointer (&store) : NULL;
}

/* Migrations may write each row anew, which indexes would make dear. */
static gboolean
migrate (const ChnStore *store, guint schema, GError **error)
{
  static const char *const tables[] = { "event", "whole_event" };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!chn_store_drop_indexes (store, tables[i], error))
      return FALSE;
  if (!chn_store_migrate (store, schema, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!chn_store_make_indexes (store, tables[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
upgrade (const ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_find_schema (store, &schema, error) &&
      (schema == 0 || schema >= newest || (chn_store_check_owner (store, error) && migrate (store, schema, error))))
    return chn_store_commit (store, error);
  chn_store_roll_back (store);
  return FALSE;
}

ChnStore *
chn_store_upgrade (const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, CHN_DATABASE_WRITE, error);
  return store && upgrade (store, error) && is_fitting (store, error) ? g_steal_pointer (&store) : NULL;
}

ChnStore *
chn_store_open (const char *place, gboolean writable, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, writable ? CHN_DATABASE_WRITE : 0, error);
  if (!store || !is_fitting (store, error) || (writable && !chn_store_check_writable (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

gboolean
chn_store_get_facts (const ChnStore *store, ChnStoreFacts *facts, GError **error)
{
  ChnStoreFacts found = { .name = store->name, .newest_schema = chn_store_get_newest_schema () };
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_schema (store, &found.schema, error) || !chn_store_find_view (store, &view, error))
    return FALSE;
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s", chn_store_get_events (view));
  if (!chn_store_ask_number (store, all, NULL, 0, &found.n_events, error) ||
      (view == CHN_STORE_SEES_ALL &&
       (!chn_store_ask_number (store, "SELECT coalesce (max (n), 0) FROM revision", NULL, 0, &found.revision,
                               error) ||
        !chn_store_ask_number (store, "SELECT count(*) FROM whole_event", NULL, 0, &found.n_hidden, error))))
    return FALSE;
  if (view == CHN_STORE_SEES_PUBLIC &&
      !chn_store_ask_number (store,
                             store->kind == CHN_DATABASE_SQLITE ? "SELECT coalesce (max (n), 0) FROM revision"
                                                                : "SELECT coalesce (max (since), 0) FROM event",
                             NULL, 0, &found.revision, error))
    return FALSE;
  found.is_whole = view == CHN_STORE_SEES_ALL || store->kind == CHN_DATABASE_SQLITE;
  *facts = found;
  return TRUE;
}
