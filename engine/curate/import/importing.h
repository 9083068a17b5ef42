/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/edit.h>
#include <chancery/import.h>

#include "curate/import/event-id.h"
#include "curate/import/known-events.h"
#include "curate/import/made-sources.h"
#include "curate/import/map.h"
#include "curate/import/rejects.h"
#include "curate/import/row.h"
#include "curate/import/unknown-names.h"

/* The key of what stands in a column "UID" where it is the UID of another event. */
#define CHN_IMPORT_COLUMN_UID "column UID"

/* Events that there are, and what becomes of them. */
typedef struct {
  ChnKnownEvents known;
  ChnEdits *edits;
  GPtrArray *waiting; /* rows that nothing tells yet (keep-track.c) */
  ChnEventIds ids;    /* of events that there are */
  gboolean is_settled;
} ChnImportTrack;

struct _ChnImport {
  ChnRegistry *registry;
  ChnTimeline *known; /* NULL: a new timeline is made */
  ChnReport *report;
  ChnLimits limits;
  ChnImportMap *map;
  ChnTimelineBuilder *builder;
  ChnUnknownNames unknown;
  ChnMadeSources sources;
  ChnRejects rejects;
  ChnImportCounts counts;
  ChnImportTrack track;
  GPtrArray *timelines; /* ChnTimeline: those whose events are taken whole */
  gboolean is_update;   /* of a file that there is: it is edited */
  GHashTable *row_ids;  /* those that rows of these tables state -> line */
  GHashTable *row_uids; /* the same of UIDs */
  GString *guess;
  ChnImportProgress progress;
  gpointer progress_data;
};
