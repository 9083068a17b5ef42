/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Who writes a store that is spread over servers, and taking back what a writer left there that did not end.
 *
 * A writer holds a lock of the parent as long as its connection lasts. Its claim is there before it touches a shard,
 * and goes with the transaction that makes its revision be seen. So whatever a claim names that is still there when
 * somebody else has the lock was not seen by anybody, and is taken back; a shard that does not answer is left for
 * later, and its claim stays, by which the views leave the rows out. Each shard remembers the first revision after
 * those that were taken back, so that a writer that was only cut off from the parent does not write it any more.
 */
#include "store/database/shards/claim.h"

#include "base/error.h"

static const char lock[] = "(hashtext (current_schema () || ' chancery'))";

gboolean
chn_store_lock_writers (const ChnStore *store, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT pg_advisory_lock %s", lock);
  return chn_store_run (store, sql, error);
}

void
chn_store_unlock_writers (const ChnStore *store)
{
  g_autofree char *sql = g_strdup_printf ("SELECT pg_advisory_unlock %s", lock);
  chn_store_run (store, sql, NULL);
}

/* One shard that a claim names. */
typedef struct {
  guint64 revision;
  guint shard;
} Left;

static gboolean
take_left (const char *const *cells, guint n, gpointer data, GError **error)
{
  Left left = { g_ascii_strtoull (cells[0], NULL, 10), (guint) g_ascii_strtoull (cells[1], NULL, 10) };
  (void) n, (void) error;
  g_array_append_val ((GArray *) data, left);
  return TRUE;
}

static ChnStoreShard *
find_number (const ChnStore *store, guint n)
{
  for (guint i = 0; i < chn_store_count_shards (store); i++)
    if (chn_store_get_shard (store, i)->n == n)
      return chn_store_get_shard (store, i);
  return NULL;
}

/* What does not begin in the range of a shard is what was left of a move to another one. */
static char *
dup_taking_back (const ChnStoreShard *shard, guint64 revision, guint64 next)
{
  static const char *const tables[] = { "event", "whole_event" };
  GString *sql = g_string_new (NULL), *columns = g_string_new (NULL);
  for (guint i = 0; i < chn_store_count_columns (); i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", chn_store_get_column (i));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_string_append_printf (
        sql,
        "DELETE FROM %s WHERE since = %" G_GUINT64_FORMAT ";"
        "INSERT INTO %s (%s) SELECT %s FROM past_%s WHERE until = %" G_GUINT64_FORMAT ";"
        "DELETE FROM past_%s WHERE until = %" G_GUINT64_FORMAT ";"
        "DELETE FROM %s WHERE begins < '%" G_GINT64_FORMAT "' OR (begins >= '%" G_GINT64_FORMAT "' AND %s);"
        "DELETE FROM past_%s WHERE begins < '%" G_GINT64_FORMAT "' OR (begins >= '%" G_GINT64_FORMAT "' AND %s);",
        tables[i], revision, tables[i], columns->str, columns->str, tables[i], revision, tables[i], revision,
        tables[i], shard->begins, shard->before, shard->before == G_MAXINT64 ? "FALSE" : "TRUE", tables[i],
        shard->begins, shard->before, shard->before == G_MAXINT64 ? "FALSE" : "TRUE");
  g_string_append_printf (sql,
                          "INSERT INTO store (key, value) VALUES ('next', '%" G_GUINT64_FORMAT "') ON CONFLICT (key)"
                          " DO UPDATE SET value = excluded.value;",
                          next);
  g_string_free (columns, TRUE);
  return g_string_free (sql, FALSE);
}

/* A writer that hangs on a shard has that locked: it waits for another time. */
static gboolean
take_back (const ChnStore *store, ChnStoreShard *shard, guint64 revision, guint64 next, GError **error)
{
  g_autofree char *sql = dup_taking_back (shard, revision, next);
  if (!chn_store_open_shard (store, shard, error) ||
      !chn_store_run (shard->store, "SET lock_timeout = '10s'", error) || !chn_store_begin (shard->store, error))
    return FALSE;
  if (chn_store_run (shard->store, sql, error) && chn_store_commit (shard->store, error))
    return TRUE;
  chn_store_roll_back (shard->store);
  return FALSE;
}

/* Where an event stands in the order of reading, which no revision keeps. */
typedef struct {
  char *id, *timeline, *ord;
} Place;

static void
clear_place (gpointer data)
{
  Place *place = data;
  g_free (place->id);
  g_free (place->timeline);
  g_free (place->ord);
}

static gboolean
take_place (const char *const *cells, guint n, gpointer data, GError **error)
{
  Place place = { g_strdup (cells[0]), g_strdup (cells[1]), g_strdup (cells[2]) };
  (void) n, (void) error;
  g_array_append_val ((GArray *) data, place);
  return TRUE;
}

typedef struct {
  const GArray *places;
  guint next;
} Giving;

static gboolean
give_place (const char **cells, gpointer data, GError **error)
{
  Giving *giving = data;
  (void) error;
  if (giving->next == giving->places->len)
    return FALSE;
  const Place *place = &g_array_index (giving->places, Place, giving->next++);
  cells[0] = place->id;
  cells[1] = place->timeline;
  cells[2] = place->ord;
  return TRUE;
}

static gboolean
put_places (const ChnStore *shard, const char *table, const GArray *places, GError **error)
{
  static const char *const columns[] = { "id", "timeline", "ord" };
  Giving giving = { places, 0 };
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s e SET ord = p.ord FROM place p WHERE p.id = e.id AND p.timeline = e.timeline;"
                       "DROP TABLE place",
                       table);
  return chn_store_run (shard, "CREATE TEMP TABLE place (id text, timeline text, ord bigint) ON COMMIT DROP",
                        error) &&
         chn_store_load (shard, "place", columns, G_N_ELEMENTS (columns), give_place, &giving, error) &&
         chn_store_run (shard, sql, error);
}

/* A writer gives all events new places; those that the parent knows are the ones that were seen. */
static gboolean
restore_table (const ChnStore *store, const ChnStoreShard *shard, const char *table, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (places, clear_place);
  g_autofree char *question = g_strdup_printf (
      "SELECT i.id, i.timeline, i.ord FROM %s_%u e JOIN %s_id i ON i.id = e.id AND i.timeline = e.timeline"
      " WHERE i.ord <> e.ord",
      table, shard->n, table);
  if (!chn_store_ask (store, question, NULL, 0, take_place, places, error))
    return FALSE;
  if (places->len == 0)
    return TRUE;
  if (!chn_store_begin (shard->store, error))
    return FALSE;
  if (put_places (shard->store, table, places, error) && chn_store_commit (shard->store, error))
    return TRUE;
  chn_store_roll_back (shard->store);
  return FALSE;
}

static gboolean
restore_order (const ChnStore *store, const ChnStoreShard *shard, GError **error)
{
  return restore_table (store, shard, "event", error) && restore_table (store, shard, "whole_event", error);
}

static gboolean
settle (const ChnStore *store, const Left *left, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE claim SET shards = array_remove (shards, %u) WHERE n = %" G_GUINT64_FORMAT,
                       left->shard, left->revision);
  return chn_store_run (store, sql, error);
}

/* A connection that was lost is made anew by the next who needs it. */
static void
recover_one (const ChnStore *store, const Left *left, guint64 next)
{
  ChnStoreShard *shard = find_number (store, left->shard);
  if (!shard || (take_back (store, shard, left->revision, next, NULL) && restore_order (store, shard, NULL)))
    settle (store, left, NULL);
  else
    g_clear_pointer (&shard->store, chn_store_free);
}

/* The numbers of claims are kept until a later revision is there: a number is never had twice. */
gboolean
chn_store_recover (const ChnStore *store, guint64 *revision, GError **error)
{
  g_autoptr (GArray) lefts = g_array_new (FALSE, FALSE, sizeof (Left));
  if (!chn_store_ask_number (store,
                             "SELECT greatest ((SELECT max (n) FROM revision), (SELECT max (n) FROM claim), 0) + 1",
                             NULL, 0, revision, error) ||
      !chn_store_ask (store, "SELECT n, unnest (shards) FROM claim ORDER BY n", NULL, 0, take_left, lefts, error))
    return FALSE;
  for (guint i = 0; i < lefts->len; i++)
    recover_one (store, &g_array_index (lefts, Left, i), *revision);
  return TRUE;
}

static gboolean
is_free (const ChnStore *store, const ChnStoreShard *shard, GError **error)
{
  guint64 n = 0;
  g_autofree char *question = g_strdup_printf ("SELECT count(*) FROM claim WHERE %u = ANY (shards)", shard->n);
  if (!chn_store_ask_number (store, question, NULL, 0, &n, error))
    return FALSE;
  g_autofree char *name = n > 0 ? chn_store_dup_shard_name (store, shard) : NULL;
  if (name)
    chn_error_set (error, CHN_ERROR_IO,
                   "try again when that server answers, and nobody is in the midst of writing there",
                   "%s still has what a writer left there that did not end, and cannot be cleared", name);
  return n == 0;
}

gboolean
chn_store_claim (const ChnStore *store, guint64 revision, const GPtrArray *shards, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO claim (n, shards) VALUES (%" G_GUINT64_FORMAT ", ARRAY[", revision);
  for (guint i = 0; i < shards->len; i++) {
    const ChnStoreShard *shard = shards->pdata[i];
    if (!is_free (store, shard, error))
      return FALSE;
    g_string_append_printf (sql, "%s%u", i > 0 ? ", " : "", shard->n);
  }
  g_string_append (sql, "])");
  return chn_store_run (store, sql->str, error);
}

gboolean
chn_store_begin_shard (const ChnStoreShard *shard, guint64 revision, GError **error)
{
  guint64 next = 0;
  if (!chn_store_begin (shard->store, error))
    return FALSE;
  if (chn_store_ask_number (shard->store, "SELECT max (value) FROM store WHERE key = 'next'", NULL, 0, &next,
                            error) &&
      next <= revision)
    return TRUE;
  if (next > revision)
    chn_error_set (error, CHN_ERROR_CONFLICT, "try again", "%s: somebody else has written meanwhile",
                   shard->store->name);
  chn_store_roll_back (shard->store);
  return FALSE;
}
