/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/sql.h"

/*
 * Whether the rows of the table "event" for which the condition of a query holds are its answer, all of them and no
 * others, and nothing is to be told beside it. FALSE on error.
 */
gboolean chn_store_may_pass (const ChnStore *store, const ChnBoundQuery *query, const ChnStoreSql *sql, gboolean *may,
                             GError **error);
