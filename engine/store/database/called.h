/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/pull.h"

/* Adds the events that may be called so: by a document symbol, in whatever spelling, or a title. `are_all`: whether
 * there are no more. */
gboolean chn_store_find_called (ChnStore *store, ChnStoreView view, const char *name, GHashTable *ids,
                                gboolean *are_all, GError **error);

/* Adds the events whose ids are nearest to a name that none has, of those of which somebody may know. */
gboolean chn_store_find_nearest (ChnStore *store, ChnStoreView view, ChnVisibility most, const char *name,
                                 GHashTable *ids, gboolean *are_all, GError **error);

/* Adds the events that may have had an id before. */
gboolean chn_store_find_former (ChnStore *store, ChnStoreView view, const char *name, GHashTable *ids,
                                gboolean *are_all, GError **error);
