/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the parent of a store that is spread keeps of its events by itself. */
#include "store/database/register.h"

#include <string.h>

#include "query/describe.h"
#include "store/database/part-keys.h"
#include "store/database/rows.h"
#include "store/database/shards/shards.h"
#include "store/database/vote-keys.h"
#include "timeline/columns.h"

typedef struct {
  const ChnStoreLoad *load;
  const ChnTimeline *whole; /* in whose order they stand; NULL: in their own */
  GHashTable *ords;
  guint next;
  char begins[24], ends[24], ord[24];
  GPtrArray *parts;
  char *hides;
} Giving;

static void
take_part (const char *key, gpointer data)
{
  if (strcmp (key, CHN_STORE_KEY_HIDES) != 0)
    g_ptr_array_add (data, g_strdup (key));
}

/* Keys of what is not for everybody, by which it is counted. */
static const char *
list_parts (Giving *giving, guint row)
{
  g_ptr_array_set_size (giving->parts, 0);
  chn_store_part_keys_list (giving->load->timeline, row, take_part, giving->parts);
  g_free (giving->hides);
  giving->hides = giving->parts->len > 0 ? chn_store_dup_list (CHN_DATABASE_POSTGRESQL, giving->parts) : NULL;
  return giving->hides;
}

static gboolean
give_id (const char **cells, gpointer data, GError **error)
{
  Giving *giving = data;
  const ChnStoreLoad *load = giving->load;
  (void) error;
  if (giving->next == load->n)
    return FALSE;
  guint row = load->rows[giving->next++];
  const ChnColumns *columns = chn_timeline_get_columns (load->timeline);
  ChnDateBounds bounds = chn_columns_get_bounds (columns, row);
  g_snprintf (giving->begins, sizeof giving->begins, "%" G_GINT64_FORMAT, bounds.earliest);
  g_snprintf (giving->ends, sizeof giving->ends, "%" G_GINT64_FORMAT, bounds.latest);
  guint place = row;
  if (giving->whole)
    chn_timeline_find (giving->whole, chn_timeline_get_id (load->timeline, row), &place);
  g_snprintf (giving->ord, sizeof giving->ord, "%u", place + 1);
  cells[0] = chn_timeline_get_id (load->timeline, row);
  cells[1] = chn_store_find_timeline (load->timeline, row);
  cells[2] = giving->begins;
  cells[3] = giving->ends;
  cells[4] = chn_vocabulary_get_term_name (CHN_VOCABULARY_VISIBILITY, chn_columns_get_visibility (columns, row));
  const char *ord = giving->ords ? g_hash_table_lookup (giving->ords, cells[0]) : NULL;
  cells[5] = ord ? ord : giving->ord;
  cells[6] = list_parts (giving, row);
  return TRUE;
}

/* What was known of events that are written or taken out goes: of all but those that stay where they are. */
static gboolean
find_stale (const ChnStoreWriting *writing, const ChnStoreLoad *load, const GPtrArray *ids, GError **error)
{
  if (!ids)
    return chn_store_carry_out (
        writing, load->table,
        "CREATE TEMP TABLE stale_id ON COMMIT DROP AS SELECT i.id FROM %T_id i LEFT JOIN fresh_id"
        " f USING (id, timeline) WHERE f.id IS NULL OR (f.begins, f.ends, f.visibility,"
        " f.ord, f.hides) IS DISTINCT FROM (i.begins, i.ends, i.visibility, i.ord, i.hides);",
        error);
  g_autofree char *list = chn_store_dup_list (writing->store->kind, ids);
  return chn_store_run (writing->store, "CREATE TEMP TABLE stale_id (id text) ON COMMIT DROP", error) &&
         chn_store_ask (writing->store, "INSERT INTO stale_id SELECT unnest ($1::text[])",
                        (const char *const[]){ list }, 1, NULL, NULL, error);
}

static gboolean
put_ids (const ChnStoreWriting *writing, const ChnStoreLoad *load, const GPtrArray *ids, GError **error)
{
  static const char *const columns[] = { "id", "timeline", "begins", "ends", "visibility", "ord", "hides" };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Giving giving = { .load = load, .whole = writing->whole, .ords = writing->ords, .parts = parts };
  gboolean put =
      chn_store_carry_out (writing, load->table, "CREATE TEMP TABLE fresh_id (LIKE %T_id) ON COMMIT DROP;", error) &&
      chn_store_load (writing->store, "fresh_id", columns, G_N_ELEMENTS (columns), give_id, &giving, error) &&
      chn_store_run (writing->store, "ANALYZE fresh_id", error) && find_stale (writing, load, ids, error) &&
      chn_store_carry_out (
          writing, load->table,
          "WITH gone AS (DELETE FROM %T_id WHERE id IN (SELECT id FROM stale_id) RETURNING visibility)"
          " UPDATE %T_count SET n = %T_count.n - g.n FROM (SELECT visibility, count(*) AS n FROM gone GROUP BY 1) g"
          " WHERE %T_count.visibility = g.visibility;"
          "WITH come AS (INSERT INTO %T_id SELECT * FROM fresh_id ON CONFLICT DO NOTHING RETURNING visibility)"
          " INSERT INTO %T_count SELECT visibility, count(*) FROM come GROUP BY 1 ON CONFLICT (visibility) DO UPDATE"
          " SET n = %T_count.n + excluded.n;",
          error);
  g_free (giving.hides);
  return put;
}

/* Names that were met. */
typedef struct {
  GHashTable *codes[CHN_N_DICTIONARIES];
  GHashTable *series; /* and votes */
  gboolean brings_vote;
  guint kind_vote;
} Names;

static void
clear_names (Names *names)
{
  for (guint i = 0; i < CHN_N_DICTIONARIES; i++)
    g_clear_pointer (&names->codes[i], g_hash_table_unref);
  g_clear_pointer (&names->series, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, clear_names)

static gboolean
meet_code (Names *names, ChnDictionaryId dictionary, guint32 code)
{
  if (!names->codes[dictionary])
    names->codes[dictionary] = g_hash_table_new (NULL, NULL);
  return g_hash_table_add (names->codes[dictionary], GUINT_TO_POINTER (code + 1));
}

static gboolean
meet_codes (Names *names, const ChnColumns *columns, guint row, ChnListId list, ChnDictionaryId dictionary)
{
  guint n = 0;
  gboolean any = FALSE;
  const guint32 *codes = chn_columns_get_list (columns, list, row, &n);
  for (guint i = 0; i < n; i++)
    any = meet_code (names, dictionary, codes[i]) || any;
  return any;
}

/* That there are votes of which not all is counted. */
static void
meet_votes (const char *key, gpointer data)
{
  Names *names = data;
  if (g_str_has_suffix (key, " " CHN_KEY_UNCOUNTED) && g_hash_table_add (names->series, g_strdup (key)))
    names->brings_vote = TRUE;
}

/* Whether a row brings a name along that was not met before. */
static gboolean
brings_name (Names *names, const ChnColumns *columns, guint row)
{
  guint n = 0;
  gboolean any = FALSE;
  const ChnActorCell *actors = chn_columns_get_actors (columns, row, &n);
  const char *series = chn_columns_get_text (columns, CHN_FIELD_SERIES, row);
  for (guint i = 0; i < n; i++)
    any = meet_code (names, CHN_DICTIONARY_ACTORS, actors[i].actor) || any;
  any = meet_codes (names, columns, row, CHN_LIST_FORUMS, CHN_DICTIONARY_FORUMS) || any;
  any = meet_codes (names, columns, row, CHN_LIST_TAGS, CHN_DICTIONARY_TAGS) || any;
  names->brings_vote = FALSE;
  chn_store_vote_keys_list (columns, row, names->kind_vote, meet_votes, names);
  return (series && g_hash_table_add (names->series, g_strdup (series))) || any || names->brings_vote;
}

/* Whether an event on another shard is related to it: whoever reads that one need not ask here. */
static gboolean
is_far (const ChnStore *store, const ChnColumns *columns, guint row)
{
  guint n = 0, own = chn_store_find_shard (store, chn_columns_get_bounds (columns, row).earliest);
  const ChnBacklink *links = chn_columns_get_backlinks (columns, row, &n);
  for (guint i = 0; i < n; i++)
    if (chn_store_find_shard (store, chn_columns_get_bounds (columns, links[i].row).earliest) != own)
      return TRUE;
  return FALSE;
}

/* What rows are related to comes along with them; it is in the table of what everybody may see, of which all is
 * there. */
static void
add_targets (const ChnStoreLoad *load, guint row, GArray *rows)
{
  guint n = 0;
  const ChnRelationCell *relations = chn_columns_get_relations (chn_timeline_get_columns (load->timeline), row, &n);
  for (guint i = 0; i < n && strcmp (load->table, "event") == 0; i++)
    g_array_append_val (rows, relations[i].target);
}

/* Of rows that change, those that are related so, and what they are related to, which may stay as it is. */
static GArray *
find_far (const ChnStore *store, const ChnStoreLoad *load)
{
  const ChnColumns *columns = chn_timeline_get_columns (load->timeline);
  GArray *far = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < load->n; i++) {
    if (is_far (store, columns, load->rows[i]))
      g_array_append_val (far, load->rows[i]);
    add_targets (load, load->rows[i], far);
  }
  return far;
}

/* Adds an event for each name, and the first and the last of all, which tell years from other numbers. */
static void
add_named (const ChnStoreLoad *load, GArray *named)
{
  g_auto (Names) names = { .series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                           .kind_vote = (guint) chn_vocabulary_find (CHN_VOCABULARY_KIND, "vote", -1, NULL) };
  const ChnColumns *columns = chn_timeline_get_columns (load->timeline);
  guint first = 0, last = 0;
  for (guint i = 0; i < load->n; i++) {
    ChnDateBounds bounds = chn_columns_get_bounds (columns, load->rows[i]);
    first = bounds.earliest < chn_columns_get_bounds (columns, load->rows[first]).earliest ? i : first;
    last = bounds.latest > chn_columns_get_bounds (columns, load->rows[last]).latest ? i : last;
  }
  for (guint i = 0; i < load->n; i++)
    if (brings_name (&names, columns, load->rows[i]) || i == first || i == last)
      g_array_append_val (named, load->rows[i]);
}

/* Of all there is: the events that are named, with what these are related to, and those that others look for from
 * elsewhere. */
static GArray *
find_copied (const ChnStore *store, const ChnStoreLoad *load)
{
  const ChnColumns *columns = chn_timeline_get_columns (load->timeline);
  GArray *copied = g_array_new (FALSE, FALSE, sizeof (guint));
  add_named (load, copied);
  for (guint i = 0, n = copied->len; i < n; i++)
    add_targets (load, g_array_index (copied, guint, i), copied);
  for (guint i = 0; i < load->n; i++)
    if (is_far (store, columns, load->rows[i]))
      g_array_append_val (copied, load->rows[i]);
  return copied;
}

static gboolean
list_far (const ChnStoreWriting *writing, const ChnStoreLoad *load, const GArray *far, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < far->len; i++)
    g_ptr_array_add (ids, (gpointer) chn_timeline_get_id (load->timeline, g_array_index (far, guint, i)));
  g_autofree char *list = chn_store_dup_list (writing->store->kind, ids);
  return chn_store_run (writing->store, "CREATE TEMP TABLE far (id text) ON COMMIT DROP", error) &&
         chn_store_ask (writing->store, "INSERT INTO far SELECT unnest ($1::text[])", (const char *const[]){ list },
                        1, NULL, NULL, error);
}

static gboolean
put_named (const ChnStoreWriting *writing, const ChnStoreLoad *load, gboolean is_all, GError **error)
{
  g_autoptr (GArray) far = is_all ? find_copied (writing->store, load) : find_far (writing->store, load);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!is_all)
    g_array_append_vals (kept, load->rows, load->n);
  g_array_append_vals (kept, far->data, far->len);
  chn_sort_rows (kept);
  g_autofree char *table = g_strconcat ("named_", load->table, NULL);
  return chn_store_carry_out (writing, load->table,
                              is_all
                                  ? "CREATE TEMP TABLE again ON COMMIT DROP AS SELECT id FROM named_%T WHERE FALSE;"
                                    "DELETE FROM named_%T; DELETE FROM %T_name;"
                                  : "CREATE TEMP TABLE again ON COMMIT DROP AS SELECT id FROM named_%T WHERE id IN"
                                    " (SELECT id FROM stale_id);"
                                    "DELETE FROM named_%T WHERE id IN (SELECT id FROM stale_id);",
                              error) &&
         chn_store_make_fresh (writing, table, load->timeline, (const guint *) (gpointer) kept->data, kept->len,
                               error) &&
         list_far (writing, load, far, error) && chn_store_add_names (writing, load->table, "fresh", error) &&
         chn_store_carry_out (
             writing, load->table,
             "INSERT INTO named_%T SELECT * FROM fresh WHERE id IN (SELECT id FROM again) OR id IN (SELECT id FROM"
             " far) OR id IN (SELECT id FROM %T_name) ON CONFLICT DO NOTHING;",
             error);
}

/* The first and the last to begin some time, where they are no longer the same ones. */
static gboolean
put_bounds (const ChnStoreWriting *writing, const char *table, GError **error)
{
  static const char *const bounds[][2] = { { "min", "ASC" }, { "max", "DESC" } };
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
    guint64 n = 0;
    g_autofree char *lacks =
        g_strdup_printf ("SELECT count(*) FROM (SELECT %s (begins) AS at FROM %s_id WHERE " CHN_STORE_BEGINS_SOMETIME
                         ") t WHERE at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM named_%s WHERE begins = at)",
                         bounds[i][0], table, table);
    g_autofree char *first = g_strdup_printf (
        "FROM %%T_id WHERE " CHN_STORE_BEGINS_SOMETIME " ORDER BY begins %s, id LIMIT 1", bounds[i][1]);
    g_autofree char *sql = g_strdup_printf ("INSERT INTO named_%%T (%%C) SELECT %%C FROM %%T WHERE begins = (SELECT"
                                            " begins %s) AND id = (SELECT id %s) ON CONFLICT DO NOTHING;",
                                            first, first);
    if (!chn_store_ask_number (writing->store, lacks, NULL, 0, &n, error) ||
        (n > 0 && !chn_store_carry_out (writing, table, sql, error)))
      return FALSE;
  }
  return TRUE;
}

gboolean
chn_store_register (const ChnStoreWriting *writing, const ChnStoreLoad *load, const GPtrArray *ids, GError **error)
{
  return put_ids (writing, load, ids, error) && put_named (writing, load, !ids, error) &&
         put_bounds (writing, load->table, error) &&
         chn_store_run (writing->store, "DROP TABLE fresh, fresh_id, stale_id, again, far", error);
}

void
chn_store_add_related (const ChnStore *store, const ChnStoreLoad *load, GPtrArray *ids)
{
  g_autoptr (GArray) far = find_far (store, load);
  for (guint i = 0; i < far->len; i++)
    g_ptr_array_add (ids, (gpointer) chn_timeline_get_id (load->timeline, g_array_index (far, guint, i)));
}
