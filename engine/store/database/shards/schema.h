/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/shards/file.h"
#include "store/database/shards/shards.h"

/* The tables and views of stores that are spread over servers; statements are run by whoever calls. */

/* A text in quotes, and a name, for SQL. */
char *chn_store_dup_quoted (const char *text);

/* Views of a shard by which the parent sees what is in its range, for the layout of this number. */
char *chn_store_dup_shard_views (guint layout, gint64 begins, gint64 before);

/* What the parent has beside the partitions, in the place of tables that are empty; and of that what shows events. */
char *chn_store_dup_parent_tables (void);
char *chn_store_dup_parent_views (void);

/* Rows that the parent fetches of a shard at once: few enough that it takes them in while shards make the next ones.
 */
#define CHN_STORE_FETCHED "1000"

/* A server of the parent, by which it asks a shard as this user. */
char *chn_store_dup_parent_server (const char *schema, guint n, const ChnStoreServer *server, const char *user);

/* The partitions of a shard, whose views lie in its schema, and what readers and editors may do with them. */
char *chn_store_dup_partitions (const char *schema, const ChnStoreShard *shard, const char *shard_schema,
                                guint layout);

/* The view of all that there is of events: where that is more than everybody may see, it stands for the event. Which
 * these are the parent knows, so that the servers are asked side by side. */
extern const char *const chn_store_seen_view;

/* Grants readers what they may see, as far as whoever asks may. */
extern const char *const chn_store_parent_grants;
