/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Places in the index of words (word-list.c). Where words stand in rows that were written before is not looked up:
 * until they are written anew they have a key that says so, and a phrase is asked of them by the program.
 */
#include "store/database/schema-words.h"

#include <glib.h>

/* "%T" is the table. */
static const char *const statements[CHN_N_DATABASE_KINDS] = {
  [CHN_DATABASE_SQLITE] =
      "DROP TABLE %T_words;"
      "CREATE VIRTUAL TABLE %T_words USING fts5 (words, content = '%T', content_rowid = 'row',"
      " tokenize = 'unicode61 remove_diacritics 0', columnsize = 0);"
      "INSERT INTO %T_words (%T_words) VALUES ('rebuild');"
      "UPDATE %T SET keys = (SELECT json_group_array (k) FROM (SELECT value AS k FROM json_each (%T.keys)"
      " UNION SELECT 'words unplaced' ORDER BY 1));"
      "INSERT OR IGNORE INTO %T_key (key, row) SELECT 'words unplaced', row FROM %T;",
  [CHN_DATABASE_POSTGRESQL] =
      "UPDATE %T SET keys = ARRAY (SELECT k COLLATE \"C\" FROM (SELECT unnest (keys) UNION SELECT 'words unplaced')"
      " t (k) ORDER BY 1);",
};

char *
chn_store_dup_words_migration (ChnDatabaseKind kind)
{
  static const char *const tables[] = { "event", "whole_event" };
  GString *sql = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GString) one = g_string_new (statements[kind]);
    g_string_replace (one, "%T", tables[i], 0);
    g_string_append (sql, one->str);
  }
  return g_string_free (sql, FALSE);
}
