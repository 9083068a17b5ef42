/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Adds a server to a store that is spread: it takes over the end of the range of another one.
 *
 * The events are copied there while the partitions are as they were. Then one transaction of the parent puts both
 * partitions in the place of the old one; both look at their servers through views that show their new ranges alone,
 * so that nothing is seen twice. What is left on the old server is taken away at last, or by the next writer: a claim
 * names it.
 */
#include "store/database/shards/grow.h"

#include "base/error.h"
#include "store/database/make.h"
#include "store/database/shards/claim.h"
#include "store/database/shards/place.h"
#include "store/database/shards/schema.h"

/* A move from one shard to another. */
typedef struct {
  ChnStore *store;
  ChnStoreShard *old;
  ChnStoreShard halves[2]; /* as they will be */
  const ChnStoreServer *server;
  ChnStorePlace *place;
  char *schema, *old_schema, *token;
  guint64 layout;
} Move;

static void
clear_move (Move *move)
{
  g_clear_pointer (&move->place, chn_store_place_free);
  g_free (move->schema);
  g_free (move->old_schema);
  g_free (move->token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Move, clear_move)

static gboolean
begin_move (Move *move, ChnStore *store, const ChnStoreServer *server, GError **error)
{
  guint64 n = 0;
  *move = (Move){ .store = store, .server = server };
  move->old = chn_store_get_shard (store, chn_store_find_shard (store, server->begins));
  if (!chn_store_open_shard (store, move->old, error) ||
      !chn_store_ask_number (store, "SELECT max (n) + 1 FROM shard", NULL, 0, &n, error) ||
      !chn_store_ask_number (store, "SELECT max (value::integer) + 1 FROM store WHERE key = 'layout'", NULL, 0,
                             &move->layout, error))
    return FALSE;
  move->halves[0] = move->halves[1] = *move->old;
  move->halves[0].before = move->halves[1].begins = server->begins;
  move->halves[1].n = (guint) n;
  move->halves[1].start = server->start;
  move->halves[1].place = server->place;
  move->schema = chn_store_ask_text (store, "SELECT current_schema ()", NULL, 0, error);
  move->old_schema = chn_store_ask_text (move->old->store, "SELECT current_schema ()", NULL, 0, error);
  move->token = chn_store_ask_text (store, "SELECT value FROM store WHERE key = 'spread'", NULL, 0, error);
  if (!move->schema || !move->old_schema || !move->token)
    return FALSE;
  move->place = chn_store_prepare_place (server, move->token, error);
  return move->place != NULL;
}

static gboolean
lay (const Move *move, GError **error)
{
  guint layout = (guint) move->layout;
  const ChnStore *const stores[] = { move->old->store, move->place->store };
  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    if (!chn_store_lay_place (stores[i], layout, move->halves[i].begins, move->halves[i].before, error))
      return FALSE;
  return TRUE;
}

/* Each table, seen from the parent where it goes from and where it comes to. */
static char *
dup_copying (const Move *move)
{
  static const char *const tables[][3] = { { "event", "event", "" },
                                           { "past_event", "event", ", until" },
                                           { "whole_event", "whole_event", "" },
                                           { "past_whole_event", "whole_event", ", until" } };
  GString *sql = g_string_new ("BEGIN;"), *columns = g_string_new (NULL);
  g_autofree char *old_server = chn_store_dup_server (move->schema, move->old->n),
                  *new_server = chn_store_dup_server (move->schema, move->halves[1].n),
                  *old_schema = chn_store_dup_quoted (move->old_schema),
                  *new_schema = chn_store_dup_quoted (move->place->schema);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    const char *until = *tables[i][2] ? "until bigint" : "";
    g_string_append_printf (
        sql,
        "CREATE FOREIGN TABLE going (%s) INHERITS (named_%s) SERVER %s OPTIONS (schema_name %s, table_name '%s');"
        "CREATE FOREIGN TABLE coming (%s) INHERITS (named_%s) SERVER %s OPTIONS (schema_name %s, table_name '%s');"
        "INSERT INTO coming (%s%s) SELECT %s%s FROM going WHERE begins >= '%" G_GINT64_FORMAT "';"
        "DROP FOREIGN TABLE going, coming;",
        until, tables[i][1], old_server, old_schema, tables[i][0], until, tables[i][1], new_server, new_schema,
        tables[i][0], columns->str, tables[i][2], columns->str, tables[i][2], move->server->begins);
  }
  g_string_append (sql, "COMMIT");
  g_string_free (columns, TRUE);
  return g_string_free (sql, FALSE);
}

static gboolean
copy (const Move *move, GError **error)
{
  g_autofree char *user = chn_store_ask_text (move->store, "SELECT session_user", NULL, 0, error);
  if (!user)
    return FALSE;
  g_autofree char *server = chn_store_dup_parent_server (move->schema, move->halves[1].n, move->server, user);
  g_autofree char *copying = dup_copying (move);
  if (chn_store_run (move->store, server, error) && chn_store_run (move->store, copying, error) &&
      chn_store_run (move->place->store, "ANALYZE event; ANALYZE whole_event", error))
    return TRUE;
  chn_store_roll_back (move->store);
  return FALSE;
}

/* Readers wait for as long as that takes. */
static char *
dup_exchange (const Move *move)
{
  guint layout = (guint) move->layout, old = move->old->n;
  GString *sql =
      g_string_new ("LOCK TABLE all_event, all_whole_event IN ACCESS EXCLUSIVE MODE; DROP VIEW seen_event;");
  g_string_append_printf (sql,
                          "DROP VIEW event_%u, whole_event_%u; DROP FOREIGN TABLE all_event_%u, all_whole_event_%u;",
                          old, old, old, old);
  g_autofree char *first = chn_store_dup_partitions (move->schema, &move->halves[0], move->old_schema, layout),
                  *second = chn_store_dup_partitions (move->schema, &move->halves[1], move->place->schema, layout);
  g_string_append_printf (sql, "%s%s%sUPDATE store SET value = '%u' WHERE key = 'layout';", first, second,
                          chn_store_seen_view, layout);
  return g_string_free (sql, FALSE);
}

static gboolean
put_shard (const Move *move, GError **error)
{
  const ChnStoreShard *shard = &move->halves[1];
  g_autofree char *n = g_strdup_printf ("%u", shard->n);
  g_autofree char *begins = g_strdup_printf ("%" G_GINT64_FORMAT, shard->begins);
  g_autofree char *latest = g_strdup_printf ("%" G_GINT64_FORMAT, shard->latest);
  const char *values[] = { n, shard->start, begins, latest, shard->place };
  return chn_store_ask (
             move->store,
             "INSERT INTO shard (n, start, begins, latest, place, gaps) VALUES ($1, $2, $3, $4, $5, FALSE)", values,
             G_N_ELEMENTS (values), NULL, NULL, error) &&
         chn_store_widen (move->store, &move->halves[0], error) && chn_store_widen (move->store, shard, error);
}

static gboolean
exchange (const Move *move, guint64 revision, GError **error)
{
  g_autofree char *sql = dup_exchange (move);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_ptr_array_add (left, move->old);
  if (!chn_store_claim (move->store, revision, left, error) || !chn_store_run (move->store, "BEGIN", error))
    return FALSE;
  if (chn_store_run (move->store, sql, error) && put_shard (move, error) && chn_store_grant (move->store, error) &&
      chn_store_commit (move->store, error))
    return TRUE;
  chn_store_roll_back (move->store);
  return FALSE;
}

static gboolean
add_server (ChnStore *store, const ChnStoreServer *server, GError **error)
{
  g_auto (Move) move = { 0 };
  guint64 revision = 0;
  if (!chn_store_recover (store, &revision, error) || !begin_move (&move, store, server, error) ||
      !lay (&move, error) || !copy (&move, error) || !exchange (&move, revision, error) ||
      !chn_store_drop_layouts (move.old->store, (guint) move.layout, error))
    return FALSE;
  return chn_store_find_shards (store, error) && chn_store_recover (store, &revision, error);
}

static gboolean
is_among (const ChnStore *store, gint64 begins)
{
  return chn_store_get_shard (store, chn_store_find_shard (store, begins))->begins == begins;
}

static gboolean
complain (const ChnStore *store, const char *what, const char *which, GError **error)
{
  chn_error_set (error, CHN_ERROR_CONFLICT, "list the servers that there are, and further ones",
                 "%s is spread over servers already, %s %s", store->name, what, which ? which : "the first one");
  return FALSE;
}

/* Each shard must stand in the file, at the same place. */
static gboolean
knows_shards (const ChnStore *store, const GPtrArray *servers, GError **error)
{
  for (guint i = 0; i < chn_store_count_shards (store); i++) {
    const ChnStoreShard *shard = chn_store_get_shard (store, i);
    const ChnStoreServer *server = NULL;
    for (guint k = 0; k < servers->len && !server; k++)
      if (((ChnStoreServer *) servers->pdata[k])->begins == shard->begins)
        server = servers->pdata[k];
    if (!server)
      return complain (store, "and the file lacks the one with the events from", shard->start, error);
    if (g_strcmp0 (server->place, shard->place) != 0)
      return complain (store, "and the file has another place for the events from", shard->start, error);
  }
  return TRUE;
}

gboolean
chn_store_match_servers (const ChnStore *store, const GPtrArray *servers, GError **error)
{
  if (!knows_shards (store, servers, error))
    return FALSE;
  if (servers->len > store->shards->len)
    chn_error_set (error, CHN_ERROR_CONFLICT, "add servers with: chancery store shards --shards FILE PLACE",
                   "%s is spread over fewer servers already", store->name);
  return servers->len == store->shards->len;
}

static gboolean
add_new (ChnStore *store, const GPtrArray *servers, GError **error)
{
  if (!chn_store_find_shards (store, error) || !knows_shards (store, servers, error))
    return FALSE;
  for (guint i = 0; i < servers->len; i++) {
    const ChnStoreServer *server = servers->pdata[i];
    if (!is_among (store, server->begins) && !add_server (store, server, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
chn_store_add_servers (ChnStore *store, const GPtrArray *servers, GError **error)
{
  if (!store->shards) {
    chn_error_set (error, CHN_ERROR_UNSUPPORTED,
                   "make a new one with: chancery store init --shards FILE PLACE; then push there",
                   "%s lies on one server", store->name);
    return FALSE;
  }
  if (!chn_store_lock_writers (store, error))
    return FALSE;
  gboolean added = add_new (store, servers, error);
  chn_store_unlock_writers (store);
  return added;
}
