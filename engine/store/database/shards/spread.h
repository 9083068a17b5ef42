/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/file.h"
#include "store/database/shards/shards.h"

/* Spreads a store without events over servers. */
gboolean chn_store_spread (ChnStore *store, const GPtrArray *servers, GError **error);
