/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Holds one answer. */
#include "feed/entry.h"

/* What an entry takes beside its bytes, roughly. */
enum { OVERHEAD = 2048, LEAST_TO_PACK = 512 };

/* Bytes that are counted for as long as somebody has them. */
typedef struct {
  GBytes *bytes;
  ChnFeedMetrics *metrics;
} Counted;

static void
drop_counted (gpointer data)
{
  Counted *counted = data;
  atomic_fetch_sub (&counted->metrics->body_bytes, (gint64) g_bytes_get_size (counted->bytes));
  g_bytes_unref (counted->bytes);
  g_free (counted);
}

/* The bytes are taken. */
static GBytes *
count (ChnFeedMetrics *metrics, GBytes *bytes)
{
  gsize length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  Counted *counted = g_new (Counted, 1);
  *counted = (Counted){ bytes, metrics };
  atomic_fetch_add (&metrics->body_bytes, (gint64) length);
  return g_bytes_new_with_free_func (data, length, drop_counted, counted);
}

ChnFeedEntry *
chn_feed_entry_new (char *key, ChnFeedTarget *target)
{
  ChnFeedEntry *entry = g_new0 (ChnFeedEntry, 1);
  entry->link.data = entry;
  entry->key = key;
  entry->target = target;
  g_queue_init (&entry->waiting);
  return entry;
}

void
chn_feed_entry_free (ChnFeedEntry *entry, ChnFeedMeans *means)
{
  for (guint i = 0; i < CHN_FEED_N_FORMS; i++)
    chn_feed_form_clear (&entry->forms[i], means->http);
  if (entry->answer)
    chn_feed_answer_free (entry->answer);
  chn_feed_target_free (entry->target);
  g_free (entry->key);
  g_free (entry);
}

const ChnFeedForm *
chn_feed_entry_get_form (const ChnFeedEntry *entry, gboolean takes_gzip)
{
  if (!entry->answer || (takes_gzip && !entry->is_packed))
    return NULL;
  return &entry->forms[takes_gzip && entry->forms[CHN_FEED_GZIP].whole ? CHN_FEED_GZIP : CHN_FEED_PLAIN];
}

gboolean
chn_feed_entry_is_over (const ChnFeedEntry *entry)
{
  return entry->answer && entry->answer->ends != G_MAXINT64 &&
         g_get_real_time () / G_USEC_PER_SEC >= entry->answer->ends;
}

void
chn_feed_entry_make_form (const ChnFeedEntry *entry, ChnFeedMeans *means, ChnFeedAnswer *answer, ChnFeedForm *form)
{
  ChnFeedValidators validators = { .since = 0 };
  if (answer->status == 200) {
    chn_feed_validators_set_etag (&validators, answer->body);
    validators.since =
        chn_feed_history_note (means->history, entry->key, validators.etag, g_get_real_time () / G_USEC_PER_SEC);
  }
  answer->body = count (&means->metrics, answer->body);
  chn_feed_form_make (form, means->http, entry->target, answer, answer->body, CHN_FEED_PLAIN, &validators);
}

void
chn_feed_entry_make_packed (const ChnFeedEntry *entry, ChnFeedMeans *means, ChnFeedForm *form)
{
  GBytes *packed = means->http->compress (entry->answer->body);
  *form = (ChnFeedForm){ .length = 0 };
  if (!packed)
    return;
  g_autoptr (GBytes) body = count (&means->metrics, packed);
  chn_feed_form_make (form, means->http, entry->target, entry->answer, body, CHN_FEED_GZIP,
                      &entry->forms[CHN_FEED_PLAIN].validators);
}

void
chn_feed_entry_take (ChnFeedEntry *entry, ChnFeedAnswer *answer, const ChnFeedForm *form)
{
  entry->answer = answer;
  entry->forms[CHN_FEED_PLAIN] = *form;
  entry->size += form->length + OVERHEAD;
  entry->is_packed = answer->status != 200 || form->length < LEAST_TO_PACK;
}

void
chn_feed_entry_take_packed (ChnFeedEntry *entry, const ChnFeedForm *form)
{
  entry->is_packed = TRUE;
  entry->forms[CHN_FEED_GZIP] = *form;
  entry->size += form->length;
}

void
chn_feed_entry_deliver (ChnFeedEntry *entry, ChnFeedMeans *means)
{
  GQueue later = G_QUEUE_INIT;
  for (ChnFeedAsking *asking = g_queue_pop_head (&entry->waiting); asking;
       asking = g_queue_pop_head (&entry->waiting)) {
    const ChnFeedForm *form = chn_feed_entry_get_form (entry, asking->takes_gzip);
    if (form)
      chn_feed_asking_answer (asking, means, form, entry->target->feed);
    else
      g_queue_push_tail (&later, asking);
  }
  entry->waiting = later;
}
