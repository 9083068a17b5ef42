/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Events that may be meant by what people call them: a document symbol in whatever spelling, or a title. */
#include "store/database/called.h"

#include <chancery/store-names.h>
#include <string.h>

#include "base/fold.h"
#include "base/suggest.h"
#include "model/symbol/pair.h"
#include "store/database/find.h"
#include "store/database/hidden.h"
#include "store/database/shards/lost.h"
#include "store/database/sql-words.h"

/* Where a name is made of words that so many events have, all are asked for it. */
enum { MOST_CALLED = 500 };

/* The numbers of a document symbol, which stay the same however it is spelled, but not the year behind it, which may
 * be left out. */
static char *
dup_numbers (const char *symbol)
{
  const char *end = symbol + strcspn (symbol, "(");
  while (*end && !(strspn (end + 1, "0123456789") == 4 && end[5] == ')'))
    end += 1 + strcspn (end + 1, "(");
  GString *numbers = g_string_new_len (symbol, end - symbol);
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

/* Of two symbols of one document, an event may have either. */
static gboolean
find_by_symbols (ChnStore *store, ChnStoreView view, const char *name, GHashTable *found, GError **error)
{
  g_autoptr (GPtrArray) readings = chn_pair_list_readings (name);
  for (guint i = 0; i < readings->len; i++) {
    g_autofree char *numbers = dup_numbers (readings->pdata[i]);
    const char *asked = *numbers ? numbers : readings->pdata[i];
    if (!find_by_words (store, view, CHN_WORDS_IN_SYMBOLS, asked, found, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
chn_store_find_called (ChnStore *store, ChnStoreView view, const char *name, GHashTable *ids, gboolean *are_all,
                       GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!find_by_symbols (store, view, name, found, error) ||
      !find_by_words (store, view, CHN_WORDS_IN_TEXT, name, found, error))
    return FALSE;
  *are_all = g_hash_table_size (found) < MOST_CALLED;
  chn_store_move_set (found, ids);
  return TRUE;
}

typedef struct {
  ChnSuggestion wanted;
  guint distance;
  GHashTable *ids; /* that are so far from it, and none is nearer */
} Nearest;

static gboolean
take_near (const char *const *cells, guint n, gpointer data, GError **error)
{
  Nearest *nearest = data;
  (void) n, (void) error;
  g_autofree char *folded = chn_fold_name (cells[0] ? cells[0] : "", -1);
  guint distance = chn_suggestion_measure (&nearest->wanted, folded);
  if (distance < nearest->distance)
    g_hash_table_remove_all (nearest->ids);
  nearest->distance = MIN (distance, nearest->distance);
  if (distance == nearest->distance && distance != G_MAXUINT)
    g_hash_table_add (nearest->ids, g_strdup (cells[0]));
  return TRUE;
}

gboolean
chn_store_find_nearest (ChnStore *store, ChnStoreView view, ChnVisibility most, const char *name, GHashTable *ids,
                        gboolean *are_all, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *hidden = chn_store_dup_hidden_list (store->kind, most);
  g_autofree char *condition = g_strconcat ("NOT ", chn_store_get_keys_condition (store->kind), NULL);
  Nearest nearest = { .distance = G_MAXUINT, .ids = found };
  chn_suggestion_init (&nearest.wanted, name, -1);
  gboolean is_asked = chn_store_ask_events (store, view, "id", condition, hidden, take_near, &nearest, error);
  chn_suggestion_clear (&nearest.wanted);
  *are_all = is_asked && g_hash_table_size (found) < MOST_CALLED;
  if (*are_all)
    chn_store_move_set (found, ids);
  return is_asked;
}

gboolean
chn_store_find_former (ChnStore *store, ChnStoreView view, const char *name, GHashTable *ids, gboolean *are_all,
                       GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *ending = g_strdup_printf ("LIMIT %d", MOST_CALLED);
  g_autofree char *condition = chn_store_dup_payload_condition (store->kind, ending);
  if (!chn_store_find_where (store, view, "id", condition, name, found, error))
    return FALSE;
  *are_all = g_hash_table_size (found) < MOST_CALLED;
  chn_store_move_set (found, ids);
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
