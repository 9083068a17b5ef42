/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/*
 * The source of a citation of a row, which has its number already: looking for its key would take far longer, and
 * having all sources at hand much memory.
 */
static inline gboolean
chn_ical_get_cited (const ChnTimeline *timeline, guint row, guint index, ChnSource *source)
{
  guint n = 0;
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  const ChnCitationCell *cells = chn_columns_get_citations (columns, row, &n);
  if (index >= n || cells[index].source >= chn_timeline_get_n_sources (timeline))
    return FALSE;
  *source = chn_columns_load_source (columns, cells[index].source);
  return TRUE;
}
