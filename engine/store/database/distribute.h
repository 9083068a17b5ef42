/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/load.h"

/* Puts them into the table of the store of `writing`; several shards at once, on a thread each. */
typedef gboolean (*ChnStorePut) (const ChnStoreWriting *writing, const ChnStoreLoad *load, gconstpointer data,
                                 GError **error);

/*
 * Puts each load into its table. Of a store that is spread over servers each shard is given those that begin in its
 * range, and commits by itself; then the transaction of the parent is open, in which the rest is to be written. `ids`
 * are the events that are written or taken out, NULL for all that there are.
 */
gboolean chn_store_distribute (ChnStoreWriting *writing, const ChnStoreLoad *loads, guint n_loads,
                               const GPtrArray *ids, ChnStorePut put, gconstpointer data, GError **error);
