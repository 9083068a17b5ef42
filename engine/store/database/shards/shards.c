/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The servers over which a store is spread: which there are, how each is reached, and what may be asked of them. */
#include "store/database/shards/shards.h"

#include <string.h>

#include "base/error.h"

static void
free_shard (gpointer data)
{
  ChnStoreShard *shard = data;
  chn_store_free (shard->store);
  g_free (shard->start);
  g_free (shard->place);
  g_free (shard);
}

static gboolean
take_shard (const char *const *cells, guint n, gpointer data, GError **error)
{
  GPtrArray *shards = data;
  ChnStoreShard *shard = g_new0 (ChnStoreShard, 1);
  (void) n, (void) error;
  shard->n = (guint) g_ascii_strtoull (cells[0], NULL, 10);
  shard->start = g_strdup (cells[1]);
  shard->begins = g_ascii_strtoll (cells[2], NULL, 10);
  shard->before = G_MAXINT64;
  shard->latest = g_ascii_strtoll (cells[3], NULL, 10);
  shard->place = g_strdup (cells[4]);
  shard->recurs = strcmp (cells[5], "t") == 0;
  shard->has_gaps = strcmp (cells[6], "true") == 0;
  if (shards->len > 0)
    ((ChnStoreShard *) shards->pdata[shards->len - 1])->before = shard->begins;
  g_ptr_array_add (shards, shard);
  return TRUE;
}

/* Plain comparisons, by which a server looks into no partition where nothing can be. */
static char *
dup_answering (const ChnStore *store)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < store->shards->len; i++) {
    const ChnStoreShard *shard = chn_store_get_shard (store, i);
    if (!shard->is_out)
      continue;
    g_string_append (text, " AND (FALSE");
    if (shard->begins != G_MININT64)
      g_string_append_printf (text, " OR begins < '%" G_GINT64_FORMAT "'::bigint", shard->begins);
    if (shard->before != G_MAXINT64)
      g_string_append_printf (text, " OR begins >= '%" G_GINT64_FORMAT "'::bigint", shard->before);
    g_string_append_c (text, ')');
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* As the view of the parent has it (schema.c), whichever program made that. */
void
chn_store_tell_events (ChnStore *store)
{
  g_free (store->answering);
  store->answering = dup_answering (store);
  const char *where = store->answering ? store->answering : "";
  g_free (store->events[CHN_STORE_SEES_PUBLIC]);
  g_free (store->events[CHN_STORE_SEES_ALL]);
  store->events[CHN_STORE_SEES_PUBLIC] =
      *where ? g_strdup_printf ("(SELECT * FROM event WHERE TRUE%s) event", where) : g_strdup ("event");
  store->events[CHN_STORE_SEES_ALL] =
      g_strdup_printf ("(SELECT * FROM event e WHERE NOT EXISTS (SELECT 1 FROM whole_event_id w WHERE w.id = e.id AND"
                       " w.timeline = e.timeline)%s UNION ALL SELECT * FROM whole_event WHERE TRUE%s) event",
                       where, where);
}

/* Whoever wrote into one of the servers by itself would write past the others. */
static gboolean
is_ready (const ChnStore *store, GError **error)
{
  static const char question[] =
      "SELECT max (key) FROM store WHERE key IN ('" CHN_STORE_PART_OF "', '" CHN_STORE_UPGRADES "')";
  g_autoptr (GError) inner = NULL;
  g_autofree char *mark = chn_store_ask_text (store, question, NULL, 0, &inner);
  if (inner)
    g_propagate_error (error, g_steal_pointer (&inner));
  else if (g_strcmp0 (mark, CHN_STORE_PART_OF) == 0)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "name the store that it is a part of",
                   "%s holds a part of a store that is spread over several servers", store->name);
  else if (mark)
    chn_error_set (error, CHN_ERROR_UNSUPPORTED, "wait for it, or go on with it: chancery store upgrade PLACE",
                   "%s is being brought up to date, and not all of its servers are yet", store->name);
  else
    return TRUE;
  return FALSE;
}

/* What is asked of each shard is told by bounds that its tables have, which the server looks at when it is told to.
 * What comes of all of them is sorted by the parent, which should not need a disk for it. */
static const char settings[] = "SET constraint_exclusion = on; SELECT set_config ('work_mem', '64MB', FALSE) WHERE"
                               " pg_size_bytes (current_setting ('work_mem')) < pg_size_bytes ('64MB')";

gboolean
chn_store_read_shards (ChnStore *store, GError **error)
{
  static const char question[] =
      "SELECT n, start, begins, latest, place, recurs, coalesce (to_jsonb (shard) ->> 'gaps',"
      " 'true') FROM shard ORDER BY begins"; /* older schemas have no such column */
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func (free_shard);
  if (!chn_store_ask (store, question, NULL, 0, take_shard, shards, error))
    return FALSE;
  if (shards->len == 0)
    return TRUE;
  g_clear_pointer (&store->shards, g_ptr_array_unref);
  store->shards = g_steal_pointer (&shards);
  chn_store_tell_events (store);
  return chn_store_run (store, settings, error);
}

gboolean
chn_store_find_shards (ChnStore *store, GError **error)
{
  return store->kind != CHN_DATABASE_POSTGRESQL || (is_ready (store, error) && chn_store_read_shards (store, error));
}

guint
chn_store_find_shard (const ChnStore *store, gint64 begins)
{
  guint i = store->shards->len - 1;
  while (i > 0 && begins < chn_store_get_shard (store, i)->begins)
    i--;
  return i;
}

char *
chn_store_dup_server (const char *schema, guint n)
{
  GString *name = g_string_new (schema);
  g_string_replace (name, "\"", "\"\"", 0);
  g_string_append_printf (name, "_shard_%u\"", n);
  g_string_prepend_c (name, '"');
  return g_string_free (name, FALSE);
}

/* Who comes, and with which password: as the parent itself would, for whoever asks it. */
static gboolean
take_user (const char *const *cells, guint n, gpointer data, GError **error)
{
  char **user = data;
  (void) n, (void) error;
  for (guint i = 0; i < 2; i++)
    if (!user[i])
      user[i] = g_strdup (cells[i]);
  return TRUE;
}

static gboolean
find_user (const ChnStore *store, const ChnStoreShard *shard, char **user, GError **error)
{
  static const char question[] =
      "SELECT coalesce ((SELECT option_value FROM pg_options_to_table (umoptions) WHERE option_name = 'user'),"
      " session_user), (SELECT option_value FROM pg_options_to_table (umoptions) WHERE option_name = 'password')"
      " FROM (SELECT 1) one LEFT JOIN pg_user_mappings ON usename = current_user AND srvname = current_schema () ||"
      " '_shard_' || $1";
  g_autofree char *n = g_strdup_printf ("%u", shard->n);
  return chn_store_ask (store, question, (const char *const[]){ n }, 1, take_user, user, error);
}

gboolean
chn_store_open_shard (const ChnStore *store, ChnStoreShard *shard, GError **error)
{
  char *user[2] = { NULL, NULL };
  if (shard->store)
    return TRUE;
  if (!find_user (store, shard, user, error))
    return FALSE;
  GString *place = g_string_new (shard->place);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *escaped = user[i] ? g_uri_escape_string (user[i], NULL, FALSE) : NULL;
    if (escaped)
      g_string_append_printf (place, "%c%s=%s", strchr (place->str, '?') ? '&' : '?', i == 0 ? "user" : "password",
                              escaped);
    g_free (user[i]);
  }
  shard->store = chn_store_connect (place->str, CHN_DATABASE_WRITE, error);
  g_string_free (place, TRUE);
  return shard->store != NULL;
}

gboolean
chn_store_widen (const ChnStore *store, const ChnStoreShard *shard, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT widen (%u, '%" G_GINT64_FORMAT "', %s, %s)", shard->n, shard->latest,
                       shard->recurs ? "TRUE" : "FALSE", shard->has_gaps ? "TRUE" : "FALSE");
  return chn_store_run (store, sql, error);
}

gboolean
chn_store_shard_answers (const ChnStore *store, const ChnStoreShard *shard)
{
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM event_%u LIMIT 1) t", shard->n);
  return chn_store_ask (store, question, NULL, 0, NULL, NULL, NULL);
}

char *
chn_store_dup_shard_name (const ChnStore *store, const ChnStoreShard *shard)
{
  const ChnStoreShard *next = NULL;
  for (guint i = 0; i + 1 < store->shards->len; i++)
    if (chn_store_get_shard (store, i) == shard)
      next = chn_store_get_shard (store, i + 1);
  g_autofree char *from = shard->start ? g_strdup_printf (" from %s", shard->start) : g_strdup ("");
  g_autofree char *to = next ? g_strdup_printf (" before %s", next->start) : g_strdup ("");
  return g_strdup_printf ("%s (events%s%s)", shard->place, from, to);
}

static gboolean
take_begin (const char *const *cells, guint n, gpointer data, GError **error)
{
  GString *list = data;
  (void) n, (void) error;
  g_string_append_printf (list, "%s%s", list->len > 0 ? "," : "", cells[0]);
  return TRUE;
}

/* Where it is known that nothing is apart, nobody sees more than everybody. */
static ChnStoreView
find_least_view (const ChnStore *store, ChnStoreView view)
{
  return store->knows_apart && !store->has_apart ? CHN_STORE_SEES_PUBLIC : view;
}

gboolean
chn_store_dup_whereabouts (const ChnStore *store, ChnStoreView view, const char *ids, char **condition,
                           GError **error)
{
  static const char *const tables[] = { "event_id", "whole_event_id" };
  g_autoptr (GString) list = g_string_new (NULL);
  *condition = NULL;
  for (guint i = 0; store->shards && i <= (guint) find_least_view (store, view); i++) {
    g_autofree char *question =
        g_strdup_printf ("SELECT DISTINCT begins FROM %s WHERE id = ANY ($1::text[])", tables[i]);
    if (!chn_store_ask (store, question, &ids, 1, take_begin, list, error))
      return FALSE;
  }
  if (!store->shards)
    *condition = g_strdup ("");
  else if (list->len > 0)
    *condition = g_strdup_printf (" AND begins = ANY ('{%s}'::bigint[])", list->str);
  return TRUE;
}

const char *
chn_store_get_named_events (const ChnStore *store, ChnStoreView view)
{
  static const char *const named[] = {
    [CHN_STORE_SEES_PUBLIC] = "named_event",
    [CHN_STORE_SEES_ALL] =
        "(SELECT * FROM named_event e WHERE NOT EXISTS (SELECT 1 FROM whole_event_id w WHERE w.id ="
        " e.id AND w.timeline = e.timeline) UNION ALL SELECT * FROM named_whole_event) event",
  };
  return named[find_least_view (store, view)];
}

static gboolean
take_count (const char *const *cells, guint n, gpointer data, GError **error)
{
  guint *whole = data;
  int visibility = chn_vocabulary_find (CHN_VOCABULARY_VISIBILITY, cells[0], -1, NULL);
  (void) n, (void) error;
  if (visibility >= 0)
    whole[visibility] += (guint) g_ascii_strtoull (cells[1], NULL, 10);
  return TRUE;
}

gboolean
chn_store_count_spread (const ChnStore *store, ChnStoreView view, guint *whole, GError **error)
{
  static const char hidden[] =
      "SELECT visibility, count(*) FROM whole_event_id w WHERE NOT EXISTS (SELECT 1 FROM event_id e WHERE e.id = w.id"
      " AND e.timeline = w.timeline) GROUP BY 1";
  memset (whole, 0, sizeof *whole * CHN_N_VISIBILITIES);
  return chn_store_ask (store, "SELECT visibility, n FROM event_count", NULL, 0, take_count, whole, error) &&
         (find_least_view (store, view) == CHN_STORE_SEES_PUBLIC ||
          chn_store_ask (store, hidden, NULL, 0, take_count, whole, error));
}
