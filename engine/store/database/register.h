/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/load.h"

/*
 * What the parent of a store that is spread keeps of events by itself: where each is, how many there are, and copies
 * of those that bring a name along. In the transaction that is open; `ids` as of chn_store_distribute().
 */
gboolean chn_store_register (const ChnStoreWriting *writing, const ChnStoreLoad *load, const GPtrArray *ids,
                             GError **error);

/* Adds the ids of rows of which chn_store_register() keeps copies though they are not among those that are written.
 */
void chn_store_add_related (const ChnStore *store, const ChnStoreLoad *load, GPtrArray *ids);
