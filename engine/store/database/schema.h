/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/csv/columns.h"
#include "store/database/database.h"

/*
 * The tables of a store.
 *
 *   store       key, value: the number of the schema
 *   revision    n, at, who, note: each time that it was changed
 *   header      what the timeline says of itself, in YAML, as far as it is public; whole_header all of it, where that
 *               is more
 *   event       a row an event, as everybody may see it: what CSV has of it, and what is looked up
 *   whole_event the same of events of which something is not public, all of it; of what is seen nothing tells
 *   …_name      which names occur among the keys, with an event that has it: what a query may name
 *   past_…      what was changed: since which revision it stood, and until which
 *   shard       the servers over which it is spread, by date; usually none (shards/shards.h)
 *
 * Timed columns count revisions: `since` is the one that wrote a row, so that whoever read it knows whether it is
 * still the same.
 */

/* Columns of a row of events, in their order: these, then those of CSV. */
typedef enum {
  CHN_STORE_TIMELINE, /* the id of the timeline, so that rows may be spread by it */
  CHN_STORE_ORD,      /* the order in which they were read */
  CHN_STORE_SINCE,
  CHN_STORE_BEGINS, /* bounds of the date in civil seconds */
  CHN_STORE_ENDS,
  CHN_STORE_RANK,  /* in the order of a timeline (rank.h) */
  CHN_STORE_N_YES, /* counts of a vote, as numbers */
  CHN_STORE_N_NO,
  CHN_STORE_N_ABSTAIN,
  CHN_STORE_KEYS,  /* "actor dprk", "sponsor jpn", "forum un.sc": what it can be found by */
  CHN_STORE_WORDS, /* of its texts, folded */
  CHN_STORE_N_OWN_COLUMNS,
} ChnStoreColumn;

/* Number of columns of an event, and the name of each. */
guint chn_store_count_columns (void);
const char *chn_store_get_column (guint index);
/* The column of CSV that a column is, -1 for one of the store's own. */
int chn_store_get_csv_column (guint index);

/* The column that a column of CSV is. */
static inline guint
chn_store_find_column (ChnCsvColumn column)
{
  return CHN_STORE_N_OWN_COLUMNS + column - (column > CHN_COLUMN_SINCE);
}

/* The first schema whose stores may be spread over servers. */
enum { CHN_STORE_SCHEMA_OF_SHARDS = 5 };

/* The schema that this version makes, which is the number of its migrations. */
guint chn_store_get_newest_schema (void);

/* The conditions that an event is one of those of a list, $1, or has one of the keys of one. */
const char *chn_store_get_ids_condition (ChnDatabaseKind kind);
const char *chn_store_get_keys_condition (ChnDatabaseKind kind);

/* The same of a list that has another number. */
char *chn_store_dup_ids_condition (ChnDatabaseKind kind, guint number);
char *chn_store_dup_keys_condition (ChnDatabaseKind kind, guint number);

/* The schema that a database has; 0 where it is empty. FALSE on error. */
gboolean chn_store_find_schema (const ChnStore *store, guint *schema, GError **error);

/* Carries out the migrations above a number, in the transaction that is open. */
gboolean chn_store_migrate (const ChnStore *store, guint from, GError **error);

/* Takes away the indexes of a table of events, and makes them: rows are loaded faster without. */
gboolean chn_store_drop_indexes (const ChnStore *store, const char *table, GError **error);
gboolean chn_store_make_indexes (const ChnStore *store, const char *table, GError **error);
