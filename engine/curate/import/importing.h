/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/import.h>

#include "curate/import/made-sources.h"
#include "curate/import/map.h"
#include "curate/import/rejects.h"
#include "curate/import/row.h"
#include "curate/import/unknown-names.h"

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
  GHashTable *ids;     /* of events that there are */
  GHashTable *row_ids; /* those that rows of these tables state -> line */
  GString *guess;
  ChnImportProgress progress;
  gpointer progress_data;
};
