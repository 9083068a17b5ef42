/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the sources of an event say, source by source: "KCNA, paragraph 3, dates it 13 September 2014: “…”". */
#include "document/voices.h"

#include <chancery/judge.h>

#include "document/dispute.h"
#include "document/prose.h"

static void
put_source (ChnComposer *composer, const ChnTimeline *timeline, const ChnCitation *citation)
{
  const ChnSource *source = chn_timeline_find_source (timeline, citation->source);
  const char *address = source ? source->text[CHN_SOURCE_URL] : NULL;
  g_autofree char *name = source ? chn_prose_source_name (source) : g_strdup (citation->source);
  chn_compose_link (composer, CHN_RUN_LABEL, name, address);
  if (citation->at)
    chn_composef (composer, CHN_RUN_PLAIN, ", %s", citation->at);
  if (citation->at && citation->n_claims > 0)
    chn_compose (composer, CHN_RUN_PLAIN, ",");
}

/* " dates it 13 September 2014 and gives the vote as 10-2" */
static void
put_claims (ChnComposer *composer, const ChnTimeline *timeline, guint row, const ChnEvent *event, guint citation)
{
  guint n = 0;
  const ChnCitation *cited = &chn_event_get_citations (event, &n)[citation];
  for (guint i = 0; i < cited->n_claims; i++) {
    g_autofree char *said = chn_prose_claim (timeline, &cited->claims[i]);
    gboolean stands = !chn_timeline_find_successor (timeline, row, citation, i);
    chn_composef (composer, CHN_RUN_PLAIN, "%s %s%s",
                  i == 0                    ? ""
                  : i + 1 < cited->n_claims ? ","
                                            : " and",
                  said, stands ? "" : " (superseded)");
  }
}

void
chn_compose_voices (ChnComposer *composer, const ChnTimeline *timeline, const ChnProfile *profile, guint row,
                    const ChnEvent *event)
{
  guint n = 0;
  const ChnCitation *citations = chn_event_get_citations (event, &n);
  for (guint i = 0; i < n; i++) {
    const char *quote = profile->quotes ? NULL : citations[i].quote;
    if (!quote && citations[i].n_claims == 0)
      continue;
    put_source (composer, timeline, &citations[i]);
    put_claims (composer, timeline, row, event, i);
    if (quote)
      chn_composef (composer, CHN_RUN_PLAIN, ": “%s”", quote);
    else
      chn_compose (composer, CHN_RUN_PLAIN, ".");
    chn_compose_paragraph (composer, CHN_PARAGRAPH_SOURCES);
  }
}
