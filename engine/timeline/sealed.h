/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The inside of a timeline: its columns, and what keeps them. What is asked for as structures is
 * made when it is first asked for, so that opening a snapshot costs nothing but looking at its header.
 */
struct _ChnTimeline {
  gatomicrefcount references;
  ChnImage *image; /* that the columns lie in, or NULL */
  ChnPool *texts;
  GPtrArray *blocks; /* memory of the columns, freed with the timeline */
  GMutex keeping;    /* held while one is added */
  ChnColumns columns;
  ChnSpan packed_registry; /* where there is an image */
  GMutex making;           /* held while one of these is made: */
  ChnRegistry *registry;
  ChnSource *sources; /* by code */
  ChnSavedQuery *queries;
  struct _ChnSuccessors *successors; /* of sources; made on first need */
  guint32 *voices;                   /* of sources by code; made on first need */
  GHashTable *former;                /* id that an event no longer has -> its row; made on first need */
  ChnTimeline *indexed;              /* itself, once it has the indexes of codes, counts and reach */
  ChnExtra *header_extras;
  ChnFeed *feeds;
  guint whole[CHN_N_VISIBILITIES]; /* where it is a part of a larger one: how many events that has, by visibility */
  gboolean is_some;                /* it is a part of one of which it is not known how many events it has */
  ChnHidden hidden[CHN_N_VISIBILITIES]; /* likewise: what of it is hidden from whom may see so much */
  gboolean knows_hidden;                /* that is known */
  gboolean is_compact;                  /* laid out as in a snapshot, see timeline/seal/texts.h */
};

/* Takes the pool; references the registry, which a timeline in an image does without. The columns are empty. */
ChnTimeline *chn_timeline_new (ChnPool *texts, ChnRegistry *registry);

/* Takes an image: its columns are yet to be set. */
ChnTimeline *chn_timeline_new_of_image (ChnImage *image);

/* Zeroed memory that lives as long as the timeline. */
gpointer chn_timeline_alloc (ChnTimeline *timeline, gsize n, gsize size);

/* Takes over memory of g_malloc(), which it returns. */
gpointer chn_timeline_adopt (ChnTimeline *timeline, gpointer block);

/* What is made on first need, by whoever comes first: *made, set to what the maker returns. */
typedef gpointer (*ChnTimelineMaker) (ChnTimeline *timeline);
gpointer chn_timeline_get_made (const ChnTimeline *timeline, gpointer *made, ChnTimelineMaker make);

/* Makes the table of ids, unless it is to wait until an id is asked for. */
void chn_timeline_index_ids (ChnTimeline *timeline);

/* Makes `reach` from the dates. */
void chn_timeline_index_reach (ChnTimeline *timeline);

/* Makes the lists of rows by the counts of their votes. */
void chn_timeline_index_counts (ChnTimeline *timeline);

/* Makes the list of rows that recur. */
void chn_timeline_index_recurring (ChnTimeline *timeline);

/* Has each record of an image looked at when it is first read. The columns must be set. */
void chn_timeline_guard_records (ChnTimeline *timeline);
