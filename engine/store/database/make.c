/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the tables of a store, and says who may do what with them. */
#include "store/database/make.h"

#include "base/error.h"
#include "store/database/schema.h"
#include "store/database/view.h"

/*
 * Readers see what is public, and neither the past nor who wrote it; editors see and change all. A role that is not
 * there is made, where whoever makes the store may do that; else they are granted what they need when the store is
 * made again, once they are there. Roles are the server's: somebody who makes another store may make them meanwhile.
 */
static const char roles[] =
    "DO $$ DECLARE role text; BEGIN"
    "  FOREACH role IN ARRAY ARRAY['chancery_reader', 'chancery_editor'] LOOP"
    "    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = role);"
    "    BEGIN EXECUTE format ('CREATE ROLE %I', role);"
    "    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;"
    "  END LOOP;"
    "  EXECUTE format ('GRANT USAGE ON SCHEMA %I TO chancery_reader, chancery_editor', current_schema ());"
    "  GRANT SELECT ON store, shard, header, event, event_name TO chancery_reader;"
    "  EXECUTE format ('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO chancery_editor',"
    "                  current_schema ());"
    "EXCEPTION WHEN insufficient_privilege THEN NULL; END $$;";

gboolean
chn_store_grant (const ChnStore *store, GError **error)
{
  return store->kind == CHN_DATABASE_SQLITE || chn_store_run (store, roles, error);
}

/* Migrations may write each row anew, which indexes would make dear. */
gboolean
chn_store_renew (const ChnStore *store, guint schema, GError **error)
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
  return chn_store_grant (store, error);
}

/* Other writers wait until the tables stand; whoever was second finds them there. */
gboolean
chn_store_make (const ChnStore *store, GError **error)
{
  guint schema = 0;
  if (!chn_store_begin (store, error))
    return FALSE;
  if (chn_store_find_schema (store, &schema, error) &&
      (schema > 0 ||
       (chn_store_check_creator (store, error) && chn_store_migrate (store, 0, error) &&
        chn_store_make_indexes (store, "event", error) && chn_store_make_indexes (store, "whole_event", error))) &&
      (schema > 0 && schema != chn_store_get_newest_schema () ? TRUE : chn_store_grant (store, error)))
    return chn_store_commit (store, error);
  chn_store_roll_back (store);
  return FALSE;
}

/* Most are as they should be, which one question tells; else it is looked up what is there at all. */
static gboolean
is_newest (const ChnStore *store)
{
  g_autofree char *schema = chn_store_ask_text (store, "SELECT value FROM store WHERE key = 'schema'", NULL, 0, NULL);
  return schema && g_ascii_strtoull (schema, NULL, 10) == chn_store_get_newest_schema ();
}

gboolean
chn_store_check_schema (const ChnStore *store, GError **error)
{
  guint schema = 0, newest = chn_store_get_newest_schema ();
  if (is_newest (store))
    return TRUE;
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
