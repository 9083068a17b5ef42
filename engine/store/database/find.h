/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/pull.h"

/* The texts of a set, which are still its own. */
GPtrArray *chn_store_list_set (GHashTable *set);
/* Has another set have them. */
void chn_store_move_set (GHashTable *from, GHashTable *to);

/* Adds ids of a list that events have to a set, which frees them. */
gboolean chn_store_find_ids (ChnStore *store, ChnStoreView view, const GPtrArray *list, GHashTable *ids,
                             GError **error);

/* Adds the ids of events for which a condition of a value, $1, holds: "id", or which of those that it
 * groups. */
gboolean chn_store_find_where (ChnStore *store, ChnStoreView view, const char *which, const char *condition,
                               const char *value, GHashTable *ids, GError **error);

/* That a text, $1, stands in what is kept beside the columns, of which there is no index; what follows it. */
char *chn_store_dup_payload_condition (ChnDatabaseKind kind, const char *ending);

/* Adds what is related to events, a step in both directions. */
gboolean chn_store_follow (ChnStore *store, ChnStoreView view, const ChnVocabulary *vocabulary, const GPtrArray *from,
                           GHashTable *ids, GError **error);

/* So many events tell of a source what is to be known of it. */
enum { CHN_STORE_ENOUGH_CITING = 2 };

/* Adds of the events that cite a source some, at most so many: they tell of it as well as all would. */
gboolean chn_store_find_citing (ChnStore *store, ChnStoreView view, const char *source, guint most, GHashTable *ids,
                                GError **error);

/* Reads the events of a set of ids. */
gboolean chn_store_read_ids (ChnStore *store, ChnStoreWanted *wanted, GHashTable *ids, ChnTimelineBuilder *builder,
                             GError **error);
