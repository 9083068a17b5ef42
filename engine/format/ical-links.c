/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* URL and ATTACH: where an event's document and sources are. */
#include "format/ical-links.h"

#include <chancery/symbol.h>

static char *
dup_document_link (const ChnEvent *event)
{
  guint n = 0;
  const char *const *symbols = chn_event_get_items (event, CHN_FIELD_SYMBOLS, &n);
  for (guint i = 0; i < n; i++) {
    g_autoptr (ChnSymbol) symbol = chn_symbol_parse (symbols[i], -1, NULL);
    char *link = symbol ? chn_symbol_dup_link (symbol) : NULL;
    if (link)
      return link;
  }
  return NULL;
}

static gboolean
is_web_address (const char *text)
{
  return text && (g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0);
}

void
chn_ical_put_links (ChnIcalPage *page)
{
  g_autofree char *document = dup_document_link (page->event);
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (page->event, &n);
  gboolean any = document != NULL;
  if (document)
    chn_line_put_uri_property (&page->line, "URL", document);
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (page->job->timeline, citations[i].source);
    const char *url = source ? source->text[CHN_SOURCE_URL] : NULL;
    if (!is_web_address (url))
      continue;
    chn_line_put_uri_property (&page->line, any ? "ATTACH" : "URL", url);
    any = TRUE;
  }
}
