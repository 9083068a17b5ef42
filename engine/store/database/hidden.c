/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How much of a store is not for everybody, counted in the database. */
#include "store/database/hidden.h"

#include <string.h>

#include "store/database/part-keys.h"
#include "store/database/rows.h"

static const char *
get_name (guint visibility)
{
  return chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, visibility);
}

static int
find_visibility (const char *name)
{
  return chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, name, -1, NULL);
}

char *
chn_store_dup_hidden_list (ChnDatabaseKind kind, ChnVisibility most)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  for (guint i = (guint) most + 1; i < CHN_N_VISIBILITIES; i++)
    g_ptr_array_add (keys, g_strconcat ("visibility ", get_name (i), NULL));
  return chn_store_dup_list (kind, keys);
}

/* Events that have one key of a list, and none of another. */
static gboolean
count_with (ChnStore *store, ChnStoreView view, const char *list, guint64 *n, GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s", chn_store_get_events (view),
                                               chn_store_get_keys_condition (store->kind));
  return chn_store_ask_number (store, question, (const char *const[]){ list }, 1, n, error);
}

static char *
dup_key_list (ChnDatabaseKind kind, const char *word, const char *name)
{
  g_autofree char *key = g_strconcat (word, " ", name, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_ptr_array_add (keys, key);
  return chn_store_dup_list (kind, keys);
}

gboolean
chn_store_count_whole (ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  guint64 n = 0;
  g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s", chn_store_get_events (view));
  if (!chn_store_ask_number (store, all, NULL, 0, &n, error))
    return FALSE;
  whole[CHN_VISIBILITY_PUBLIC] = (guint) n;
  for (guint i = CHN_VISIBILITY_PUBLIC + 1; i < CHN_N_VISIBILITIES; i++) {
    g_autofree char *list = dup_key_list (store->kind, "visibility", get_name (i));
    if (!count_with (store, view, list, &n, error))
      return FALSE;
    whole[i] = (guint) n;
    whole[CHN_VISIBILITY_PUBLIC] -= whole[i];
  }
  return TRUE;
}

/* "hides restricted quote in public 1", and how many events have that key. */
static gboolean
take_parts (const char *const *cells, guint n_cells, gpointer data, GError **error)
{
  ChnHidden *hidden = data;
  g_auto (GStrv) words = g_strsplit (cells[0], " ", -1);
  (void) n_cells, (void) error;
  if (g_strv_length (words) < 6)
    return TRUE;
  int part = find_visibility (words[1]), around = find_visibility (words[4]);
  guint n = (guint) g_ascii_strtoull (cells[1], NULL, 10);
  for (int most = 0; most < CHN_N_VISIBILITIES; most++)
    if (part > most && around <= most)
      *(strcmp (words[2], "quote") == 0 ? &hidden[most].n_quotes : &hidden[most].n_notes) += n;
  return TRUE;
}

/* On a server what has such parts lies apart, of what everybody sees nothing has any. */
static gboolean
count_parts (ChnStore *store, ChnStoreView view, ChnHidden *hidden, GError **error)
{
  static const char *const question[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] =
        "SELECT key, count(*) FROM event_key WHERE key BETWEEN 'hides ' AND 'hides~' GROUP BY key",
    [CHN_DATABASE_POSTGRESQL] = "SELECT k, count(*) FROM whole_event, unnest (keys) k"
                                " WHERE keys && ARRAY['" CHN_STORE_KEY_HIDES "'] AND k LIKE 'hides %' GROUP BY k",
  };
  return (store->kind == CHN_DATABASE_POSTGRESQL && view == CHN_STORE_SEES_PUBLIC) ||
         chn_store_ask (store, question[store->kind], NULL, 0, take_parts, hidden, error);
}

/* Whether a source is cited by events that are hidden, and by none that is shown. */
static gboolean
is_hidden_with_events (ChnStore *store, ChnStoreView view, const char *source, ChnVisibility most,
                       gboolean *is_hidden, GError **error)
{
  static const char *const both[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] = "SELECT count(*) FROM event_key c JOIN event_key v ON v.row = c.row"
                            " WHERE c.key IN (SELECT value FROM json_each ($1))"
                            " AND v.key IN (SELECT value FROM json_each ($2))",
    [CHN_DATABASE_POSTGRESQL] = "SELECT count(*) FROM whole_event WHERE keys && $1::text[] AND keys && $2::text[]",
  };
  g_autofree char *cited = dup_key_list (store->kind, "source", source),
                  *hidden = chn_store_dup_hidden_list (store->kind, most);
  guint64 n = 0, n_hidden = 0;
  *is_hidden = FALSE;
  if (!count_with (store, view, cited, &n, error) ||
      (n > 0 &&
       !chn_store_ask_number (store, both[store->kind], (const char *const[]){ cited, hidden }, 2, &n_hidden, error)))
    return FALSE;
  *is_hidden = n_hidden > 0 && n_hidden == n;
  return TRUE;
}

static guint
get_visibility (const ChnSource *source, ChnSourceField field)
{
  int term = source->text[field] ? find_visibility (source->text[field]) : CHN_VISIBILITY_PUBLIC;
  return term < 0 ? CHN_VISIBILITY_PRIVATE : (guint) term;
}

static gboolean
count_source (ChnStore *store, ChnStoreView view, const ChnSource *source, ChnHidden *hidden, GError **error)
{
  guint own = get_visibility (source, CHN_SOURCE_VISIBILITY);
  guint note = source->text[CHN_SOURCE_NOTE] ? get_visibility (source, CHN_SOURCE_NOTE_VISIBILITY) : 0;
  for (guint most = 0; most < CHN_N_VISIBILITIES; most++) {
    gboolean is_hidden = own > most;
    hidden[most].n_sources += is_hidden ? 1 : 0;
    if (note > most && !is_hidden &&
        !is_hidden_with_events (store, view, source->text[CHN_SOURCE_KEY], (ChnVisibility) most, &is_hidden, error))
      return FALSE;
    hidden[most].n_notes += note > most && !is_hidden ? 1 : 0;
  }
  return TRUE;
}

gboolean
chn_store_count_hidden (ChnStore *store, const ChnTimeline *named, ChnHidden *hidden, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  memset (hidden, 0, CHN_N_VISIBILITIES * sizeof *hidden);
  if (!chn_store_find_view (store, &view, error) || !chn_store_count_whole (store, view, whole, error) ||
      !count_parts (store, view, hidden, error))
    return FALSE;
  for (guint i = 0; i < chn_timeline_get_n_sources (named); i++)
    if (!count_source (store, view, chn_timeline_get_source (named, i), hidden, error))
      return FALSE;
  for (guint most = 0; most < CHN_N_VISIBILITIES; most++)
    for (guint i = most + 1; i < CHN_N_VISIBILITIES; i++)
      hidden[most].n_events += whole[i];
  return TRUE;
}
