/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/schema.h"

/* Whether whoever asks may see more than everybody; in an SQLite file nothing lies apart. */
typedef enum { CHN_STORE_SEES_PUBLIC, CHN_STORE_SEES_ALL } ChnStoreView;
gboolean chn_store_find_view (const ChnStore *store, ChnStoreView *view, GError **error);

/* Whether anything of an event that may be seen is not for everybody. Asked once while one moment is read. */
gboolean chn_store_find_apart (const ChnStore *store, ChnStoreView view, gboolean *any, GError **error);

/* Whether the past may be seen, and changes be written, by those who see what they see; FALSE with an error that says
 * who may. */
gboolean chn_store_check_past (const ChnStore *store, ChnStoreView view, GError **error);
gboolean chn_store_check_writable (const ChnStore *store, GError **error);

/* The same of changing its tables, and of making them. */
gboolean chn_store_check_owner (const ChnStore *store, GError **error);
gboolean chn_store_check_creator (const ChnStore *store, GError **error);

/* What stands behind FROM to have the events that may be seen, as much of each as may be, as the table "event". */
const char *chn_store_get_events (const ChnStore *store, ChnStoreView view);

/* The same as it stood at a revision, and the question for the header then. */
char *chn_store_dup_events_at (const ChnStore *store, ChnStoreView view, guint64 revision);
char *chn_store_dup_header_at (ChnStoreView view, guint64 revision);

/* The question for the header that may be seen. */
const char *chn_store_get_header (ChnStoreView view);
