/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/view.h"

/* The keys of events that are hidden from those who may see so much, as a list of values; none of what all see. */
char *chn_store_dup_hidden_list (ChnDatabaseKind kind, ChnVisibility most);

/* How many events there are of each visibility. */
gboolean chn_store_count_whole (ChnStore *store, ChnStoreView view, guint *whole, GError **error);
