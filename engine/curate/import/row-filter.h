/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/table-layout.h"
#include "format/csv/scan.h"

/*
 * Lets through the rows of a table that name one of some actors in a column of actors: asked while reading, so that
 * others cost no more than being scanned.
 */
typedef struct _ChnRowFilter ChnRowFilter;

/* The field that a heading stands for, -1 for none; of the mapping behind `data`. */
typedef int (*ChnFindField) (gconstpointer data, const char *heading);

ChnRowFilter *chn_row_filter_new (ChnRegistry *registry);
void chn_row_filter_free (ChnRowFilter *filter);

/* One more actor, of a group its members at any time. */
void chn_row_filter_add (ChnRowFilter *filter, const ChnActor *actor);

/* Which columns are looked at: of headings that the layout gives, else of the first row that has one of actors. */
void chn_row_filter_prepare (ChnRowFilter *filter, ChnTableLayout *layout, ChnFindField find, gconstpointer data);

/* Rows before the columns are known pass. */
gboolean chn_row_filter_passes (ChnRowFilter *filter, const ChnCsvCell *cells, guint n);

/* Whether there was a column to look at. */
gboolean chn_row_filter_is_applied (const ChnRowFilter *filter);

/* How many did not. */
guint chn_row_filter_count (const ChnRowFilter *filter);
