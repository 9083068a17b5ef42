/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/shards.h"

/*
 * Whether to ask again after an error, which is taken: where servers of a store do not answer, and whoever asks is
 * content with the others, these are asked without them from now on. Else FALSE, with the error; it names the
 * servers.
 */
gboolean chn_store_cope (ChnStore *store, GError *inner, GError **error);

/* Asks for columns of the events for which a condition of a value holds, of those servers that answer; a row may be
 * handed on twice. */
gboolean chn_store_ask_events (ChnStore *store, ChnStoreView view, const char *columns, const char *condition,
                               const char *value, ChnDatabaseTake take, gpointer data, GError **error);
