/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Remembers since when answers have been what they are. */
#include "feed/history.h"

#include <string.h>

#include "base/hash.h"

/* Addresses that are remembered; when there are more, all begin anew, which costs clients one more download. */
enum { MOST = 20000 };

typedef struct {
  guint64 key, etag;
  gint64 since;
} Entry;

struct _ChnFeedHistory {
  GMutex mutex;
  GHashTable *entries; /* of Entry, by its key */
};

ChnFeedHistory *
chn_feed_history_new (void)
{
  ChnFeedHistory *history = g_new0 (ChnFeedHistory, 1);
  g_mutex_init (&history->mutex);
  history->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return history;
}

void
chn_feed_history_free (ChnFeedHistory *history)
{
  if (!history)
    return;
  g_hash_table_unref (history->entries);
  g_mutex_clear (&history->mutex);
  g_free (history);
}

gint64
chn_feed_history_note (ChnFeedHistory *history, const char *key, const char *etag, gint64 now)
{
  Entry entry = { chn_hash_bytes (key, strlen (key)), chn_hash_bytes (etag, strlen (etag)), now };
  g_mutex_lock (&history->mutex);
  Entry *known = g_hash_table_lookup (history->entries, &entry);
  if (known && known->etag == entry.etag) {
    entry.since = known->since;
  } else {
    if (g_hash_table_size (history->entries) >= MOST)
      g_hash_table_remove_all (history->entries);
    known = g_memdup2 (&entry, sizeof entry);
    g_hash_table_replace (history->entries, known, known);
  }
  g_mutex_unlock (&history->mutex);
  return entry.since;
}
