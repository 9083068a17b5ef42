/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "store/database/schema.h"

/* What is written into a store in one transaction, as one revision. */
typedef struct {
  const ChnStore *store;
  guint64 revision;
  ChnReport *report;        /* what several files lose that become one; NULL: nobody asks */
  const char *note;         /* why */
  GString *columns;         /* of a table of events, quoted */
  const ChnTimeline *whole; /* in whose order events stand, whatever of them is shown; NULL: in their own */
  GHashTable *ords; /* places in that order, as texts, of events that are written, by id; NULL: as they come */
  guint64 last;     /* the newest revision that is there */
  gboolean is_open;
  gboolean is_locked; /* others wait: of a store that is spread, whose shards are written first */
} ChnStoreWriting;

gboolean chn_store_begin_writing (ChnStoreWriting *writing, const ChnStore *store, const char *note,
                                  ChnReport *report, GError **error);
gboolean chn_store_end_writing (ChnStoreWriting *writing, GError **error);

/* Of a store that is spread: the transaction of the parent, which is the last one. */
gboolean chn_store_begin_parent (ChnStoreWriting *writing, GError **error);

/* Rolls back what was not ended. */
void chn_store_writing_clear (ChnStoreWriting *writing);

/*
 * Carries out statements for a table: "%T" is the table, "%P" its past, "%C" the columns of both, "%R" the number of
 * the revision, "%%" a percent sign.
 */
gboolean chn_store_carry_out (const ChnStoreWriting *writing, const char *table, const char *sql, GError **error);

/* Puts rows into a table as they are; lists and names of those that this revision wrote follow. */
gboolean chn_store_load_rows (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline,
                              const guint *rows, guint n, GError **error);
gboolean chn_store_index_rows (const ChnStoreWriting *writing, const char *table, GError **error);

/* Names that were not there yet, each with one of the events of `from` that have it. */
gboolean chn_store_add_names (const ChnStoreWriting *writing, const char *table, const char *from, GError **error);

/* Makes a table `fresh` of rows; then those whose ids stand in a table `stale` go to the past, and of the fresh ones
 * those come in that are not there. */
gboolean chn_store_make_fresh (const ChnStoreWriting *writing, const char *table, const ChnTimeline *timeline,
                               const guint *rows, guint n, GError **error);
gboolean chn_store_swap (const ChnStoreWriting *writing, const char *table, GError **error);

/* Puts the headers of timelines in the place of those that differ: of the whole, and of what everybody may see. */
gboolean chn_store_put_headers (const ChnStoreWriting *writing, const ChnTimeline *timeline, const ChnTimeline *shown,
                                GError **error);

/* Whether everybody is told something else of the whole timeline than this says; an SQLite file tells all of it. */
gboolean chn_store_differs_open_header (const ChnStore *store, const ChnTimeline *shown, gboolean *differs,
                                        GError **error);

/* Whether two timelines say something else of themselves. */
gboolean chn_store_differ_headers (const ChnTimeline *a, const ChnTimeline *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnStoreWriting, chn_store_writing_clear)
