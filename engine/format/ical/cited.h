/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "timeline/columns.h"

/* The source of a citation of a row, which has its number already: looking for its key would take far longer. */
static inline const ChnSource *
chn_ical_get_cited (const ChnTimeline *timeline, guint row, guint index)
{
  guint n = 0;
  const ChnCitationCell *cells = chn_columns_get_citations (chn_timeline_get_columns (timeline), row, &n);
  gboolean known = index < n && cells[index].source < chn_timeline_get_n_sources (timeline);
  return known ? chn_timeline_get_source (timeline, cells[index].source) : NULL;
}
