/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/store.h>

#include "base/database.h"
#include "timeline/columns.h"
#include "zone/zones.h"

/*
 * The rank of an event in the order of a timeline (timeline/seal/order.c), as a number that a database sorts by: the
 * day on which it begins; on that day what has no time of day first; then the instant. Those that have one rank are
 * told apart by when they end, how precise they are, and which was read first.
 */
gint64 chn_store_find_rank (const ChnTimeline *timeline, guint row, ChnZones *zones);

/* Whether events can be had in the order of a key. */
gboolean chn_store_can_sort (ChnDatabaseKind kind, ChnSortKey key);

/* What stands behind a condition to have the first of them in such an order: " ORDER BY … LIMIT 3". */
char *chn_store_dup_arrangement (ChnDatabaseKind kind, const ChnStoreArrangement *arrangement);

/* The statements that give tables which lack it the column "rank". */
char *chn_store_dup_rank_migration (ChnDatabaseKind kind);
