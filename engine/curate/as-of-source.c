/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* When sources came out, and what a citation of one means to somebody who asks as of a date. */
#include <chancery/agreement.h>
#include <chancery/symbol.h>

#include "curate/as-of.h"

static void
take_bounds (ChnPublication *publication, const ChnDate *date)
{
  const ChnDateBounds *bounds = chn_date_get_bounds (date);
  publication->earliest = bounds->earliest;
  publication->latest = bounds->latest;
}

/* What was consulted on a day had come out by then. */
static void
narrow_by_access (ChnPublication *publication, const char *text)
{
  g_autoptr (ChnDate) accessed = text ? chn_date_parse (text, -1, NULL) : NULL;
  if (accessed)
    publication->latest = MIN (publication->latest, chn_date_get_bounds (accessed)->latest);
}

ChnPublication
chn_publication_find (const ChnSource *source)
{
  ChnPublication publication = { CHN_TIME_MIN, CHN_TIME_MAX };
  const char *text = source->text[CHN_SOURCE_DATE], *symbol_text = source->text[CHN_SOURCE_SYMBOL];
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  g_autoptr (ChnSymbol) symbol = !date && symbol_text ? chn_symbol_parse (symbol_text, -1, NULL) : NULL;
  const ChnDate *issued = symbol ? chn_symbol_get_dates (symbol) : NULL;
  if (date)
    take_bounds (&publication, date);
  else if (issued)
    take_bounds (&publication, issued);
  narrow_by_access (&publication, source->text[CHN_SOURCE_ACCESSED]);
  return publication;
}

static ChnPublication
get_publication (const ChnAsOf *as_of, const ChnCitation *citation)
{
  const ChnSource *source = chn_timeline_find_source (as_of->timeline, citation->source);
  const ChnSource *first = source ? chn_timeline_get_source (as_of->timeline, 0) : NULL;
  return source ? as_of->publications[source - first] : (ChnPublication){ CHN_TIME_MIN, CHN_TIME_MAX };
}

/* When the event began in the eyes of a source, which may date it earlier; not where it is only vague. */
static gint64
find_begin (const ChnEvent *event, const ChnCitation *citation)
{
  gint64 recorded = chn_event_get_bounds (event)->earliest, begin = recorded;
  for (guint i = 0; i < citation->n_claims; i++) {
    gboolean dates = citation->claims[i].field == CHN_FIELD_DATE;
    g_autoptr (ChnDate) said = dates ? chn_date_parse (citation->claims[i].value, -1, NULL) : NULL;
    if (said && chn_date_get_bounds (said)->latest < recorded)
      begin = MIN (begin, chn_date_get_bounds (said)->earliest);
  }
  return begin;
}

/* What reports an event is no older than it; nor is what announced it without our knowing when. */
ChnBearing
chn_as_of_weigh (const ChnAsOf *as_of, const ChnEvent *event, const ChnCitation *citation)
{
  ChnPublication out = get_publication (as_of, citation);
  gint64 begin = find_begin (event, citation);
  gboolean ahead = chn_event_get_term (event, CHN_FIELD_STATUS) == CHN_STATUS_PLANNED;
  gboolean announces = chn_citation_is_announcement (event, citation);
  ChnBearing bearing = ahead || announces ? CHN_BEARING_ANNOUNCE : CHN_BEARING_REPORT;
  gboolean undated = out.earliest == CHN_TIME_MIN && out.latest == CHN_TIME_MAX;
  if (bearing == CHN_BEARING_REPORT && out.latest < begin)
    bearing = CHN_BEARING_FORESHADOW;
  else if (bearing == CHN_BEARING_REPORT || (undated && announces))
    out.earliest = MAX (out.earliest, begin);
  gboolean counts = as_of->strict ? MAX (out.earliest, out.latest) <= as_of->until : out.earliest <= as_of->until;
  return counts ? bearing : CHN_BEARING_LATER;
}
