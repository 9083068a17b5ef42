/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes a server a part of a store that is spread. */
#include "store/database/shards/place.h"

#include <string.h>

#include "base/error.h"
#include "store/database/make.h"
#include "store/database/shards/schema.h"

void
chn_store_place_free (gpointer data)
{
  ChnStorePlace *place = data;
  chn_store_free (place->store);
  g_free (place->schema);
  g_free (place);
}

static ChnStore *
connect_to (const ChnStoreServer *server, GError **error)
{
  GString *place = g_string_new (server->place);
  const char *const who[][2] = { { "user", server->user }, { "password", server->password } };
  for (guint i = 0; i < G_N_ELEMENTS (who); i++) {
    g_autofree char *escaped = who[i][1] ? g_uri_escape_string (who[i][1], NULL, FALSE) : NULL;
    if (escaped)
      g_string_append_printf (place, "%c%s=%s", strchr (place->str, '?') ? '&' : '?', who[i][0], escaped);
  }
  ChnStore *store = chn_store_connect (place->str, CHN_DATABASE_CREATE | CHN_DATABASE_WRITE, error);
  g_string_free (place, TRUE);
  return store;
}

static gboolean
refuse (const ChnStore *shard, const char *what, GError **error)
{
  chn_error_set (error, CHN_ERROR_CONFLICT, "name an empty database for each server", "%s %s", shard->name, what);
  return FALSE;
}

/* What is there of the same store was left by somebody who broke off before the parent knew of it. */
static gboolean
take_over (const ChnStore *shard, const char *token, GError **error)
{
  guint64 n = 0;
  g_autoptr (GError) inner = NULL;
  if (!chn_store_ask_number (
          shard, "SELECT (SELECT count(*) FROM store WHERE key = 'spread') + (SELECT count(*) FROM shard)", NULL, 0,
          &n, error))
    return FALSE;
  if (n > 0)
    return refuse (shard, "is itself a store that is spread over servers", error);
  g_autofree char *of = chn_store_ask_text (shard, "SELECT value FROM store WHERE key = 'part of'", NULL, 0, &inner);
  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  if (of && g_strcmp0 (of, token) != 0)
    return refuse (shard, "is part of another store", error);
  if (of)
    return chn_store_run (shard, "TRUNCATE event, past_event, whole_event, past_whole_event", error);
  if (!chn_store_ask_number (shard, "SELECT count(*) FROM revision", NULL, 0, &n, error))
    return FALSE;
  if (n > 0)
    return refuse (shard, "holds a store of its own", error);
  return chn_store_ask (shard, "INSERT INTO store (key, value) VALUES ('part of', $1)", &token, 1, NULL, NULL, error);
}

ChnStorePlace *
chn_store_prepare_place (const ChnStoreServer *server, const char *token, GError **error)
{
  ChnStorePlace *place = g_new0 (ChnStorePlace, 1);
  place->store = connect_to (server, error);
  if (place->store && chn_store_make (place->store, error) && chn_store_check_schema (place->store, error) &&
      take_over (place->store, token, error))
    place->schema = chn_store_ask_text (place->store, "SELECT current_schema ()", NULL, 0, error);
  if (place->schema)
    return place;
  chn_store_place_free (place);
  return NULL;
}

gboolean
chn_store_lay_place (const ChnStore *shard, guint layout, gint64 begins, gint64 before, GError **error)
{
  g_autofree char *views = chn_store_dup_shard_views (layout, begins, before);
  return chn_store_run (shard, views, error);
}

gboolean
chn_store_drop_layouts (const ChnStore *shard, guint kept, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "DO $$ DECLARE v text; BEGIN FOR v IN SELECT viewname FROM pg_views WHERE schemaname = current_schema () AND"
      " viewname ~ '^all_(whole_)?event_[0-9]+$' AND viewname !~ '_%u$' LOOP EXECUTE format ('DROP VIEW %%I', v);"
      " END LOOP; END $$",
      kept);
  return chn_store_run (shard, sql, error);
}

gboolean
chn_store_make_wrapper (const ChnStore *store, GError **error)
{
  g_autoptr (GError) inner = NULL;
  if (chn_store_run (store, "CREATE EXTENSION IF NOT EXISTS postgres_fdw", &inner))
    return TRUE;
  chn_error_set (error, CHN_ERROR_IO,
                 "have a superuser run there: CREATE EXTENSION postgres_fdw; GRANT USAGE ON FOREIGN DATA WRAPPER"
                 " postgres_fdw TO …",
                 "%s", inner->message);
  return FALSE;
}
