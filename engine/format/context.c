/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is known of an event beside its fields: of a row by its numbers, of an event alone by what came with it. */
#include "format/context.h"

#include "timeline/columns.h"

ChnContext
chn_context_of_row (const ChnTimeline *timeline, guint row)
{
  guint origin = chn_timeline_get_origin (timeline, row);
  return (ChnContext){
    .registry = chn_timeline_get_registry (timeline),
    .zone = chn_timeline_get_header (timeline, origin, CHN_HEADER_ZONE),
    .domain = chn_timeline_get_header (timeline, origin, CHN_HEADER_DOMAIN),
    .timeline_id = chn_timeline_get_header (timeline, origin, CHN_HEADER_TIMELINE),
    .timeline = timeline,
    .row = row,
  };
}

/* A citation has the number of its source: looking for its key would take far longer. */
static gboolean
find_source (const ChnTimeline *timeline, guint row, guint citation, ChnSource *source)
{
  guint n = 0;
  const ChnColumns *columns = chn_timeline_get_columns (timeline);
  const ChnCitationCell *cells = chn_columns_get_citations (columns, row, &n);
  if (citation >= n || cells[citation].source >= chn_timeline_get_n_sources (timeline))
    return FALSE;
  *source = chn_columns_load_source (columns, cells[citation].source);
  return TRUE;
}

gboolean
chn_context_get_source (const ChnContext *context, guint citation, ChnSource *source)
{
  if (context->timeline)
    return find_source (context->timeline, context->row, citation, source);
  if (citation >= context->n_sources || !context->sources[citation].text[CHN_SOURCE_KEY])
    return FALSE;
  *source = context->sources[citation];
  return TRUE;
}
