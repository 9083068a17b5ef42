/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lays a store over several servers: the tables of a store on each, and the parent, which sees all of them. */
#include "store/database/shards/spread.h"

#include "base/error.h"
#include "store/database/make.h"
#include "store/database/shards/place.h"
#include "store/database/shards/schema.h"

static gboolean
is_empty (const ChnStore *store, GError **error)
{
  guint64 n = 0;
  if (!chn_store_ask_number (store, "SELECT count(*) FROM revision", NULL, 0, &n, error))
    return FALSE;
  if (n > 0)
    chn_error_set (error, CHN_ERROR_CONFLICT, "name an empty database, and push what this one holds there",
                   "%s holds events already, and lies on one server", store->name);
  return n == 0;
}

/* Which store the servers are parts of, lastingly, so that whoever breaks off may begin again. */
static char *
make_token (const ChnStore *store, GError **error)
{
  if (!chn_store_run (store,
                      "INSERT INTO store (key, value) VALUES ('spread', gen_random_uuid ()), ('layout', '1') ON"
                      " CONFLICT DO NOTHING",
                      error))
    return NULL;
  return chn_store_ask_text (store, "SELECT value FROM store WHERE key = 'spread'", NULL, 0, error);
}

static gboolean
add_shard (const ChnStore *store, const char *schema, const ChnStoreShard *shard, const ChnStoreServer *server,
           const ChnStorePlace *place, GError **error)
{
  g_autofree char *n = g_strdup_printf ("%u", shard->n);
  g_autofree char *begins = g_strdup_printf ("%" G_GINT64_FORMAT, shard->begins);
  g_autofree char *latest = g_strdup_printf ("%" G_GINT64_FORMAT, shard->latest);
  g_autofree char *user = chn_store_ask_text (store, "SELECT session_user", NULL, 0, error);
  if (!user)
    return FALSE;
  g_autofree char *sql = chn_store_dup_parent_server (schema, shard->n, server, user);
  g_autofree char *tables = chn_store_dup_partitions (schema, shard, place->schema, 1);
  const char *values[] = { n, server->start, begins, latest, server->place };
  return chn_store_run (store, sql, error) && chn_store_run (store, tables, error) &&
         chn_store_ask (
             store, "INSERT INTO shard (n, start, begins, latest, place, gaps) VALUES ($1, $2, $3, $4, $5, FALSE)",
             values, G_N_ELEMENTS (values), NULL, NULL, error) &&
         chn_store_widen (store, shard, error);
}

static gboolean
add_all (const ChnStore *store, const GPtrArray *servers, const GPtrArray *places, GError **error)
{
  g_autofree char *schema = chn_store_ask_text (store, "SELECT current_schema ()", NULL, 0, error);
  for (guint i = 0; schema && i < servers->len; i++) {
    const ChnStoreServer *server = servers->pdata[i];
    gboolean is_last = i + 1 == servers->len;
    ChnStoreShard shard = { .n = i + 1,
                            .begins = server->begins,
                            .before = is_last ? G_MAXINT64 : ((ChnStoreServer *) servers->pdata[i + 1])->begins,
                            .latest = G_MININT64 };
    if (!add_shard (store, schema, &shard, server, places->pdata[i], error))
      return FALSE;
  }
  return schema != NULL;
}

static gboolean
make_parent (const ChnStore *store, const GPtrArray *servers, const GPtrArray *places, GError **error)
{
  g_autofree char *tables = chn_store_dup_parent_tables ();
  guint64 n = 0;
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_ask_number (store, "SELECT count(*) FROM shard", NULL, 0, &n, error) &&
      (n > 0 || (is_empty (store, error) && chn_store_make_wrapper (store, error) &&
                 chn_store_run (store, tables, error) && add_all (store, servers, places, error) &&
                 chn_store_grant (store, error) && chn_store_run (store, chn_store_parent_grants, error))))
    return chn_store_commit (store, error);
  chn_store_roll_back (store);
  return FALSE;
}

gboolean
chn_store_spread (ChnStore *store, const GPtrArray *servers, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (chn_store_place_free);
  g_autofree char *token = is_empty (store, error) ? make_token (store, error) : NULL;
  for (guint i = 0; token && i < servers->len; i++) {
    const ChnStoreServer *server = servers->pdata[i];
    gint64 before = i + 1 < servers->len ? ((ChnStoreServer *) servers->pdata[i + 1])->begins : G_MAXINT64;
    ChnStorePlace *place = chn_store_prepare_place (server, token, error);
    if (!place)
      return FALSE;
    g_ptr_array_add (places, place);
    if (!chn_store_lay_place (place->store, 1, server->begins, before, error))
      return FALSE;
  }
  return token && make_parent (store, servers, places, error) && chn_store_find_shards (store, error);
}
