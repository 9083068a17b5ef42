/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/view.h"

/* "id", "title" …: what CSV has of an event. */
char *chn_store_dup_csv_columns (void);

/* The first line of CSV of these columns. */
char *chn_store_dup_csv_headings (void);

/* Adds the ids that relations lead to, as CSV has them, to a set, which frees them. */
void chn_store_add_targets (GHashTable *targets, const char *relations);

/* The ids of all events of a timeline, which has them. */
GPtrArray *chn_store_list_ids (const ChnTimeline *timeline);

/* Which rows are read: those for which a condition holds, those of some ids, and what these are related to. */
typedef struct {
  ChnStoreView view;
  guint64 revision; /* as it stood then; 0: as it is */
  const char *where;
  const GPtrArray *values; /* of its $1 …; NULL for none */
  const GPtrArray *also;   /* ids; NULL for none */
  const char *first;       /* another condition, with an order and a limit; NULL for none */
  const GPtrArray *first_values;
} ChnStoreWanted;

gboolean chn_store_read_rows (ChnStore *store, const ChnStoreWanted *wanted, ChnTimelineBuilder *builder,
                              GError **error);
gboolean chn_store_read_header (ChnStore *store, const ChnStoreWanted *wanted, ChnTimelineBuilder *builder,
                                GError **error);
