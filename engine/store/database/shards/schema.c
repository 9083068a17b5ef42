/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The tables and views by which a store is spread over servers. */
#include "store/database/shards/schema.h"

#include <string.h>

static const char *const tables[] = { "event", "whole_event" };

char *
chn_store_dup_quoted (const char *text)
{
  GString *quoted = g_string_new (text);
  g_string_replace (quoted, "'", "''", 0);
  g_string_prepend_c (quoted, '\'');
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static char *
dup_columns (void)
{
  GString *columns = g_string_new (NULL);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  return g_string_free (columns, FALSE);
}

/* Written out, so that a server compares numbers of its own kind and looks at bounds. */
static char *
dup_range (gint64 begins, gint64 before)
{
  GString *text = g_string_new ("TRUE");
  if (begins != G_MININT64)
    g_string_append_printf (text, " AND begins >= '%" G_GINT64_FORMAT "'::bigint", begins);
  if (before != G_MAXINT64)
    g_string_append_printf (text, " AND begins < '%" G_GINT64_FORMAT "'::bigint", before);
  return g_string_free (text, FALSE);
}

char *
chn_store_dup_shard_views (guint layout, gint64 begins, gint64 before)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *columns = dup_columns (), *range = dup_range (begins, before);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql,
                            "DROP VIEW IF EXISTS all_%s_%u; CREATE VIEW all_%s_%u AS SELECT %s, '%" G_GINT64_FORMAT
                            "'::bigint AS until FROM %s WHERE %s UNION ALL SELECT %s, until FROM past_%s WHERE %s;"
                            "CREATE INDEX IF NOT EXISTS past_%s_until ON past_%s (until);",
                            tables[i], layout, tables[i], layout, columns, G_MAXINT64, tables[i], range, columns,
                            tables[i], range, tables[i], tables[i]);
  return g_string_free (sql, FALSE);
}

#define NEWEST "(SELECT max (n) FROM revision)"
#define CLAIMED "(ARRAY (SELECT n FROM claim))"

/* What a revision wrote that is there, and none that is there took away. */
#define IS_SEEN "since <= " NEWEST " AND since <> ALL " CLAIMED " AND (until > " NEWEST " OR until = ANY " CLAIMED ")"
#define IS_PAST "since <> ALL " CLAIMED " AND until <= " NEWEST " AND until <> ALL " CLAIMED

/* As the query asks for it, to the letter: then a server sees that there is none. */
#define RECURS "keys && ''{\"date recurs\"}''::text[]"

/*
 * What no event of a shard goes beyond, by which questions are pruned: an event that does moves it. Editors do not
 * own the partitions, so a function does that for them, which can do nothing else.
 */
static const char widen[] =
    "DO $$ BEGIN EXECUTE format ('DROP FUNCTION IF EXISTS %I.widen', current_schema ()); END $$;"
    "CREATE FUNCTION widen (which integer, ends bigint, recur boolean, gap boolean) RETURNS void LANGUAGE plpgsql"
    " SECURITY DEFINER"
    " SET search_path FROM CURRENT AS $f$ DECLARE s shard; t text; BEGIN"
    "  UPDATE shard SET latest = greatest (latest, ends), recurs = recurs OR recur, gaps = gaps OR gap"
    " WHERE n = which RETURNING * INTO s;"
    "  FOREACH t IN ARRAY ARRAY['event', 'whole_event'] LOOP"
    "    EXECUTE format ('ALTER FOREIGN TABLE all_%s_%s DROP CONSTRAINT IF EXISTS reach, ADD CONSTRAINT reach CHECK"
    " (ends <= %L::bigint), DROP CONSTRAINT IF EXISTS recurs', t, which, s.latest);"
    "    IF NOT s.recurs THEN EXECUTE format ('ALTER FOREIGN TABLE all_%s_%s ADD CONSTRAINT recurs CHECK (NOT "
    "(" RECURS "))', t, which); END IF;"
    "  END LOOP; END $f$; REVOKE EXECUTE ON FUNCTION widen FROM PUBLIC;";

const char *const chn_store_seen_view = "CREATE VIEW seen_event AS SELECT * FROM event e WHERE NOT EXISTS (SELECT 1 "
                                        "FROM whole_event_id w WHERE w.id = e.id"
                                        " AND w.timeline = e.timeline) UNION ALL SELECT * FROM whole_event;";

char *
chn_store_dup_parent_views (void)
{
  GString *sql = g_string_new (widen);
  g_autofree char *columns = dup_columns ();
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (sql,
                            "CREATE VIEW %s AS SELECT %s FROM all_%s WHERE " IS_SEEN ";"
                            "CREATE VIEW past_%s AS SELECT %s, until FROM all_%s WHERE " IS_PAST ";",
                            tables[i], columns, tables[i], tables[i], columns, tables[i]);
  g_string_append (sql, chn_store_seen_view);
  return g_string_free (sql, FALSE);
}

char *
chn_store_dup_parent_tables (void)
{
  GString *sql = g_string_new ("CREATE TABLE claim (n bigint PRIMARY KEY, shards integer[] NOT NULL);"
                               "CREATE VIEW newest_revision AS SELECT coalesce (max (n), 0) AS n FROM revision;");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    GString *each = g_string_new (
        "CREATE TABLE %T_id (id text NOT NULL, timeline text COLLATE \"C\" NOT NULL, begins bigint NOT NULL, ends"
        " bigint NOT NULL, visibility text NOT NULL, ord bigint NOT NULL, hides text[], PRIMARY KEY (id, timeline));"
        "CREATE INDEX %T_id_begins ON %T_id (begins); CREATE INDEX %T_id_ends ON %T_id (ends);"
        "CREATE TABLE %T_count (visibility text PRIMARY KEY, n bigint NOT NULL);"
        "CREATE TABLE named_%T (LIKE %T, PRIMARY KEY (id, timeline));"
        "CREATE TABLE all_%T (LIKE past_%T) PARTITION BY RANGE (begins);"
        "DROP TABLE %T; DROP TABLE past_%T;");
    g_string_replace (each, "%T", tables[i], 0);
    g_string_append (sql, each->str);
    g_string_free (each, TRUE);
  }
  g_autofree char *views = chn_store_dup_parent_views ();
  g_string_append (sql, views);
  return g_string_free (sql, FALSE);
}

static void
append_option (GString *sql, const char *name, const char *value)
{
  g_autofree char *quoted = value ? chn_store_dup_quoted (value) : NULL;
  if (quoted)
    g_string_append_printf (sql, "%s%s %s", g_str_has_suffix (sql->str, "(") ? "" : ", ", name, quoted);
}

/* Options of a connection that a place ends with; those of a session are the parent's own. */
static void
append_options (GString *sql, const ChnStoreServer *server)
{
  g_auto (GStrv) each = g_strsplit (server->options ? server->options : "", "&", -1);
  for (guint i = 0; each[i]; i++) {
    char *value = strchr (each[i], '=');
    if (!value || g_str_has_prefix (each[i], "options=") || g_str_has_prefix (each[i], "application_name="))
      continue;
    *value++ = '\0';
    g_autofree char *plain = g_uri_unescape_string (value, NULL);
    if (*each[i] && strspn (each[i], "abcdefghijklmnopqrstuvwxyz_") == strlen (each[i]))
      append_option (sql, each[i], plain);
  }
  if (!server->options || !strstr (server->options, "connect_timeout="))
    append_option (sql, "connect_timeout", "5");
}

char *
chn_store_dup_parent_server (const char *schema, guint n, const ChnStoreServer *server, const char *user)
{
  g_autofree char *name = chn_store_dup_server (schema, n);
  GString *sql = g_string_new (NULL);
  g_string_printf (sql,
                   "DROP SERVER IF EXISTS %s CASCADE; CREATE SERVER %s FOREIGN DATA WRAPPER postgres_fdw OPTIONS ("
                   "fetch_size '" CHN_STORE_FETCHED "', batch_size '1000', async_capable 'true'",
                   name, name);
  append_option (sql, "host", server->host);
  append_option (sql, "port", server->port);
  append_option (sql, "dbname", server->database);
  append_options (sql, server);
  g_string_append_printf (sql, "); CREATE USER MAPPING FOR CURRENT_USER SERVER %s OPTIONS (", name);
  append_option (sql, "\"user\"", server->user ? server->user : user);
  append_option (sql, "password", server->password);
  g_string_append (sql, ");");
  return g_string_free (sql, FALSE);
}

static char *
dup_bound (gint64 at)
{
  if (at == G_MININT64)
    return g_strdup ("MINVALUE");
  return at == G_MAXINT64 ? g_strdup ("MAXVALUE") : g_strdup_printf ("'%" G_GINT64_FORMAT "'", at);
}

char *
chn_store_dup_partitions (const char *schema, const ChnStoreShard *shard, const char *shard_schema, guint layout)
{
  GString *sql = g_string_new (NULL);
  g_autofree char *columns = dup_columns (), *server = chn_store_dup_server (schema, shard->n),
                  *there = chn_store_dup_quoted (shard_schema), *from = dup_bound (shard->begins),
                  *to = dup_bound (shard->before), *range = dup_range (shard->begins, shard->before);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (
        sql,
        "CREATE FOREIGN TABLE all_%s_%u PARTITION OF all_%s (CONSTRAINT range CHECK (%s)) FOR VALUES FROM"
        " (%s) TO (%s) SERVER %s OPTIONS (schema_name %s, table_name 'all_%s_%u');"
        "CREATE VIEW %s_%u AS SELECT %s FROM all_%s_%u WHERE " IS_SEEN ";",
        tables[i], shard->n, tables[i], range, from, to, server, there, tables[i], layout, tables[i], shard->n,
        columns, tables[i], shard->n);
  g_string_append_printf (sql,
                          "DO $$ BEGIN GRANT SELECT ON event_%u TO chancery_reader; GRANT SELECT ON whole_event_%u TO"
                          " chancery_editor; GRANT USAGE ON FOREIGN SERVER %s TO chancery_editor; EXCEPTION WHEN"
                          " insufficient_privilege OR undefined_object THEN NULL; END $$;",
                          shard->n, shard->n, server);
  return g_string_free (sql, FALSE);
}

const char *const chn_store_parent_grants =
    "DO $$ BEGIN"
    "  GRANT SELECT ON event_id, event_count, named_event, newest_revision TO chancery_reader;"
    "  GRANT EXECUTE ON FUNCTION widen TO chancery_editor;"
    "EXCEPTION WHEN insufficient_privilege OR undefined_object THEN NULL; END $$;";
