/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/file.h"
#include "store/database/shards/shards.h"

/* A server that becomes a shard. */
typedef struct {
  ChnStore *store;
  char *schema; /* in which its tables lie */
} ChnStorePlace;

/*
 * Makes the tables of a store on a server, as a part of the store with this token; what somebody left there who broke
 * off is taken away. NULL with an error, also where it holds something else.
 */
ChnStorePlace *chn_store_prepare_place (const ChnStoreServer *server, const char *token, GError **error);
void chn_store_place_free (gpointer place);

/* Makes the views by which the parent sees a range. */
gboolean chn_store_lay_place (const ChnStore *shard, guint layout, gint64 begins, gint64 before, GError **error);

/* Takes away views of other layouts than this one; 0 is none. */
gboolean chn_store_drop_layouts (const ChnStore *shard, guint kept, GError **error);

/* Makes sure that the parent can ask other servers. */
gboolean chn_store_make_wrapper (const ChnStore *store, GError **error);
