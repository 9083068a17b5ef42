/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The sources of a shown event: each citation with its pinpoint, quotation and remarks. */
#include "show.h"

/* "Ben Willis, “Title”, The Conversation, 25 January 2017". */
static char *
dup_reference (const ChnSource *source)
{
  const char *title = source->text[CHN_SOURCE_TITLE], *text = source->text[CHN_SOURCE_DATE];
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  g_autofree char *when = date ? chn_date_dup_humanized (date) : g_strdup (text);
  g_autofree char *quoted = title ? g_strdup_printf ("“%s”", title) : NULL;
  const char *parts[] = { source->text[CHN_SOURCE_AUTHOR], quoted, source->text[CHN_SOURCE_PUBLISHER],
                          source->text[CHN_SOURCE_SYMBOL], when };
  GString *reference = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i])
      g_string_append_printf (reference, "%s%s", reference->len > 0 ? ", " : "", parts[i]);
  if (reference->len == 0)
    g_string_append (reference, source->text[CHN_SOURCE_KEY]);
  return g_string_free (reference, FALSE);
}

static char *
dup_source_link (const ChnSource *source)
{
  const char *url = source->text[CHN_SOURCE_URL], *text = source->text[CHN_SOURCE_SYMBOL];
  g_autoptr (ChnSymbol) symbol = !url && text ? chn_symbol_parse (text, -1, NULL) : NULL;
  return symbol ? chn_symbol_dup_link (symbol) : g_strdup (url);
}

static void
show_citation (const Showing *showing, guint number, const ChnCitation *citation)
{
  Page *page = showing->page;
  const ChnSource *source = chn_timeline_find_source (showing->timeline, citation->source);
  g_autofree char *reference = source ? dup_reference (source) : g_strdup (citation->source);
  g_autofree char *link = source ? dup_source_link (source) : NULL;
  g_autofree char *at = citation->at ? g_strdup_printf (", %s", citation->at) : g_strdup ("");
  g_autofree char *line = g_strdup_printf ("%u. %s%s [%s]", number, reference, at, citation->source);
  page_add_hanging (page, 2, 6, line);
  if (link)
    page_add_text (page, 6, link);
  g_autofree char *quote = citation->quote ? g_strdup_printf ("“%s”", citation->quote) : NULL;
  const char *remarks[] = { quote, citation->note, source ? source->text[CHN_SOURCE_NOTE] : NULL };
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (remarks[i])
      page_add_text (page, 6, remarks[i]);
}

void
show_sources (const Showing *showing)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (showing->event, &n);
  page_add_heading (showing->page, "Sources");
  if (n == 0)
    page_add_text (showing->page, 2, "none");
  for (guint i = 0; i < n; i++)
    show_citation (showing, i + 1, &citations[i]);
}
