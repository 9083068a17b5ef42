/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Changes a store where somebody edited what was read of it: only what they changed is written, and only where nobody
 * else has changed it meanwhile.
 */
#include <string.h>

#include "base/error.h"
#include "store/database/rows.h"
#include "store/database/write.h"

/* What somebody changed: ids, and the rows of the new timeline that they have there. */
typedef struct {
  const ChnTimeline *old, *new;
  GPtrArray *ids;    /* of events that were changed, added or taken out */
  GArray *rows;      /* of those that are there */
  GHashTable *known; /* of `ids`, those that were there before */
} Changes;

static void
clear_changes (Changes *changes)
{
  g_ptr_array_unref (changes->ids);
  g_hash_table_unref (changes->known);
  g_array_unref (changes->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, clear_changes)

/* Cells of all rows, by id; what an event is found by may change with others, so that counts, too. */
static GHashTable *
list_rows (ChnDatabaseKind kind, const ChnTimeline *timeline, GError **error)
{
  g_auto (ChnRows) all = { 0 };
  guint n = chn_store_count_columns ();
  g_autofree const char **cells = g_new0 (const char *, n);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  chn_rows_all (timeline, &all);
  g_autoptr (ChnStoreRows) given = chn_store_rows_new (kind, timeline, all.row, all.n, 0, error);
  g_autoptr (GError) inner = NULL;
  if (!given)
    return NULL;
  while (chn_store_rows_give (cells, given, &inner)) {
    GString *text = g_string_new (NULL);
    for (guint i = CHN_STORE_BEGINS; i < n; i++)
      g_string_append_printf (text, "%s\x1f", cells[i] ? cells[i] : "");
    g_hash_table_insert (rows, g_strdup (cells[chn_store_find_column (CHN_COLUMN_ID)]), g_string_free (text, FALSE));
  }
  if (!inner)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

static void
compare (Changes *changes, GHashTable *before, GHashTable *after)
{
  for (guint row = 0; row < chn_timeline_get_n_events (changes->new); row++) {
    const char *id = chn_timeline_get_id (changes->new, row), *was = g_hash_table_lookup (before, id);
    if (was && strcmp (was, g_hash_table_lookup (after, id)) == 0)
      continue;
    g_ptr_array_add (changes->ids, (gpointer) id);
    g_array_append_val (changes->rows, row);
    if (was)
      g_hash_table_add (changes->known, (gpointer) id);
  }
  for (guint row = 0; row < chn_timeline_get_n_events (changes->old); row++) {
    const char *id = chn_timeline_get_id (changes->old, row);
    if (g_hash_table_contains (after, id))
      continue;
    g_ptr_array_add (changes->ids, (gpointer) id);
    g_hash_table_add (changes->known, (gpointer) id);
  }
}

static gboolean
find_changes (Changes *changes, const ChnStore *store, const ChnTimeline *old, const ChnTimeline *new, GError **error)
{
  *changes = (Changes){ old, new, g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)),
                        g_hash_table_new (g_str_hash, g_str_equal) };
  g_autoptr (GHashTable) before = list_rows (store->kind, old, error);
  g_autoptr (GHashTable) after = before ? list_rows (store->kind, new, error) : NULL;
  if (!after)
    return FALSE;
  compare (changes, before, after);
  return TRUE;
}

/* The ids of a list for which a condition holds of one of the tables of events. */
static GHashTable *
ask_ids (const ChnStore *store, const GPtrArray *ids, const char *condition, GError **error)
{
  static const char *const tables[] = { "event", "whole_event" };
  g_autofree char *list = chn_store_dup_list (store->kind, ids);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *question = g_strdup_printf ("SELECT id FROM %s WHERE %s AND %s", tables[i],
                                                 chn_store_get_ids_condition (store->kind), condition);
    if (!chn_store_ask_set (store, question, (const char *const[]){ list }, 1, found, error))
      return NULL;
  }
  return g_steal_pointer (&found);
}

/* What somebody else has changed, added under the same id, or taken out since it was read. */
static gboolean
find_conflicts (const Changes *changes, const ChnStore *store, guint64 since, GPtrArray *conflicts, GError **error)
{
  g_autofree char *later = g_strdup_printf ("since > %" G_GUINT64_FORMAT, since);
  g_autoptr (GHashTable) touched = ask_ids (store, changes->ids, later, error);
  g_autoptr (GHashTable) there = touched ? ask_ids (store, changes->ids, "TRUE", error) : NULL;
  if (!there)
    return FALSE;
  for (guint i = 0; i < changes->ids->len; i++) {
    const char *id = changes->ids->pdata[i];
    gboolean was = g_hash_table_contains (changes->known, id), is = g_hash_table_contains (there, id);
    if (g_hash_table_contains (touched, id) || was != is)
      g_ptr_array_add (conflicts, g_strdup (id));
  }
  return TRUE;
}

/* Those that were there keep their place in the order of reading, new ones come behind all. */
static gboolean
put_table (const ChnStoreWriting *writing, const Changes *changes, const char *table, const ChnTimeline *timeline,
           const guint *rows, guint n, GError **error)
{
  g_autofree char *list = chn_store_dup_list (writing->store->kind, changes->ids);
  gboolean sqlite = writing->store->kind == CHN_DATABASE_SQLITE;
  return chn_store_make_fresh (writing, table, timeline, rows, n, error) &&
         chn_store_run (writing->store, "CREATE TEMP TABLE stale (id text)", error) &&
         chn_store_ask (writing->store,
                        sqlite ? "INSERT INTO stale SELECT value FROM json_each ($1)"
                               : "INSERT INTO stale SELECT unnest ($1::text[])",
                        (const char *const[]){ list }, 1, NULL, NULL, error) &&
         chn_store_carry_out (
             writing, table,
             "UPDATE fresh SET ord = ord + (SELECT coalesce (max (ord), 0) FROM event);"
             "UPDATE fresh SET ord = (SELECT e.ord FROM %T e WHERE e.id = fresh.id) WHERE id IN (SELECT id FROM %T);",
             error) &&
         chn_store_swap (writing, table, error) &&
         chn_store_run (writing->store, "DROP TABLE stale; DROP TABLE fresh;", error);
}

/* Of some rows of a timeline those that another one has, as rows of that. */
static GArray *
find_in (const Changes *changes, const ChnTimeline *shown)
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
put_events (const ChnStoreWriting *writing, const Changes *changes, const ChnTimeline *shown, GError **error)
{
  g_autoptr (GArray) open = find_in (changes, shown);
  if (changes->ids->len == 0)
    return TRUE;
  if (!put_table (writing, changes, "event", shown, (const guint *) (gpointer) open->data, open->len, error))
    return FALSE;
  if (writing->store->kind == CHN_DATABASE_SQLITE)
    return TRUE;
  gboolean all = shown == changes->new;
  return put_table (writing, changes, "whole_event", changes->new, (const guint *) (gpointer) changes->rows->data,
                    all ? 0 : changes->rows->len, error);
}

static gboolean
is_header_free (const ChnStore *store, guint64 since, GPtrArray *conflicts, GError **error)
{
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM header WHERE since > %" G_GUINT64_FORMAT, since);
  g_autofree char *n = chn_store_ask_text (store, question, NULL, 0, error);
  if (n && strcmp (n, "0") != 0)
    g_ptr_array_add (conflicts, g_strdup (""));
  return n != NULL;
}

gboolean
chn_store_change (ChnStore *store, const ChnStoreChange *change, GPtrArray *conflicts, GError **error)
{
  g_auto (Changes) changes = { 0 };
  g_auto (ChnStoreWriting) writing = { 0 };
  const ChnTimeline *shown = store->kind == CHN_DATABASE_SQLITE ? change->edited : change->shown;
  gboolean header = chn_store_differ_headers (change->read, change->edited);
  if (!find_changes (&changes, store, change->read, change->edited, error) ||
      !chn_store_begin_writing (&writing, store, change->note, NULL, error) ||
      !find_conflicts (&changes, store, change->since, conflicts, error) ||
      (header && !is_header_free (store, change->since, conflicts, error)))
    return FALSE;
  if (conflicts->len > 0) {
    chn_error_set (error, CHN_ERROR_CONFLICT, "read it again, and change it anew",
                   "%s: somebody else has changed what was changed here", store->name);
    return FALSE;
  }
  if (!header && changes.ids->len == 0)
    return TRUE;
  return (!header || chn_store_put_headers (&writing, change->edited, shown, error)) &&
         put_events (&writing, &changes, shown, error) && chn_store_end_writing (&writing, error);
}
