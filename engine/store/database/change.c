/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Changes a store where somebody edited what was read of it: only what they changed is written, and only where nobody
 * else has changed it meanwhile.
 */
#include <string.h>

#include "base/error.h"
#include "store/database/changed-events.h"
#include "store/database/distribute.h"
#include "store/database/rows.h"

/* The tables in which an event leaves a trace of being written, or taken away. */
static const struct {
  const char *table, *column;
} traces[] = {
  { "event", "since" }, { "whole_event", "since" }, { "past_event", "until" }, { "past_whole_event", "until" }
};

/* What somebody else has changed, added under the same id, or taken out since it was read. */
static gboolean
find_conflicts (const ChnStoreChangedEvents *changes, const ChnStore *store, guint64 since, GPtrArray *conflicts,
                GError **error)
{
  g_autofree char *list = chn_store_dup_list (store->kind, changes->ids);
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++) {
    g_autofree char *question =
        g_strdup_printf ("SELECT id FROM %s WHERE %s AND %s > %" G_GUINT64_FORMAT, traces[i].table,
                         chn_store_get_ids_condition (store->kind), traces[i].column, since);
    if (!chn_store_ask_set (store, question, (const char *const[]){ list }, 1, touched, error))
      return FALSE;
  }
  for (guint i = 0; i < changes->ids->len; i++)
    if (g_hash_table_contains (touched, changes->ids->pdata[i]))
      g_ptr_array_add (conflicts, g_strdup (changes->ids->pdata[i]));
  return TRUE;
}

/* Whether a question about what others have done since a revision has an answer. */
static gboolean
did_others (const ChnStore *store, const char *question, guint64 since, gboolean *did, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, since);
  guint64 n = 0;
  gboolean asked = chn_store_ask_number (store, question, (const char *const[]){ number }, 1, &n, error);
  *did = n > 0;
  return asked;
}

/*
 * What fits what was read need not fit what others have made of it: they may have taken out a source that is cited
 * now, or an event that is pointed at.
 */
static gboolean
find_misfits (const ChnStoreChangedEvents *changes, const ChnStore *store, guint64 since, gboolean header,
              GPtrArray *conflicts, GError **error)
{
  static const char headers[] =
      "SELECT count(*) FROM (SELECT since AS n FROM header UNION ALL SELECT since FROM whole_header UNION ALL SELECT"
      " until FROM past_header UNION ALL SELECT until FROM past_whole_header) h WHERE n > $1";
  static const char written[] =
      "SELECT count(*) FROM (SELECT since FROM event UNION ALL SELECT since FROM whole_event)"
      " e WHERE since > $1";
  const char *taken_out =
      store->shards
          ? "SELECT count(*) FROM (SELECT id, until FROM past_event UNION ALL SELECT id, until FROM "
            "past_whole_event) p"
            " WHERE until > $1 AND id NOT IN (SELECT id FROM event_id) AND id NOT IN (SELECT id FROM whole_event_id)"
          : "SELECT count(*) FROM (SELECT id, until FROM past_event UNION ALL SELECT id, until FROM "
            "past_whole_event) p"
            " WHERE until > $1 AND id NOT IN (SELECT id FROM event) AND id NOT IN (SELECT id FROM whole_event)";
  gboolean their_headers = FALSE, their_events = FALSE, their_removals = FALSE, events = changes->ids->len > 0;
  gboolean removals = changes->rows->len < changes->ids->len;
  if (!did_others (store, headers, since, &their_headers, error) ||
      ((header || removals) && !did_others (store, written, since, &their_events, error)) ||
      (events && !did_others (store, taken_out, since, &their_removals, error)))
    return FALSE;
  if ((header && (their_headers || their_events)) || (events && their_headers) || (removals && their_events) ||
      (events && their_removals))
    g_ptr_array_add (conflicts, g_strdup (""));
  return TRUE;
}

/* Where the events that change stood in the order of reading: they keep their place, in whichever table they stand.
 */
static gboolean
keep_order (const ChnStoreWriting *writing, const ChnStoreChangedEvents *changes, GError **error)
{
  ChnDatabaseKind kind = writing->store->kind;
  g_autofree char *list = chn_store_dup_list (kind, changes->ids);
  g_autofree char *insert = g_strdup_printf ("INSERT INTO kept SELECT id, min (ord) FROM (SELECT id, ord FROM event "
                                             "UNION ALL SELECT id, ord FROM whole_event) e"
                                             " WHERE %s GROUP BY id",
                                             chn_store_get_ids_condition (kind));
  return chn_store_run (
             writing->store,
             "CREATE TEMP TABLE kept (id text, ord bigint);"
             "CREATE TEMP TABLE last_order AS SELECT coalesce (max (ord), 0) AS n FROM (SELECT ord FROM event"
             " UNION ALL SELECT ord FROM whole_event) e;",
             error) &&
         chn_store_ask (writing->store, insert, (const char *const[]){ list }, 1, NULL, NULL, error);
}

/* New ones come behind all. */
static gboolean
order_fresh (const ChnStoreWriting *writing, GError **error)
{
  return writing->ords ||
         chn_store_run (
             writing->store,
             "UPDATE fresh SET ord = ord + (SELECT n FROM last_order);"
             "UPDATE fresh SET ord = (SELECT k.ord FROM kept k WHERE k.id = fresh.id) WHERE id IN (SELECT id"
             " FROM kept);",
             error);
}

static gboolean
put_table (const ChnStoreWriting *writing, const ChnStoreChangedEvents *changes, const char *table,
           const ChnTimeline *timeline, const guint *rows, guint n, GError **error)
{
  g_autofree char *list = chn_store_dup_list (writing->store->kind, changes->ids);
  gboolean sqlite = writing->store->kind == CHN_DATABASE_SQLITE;
  return chn_store_make_fresh (writing, table, timeline, rows, n, error) &&
         chn_store_run (writing->store, "CREATE TEMP TABLE stale (id text)", error) &&
         chn_store_ask (writing->store,
                        sqlite ? "INSERT INTO stale SELECT value FROM json_each ($1)"
                               : "INSERT INTO stale SELECT unnest ($1::text[])",
                        (const char *const[]){ list }, 1, NULL, NULL, error) &&
         order_fresh (writing, error) && chn_store_swap (writing, table, error) &&
         chn_store_run (writing->store, "DROP TABLE stale; DROP TABLE fresh;", error);
}

/* Of some rows of a timeline those that another one has, as rows of that. */
static GArray *
find_in (const ChnStoreChangedEvents *changes, const ChnTimeline *shown)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < changes->rows->len; i++) {
    guint row = 0;
    if (chn_timeline_find (shown, chn_timeline_get_id (changes->new, g_array_index (changes->rows, guint, i)), &row))
      g_array_append_val (rows, row);
  }
  return rows;
}

static gboolean
put_load (const ChnStoreWriting *writing, const ChnStoreLoad *load, gconstpointer data, GError **error)
{
  return put_table (writing, data, load->table, load->timeline, load->rows, load->n, error);
}

/* Of a store that is spread, the order is looked up for all of it by whoever distributes. */
static gboolean
put_events (ChnStoreWriting *writing, const ChnStoreChangedEvents *changes, const ChnTimeline *shown, GError **error)
{
  gboolean sqlite = writing->store->kind == CHN_DATABASE_SQLITE, all = shown == changes->new;
  gboolean keeps = !writing->store->shards && changes->ids->len > 0;
  g_autoptr (GArray) open = find_in (changes, shown);
  const ChnStoreLoad loads[] = { { "event", shown, (const guint *) (gpointer) open->data, open->len },
                                 { "whole_event", changes->new, (const guint *) (gpointer) changes->rows->data,
                                   all ? 0 : changes->rows->len } };
  guint n = changes->ids->len == 0 ? 0 : sqlite ? 1 : G_N_ELEMENTS (loads);
  return (!keeps || keep_order (writing, changes, error)) &&
         chn_store_distribute (writing, loads, n, changes->ids, put_load, changes, error) &&
         (!keeps || chn_store_run (writing->store, "DROP TABLE kept; DROP TABLE last_order;", error));
}

static gboolean
find_order (const ChnTimeline *old, const ChnTimeline *new)
{
  guint n = chn_timeline_get_n_events (old);
  for (guint row = 0; row < n && n == chn_timeline_get_n_events (new); row++)
    if (strcmp (chn_timeline_get_id (old, row), chn_timeline_get_id (new, row)) != 0)
      return TRUE;
  return FALSE;
}

gboolean
chn_store_compare (const ChnStore *store, const ChnTimeline *read, const ChnTimeline *timeline,
                   const ChnTimeline *shown, ChnStoreDifference *difference, GError **error)
{
  g_auto (ChnStoreChangedEvents) changes = { 0 };
  gboolean open_header = FALSE;
  const ChnTimeline *told = store->kind == CHN_DATABASE_SQLITE ? timeline : shown;
  if (!chn_store_find_changed_events (&changes, store->kind, read, timeline, error) ||
      !chn_store_differs_open_header (store, told, &open_header, error))
    return FALSE;
  guint n_known = g_hash_table_size (changes.known), n_removed = changes.ids->len - changes.rows->len;
  *difference = (ChnStoreDifference){ .n_added = changes.ids->len - n_known,
                                      .n_changed = n_known - n_removed,
                                      .n_removed = n_removed,
                                      .header = chn_store_differ_headers (read, timeline),
                                      .open_header = open_header,
                                      .order = changes.ids->len == 0 && find_order (read, timeline) };
  return TRUE;
}

gboolean
chn_store_change (ChnStore *store, const ChnStoreChange *change, GPtrArray *conflicts, GError **error)
{
  g_auto (ChnStoreChangedEvents) changes = { 0 };
  g_auto (ChnStoreWriting) writing = { 0 };
  const ChnTimeline *shown = store->kind == CHN_DATABASE_SQLITE ? change->edited : change->shown;
  gboolean header = change->adds_names || chn_store_differ_headers (change->read, change->edited);
  if (!chn_store_find_changed_events (&changes, store->kind, change->read, change->edited, error) ||
      !chn_store_begin_writing (&writing, store, change->note, NULL, error) ||
      (writing.last > change->since && (!find_conflicts (&changes, store, change->since, conflicts, error) ||
                                        !find_misfits (&changes, store, change->since, header, conflicts, error))))
    return FALSE;
  if (conflicts->len > 0) {
    chn_error_set (error, CHN_ERROR_CONFLICT, "read it again, and change it anew",
                   "%s: somebody else has changed what was changed here", store->name);
    return FALSE;
  }
  if (!header && changes.ids->len == 0)
    return TRUE;
  writing.whole = change->edited;
  return put_events (&writing, &changes, shown, error) &&
         (!header || chn_store_put_headers (&writing, change->edited, shown, error)) &&
         chn_store_end_writing (&writing, error);
}
