/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The tables of a store, by numbered migrations. */
#include "store/database/schema.h"

#include <string.h>

#include "base/error.h"
#include "store/database/rank.h"
#include "store/database/schema-keys.h"
#include "store/database/schema-votes.h"
#include "store/database/schema-words.h"

typedef struct {
  const char *name;
  const char *type[CHN_N_DATABASE_KINDS];
  gboolean is_later; /* a migration after the first adds it */
} Column;

#define TEXT                                                                                                         \
  {                                                                                                                  \
    "text", "text"                                                                                                   \
  }

static const Column own_columns[CHN_STORE_N_OWN_COLUMNS] = {
  [CHN_STORE_TIMELINE] = { "timeline", { "text NOT NULL", "text COLLATE \"C\" NOT NULL" }, FALSE },
  [CHN_STORE_ORD] = { "ord", { "integer NOT NULL", "bigint NOT NULL" }, FALSE },
  [CHN_STORE_SINCE] = { "since", { "integer NOT NULL", "bigint NOT NULL" }, FALSE },
  [CHN_STORE_BEGINS] = { "begins", { "integer NOT NULL", "bigint NOT NULL" }, FALSE },
  [CHN_STORE_ENDS] = { "ends", { "integer NOT NULL", "bigint NOT NULL" }, FALSE },
  [CHN_STORE_RANK] = { "rank", { "integer", "bigint" }, TRUE },
  [CHN_STORE_N_YES] = { "n_yes", { "integer", "integer" }, FALSE },
  [CHN_STORE_N_NO] = { "n_no", { "integer", "integer" }, FALSE },
  [CHN_STORE_N_ABSTAIN] = { "n_abstain", { "integer", "integer" }, FALSE },
  [CHN_STORE_KEYS] = { "keys", { "text NOT NULL", "text[] COLLATE \"C\" NOT NULL" }, FALSE },
  [CHN_STORE_WORDS] = { "words", { "text NOT NULL", "tsvector NOT NULL" }, FALSE },
};

/* CSV's columns that are written; days since another date are no part of an event. */
static int
find_csv_column (guint index)
{
  guint column = index - CHN_STORE_N_OWN_COLUMNS;
  return (int) (column >= CHN_COLUMN_SINCE ? column + 1 : column);
}

guint
chn_store_count_columns (void)
{
  return CHN_STORE_N_OWN_COLUMNS + CHN_N_WRITTEN_COLUMNS - 1;
}

int
chn_store_get_csv_column (guint index)
{
  return index < CHN_STORE_N_OWN_COLUMNS ? -1 : find_csv_column (index);
}

const char *
chn_store_get_column (guint index)
{
  return index < CHN_STORE_N_OWN_COLUMNS ? own_columns[index].name
                                         : chn_csv_column_get_name ((ChnCsvColumn) find_csv_column (index));
}

#define HAS_ID_POSTGRESQL(number) "id = ANY ($" number "::text[])"
#define HAS_ID_SQLITE(number) "id IN (SELECT value FROM json_each ($" number "))"
#define HAS_KEY_POSTGRESQL(number) "keys && $" number "::text[]"
#define HAS_KEY_SQLITE(number)                                                                                       \
  "row IN (SELECT row FROM event_key WHERE key IN (SELECT value FROM json_each ($" number ")))"

const char *
chn_store_get_ids_condition (ChnDatabaseKind kind)
{
  return kind == CHN_DATABASE_POSTGRESQL ? HAS_ID_POSTGRESQL ("1") : HAS_ID_SQLITE ("1");
}

const char *
chn_store_get_keys_condition (ChnDatabaseKind kind)
{
  return kind == CHN_DATABASE_POSTGRESQL ? HAS_KEY_POSTGRESQL ("1") : HAS_KEY_SQLITE ("1");
}

char *
chn_store_dup_ids_condition (ChnDatabaseKind kind, guint number)
{
  return g_strdup_printf (kind == CHN_DATABASE_POSTGRESQL ? HAS_ID_POSTGRESQL ("%u") : HAS_ID_SQLITE ("%u"), number);
}

char *
chn_store_dup_keys_condition (ChnDatabaseKind kind, guint number)
{
  return g_strdup_printf (kind == CHN_DATABASE_POSTGRESQL ? HAS_KEY_POSTGRESQL ("%u") : HAS_KEY_SQLITE ("%u"),
                          number);
}

static void
append_event_columns (GString *sql, ChnDatabaseKind kind)
{
  for (guint i = 0; i < chn_store_count_columns (); i++) {
    if (i < CHN_STORE_N_OWN_COLUMNS && own_columns[i].is_later)
      continue;
    const char *type = i < CHN_STORE_N_OWN_COLUMNS ? own_columns[i].type[kind] : "text";
    g_string_append_printf (sql, "  \"%s\" %s,\n", chn_store_get_column (i), type);
  }
}

/* A table of events as they are, or as they were until a revision. */
static void
append_event_table (GString *sql, ChnDatabaseKind kind, const char *name, gboolean is_past)
{
  g_string_append_printf (sql, "CREATE TABLE %s (\n", name);
  if (kind == CHN_DATABASE_SQLITE)
    g_string_append (sql, "  row integer PRIMARY KEY,\n");
  append_event_columns (sql, kind);
  g_string_append (sql, is_past ? "  until bigint NOT NULL,\n  " : "  ");
  g_string_append (sql, kind == CHN_DATABASE_SQLITE ? "UNIQUE" : "PRIMARY KEY");
  g_string_append (sql, is_past ? " (id, timeline, since)\n);\n" : " (id, timeline)\n);\n");
}

/*
 * SQLite has no lists: keys lie in a table of their own, words in an index of FTS5 over the column. Whoever writes
 * events writes these, too (push.c): triggers may not, in a file that somebody else may have made.
 */
static void
append_lists (GString *sql, const char *table)
{
  g_string_append_printf (
      sql, "CREATE TABLE %s_key (key text NOT NULL, row integer NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID;\n",
      table);
  g_string_append_printf (sql,
                          "CREATE VIRTUAL TABLE %s_words USING fts5 (words, content = '%s', content_rowid = 'row',"
                          " tokenize = 'unicode61 remove_diacritics 0', detail = none);\n",
                          table, table);
}

static const char *const event_tables[] = { "event", "whole_event" };
static const char *const header_tables[] = { "header", "whole_header" };

static void
append_tables (GString *sql, ChnDatabaseKind kind)
{
  g_string_append (sql, "CREATE TABLE store (key text PRIMARY KEY, value text NOT NULL);\n");
  g_string_append (sql, kind == CHN_DATABASE_SQLITE
                            ? "CREATE TABLE revision (n integer PRIMARY KEY, at text NOT NULL DEFAULT"
                              " (strftime ('%Y-%m-%dT%H:%M:%fZ', 'now')), who text NOT NULL, note text);\n"
                            : "CREATE TABLE revision (n bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT"
                              " clock_timestamp (), who text NOT NULL DEFAULT session_user, note text);\n");
  for (guint i = 0; i < G_N_ELEMENTS (header_tables); i++)
    g_string_append_printf (
        sql,
        "CREATE TABLE %s (since bigint PRIMARY KEY, body text NOT NULL);\n"
        "CREATE TABLE past_%s (since bigint PRIMARY KEY, body text NOT NULL, until bigint NOT NULL);\n",
        header_tables[i], header_tables[i]);
  for (guint i = 0; i < G_N_ELEMENTS (event_tables); i++) {
    g_autofree char *past = g_strconcat ("past_", event_tables[i], NULL);
    append_event_table (sql, kind, event_tables[i], FALSE);
    append_event_table (sql, kind, past, TRUE);
    g_string_append_printf (sql, "CREATE TABLE %s_name (key text PRIMARY KEY, id text NOT NULL);\n", event_tables[i]);
    if (kind == CHN_DATABASE_SQLITE)
      append_lists (sql, event_tables[i]);
  }
}

static char *
dup_first (ChnDatabaseKind kind)
{
  GString *sql = g_string_new (NULL);
  append_tables (sql, kind);
  return g_string_free (sql, FALSE);
}

/* Over which servers a store is spread (shards/shards.h): over none, until that is asked for. */
static char *
dup_shards_migration (ChnDatabaseKind kind)
{
  return g_strdup (
      kind == CHN_DATABASE_SQLITE
          ? "SELECT 1"
          : "CREATE TABLE shard (n integer PRIMARY KEY, start text, begins bigint NOT NULL, latest bigint"
            " NOT NULL, recurs boolean NOT NULL DEFAULT FALSE, place text NOT NULL);");
}

/* Whether a server may have dates with gaps; of those that were written before that is not known. */
static char *
dup_gaps_migration (ChnDatabaseKind kind)
{
  return g_strdup (kind == CHN_DATABASE_SQLITE
                       ? "SELECT 1"
                       : "ALTER TABLE shard ADD COLUMN IF NOT EXISTS gaps boolean NOT NULL DEFAULT TRUE;");
}

typedef char *(*MigrationFunc) (ChnDatabaseKind kind);

/* Number i makes schema i + 1 of schema i. What is here is never changed, only added to. */
static const MigrationFunc migrations[] = { dup_first,
                                            chn_store_dup_keys_migration,
                                            chn_store_dup_rank_migration,
                                            chn_store_dup_votes_migration,
                                            dup_shards_migration,
                                            chn_store_dup_words_migration,
                                            dup_gaps_migration };

guint
chn_store_get_newest_schema (void)
{
  return G_N_ELEMENTS (migrations);
}

/* Whether there is a table of that name, which an empty database lacks. */
static gboolean
has_tables (const ChnStore *store, gboolean *has, GError **error)
{
  static const char *const question[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "SELECT count(*) FROM sqlite_master WHERE name = 'store'",
    [CHN_DATABASE_POSTGRESQL] = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema () AND"
                                " tablename = 'store'",
  };
  g_autofree char *n = chn_store_ask_text (store, question[store->kind], NULL, 0, error);
  *has = g_strcmp0 (n, "1") == 0;
  return n != NULL;
}

gboolean
chn_store_find_schema (const ChnStore *store, guint *schema, GError **error)
{
  gboolean has = FALSE;
  *schema = 0;
  if (!has_tables (store, &has, error))
    return FALSE;
  if (!has)
    return TRUE;
  g_autofree char *text = chn_store_ask_text (store, "SELECT value FROM store WHERE key = 'schema'", NULL, 0, error);
  *schema = text ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
  if (!text && error && !*error)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "name another database",
                   "%s has a table \"store\", but is no store of this program", store->name);
  return text != NULL;
}

gboolean
chn_store_migrate (const ChnStore *store, guint from, GError **error)
{
  static const char write_down[] = "INSERT INTO store (key, value) VALUES ('schema', $1)"
                                   " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  for (guint i = from; i < G_N_ELEMENTS (migrations); i++) {
    g_autofree char *sql = migrations[i](store->kind);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    if (!chn_store_run (store, sql, error) ||
        !chn_store_ask (store, write_down, (const char *const[]){ number }, 1, NULL, NULL, error))
      return FALSE;
  }
  return TRUE;
}

/* What each table of events is looked up by; keys and words are lists. */
static const struct {
  const char *name;
  const char *on;
  const char *where;
} indexes[] = {
  { "begins", "(begins, ends)", "" }, { "ends", "(ends)", "" },
  { "rank", "(rank)", "" },           { "no", "(n_no)", " WHERE n_no IS NOT NULL" },
  { "ord", "(ord)", "" },
  { "keys", "USING gin (keys)", "" }, { "words", "USING gin (words)", "" },
};

gboolean
chn_store_drop_indexes (const ChnStore *store, const char *table, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++) {
    g_autofree char *sql = g_strdup_printf ("DROP INDEX IF EXISTS %s_%s", table, indexes[i].name);
    if (!chn_store_run (store, sql, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
chn_store_make_indexes (const ChnStore *store, const char *table, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++) {
    if (store->kind == CHN_DATABASE_SQLITE && g_str_has_prefix (indexes[i].on, "USING"))
      continue;
    g_autofree char *sql = g_strdup_printf ("CREATE INDEX IF NOT EXISTS %s_%s ON %s %s%s", table, indexes[i].name,
                                            table, indexes[i].on, indexes[i].where);
    if (!chn_store_run (store, sql, error))
      return FALSE;
  }
  return TRUE;
}
