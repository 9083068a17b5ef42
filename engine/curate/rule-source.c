/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about sources: an event without any, one older than what it reports, a quotation that reprints, what
 * nobody cites. */
#include <string.h>

#include <chancery/agreement.h>

#include "curate/rule.h"

enum { MOST_QUOTED_WORDS = 25 };

void
chn_rule_unsourced (const ChnCheck *check)
{
  guint n = 0;
  chn_event_get_citations (check->event, &n);
  if (n == 0)
    chn_check_found (check, CHN_FIELD_ID, 0, "add the publication that states it under sources", "%s cites no source",
                     chn_event_get_text (check->event, CHN_FIELD_ID));
}

/* When the event began in the eyes of a source, which may date it otherwise. */
static gint64
find_begin (const ChnEvent *event, const ChnCitation *citation)
{
  gint64 begin = chn_event_get_bounds (event)->earliest;
  for (guint i = 0; i < citation->n_claims; i++) {
    gboolean dates = citation->claims[i].field == CHN_FIELD_DATE;
    g_autoptr (ChnDate) said = dates ? chn_date_parse (citation->claims[i].value, -1, NULL) : NULL;
    if (said)
      begin = MIN (begin, chn_date_get_bounds (said)->earliest);
  }
  return begin;
}

/* A draft comes out before it is adopted: the document itself is cited for its symbol. */
static gboolean
is_document (const ChnCitation *citation, const ChnSource *source)
{
  const char *symbol = source->text[CHN_SOURCE_SYMBOL];
  for (guint i = 0; symbol && i < citation->n_claims; i++)
    if (citation->claims[i].field == CHN_FIELD_SYMBOLS && strcmp (citation->claims[i].value, symbol) == 0)
      return TRUE;
  return FALSE;
}

void
chn_rule_early_source (const ChnCheck *check)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (check->event, &n);
  if (chn_event_get_term (check->event, CHN_FIELD_STATUS) != CHN_STATUS_OCCURRED)
    return;
  for (guint i = 0; i < n; i++) {
    const ChnSource *source = chn_timeline_find_source (check->timeline, citations[i].source);
    if (!source || chn_event_get_bounds (check->event)->earliest <=
                       chn_check_get_publication (check, chn_check_index_source (check, source)).latest)
      continue;
    gint64 out = chn_check_get_publication (check, chn_check_index_source (check, source)).latest;
    if (out < find_begin (check->event, &citations[i]) && !is_document (&citations[i], source) &&
        !chn_citation_is_announcement (check->event, &citations[i]))
      chn_check_found (check, CHN_FIELD_SOURCES, i,
                       "check both dates; what announced it is cited with says: {status: planned}",
                       "%s came out (%s) before what it is cited for (%s)", citations[i].source,
                       source->text[CHN_SOURCE_DATE] ? source->text[CHN_SOURCE_DATE] : "by its symbol or access",
                       chn_event_get_text (check->event, CHN_FIELD_DATE));
  }
}

/* A source that corrects or withdraws another is used by that. */
static gboolean
supersedes (const ChnSource *source)
{
  return source->text[CHN_SOURCE_CORRECTS] || source->text[CHN_SOURCE_WITHDRAWS];
}

void
chn_rule_uncited_source (const ChnCheck *check)
{
  const ChnColumns *columns = chn_timeline_get_columns (check->timeline);
  chn_timeline_need_indexes (check->timeline);
  for (guint i = 0; i < chn_timeline_get_n_sources (check->timeline); i++) {
    guint n = 0;
    const ChnSource *source = chn_timeline_get_source (check->timeline, i);
    chn_columns_get_rows (columns, CHN_DICTIONARY_SOURCES, i, &n);
    if (n == 0 && !supersedes (source))
      chn_check_found_source (check, i, "cite it, or take it out", "no event cites %s", source->text[CHN_SOURCE_KEY]);
  }
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;
  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    gboolean blank = g_unichar_isspace (g_utf8_get_char (at));
    n += !blank && !inside;
    inside = !blank;
  }
  return n;
}

void
chn_rule_long_quote (const ChnCheck *check)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (check->event, &n);
  for (guint i = 0; i < n; i++) {
    guint words = citations[i].quote ? count_words (citations[i].quote) : 0;
    if (words > MOST_QUOTED_WORDS)
      chn_check_found (check, CHN_FIELD_SOURCES, i, "quote what is in dispute and cite the rest by its pinpoint",
                       "the quotation from %s has %u words, more than %d", citations[i].source, words,
                       MOST_QUOTED_WORDS);
  }
}
