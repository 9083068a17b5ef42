/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/sql.h"

/*
 * Whether the events behind `from` (chn_store_get_events()) for which the condition of a query holds are its answer,
 * all of them and no others. FALSE on error.
 */
gboolean chn_store_may_pass (const ChnStore *store, const char *from, const ChnBoundQuery *query,
                             const ChnStoreSql *sql, gboolean *may, GError **error);
