/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Brings a store that is spread to a newer schema.
 *
 * First the parent takes away what shows events, and says that it has the new schema, which keeps older programs out,
 * and a mark, which keeps the others out. Then each shard is brought there, which knows by its own number whether it
 * was; at last the parent shows events again, and takes the mark away. The copies of events that the parent has are
 * migrated like any table of events, under the name of one.
 */
#include "store/database/shards/upgrade.h"

#include "base/error.h"
#include "query/describe.h"
#include "store/database/make.h"
#include "store/database/shards/claim.h"
#include "store/database/shards/place.h"
#include "store/database/shards/schema.h"

static const char *const tables[] = { "event", "whole_event" };

/* Each statement for either table, which stands for "%T". */
static gboolean
run_for_both (const ChnStore *store, const char *sql, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GString) each = g_string_new (sql);
    g_string_replace (each, "%T", tables[i], 0);
    g_string_append (text, each->str);
  }
  return chn_store_run (store, text->str, error);
}

/* Whoever is about to reads waits for the views first, and then for what is behind them; so does this. */
static gboolean
hide_events (const ChnStore *store, GError **error)
{
  return chn_store_run (store,
                        "DO $$ BEGIN IF to_regclass ('event') IS NOT NULL THEN"
                        "  LOCK TABLE event, whole_event IN ACCESS EXCLUSIVE MODE;"
                        "END IF; END $$; DROP TABLE IF EXISTS all_event, all_whole_event CASCADE",
                        error);
}

static gboolean
migrate_copies (const ChnStore *store, guint schema, GError **error)
{
  return run_for_both (store,
                       "ALTER TABLE named_%T RENAME TO %T; CREATE TABLE past_%T (LIKE %T, until bigint NOT NULL);",
                       error) &&
         chn_store_migrate (store, schema, error) &&
         run_for_both (store,
                       "CREATE TABLE all_%T (LIKE past_%T) PARTITION BY RANGE (begins); DROP TABLE past_%T;"
                       "ALTER TABLE %T RENAME TO named_%T;",
                       error);
}

static gboolean
close_parent (const ChnStore *store, guint schema, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", schema);
  if (!chn_store_run (store, "BEGIN", error))
    return FALSE;
  if (hide_events (store, error) && migrate_copies (store, schema, error) &&
      chn_store_ask (store,
                     "INSERT INTO store (key, value) VALUES ('" CHN_STORE_UPGRADES
                     "', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                     (const char *const[]){ number }, 1, NULL, NULL, error) &&
      chn_store_commit (store, error))
    return TRUE;
  chn_store_roll_back (store);
  return FALSE;
}

static gboolean
upgrade_shard (const ChnStoreShard *shard, guint layout, GError **error)
{
  const ChnStore *store = shard->store;
  guint schema = 0;
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_find_schema (store, &schema, error) &&
      (schema >= chn_store_get_newest_schema () ||
       (chn_store_drop_layouts (store, 0, error) && chn_store_renew (store, schema, error) &&
        chn_store_lay_place (store, layout, shard->begins, shard->before, error))) &&
      chn_store_commit (store, error))
    return TRUE;
  chn_store_roll_back (store);
  return FALSE;
}

/* Writers tell the parent that there are dates with gaps, but did not always. */
static gboolean
look_for_gaps (const ChnStore *store, const ChnStoreShard *shard, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE shard SET gaps = EXISTS (SELECT FROM all_event_%u WHERE keys && ARRAY['" CHN_KEY_GAPS
      "']) OR EXISTS (SELECT FROM all_whole_event_%u WHERE keys && ARRAY['" CHN_KEY_GAPS "']) WHERE n = %u",
      shard->n, shard->n, shard->n);
  return chn_store_run (store, sql, error);
}

static gboolean
show_shard (const ChnStore *store, const char *schema, const ChnStoreShard *shard, guint layout, GError **error)
{
  g_autofree char *there = chn_store_ask_text (shard->store, "SELECT current_schema ()", NULL, 0, error);
  if (!there)
    return FALSE;
  g_autofree char *partitions = chn_store_dup_partitions (schema, shard, there, layout);
  g_autofree char *server = chn_store_dup_server (schema, shard->n);
  g_autofree char *fetching =
      g_strdup_printf ("ALTER SERVER %s OPTIONS (SET fetch_size '" CHN_STORE_FETCHED "')", server);
  return chn_store_run (store, fetching, error) && chn_store_run (store, partitions, error) &&
         chn_store_widen (store, shard, error) && look_for_gaps (store, shard, error);
}

/* What migrations have found to be names, of events of which the parent may have no copy yet. */
static gboolean
take_names (const ChnStore *store, const char *schema, const ChnStoreShard *shard, GError **error)
{
  g_autofree char *server = chn_store_dup_server (schema, shard->n);
  g_autofree char *there = chn_store_ask_text (shard->store, "SELECT current_schema ()", NULL, 0, error);
  if (!there)
    return FALSE;
  g_autofree char *quoted = chn_store_dup_quoted (there);
  g_autofree char *sql =
      g_strdup_printf ("CREATE FOREIGN TABLE names_there (key text, id text) SERVER %s OPTIONS (schema_name %s,"
                       " table_name '%%T_name');"
                       "INSERT INTO %%T_name (key, id) SELECT key, id FROM names_there WHERE id IN (SELECT id FROM"
                       " %%T_id) ON CONFLICT DO NOTHING; DROP FOREIGN TABLE names_there;",
                       server, quoted);
  return run_for_both (store, sql, error);
}

static gboolean
copy_named (const ChnStore *store, GError **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO named_%%T (%s) SELECT %s FROM %%T WHERE id = ANY (ARRAY (SELECT id FROM %%T_name"
                       " EXCEPT SELECT id FROM named_%%T)) ON CONFLICT DO NOTHING;",
                       columns->str, columns->str);
  return run_for_both (store, sql, error);
}

static gboolean
show_events (const ChnStore *store, guint layout, GError **error)
{
  g_autofree char *views = chn_store_dup_parent_views ();
  g_autofree char *schema = chn_store_ask_text (store, "SELECT current_schema ()", NULL, 0, error);
  if (!schema || !chn_store_run (store, views, error))
    return FALSE;
  for (guint i = 0; i < chn_store_count_shards (store); i++)
    if (!show_shard (store, schema, chn_store_get_shard (store, i), layout, error) ||
        !take_names (store, schema, chn_store_get_shard (store, i), error))
      return FALSE;
  return copy_named (store, error);
}

static gboolean
open_parent (const ChnStore *store, guint layout, GError **error)
{
  if (!chn_store_run (store, "BEGIN", error))
    return FALSE;
  if (show_events (store, layout, error) && chn_store_grant (store, error) &&
      chn_store_run (store, chn_store_parent_grants, error) &&
      chn_store_run (store, "DELETE FROM store WHERE key = '" CHN_STORE_UPGRADES "'", error) &&
      chn_store_commit (store, error))
    return TRUE;
  chn_store_roll_back (store);
  return FALSE;
}

/* Nothing is touched before it is known that all can be brought there. */
static gboolean
reach_all (ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  for (guint i = 0; i < chn_store_count_shards (store); i++) {
    ChnStoreShard *shard = chn_store_get_shard (store, i);
    if (!chn_store_open_shard (store, shard, error) || !chn_store_check_owner (shard->store, error) ||
        !chn_store_find_schema (shard->store, &schema, error))
      return FALSE;
    if (schema > newest)
      return chn_store_check_schema (shard->store, error);
  }
  return TRUE;
}

static gboolean
upgrade (ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  guint64 layout = 0, n_marks = 0;
  if (!chn_store_find_schema (store, &schema, error) || !chn_store_read_shards (store, error) ||
      !chn_store_ask_number (store, "SELECT count(*) FROM store WHERE key = '" CHN_STORE_UPGRADES "'", NULL, 0,
                             &n_marks, error) ||
      !chn_store_ask_number (store, "SELECT value FROM store WHERE key = 'layout'", NULL, 0, &layout, error))
    return FALSE;
  if (schema > newest || (schema == newest && n_marks == 0))
    return TRUE;
  if (!chn_store_check_owner (store, error) || !reach_all (store, error) ||
      (schema < newest && !close_parent (store, schema, error)))
    return FALSE;
  for (guint i = 0; i < chn_store_count_shards (store); i++)
    if (!upgrade_shard (chn_store_get_shard (store, i), (guint) layout, error))
      return FALSE;
  return open_parent (store, (guint) layout, error);
}

gboolean
chn_store_upgrade_spread (ChnStore *store, GError **error)
{
  if (!chn_store_lock_writers (store, error))
    return FALSE;
  gboolean upgraded = upgrade (store, error);
  chn_store_unlock_writers (store);
  return upgraded;
}
