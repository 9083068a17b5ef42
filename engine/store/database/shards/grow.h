/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/file.h"
#include "store/database/shards/shards.h"

/* Whether a store is spread over just these servers; FALSE with an error. */
gboolean chn_store_match_servers (const ChnStore *store, const GPtrArray *servers, GError **error);

/* Moves events to those servers that are new, while others read. */
gboolean chn_store_add_servers (ChnStore *store, const GPtrArray *servers, GError **error);
