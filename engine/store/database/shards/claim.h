/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/schema.h"
#include "store/database/shards/shards.h"

/*
 * Writing several servers as one: who writes, and what became of those who did not end. All is asked of the parent of
 * a store that is spread.
 */

/* Waits until nobody else writes. Whoever ends, or is ended, lets others in. */
gboolean chn_store_lock_writers (const ChnStore *store, GError **error);
void chn_store_unlock_writers (const ChnStore *store);

/* Takes back what others left who did not end, of those shards that answer, and gives the number of the next
 * revision, which nobody had. */
gboolean chn_store_recover (const ChnStore *store, guint64 *revision, GError **error);

/* Says, before any of them is touched, which shards a revision may write; FALSE where one of them waits to be
 * recovered. */
gboolean chn_store_claim (const ChnStore *store, guint64 revision, const GPtrArray *shards, GError **error);

/* Begins a transaction of a revision on a shard; FALSE where somebody took this writer for dead, and went on. */
gboolean chn_store_begin_shard (const ChnStoreShard *shard, guint64 revision, GError **error);
