/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A thread that is fed with batches of bytes through two queues: of full ones, and of those that it has emptied. */
#include "base/relay.h"

struct _ChnRelay {
  GAsyncQueue *empty, *full; /* of GString; an empty one in `full` ends it */
  guint n_batches;
  gsize batch_bytes;
  GString *batch; /* being filled; NULL once it is over */
  ChnRelayFunc take;
  gpointer data;
  GThread *thread;
};

static gpointer
work (gpointer data)
{
  ChnRelay *relay = data;
  for (gboolean is_over = FALSE; !is_over;) {
    GString *batch = g_async_queue_pop (relay->full);
    is_over = batch->len == 0;
    relay->take (batch->str, batch->len, relay->data);
    g_string_truncate (batch, 0);
    g_async_queue_push (relay->empty, batch);
  }
  return NULL;
}

static void
free_batch (gpointer batch)
{
  g_string_free (batch, TRUE);
}

ChnRelay *
chn_relay_new (const char *name, guint n_batches, gsize batch_bytes, ChnRelayFunc take, gpointer data)
{
  ChnRelay *relay = g_new0 (ChnRelay, 1);
  relay->empty = g_async_queue_new_full (free_batch);
  relay->full = g_async_queue_new_full (free_batch);
  relay->n_batches = n_batches;
  relay->batch_bytes = batch_bytes;
  relay->take = take;
  relay->data = data;
  for (guint i = 0; i < n_batches; i++)
    g_async_queue_push (relay->empty, g_string_new (NULL));
  relay->batch = g_async_queue_pop (relay->empty);
  relay->thread = g_thread_new (name, work, relay);
  return relay;
}

GString *
chn_relay_get_batch (ChnRelay *relay)
{
  return relay->batch;
}

static void
hand_over (ChnRelay *relay)
{
  g_async_queue_push (relay->full, relay->batch);
  relay->batch = g_async_queue_pop (relay->empty);
}

void
chn_relay_pass (ChnRelay *relay)
{
  if (relay->batch->len >= relay->batch_bytes)
    hand_over (relay);
}

void
chn_relay_wait (ChnRelay *relay)
{
  g_autoptr (GPtrArray) emptied = g_ptr_array_new ();
  if (relay->batch->len > 0)
    hand_over (relay);
  while (emptied->len < relay->n_batches - 1)
    g_ptr_array_add (emptied, g_async_queue_pop (relay->empty));
  for (guint i = 0; i < emptied->len; i++)
    g_async_queue_push (relay->empty, emptied->pdata[i]);
}

void
chn_relay_end (ChnRelay *relay)
{
  if (!relay->batch)
    return;
  if (relay->batch->len > 0)
    hand_over (relay);
  g_async_queue_push (relay->full, g_steal_pointer (&relay->batch));
}

void
chn_relay_free (ChnRelay *relay)
{
  if (!relay)
    return;
  chn_relay_end (relay);
  g_thread_join (relay->thread);
  g_async_queue_unref (relay->empty);
  g_async_queue_unref (relay->full);
  g_free (relay);
}
