/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/view.h"

/*
 * A store that is spread over several PostgreSQL servers by date, the shards. Each has the tables of a store, with
 * the events that begin in its range. One more server, the parent, has all else, and is the one that is asked: there
 * the tables of events are views over partitions that lie on the shards (postgres_fdw).
 *
 * Writers write each shard in a transaction of its own, and last the parent, whose new revision is what makes it all
 * seen: the views leave out rows of revisions that are not there, and let rows stand that such ones took away. What a
 * writer leaves on shards that ends before is taken back by the next one.
 *
 *   shard       the servers: a number, where its range starts, no event of it ends later than `latest`, and its place
 *   claim       revisions that are being written, or were not ended, with the shards that they may have touched
 *   all_event   the partitions: events as they are and as they were, with the revision that took them away
 *   event, …    views of these, as of the newest revision; event_N of one shard
 *   seen_event  the same with all that there is of each, for those who may see it
 *   event_id    each event, when it begins and ends, and its place in the order of reading; its primary key keeps ids
 *               apart over all shards
 *   event_count how many there are of each visibility
 *   named_event copies of the events that bring a name along, are the first or the last, or are what events on other
 *               shards are related to
 *
 * The same with whole_ before it is there of events of which something is not public.
 */
typedef struct {
  guint n;
  char *start;           /* as it was written; NULL for the first */
  gint64 begins, before; /* of its range, in civil seconds: from the one to before the other */
  gint64 latest;         /* none of its events ends later */
  gboolean recurs;       /* some may have occurrences, of which its range does not tell */
  gboolean has_gaps;     /* some may have dates with gaps, of which its bounds do not tell all */
  char *place;           /* without who comes, and a password */
  gboolean is_out;       /* it does not answer, so it is not asked */
  ChnStore *store;       /* itself, for writers */
} ChnStoreShard;

static inline ChnStoreShard *
chn_store_get_shard (const ChnStore *store, guint index)
{
  return store->shards->pdata[index];
}

static inline guint
chn_store_count_shards (const ChnStore *store)
{
  return store->shards ? store->shards->len : 0;
}

/* Keys of the table "store": of a shard, which store it is a part of; of a parent, from which schema it is being
 * brought up to date. */
#define CHN_STORE_PART_OF "part of"
#define CHN_STORE_UPGRADES "upgrades"

/* Reads over which servers a store is spread. FALSE with an error, also where it is one of these servers itself, or
 * not all of them are of its schema yet. */
gboolean chn_store_find_shards (ChnStore *store, GError **error);

/* The same of a store whatever state it is in. */
gboolean chn_store_read_shards (ChnStore *store, GError **error);

/* Has questions be asked of those shards that are not out. */
void chn_store_tell_events (ChnStore *store);

/* The shard, by its index, with events that begin at a second. */
guint chn_store_find_shard (const ChnStore *store, gint64 begins);

/* Opens a connection to a shard itself, as whoever is asked for there (the user mapping); it stays open. */
gboolean chn_store_open_shard (const ChnStore *store, ChnStoreShard *shard, GError **error);

/* Has questions look at a shard for events that end as late, recur and have gaps as it says there; its bounds never
 * shrink. */
gboolean chn_store_widen (const ChnStore *store, const ChnStoreShard *shard, GError **error);

/* Whether the parent gets an answer from it. */
gboolean chn_store_shard_answers (const ChnStore *store, const ChnStoreShard *shard);

/* The name of its server for SQL, in quotes. */
char *chn_store_dup_server (const char *schema, guint n);

/* "127.0.0.1:5433/db (events from 1990 to before 2010)" */
char *chn_store_dup_shard_name (const ChnStore *store, const ChnStoreShard *shard);

/*
 * What narrows a question about the events of a list of ids to where these are: " AND begins = …", NULL where none of
 * them is there. Of a store that is not spread "".
 */
gboolean chn_store_dup_whereabouts (const ChnStore *store, ChnStoreView view, const char *ids, char **condition,
                                    GError **error);

/* The events that the parent has copies of. */
const char *chn_store_get_named_events (const ChnStore *store, ChnStoreView view);

/* How many events there may be seen of each visibility. */
gboolean chn_store_count_spread (const ChnStore *store, ChnStoreView view, guint *whole, GError **error);
