/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Making a store, opening one of the right schema, and what is in it. */
#include "base/error.h"
#include "store/database/make.h"
#include "store/database/shards/grow.h"
#include "store/database/shards/shards.h"
#include "store/database/shards/spread.h"
#include "store/database/shards/upgrade.h"

static gboolean
check (ChnStore *store, GError **error)
{
  return chn_store_check_schema (store, error) && chn_store_find_shards (store, error);
}

ChnStore *
chn_store_init (const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, CHN_DATABASE_CREATE | CHN_DATABASE_WRITE, error);
  return store && chn_store_make (store, error) && check (store, error) ? g_steal_pointer (&store) : NULL;
}

static gboolean
is_spread (const ChnStore *store, guint schema, gboolean *spread, GError **error)
{
  guint64 n = 0;
  gboolean may = schema >= CHN_STORE_SCHEMA_OF_SHARDS && store->kind == CHN_DATABASE_POSTGRESQL;
  gboolean asked = !may || chn_store_ask_number (store, "SELECT count(*) FROM shard", NULL, 0, &n, error);
  *spread = n > 0;
  return asked;
}

static gboolean
upgrade_one (const ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_find_schema (store, &schema, error) &&
      (schema == 0 || schema >= newest ||
       (chn_store_check_owner (store, error) && chn_store_renew (store, schema, error))))
    return chn_store_commit (store, error);
  chn_store_roll_back (store);
  return FALSE;
}

static gboolean
upgrade (ChnStore *store, GError **error)
{
  guint schema = 0;
  gboolean spread = FALSE;
  return chn_store_find_schema (store, &schema, error) && is_spread (store, schema, &spread, error) &&
         (spread ? chn_store_upgrade_spread (store, error) : upgrade_one (store, error));
}

ChnStore *
chn_store_upgrade (const char *place, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, CHN_DATABASE_WRITE, error);
  return store && upgrade (store, error) && check (store, error) ? g_steal_pointer (&store) : NULL;
}

ChnStore *
chn_store_open (const char *place, gboolean writable, GError **error)
{
  g_autoptr (ChnStore) store = chn_store_connect (place, writable ? CHN_DATABASE_WRITE : 0, error);
  if (!store || !check (store, error) || (writable && !chn_store_check_writable (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

/* Who sees what is public alone does not see the revisions. */
static gboolean
find_revision (const ChnStore *store, ChnStoreView view, guint64 *revision, GError **error)
{
  gboolean hidden = view == CHN_STORE_SEES_PUBLIC && store->kind == CHN_DATABASE_POSTGRESQL;
  const char *question = store->shards ? "SELECT n FROM newest_revision"
                         : hidden      ? "SELECT coalesce (max (since), 0) FROM event"
                                       : "SELECT coalesce (max (n), 0) FROM revision";
  return chn_store_ask_number (store, question, NULL, 0, revision, error);
}

static gboolean
count_events (const ChnStore *store, ChnStoreView view, guint64 *n, GError **error)
{
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s", chn_store_get_events (store, view));
  if (!store->shards)
    return chn_store_ask_number (store, all, NULL, 0, n, error);
  if (!chn_store_count_spread (store, view, whole, error))
    return FALSE;
  *n = 0;
  for (guint i = 0; i < CHN_N_VISIBILITIES; i++)
    *n += whole[i];
  return TRUE;
}

gboolean
chn_store_get_revision (const ChnStore *store, guint64 *revision, gboolean *is_whole, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_view (store, &view, error))
    return FALSE;
  if (is_whole)
    *is_whole = view == CHN_STORE_SEES_ALL || store->kind == CHN_DATABASE_SQLITE;
  return find_revision (store, view, revision, error);
}

gboolean
chn_store_get_facts (const ChnStore *store, ChnStoreFacts *facts, GError **error)
{
  ChnStoreFacts found = { .name = store->name, .newest_schema = chn_store_get_newest_schema () };
  const char *hidden = store->shards ? "SELECT count(*) FROM whole_event_id" : "SELECT count(*) FROM whole_event";
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  if (!chn_store_find_schema (store, &found.schema, error) || !chn_store_find_view (store, &view, error) ||
      !count_events (store, view, &found.n_events, error) ||
      !chn_store_get_revision (store, &found.revision, &found.is_whole, error) ||
      (view == CHN_STORE_SEES_ALL && !chn_store_ask_number (store, hidden, NULL, 0, &found.n_hidden, error)))
    return FALSE;
  *facts = found;
  return TRUE;
}

static gboolean
spread (ChnStore *store, const GPtrArray *servers, GError **error)
{
  return store->shards ? chn_store_match_servers (store, servers, error) : chn_store_spread (store, servers, error);
}

/* A file is refused before it is made. */
static gboolean
is_on_server (const char *place, GError **error)
{
  ChnDatabaseKind kind = CHN_DATABASE_SQLITE;
  const char *where = NULL;
  if (chn_store_find_kind (place, &kind, &where) && kind == CHN_DATABASE_SQLITE)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "name a PostgreSQL server: postgresql://USER@HOST/DATABASE",
                   "%s is a file, which is not spread over servers", place);
  return kind == CHN_DATABASE_POSTGRESQL;
}

ChnStore *
chn_store_init_shards (const char *place, const char *file, ChnReport *report, const ChnLimits *limits,
                       GError **error)
{
  g_autoptr (GPtrArray) servers =
      is_on_server (place, error) ? chn_store_read_servers (file, report, limits, error) : NULL;
  g_autoptr (ChnStore) store = servers ? chn_store_init (place, error) : NULL;
  return store && spread (store, servers, error) ? g_steal_pointer (&store) : NULL;
}

gboolean
chn_store_add_shards (ChnStore *store, const char *file, ChnReport *report, const ChnLimits *limits, GError **error)
{
  g_autoptr (GPtrArray) servers = chn_store_read_servers (file, report, limits, error);
  return servers && chn_store_add_servers (store, servers, error);
}
