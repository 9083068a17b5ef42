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
add_correction (const Showing *showing, const char *what, const char *keys, const ChnSource *corrector)
{
  const char *text = corrector->text[CHN_SOURCE_DATE], *reason = corrector->text[CHN_SOURCE_REASON];
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  g_autofree char *when = date ? chn_date_dup_humanized (date) : NULL;
  g_autofree char *line = g_strdup_printf ("%s %s%s%s%s%s", what, keys, when ? ", " : "", when ? when : "",
                                           reason ? ": " : "", reason ? reason : "");
  page_add_text (showing->page, 6, line);
}

/* "Corrected by gazette, 5 December 2014: the abstentions were misprinted", and what it does itself to others. */
static void
show_corrections (const Showing *showing, const ChnSource *source)
{
  static const struct {
    ChnSourceField field;
    const char *by_others, *itself;
  } links[] = { { CHN_SOURCE_CORRECTS, "Corrected by", "Corrects" },
                { CHN_SOURCE_WITHDRAWS, "Withdrawn by", "Withdraws" } };
  for (guint i = 0; i < G_N_ELEMENTS (links); i++) {
    if (source->text[links[i].field])
      add_correction (showing, links[i].itself, source->text[links[i].field], source);
    for (guint k = 0; k < chn_timeline_get_n_sources (showing->timeline); k++) {
      const ChnSource *other = chn_timeline_get_source (showing->timeline, k);
      if (chn_source_names (other, links[i].field, source->text[CHN_SOURCE_KEY]))
        add_correction (showing, links[i].by_others, other->text[CHN_SOURCE_KEY], other);
    }
  }
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
  if (source)
    show_corrections (showing, source);
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
