/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/describe.h"
#include "store/database/schema.h"
#include "timeline/columns.h"

/* The rows of a timeline as rows of a table of events: its cells are texts, NULL where there is nothing. */
typedef struct _ChnStoreRows ChnStoreRows;

/* Of these rows of the timeline, written by a revision, ordered as they come; all is borrowed. NULL with an error. */
ChnStoreRows *chn_store_rows_new (ChnDatabaseKind kind, const ChnTimeline *timeline, const guint *rows, guint n,
                                  guint64 revision, GError **error);
/* Has rows of what is shown of a timeline stand in the order of that; borrowed. */
void chn_store_rows_set_order (ChnStoreRows *rows, const ChnTimeline *whole);

/* Their places in the order of reading, by id, as texts; NULL for that of the timeline. Borrowed. */
void chn_store_rows_set_ords (ChnStoreRows *rows, GHashTable *ords);
void chn_store_rows_free (ChnStoreRows *rows);

/* A ChnDatabaseGive whose data is a ChnStoreRows. */
gboolean chn_store_rows_give (const char **cells, gpointer data, GError **error);

/* The id of the timeline of a row. */
const char *chn_store_find_timeline (const ChnTimeline *timeline, guint row);

/* Whether a row has occurrences, or is one. */
gboolean chn_store_row_recurs (const ChnTimeline *timeline, guint row);

/* Texts as a list of SQL, of keys or ids; to be freed. */
char *chn_store_dup_list (ChnDatabaseKind kind, const GPtrArray *items);

/* The same of one key, "actor dprk". */
char *chn_store_dup_key_list (ChnDatabaseKind kind, const char *word, const char *name);

/* A date that may last longer than CHN_STORE_LONG has this key: others are found by when they begin. */
#define CHN_STORE_KEY_LASTS "date lasts"
#define CHN_STORE_LONG (400 * (gint64) CHN_DAY_SECONDS)

/* Of a row it is known when it begins, as SQL: not at CHN_TIME_MIN, which is no number of 64 bits where it is
 * written. */
#define CHN_STORE_BEGINS_SOMETIME "begins >= -9223372036854775807"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnStoreRows, chn_store_rows_free)
