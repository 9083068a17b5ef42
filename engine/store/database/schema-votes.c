/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The keys of votes of which nothing is recorded, which were those of uncounted ones (vote-keys.c), and names of
 * these. */
#include "store/database/schema-votes.h"

/* A vote of which anything is recorded has a method. "%T" is the table. */
static const char *const statements[CHN_N_DATABASE_KINDS] = {
  [CHN_DATABASE_SQLITE] =
      "UPDATE %T_key SET key = key || 'none' WHERE key IN ('yes ?', 'no ?', 'abstain ?')"
      " AND row IN (SELECT row FROM %T WHERE method IS NULL);"
      "UPDATE %T SET keys = replace (keys, ' ?\"', ' ?none\"') WHERE method IS NULL AND keys LIKE '% ?\"%';"
      "INSERT INTO %T_name (key, id) SELECT k.key, min (e.id) FROM %T_key k JOIN %T e ON e.row = k.row"
      " WHERE k.key IN ('yes ?', 'no ?', 'abstain ?') GROUP BY k.key ON CONFLICT DO NOTHING;",
  [CHN_DATABASE_POSTGRESQL] =
      "UPDATE %T SET keys = array_replace (array_replace (array_replace (keys, 'yes ?', 'yes ?none'), 'no ?', 'no "
      "?none'),"
      " 'abstain ?', 'abstain ?none') WHERE method IS NULL AND keys && ARRAY['yes ?', 'no ?', 'abstain ?'];"
      "INSERT INTO %T_name (key, id) SELECT k, min (id) FROM %T, unnest (keys) k"
      " WHERE keys && ARRAY['yes ?', 'no ?', 'abstain ?'] AND k IN ('yes ?', 'no ?', 'abstain ?') GROUP BY k ON "
      "CONFLICT DO NOTHING;",
};

char *
chn_store_dup_votes_migration (ChnDatabaseKind kind)
{
  static const char *const tables[] = { "event", "whole_event" };
  g_autoptr (GString) sql = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GString) one = g_string_new (statements[kind]);
    g_string_replace (one, "%T", tables[i], 0);
    g_string_append (sql, one->str);
  }
  return g_strdup (sql->str);
}
