/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes events where they belong: into the one database of a store, or each into its own of several. */
#include "store/database/distribute.h"

#include "base/parts.h"
#include "store/database/register.h"
#include "store/database/rows.h"
#include "store/database/shards/claim.h"
#include "timeline/columns.h"

enum { MOST_LOADS = 2 };

/* What one shard is given. */
typedef struct {
  ChnStoreShard *shard;
  ChnStoreWriting writing;
  ChnStoreLoad loads[MOST_LOADS];
  GArray *rows[MOST_LOADS];
  guint n_loads;
  gint64 latest;
  gboolean recurs, has_gaps, is_touched;
  ChnStorePut put;
  gconstpointer data;
  GError *error;
} Part;

typedef struct {
  Part *parts;
  guint n;
} Parts;

static void
clear_parts (Parts *parts)
{
  for (guint i = 0; i < parts->n; i++) {
    for (guint load = 0; load < parts->parts[i].n_loads; load++)
      g_array_unref (parts->parts[i].rows[load]);
    g_string_free (parts->parts[i].writing.columns, TRUE);
    g_clear_error (&parts->parts[i].error);
  }
  g_free (parts->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

/* Rows go to the shard in whose range they begin. */
static void
deal (const Parts *parts, const ChnStore *store, const ChnStoreLoad *load, guint number)
{
  const ChnColumns *columns = chn_timeline_get_columns (load->timeline);
  for (guint i = 0; i < load->n; i++) {
    ChnDateBounds bounds = chn_columns_get_bounds (columns, load->rows[i]);
    Part *part = &parts->parts[chn_store_find_shard (store, bounds.earliest)];
    g_array_append_val (part->rows[number], load->rows[i]);
    part->is_touched = TRUE;
    part->latest = MAX (part->latest, bounds.latest);
    part->recurs = part->recurs || chn_store_row_recurs (load->timeline, load->rows[i]);
    part->has_gaps = part->has_gaps || (chn_columns_get_date_flags (columns, load->rows[i]) & CHN_DATE_GAPS) != 0;
  }
  for (guint i = 0; i < parts->n; i++) {
    const GArray *rows = parts->parts[i].rows[number];
    parts->parts[i].loads[number] =
        (ChnStoreLoad){ load->table, load->timeline, (const guint *) (gpointer) rows->data, rows->len };
  }
}

static void
begin_parts (Parts *parts, const ChnStoreWriting *writing, guint n_loads, ChnStorePut put, gconstpointer data)
{
  parts->n = chn_store_count_shards (writing->store);
  parts->parts = g_new0 (Part, parts->n);
  for (guint i = 0; i < parts->n; i++) {
    Part *part = &parts->parts[i];
    *part = (Part){ .shard = chn_store_get_shard (writing->store, i), .n_loads = n_loads, .latest = G_MININT64 };
    part->writing.columns = g_string_new (writing->columns->str);
    part->writing.revision = writing->revision;
    part->writing.ords = writing->ords;
    part->writing.whole = writing->whole;
    part->put = put;
    part->data = data;
    for (guint load = 0; load < n_loads; load++)
      part->rows[load] = g_array_new (FALSE, FALSE, sizeof (guint));
  }
}

typedef struct {
  const ChnStore *store;
  const Parts *parts;
} Finding;

static gboolean
take_begin (const char *const *cells, guint n, gpointer data, GError **error)
{
  const Finding *finding = data;
  (void) n, (void) error;
  finding->parts->parts[chn_store_find_shard (finding->store, g_ascii_strtoll (cells[0], NULL, 10))].is_touched =
      TRUE;
  return TRUE;
}

/* Where the events that are written or taken out lie now. */
static gboolean
find_touched (const Parts *parts, const ChnStore *store, const GPtrArray *ids, GError **error)
{
  static const char question[] = "SELECT begins FROM event_id WHERE id = ANY ($1::text[]) UNION SELECT begins FROM"
                                 " whole_event_id WHERE id = ANY ($1::text[])";
  Finding finding = { store, parts };
  for (guint i = 0; !ids && i < parts->n; i++)
    parts->parts[i].is_touched = TRUE;
  g_autofree char *list = ids ? chn_store_dup_list (store->kind, ids) : NULL;
  return !ids || chn_store_ask (store, question, (const char *const[]){ list }, 1, take_begin, &finding, error);
}

static gboolean
take_ord (const char *const *cells, guint n, gpointer data, GError **error)
{
  (void) n, (void) error;
  g_hash_table_insert (data, g_strdup (cells[0]), g_strdup (cells[1]));
  return TRUE;
}

/* Those that were there keep their place in the order of reading, wherever they go; new ones come behind all. */
static GHashTable *
find_ords (const ChnStoreWriting *writing, const ChnStoreLoad *loads, guint n_loads, const GPtrArray *ids,
           GError **error)
{
  static const char question[] = "SELECT id, ord FROM event_id WHERE id = ANY ($1::text[]) UNION ALL SELECT id, ord"
                                 " FROM whole_event_id WHERE id = ANY ($1::text[])";
  static const char last[] = "SELECT greatest ((SELECT max (ord) FROM event_id), (SELECT max (ord) FROM"
                             " whole_event_id), 0)";
  guint64 most = 0;
  g_autoptr (GHashTable) ords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (wanted, ids->pdata[i]);
  for (guint load = 0; load < n_loads; load++)
    chn_store_add_related (writing->store, &loads[load], wanted);
  g_autofree char *list = chn_store_dup_list (writing->store->kind, wanted);
  if (!chn_store_ask_number (writing->store, last, NULL, 0, &most, error) ||
      !chn_store_ask (writing->store, question, (const char *const[]){ list }, 1, take_ord, ords, error))
    return NULL;
  for (guint load = 0; load < n_loads; load++)
    for (guint i = 0; i < loads[load].n; i++) {
      const char *id = chn_timeline_get_id (loads[load].timeline, loads[load].rows[i]);
      if (!g_hash_table_contains (ords, id))
        g_hash_table_insert (ords, g_strdup (id), g_strdup_printf ("%" G_GUINT64_FORMAT, ++most));
    }
  return g_steal_pointer (&ords);
}

static void
write_part (gpointer data)
{
  Part *part = data;
  if (!part->is_touched || !chn_store_begin_shard (part->shard, part->writing.revision, &part->error))
    return;
  gboolean done = TRUE;
  for (guint i = 0; done && i < part->n_loads; i++)
    done = part->put (&part->writing, &part->loads[i], part->data, &part->error);
  if (!done || !chn_store_commit (part->shard->store, &part->error))
    chn_store_roll_back (part->shard->store);
}

/* All connections are there before anything is written, and the claim before anything else is. */
static gboolean
prepare (const Parts *parts, const ChnStoreWriting *writing, GError **error)
{
  g_autoptr (GPtrArray) touched = g_ptr_array_new ();
  for (guint i = 0; i < parts->n; i++) {
    Part *part = &parts->parts[i];
    if (!part->is_touched)
      continue;
    if (!chn_store_open_shard (writing->store, part->shard, error))
      return FALSE;
    part->writing.store = part->shard->store;
    g_ptr_array_add (touched, part->shard);
  }
  return touched->len == 0 || chn_store_claim (writing->store, writing->revision, touched, error);
}

static gboolean
write_all (const Parts *parts, GError **error)
{
  chn_parts_run (parts->parts, parts->n, sizeof (Part), write_part);
  for (guint i = 0; i < parts->n; i++)
    if (parts->parts[i].error) {
      g_propagate_error (error, g_steal_pointer (&parts->parts[i].error));
      return FALSE;
    }
  return TRUE;
}

/* What is pruned by is right again when the revision is seen. */
static gboolean
widen (const Parts *parts, const ChnStore *store, GError **error)
{
  for (guint i = 0; i < parts->n; i++) {
    const Part *part = &parts->parts[i];
    if (part->latest <= part->shard->latest && part->recurs <= part->shard->recurs &&
        part->has_gaps <= part->shard->has_gaps)
      continue;
    part->shard->latest = MAX (part->shard->latest, part->latest);
    part->shard->recurs = part->shard->recurs || part->recurs;
    part->shard->has_gaps = part->shard->has_gaps || part->has_gaps;
    if (!chn_store_widen (store, part->shard, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
spread (ChnStoreWriting *writing, const ChnStoreLoad *loads, guint n_loads, const GPtrArray *ids, ChnStorePut put,
        gconstpointer data, GError **error)
{
  g_auto (Parts) parts = { 0 };
  g_autoptr (GHashTable) ords = ids ? find_ords (writing, loads, n_loads, ids, error) : NULL;
  if (ids && !ords)
    return FALSE;
  writing->ords = ords;
  begin_parts (&parts, writing, n_loads, put, data);
  for (guint i = 0; i < n_loads; i++)
    deal (&parts, writing->store, &loads[i], i);
  if (!find_touched (&parts, writing->store, ids, error) || !prepare (&parts, writing, error) ||
      !write_all (&parts, error) || !chn_store_begin_parent (writing, error))
    return FALSE;
  for (guint i = 0; i < n_loads; i++)
    if (!chn_store_register (writing, &loads[i], ids, error))
      return FALSE;
  writing->ords = NULL;
  return widen (&parts, writing->store, error);
}

gboolean
chn_store_distribute (ChnStoreWriting *writing, const ChnStoreLoad *loads, guint n_loads, const GPtrArray *ids,
                      ChnStorePut put, gconstpointer data, GError **error)
{
  if (writing->store->shards)
    return spread (writing, loads, n_loads, ids, put, data, error);
  for (guint i = 0; i < n_loads; i++)
    if (!put (writing, &loads[i], data, error))
      return FALSE;
  return TRUE;
}
