/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How much of a store is not for everybody, counted in the database. */
#include "store/database/hidden.h"

#include <string.h>

#include "store/database/part-keys.h"
#include "store/database/rows.h"
#include "store/database/shards/shards.h"
#include "timeline/sealed.h"

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
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s", chn_store_get_events (store, view),
                                               chn_store_get_keys_condition (store->kind));
  return chn_store_ask_number (store, question, (const char *const[]){ list }, 1, n, error);
}

/* Those that are not for everybody. */
static gboolean
count_apart (ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  guint64 n = 0;
  gboolean any = FALSE;
  if (!chn_store_find_apart (store, view, &any, error))
    return FALSE;
  for (guint i = CHN_VISIBILITY_PUBLIC + 1; i < CHN_N_VISIBILITIES; i++) {
    g_autofree char *list = chn_store_dup_key_list (store->kind, "visibility", get_name (i));
    if (any && !count_with (store, view, list, &n, error))
      return FALSE;
    whole[i] = (guint) n;
  }
  return TRUE;
}

gboolean
chn_store_count_whole (ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  guint64 n = 0;
  if (store->shards)
    return chn_store_count_spread (store, view, whole, error);
  /* The few of which there is more are joined, not the many. */
  static const char *const all[] = {
    [CHN_STORE_SEES_PUBLIC] = "SELECT count(*) FROM event",
    [CHN_STORE_SEES_ALL] =
        "SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM whole_event w WHERE NOT EXISTS"
        " (SELECT 1 FROM event e WHERE e.id = w.id AND e.timeline = w.timeline))",
  };
  if (!chn_store_ask_number (store, all[view], NULL, 0, &n, error) || !count_apart (store, view, whole, error))
    return FALSE;
  whole[CHN_VISIBILITY_PUBLIC] = (guint) n;
  for (guint i = CHN_VISIBILITY_PUBLIC + 1; i < CHN_N_VISIBILITIES; i++)
    whole[CHN_VISIBILITY_PUBLIC] -= whole[i];
  return TRUE;
}

/* What is counted: numbers by the most that may be seen, and sources that were met, each once. */
typedef struct {
  ChnHidden *hidden;
  GHashTable *sources; /* by key */
  GPtrArray *remarks;  /* keys of rows: "hides private remark in public KEY" */
} Counting;

static void
count_source (Counting *counting, const char *key, int visibility)
{
  if (!g_hash_table_add (counting->sources, g_strdup (key)))
    return;
  for (int most = 0; most < visibility; most++)
    counting->hidden[most].n_sources++;
}

/* "hides restricted quote in public 1", "hides private source KEY", and how many events have that key. */
static gboolean
take_parts (const char *const *cells, guint n_cells, gpointer data, GError **error)
{
  Counting *counting = data;
  ChnHidden *hidden = counting->hidden;
  g_auto (GStrv) words = g_strsplit (cells[0], " ", -1);
  (void) n_cells, (void) error;
  if (g_strv_length (words) < 4)
    return TRUE;
  int part = find_visibility (words[1]), around = words[4] ? find_visibility (words[4]) : -1;
  guint n = (guint) g_ascii_strtoull (cells[1], NULL, 10);
  if (strcmp (words[2], "source") == 0)
    count_source (counting, strstr (cells[0], " source ") + strlen (" source "), part);
  else if (strcmp (words[2], "remark") == 0)
    g_ptr_array_add (counting->remarks, g_strdup (cells[0]));
  else
    for (int most = 0; most < CHN_N_VISIBILITIES; most++)
      if (part > most && around <= most)
        *(strcmp (words[2], "quote") == 0 ? &hidden[most].n_quotes : &hidden[most].n_notes) += n;
  return TRUE;
}

/* On a server what has such parts lies apart, of what everybody sees nothing has any. */
static gboolean
count_parts (ChnStore *store, ChnStoreView view, Counting *counting, GError **error)
{
  static const char *const question[CHN_N_DATABASE_KINDS] = {
    [CHN_DATABASE_SQLITE] =
        "SELECT key, count(*) FROM event_key WHERE key BETWEEN 'hides ' AND 'hides~' GROUP BY key",
    [CHN_DATABASE_POSTGRESQL] = "SELECT k, count(*) FROM whole_event, unnest (keys) k"
                                " WHERE keys && ARRAY['" CHN_STORE_KEY_HIDES "'] AND k LIKE 'hides %' GROUP BY k",
  };
  static const char spread[] = "SELECT k, count(*) FROM whole_event_id, unnest (hides) k GROUP BY k";
  gboolean any = FALSE;
  return chn_store_find_apart (store, view, &any, error) &&
         (!any || chn_store_ask (store, store->shards ? spread : question[store->kind], NULL, 0, take_parts, counting,
                                 error));
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
  g_autofree char *cited = chn_store_dup_key_list (store->kind, "source", source),
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

/* The note of a source that is shown, as long as its source is. */
static gboolean
count_remark (ChnStore *store, ChnStoreView view, const char *source, guint note, guint own, ChnHidden *hidden,
              GError **error)
{
  for (guint most = own; most < note; most++) {
    gboolean is_hidden = FALSE;
    if (!is_hidden_with_events (store, view, source, (ChnVisibility) most, &is_hidden, error))
      return FALSE;
    hidden[most].n_notes += is_hidden ? 0 : 1;
  }
  return TRUE;
}

static gboolean
count_remarks (ChnStore *store, ChnStoreView view, const Counting *counting, GError **error)
{
  for (guint i = 0; i < counting->remarks->len; i++) {
    const char *key = counting->remarks->pdata[i];
    g_auto (GStrv) words = g_strsplit (key, " ", 6);
    if (!count_remark (store, view, words[5], (guint) find_visibility (words[1]), (guint) find_visibility (words[4]),
                       counting->hidden, error))
      return FALSE;
  }
  return TRUE;
}

/* Sources that the header has, too: those that no event cites. */
static gboolean
count_header (ChnStore *store, ChnStoreView view, const ChnTimeline *named, Counting *counting, GError **error)
{
  for (guint i = 0; i < chn_timeline_get_n_sources (named); i++) {
    const ChnSource *source = chn_timeline_get_source (named, i);
    const char *key = source->text[CHN_SOURCE_KEY];
    guint own = get_visibility (source, CHN_SOURCE_VISIBILITY);
    guint note = source->text[CHN_SOURCE_NOTE] ? get_visibility (source, CHN_SOURCE_NOTE_VISIBILITY) : 0;
    count_source (counting, key, (int) own);
    g_autofree char *cited = note > own ? chn_store_dup_key_list (store->kind, "source", key) : NULL;
    guint64 n_citing = 0;
    if (cited && !count_with (store, view, cited, &n_citing, error))
      return FALSE;
    for (guint most = own; cited && n_citing == 0 && most < note; most++)
      counting->hidden[most].n_notes++;
  }
  return TRUE;
}

/* How many there are that everybody may see need not be known. */
static gboolean
count_hidden (ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  return store->shards ? chn_store_count_spread (store, view, whole, error) : count_apart (store, view, whole, error);
}

gboolean
chn_store_note_hidden (ChnStore *store, ChnTimeline *part, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  g_autoptr (GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  Counting counting = { part->hidden, sources, remarks };
  memset (part->hidden, 0, sizeof part->hidden);
  memcpy (whole, part->whole, sizeof whole); /* counted already, where the part was asked for by a query */
  if (!chn_store_find_view (store, &view, error) ||
      (chn_timeline_count_whole (part) == part->columns.n_rows && !count_hidden (store, view, whole, error)) ||
      !count_parts (store, view, &counting, error) || !count_remarks (store, view, &counting, error) ||
      !count_header (store, view, part, &counting, error))
    return FALSE;
  for (guint most = 0; most < CHN_N_VISIBILITIES; most++)
    for (guint i = most + 1; i < CHN_N_VISIBILITIES; i++)
      part->hidden[most].n_events += whole[i];
  part->knows_hidden = TRUE;
  return TRUE;
}

gboolean
chn_store_count_unstated (ChnStore *store, ChnVisibility most, guint *unstated, guint *shown, GError **error)
{
  ChnStoreView view = CHN_STORE_SEES_PUBLIC;
  guint whole[CHN_N_VISIBILITIES] = { 0 };
  guint64 n = 0;
  g_autofree char *hidden = chn_store_dup_hidden_list (store->kind, most);
  if (!chn_store_find_view (store, &view, error) || !chn_store_count_whole (store, view, whole, error))
    return FALSE;
  g_autofree char *question =
      g_strdup_printf ("SELECT count(*) FROM %s WHERE \"revised\" IS NULL AND NOT %s",
                       chn_store_get_events (store, view), chn_store_get_keys_condition (store->kind));
  if (!chn_store_ask_number (store, question, (const char *const[]){ hidden }, 1, &n, error))
    return FALSE;
  *unstated = (guint) n;
  *shown = 0;
  for (guint i = 0; i <= (guint) most; i++)
    *shown += whole[i];
  return TRUE;
}
