/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Servers of a store that do not answer: which ones, and going on without them. */
#include "store/database/shards/lost.h"

#include "base/error.h"

static void
append_name (GString *names, const ChnStore *store, const ChnStoreShard *shard)
{
  g_autofree char *name = chn_store_dup_shard_name (store, shard);
  g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
}

/* Those that do not answer; where none does it is the parent that is lost. */
static GPtrArray *
find_lost (const ChnStore *store)
{
  GPtrArray *lost = g_ptr_array_new ();
  for (guint i = 0; i < chn_store_count_shards (store); i++) {
    ChnStoreShard *shard = chn_store_get_shard (store, i);
    if (!shard->is_out && !chn_store_shard_answers (store, shard))
      g_ptr_array_add (lost, shard);
  }
  if (lost->len > 0 && !chn_store_run (store, "SELECT 1", NULL))
    g_ptr_array_set_size (lost, 0);
  return lost;
}

gboolean
chn_store_cope (ChnStore *store, GError *inner, GError **error)
{
  gboolean is_lost = store->shards && g_error_matches (inner, CHN_ERROR, CHN_ERROR_IO),
           was_reading = store->is_reading;
  if (is_lost && was_reading) /* nothing more can be asked in a transaction that has failed */
    chn_store_end_reading (store);
  g_autoptr (GPtrArray) lost = is_lost ? find_lost (store) : g_ptr_array_new ();
  if (is_lost && was_reading)
    chn_store_begin_reading (store, NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < lost->len; i++)
    append_name (names, store, lost->pdata[i]);
  if (lost->len == 0) {
    g_propagate_error (error, inner);
    return FALSE;
  }
  g_error_free (inner);
  if (store->may_leave_out) {
    for (guint i = 0; i < lost->len; i++)
      ((ChnStoreShard *) lost->pdata[i])->is_out = TRUE;
    chn_store_tell_events (store);
    return TRUE;
  }
  chn_error_set (error, CHN_ERROR_IO, NULL, "%s: a server of it does not answer: %s", store->name, names->str);
  return FALSE;
}

gboolean
chn_store_ask_events (ChnStore *store, ChnStoreView view, const char *columns, const char *condition,
                      const char *value, ChnDatabaseTake take, gpointer data, GError **error)
{
  for (;;) {
    g_autoptr (GError) inner = NULL;
    g_autofree char *question =
        g_strdup_printf ("SELECT %s FROM %s WHERE %s", columns, chn_store_get_events (store, view), condition);
    if (chn_store_ask (store, question, &value, 1, take, data, &inner))
      return TRUE;
    if (!chn_store_cope (store, g_steal_pointer (&inner), error))
      return FALSE;
  }
}

void
chn_store_set_may_leave_out (ChnStore *store)
{
  store->may_leave_out = TRUE;
}

char *
chn_store_dup_left_out (const ChnStore *store)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < chn_store_count_shards (store); i++)
    if (chn_store_get_shard (store, i)->is_out)
      append_name (names, store, chn_store_get_shard (store, i));
  return names->len > 0 ? g_strdup (names->str) : NULL;
}
