/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* In which events two timelines differ, by the rows that they would be. */
#include "store/database/changed-events.h"

#include <string.h>

#include "store/database/rows.h"

void
chn_store_changed_events_clear (ChnStoreChangedEvents *changed)
{
  g_clear_pointer (&changed->ids, g_ptr_array_unref);
  g_clear_pointer (&changed->known, g_hash_table_unref);
  g_clear_pointer (&changed->rows, g_array_unref);
}

/* JSON without the id of the timeline, which is a cell of its own: what has none is of "chronology" as soon as it was
 * a file, which alone is no change. */
static void
append_payload (GString *text, const char *payload, const char *timeline)
{
  g_autofree char *key = g_strdup_printf ("\"timeline\":\"%s\"", timeline);
  const char *at = strstr (payload ? payload : "{}", key);
  if (!at) {
    g_string_append (text, payload ? payload : "{}");
    return;
  }
  const char *rest = at + strlen (key);
  gboolean is_last = *rest != ',', is_first = at == payload + 1;
  g_string_append_len (text, payload, at - payload - (is_last && !is_first ? 1 : 0));
  g_string_append (text, is_last ? rest : rest + 1);
}

static char *
dup_row (const char *const *cells, guint n)
{
  GString *text = g_string_new (cells[CHN_STORE_TIMELINE]);
  for (guint i = CHN_STORE_BEGINS; i < n; i++) {
    g_string_append_c (text, '\x1f');
    if (i == chn_store_find_column (CHN_COLUMN_PAYLOAD))
      append_payload (text, cells[i], cells[CHN_STORE_TIMELINE]);
    else
      g_string_append (text, cells[i] ? cells[i] : "");
  }
  return g_string_free (text, FALSE);
}

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
  while (chn_store_rows_give (cells, given, &inner))
    g_hash_table_insert (rows, g_strdup (cells[chn_store_find_column (CHN_COLUMN_ID)]), dup_row (cells, n));
  if (!inner)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&inner));
  return NULL;
}

static void
compare (ChnStoreChangedEvents *changed, GHashTable *before, GHashTable *after)
{
  for (guint row = 0; row < chn_timeline_get_n_events (changed->new); row++) {
    const char *id = chn_timeline_get_id (changed->new, row), *was = g_hash_table_lookup (before, id);
    if (was && strcmp (was, g_hash_table_lookup (after, id)) == 0)
      continue;
    g_ptr_array_add (changed->ids, (gpointer) id);
    g_array_append_val (changed->rows, row);
    if (was)
      g_hash_table_add (changed->known, (gpointer) id);
  }
  for (guint row = 0; row < chn_timeline_get_n_events (changed->old); row++) {
    const char *id = chn_timeline_get_id (changed->old, row);
    if (g_hash_table_contains (after, id))
      continue;
    g_ptr_array_add (changed->ids, (gpointer) id);
    g_hash_table_add (changed->known, (gpointer) id);
  }
}

gboolean
chn_store_find_changed_events (ChnStoreChangedEvents *changed, ChnDatabaseKind kind, const ChnTimeline *old,
                               const ChnTimeline *new, GError **error)
{
  *changed = (ChnStoreChangedEvents){ old, new, g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (guint)),
                                      g_hash_table_new (g_str_hash, g_str_equal) };
  g_autoptr (GHashTable) before = list_rows (kind, old, error);
  g_autoptr (GHashTable) after = before ? list_rows (kind, new, error) : NULL;
  if (!after)
    return FALSE;
  compare (changed, before, after);
  return TRUE;
}
