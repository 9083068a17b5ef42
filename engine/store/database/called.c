/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that may be meant by what people call them: a document symbol in whatever spelling, or a title. */
#include "store/database/called.h"

#include <string.h>

#include "store/database/find.h"
#include "store/database/sql-words.h"

/* Where a name is made of words that so many events have, all are asked for it. */
enum { MOST_CALLED = 500 };

/* The numbers of a document symbol, which stay the same however it is spelled, but not the year behind it, which may
 * be left out. */
static char *
dup_numbers (const char *symbol)
{
  const char *end = strstr (symbol, " (");
  GString *numbers = g_string_new_len (symbol, end ? end - symbol : (gssize) strlen (symbol));
  for (gsize i = 0; i < numbers->len; i++)
    if (!g_ascii_isdigit (numbers->str[i]))
      numbers->str[i] = ' ';
  return g_strstrip (g_string_free (numbers, FALSE));
}

static gboolean
find_by_words (ChnStore *store, ChnStoreView view, ChnWordPlace place, const char *text, GHashTable *found,
               GError **error)
{
  g_autofree char *words = chn_sql_dup_words_of (store->kind, place, text);
  g_autofree char *having = chn_sql_dup_words_condition (store->kind, 1);
  g_autofree char *condition = g_strdup_printf ("%s LIMIT %d", having, MOST_CALLED);
  return !words || chn_store_find_where (store, view, "id", condition, words, found, error);
}

gboolean
chn_store_find_called (ChnStore *store, ChnStoreView view, const char *name, GHashTable *ids, gboolean *are_all,
                       GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *numbers = dup_numbers (name);
  GHashTableIter iter;
  gpointer id;
  if (!find_by_words (store, view, CHN_WORDS_IN_SYMBOLS, *numbers ? numbers : name, found, error) ||
      !find_by_words (store, view, CHN_WORDS_IN_TEXT, name, found, error))
    return FALSE;
  *are_all = g_hash_table_size (found) < MOST_CALLED;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ids, g_strdup (id));
  return TRUE;
}

gboolean
chn_store_read_called (ChnStore *store, const char *name, ChnTimelineBuilder *builder, gboolean *are_all,
                       GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChnStoreWanted wanted = { .where = "FALSE" };
  gboolean any = FALSE;
  return chn_store_find_view (store, &wanted.view, error) && chn_store_find_apart (store, wanted.view, &any, error) &&
         chn_store_read_header (store, &wanted, builder, error) &&
         chn_store_find_called (store, wanted.view, name, ids, are_all, error) &&
         chn_store_read_ids (store, &wanted, ids, builder, error);
}
