/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Keeps answers, and has each made once for all who wait for it. */
#include "feed/kept.h"

#include "feed/entry.h"

/* Answers that are kept; questions of passers-by would else take up all that there is room for. */
enum { MOST_KEPT = 1000 };

/* Makings that may wait for each thread that makes, and bodies that may be on their way beside those that are kept.
 */
enum { WAITING_A_MAKER = 64, BODIES_A_KEPT = 3, LONGEST_QUEUES = 2 };

struct _ChnFeedKept {
  ChnFeedSite *site;
  ChnFeedMeans *means;
  gatomicrefcount n_refs;
  GMutex mutex;        /* of all below, and of the entries */
  GHashTable *entries; /* key -> ChnFeedEntry */
  GQueue used;         /* of those with an answer, the last used first */
  gsize size;
};

struct _ChnFeedJob {
  ChnFeedKept *kept;
  ChnFeedEntry *entry;
};

ChnFeedKept *
chn_feed_kept_new (ChnFeedSite *site, ChnFeedMeans *means)
{
  ChnFeedKept *kept = g_new0 (ChnFeedKept, 1);
  kept->site = chn_feed_site_ref (site);
  kept->means = means;
  g_atomic_ref_count_init (&kept->n_refs);
  g_mutex_init (&kept->mutex);
  kept->entries = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&kept->used);
  return kept;
}

ChnFeedKept *
chn_feed_kept_ref (ChnFeedKept *kept)
{
  g_atomic_ref_count_inc (&kept->n_refs);
  return kept;
}

/* Those who wait hold a reference, so that only answers are left here. */
void
chn_feed_kept_unref (ChnFeedKept *kept)
{
  if (!kept || !g_atomic_ref_count_dec (&kept->n_refs))
    return;
  GHashTableIter iter;
  gpointer entry = NULL;
  g_hash_table_iter_init (&iter, kept->entries);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    chn_feed_entry_free (entry, kept->means);
  g_hash_table_unref (kept->entries);
  chn_feed_site_unref (kept->site);
  g_mutex_clear (&kept->mutex);
  g_free (kept);
}

ChnFeedSite *
chn_feed_kept_get_site (ChnFeedKept *kept)
{
  return kept->site;
}

static void
drop (ChnFeedKept *kept, ChnFeedEntry *entry)
{
  g_hash_table_remove (kept->entries, entry->key);
  g_queue_unlink (&kept->used, &entry->link);
  kept->size -= entry->size;
  chn_feed_entry_free (entry, kept->means);
}

/* From the one that was used the longest time ago on. */
static void
make_room (ChnFeedKept *kept)
{
  GList *link = kept->used.tail;
  while (link && (kept->size > kept->means->settings.kept_bytes || kept->used.length > MOST_KEPT)) {
    ChnFeedEntry *entry = link->data;
    link = link->prev;
    if (entry->is_worked_on)
      continue;
    chn_feed_metrics_add (&kept->means->metrics, CHN_FEED_DROPPED, 1);
    drop (kept, entry);
  }
}

/* The entry of a key, with its answer unless it is being made; one that is over is gone. */
static ChnFeedEntry *
find (ChnFeedKept *kept, const char *key)
{
  ChnFeedEntry *entry = g_hash_table_lookup (kept->entries, key);
  if (!entry || entry->is_worked_on || !chn_feed_entry_is_over (entry))
    return entry;
  drop (kept, entry);
  return NULL;
}

static gboolean
has_room (const ChnFeedKept *kept)
{
  const ChnFeedSettings *settings = &kept->means->settings;
  gsize bodies = (gsize) MAX (atomic_load (&kept->means->metrics.body_bytes), 0);
  return g_thread_pool_unprocessed (kept->means->makers) < settings->makers * WAITING_A_MAKER &&
         bodies < BODIES_A_KEPT * settings->kept_bytes;
}

static void
start (ChnFeedKept *kept, ChnFeedEntry *entry)
{
  ChnFeedJob *job = g_new (ChnFeedJob, 1);
  *job = (ChnFeedJob){ chn_feed_kept_ref (kept), entry };
  entry->is_worked_on = TRUE;
  entry->asked = g_get_monotonic_time ();
  g_thread_pool_push (kept->means->makers, job, NULL);
}

/* Lets a request wait for an entry, which is started where nobody works on it; NULL: a new one. */
static void
await (ChnFeedKept *kept, ChnFeedEntry *entry, char *key, ChnFeedTarget *target, ChnFeedAsking *asking)
{
  if (entry) {
    chn_feed_metrics_add (&kept->means->metrics, CHN_FEED_JOINED, 1);
    chn_feed_target_free (target);
    g_free (key);
  } else {
    entry = chn_feed_entry_new (key, target);
    g_hash_table_insert (kept->entries, entry->key, entry);
  }
  g_queue_push_tail (&entry->waiting, asking);
  if (!entry->is_worked_on)
    start (kept, entry);
}

/* Under the mutex: answers with what is there. */
static gboolean
answer_kept (ChnFeedKept *kept, ChnFeedEntry *entry, ChnHttpExchange *exchange, const ChnHttpRequest *request,
             gboolean takes_gzip)
{
  const ChnFeedForm *form = entry ? chn_feed_entry_get_form (entry, takes_gzip) : NULL;
  if (!form)
    return FALSE;
  chn_feed_metrics_add (&kept->means->metrics, CHN_FEED_KEPT, 1);
  if (kept->used.head != &entry->link) {
    g_queue_unlink (&kept->used, &entry->link);
    g_queue_push_head_link (&kept->used, &entry->link);
  }
  chn_feed_answer_now (exchange, request, kept->means, form, entry->target->feed);
  return TRUE;
}

static void
answer_made (ChnFeedKept *kept, ChnFeedEntry *entry, char *key, ChnFeedTarget *target, ChnHttpExchange *exchange,
             const ChnHttpRequest *request, gboolean takes_gzip)
{
  char *asker = chn_feed_peers_dup_asker (kept->means->peers, request);
  gboolean has_share = chn_feed_peers_begin (kept->means->peers, asker);
  if (has_share && (entry || has_room (kept))) {
    await (kept, entry, key, target, chn_feed_asking_new (exchange, request, asker, takes_gzip));
    return;
  }
  if (has_share)
    chn_feed_peers_end (kept->means->peers, asker);
  chn_feed_refuse (exchange, request, kept->means, has_share ? 503 : 429,
                   has_share ? "The server is busy. Ask again in a moment.\n"
                             : "Too much is being made for you already. Ask again in a moment.\n");
  chn_feed_target_free (target);
  g_free (asker);
  g_free (key);
}

/* Answers under a token and those without are kept apart, whatever their keys. */
void
chn_feed_kept_answer (ChnFeedKept *kept, ChnFeedTarget *target, ChnHttpExchange *exchange,
                      const ChnHttpRequest *request, gboolean takes_gzip)
{
  char *key = g_strconcat (target->is_private ? "!" : "", target->key, NULL);
  g_mutex_lock (&kept->mutex);
  ChnFeedEntry *entry = find (kept, key);
  if (answer_kept (kept, entry, exchange, request, takes_gzip)) {
    chn_feed_target_free (target);
    g_free (key);
  } else {
    answer_made (kept, entry, key, target, exchange, request, takes_gzip);
  }
  g_mutex_unlock (&kept->mutex);
}

void
chn_feed_kept_measure (ChnFeedKept *kept, ChnFeedGauges *gauges)
{
  g_mutex_lock (&kept->mutex);
  gauges->kept_bytes = kept->size;
  gauges->kept_answers = kept->used.length;
  g_mutex_unlock (&kept->mutex);
}

static void
tell_making (ChnFeedMeans *means, const ChnFeedEntry *entry, const ChnFeedAnswer *answer, gint64 took)
{
  const char *feed = entry->target->feed;
  chn_feed_metrics_add (&means->metrics, CHN_FEED_MADE, 1);
  chn_feed_metrics_add (&means->metrics, CHN_FEED_MICROSECONDS, (guint64) took);
  if (answer->status != 503)
    return;
  chn_feed_metrics_add (&means->metrics, CHN_FEED_CUT, 1);
  chn_feed_log (means, "an answer of %s%s was given up after %.1f s", feed && *feed ? "the feed " : "the site",
                feed ? feed : "", (double) took / G_USEC_PER_SEC);
}

/* One that has waited so long that nobody is likely to wait any longer is not begun. */
static ChnFeedAnswer *
make_in_time (const ChnFeedEntry *entry, ChnFeedMeans *means)
{
  ChnDeadline deadline;
  gint64 begun = g_get_monotonic_time (), longest = (gint64) means->settings.making_milliseconds * 1000;
  chn_deadline_start (&deadline, means->settings.making_milliseconds);
  if (begun - entry->asked > LONGEST_QUEUES * longest || g_atomic_int_get (&means->is_ending))
    chn_deadline_call_off (&deadline);
  ChnFeedAnswer *answer = chn_feed_target_make (entry->target, &deadline);
  tell_making (means, entry, answer, g_get_monotonic_time () - begun);
  return answer;
}

/* Under the mutex, which is let go while an answer is made, and while it is compressed. */
static void
work (ChnFeedKept *kept, ChnFeedEntry *entry)
{
  ChnFeedForm form;
  if (!entry->answer) {
    g_mutex_unlock (&kept->mutex);
    ChnFeedAnswer *answer = make_in_time (entry, kept->means);
    chn_feed_entry_make_form (entry, kept->means, answer, &form);
    g_mutex_lock (&kept->mutex);
    chn_feed_entry_take (entry, answer, &form);
    g_queue_push_head_link (&kept->used, &entry->link);
    kept->size += entry->size;
    chn_feed_entry_deliver (entry, kept->means);
  }
  if (entry->waiting.length > 0) {
    g_mutex_unlock (&kept->mutex);
    chn_feed_entry_make_packed (entry, kept->means, &form);
    g_mutex_lock (&kept->mutex);
    kept->size += form.length;
    chn_feed_entry_take_packed (entry, &form);
    chn_feed_entry_deliver (entry, kept->means);
  }
}

void
chn_feed_job_run (gpointer data, gpointer means)
{
  ChnFeedJob *job = data;
  ChnFeedKept *kept = job->kept;
  ChnFeedEntry *entry = job->entry;
  (void) means;
  g_mutex_lock (&kept->mutex);
  work (kept, entry);
  entry->is_worked_on = FALSE;
  if (entry->answer->status != 200)
    drop (kept, entry);
  make_room (kept);
  g_mutex_unlock (&kept->mutex);
  chn_feed_kept_unref (kept);
  g_free (job);
}
