/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about sources: an event without any, a quotation that reprints. */
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
