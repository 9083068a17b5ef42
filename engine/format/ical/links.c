/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* URL and ATTACH: where an event's document and sources are. */
#include "format/ical/links.h"

#include "format/ical/cited.h"
#include "format/ical/uri.h"

void
chn_ical_put_links (ChnIcalPage *page)
{
  const char *document = chn_describer_get_link (page->describer);
  guint n = 0;
  chn_event_get_citations (page->event, &n);
  gboolean any = document != NULL;
  if (document)
    chn_line_put_uri_property (&page->line, "URL", document);
  for (guint i = 0; i < n; i++) {
    ChnSource source;
    gboolean known = chn_ical_get_cited (page->job->timeline, page->row, i, &source);
    const char *url = known ? source.text[CHN_SOURCE_URL] : NULL;
    if (!url || !chn_uri_is_web (url))
      continue;
    chn_line_put_uri_property (&page->line, any ? "ATTACH" : "URL", url);
    any = TRUE;
  }
}
