/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rule about feeds that nobody could be served: each query is bound to what its feed may show. */
#include <chancery/query.h>
#include <chancery/visibility.h>

#include "curate/feed-fault.h"
#include "curate/rule.h"

static gboolean
can_be_asked (ChnTimeline *timeline, const ChnFeed *feed, GError **error)
{
  g_autoptr (ChnTimeline) seen = chn_timeline_show (timeline, chn_feed_get_visibility (feed), error);
  if (!seen)
    return FALSE;
  g_autoptr (ChnQuery) query =
      chn_query_parse_in (feed->text[CHN_FEED_QUERY], NULL, chn_timeline_get_vocabulary (seen), error);
  g_autoptr (ChnBoundQuery) bound = query ? chn_query_bind (query, seen, NULL, error) : NULL;
  return bound != NULL;
}

void
chn_rule_feed_query (const ChnCheck *check)
{
  ChnTimeline *timeline = (ChnTimeline *) (guintptr) check->timeline;
  for (guint origin = 0; origin < chn_timeline_get_n_origins (timeline); origin++) {
    guint n = 0;
    const ChnFeed *feeds = chn_timeline_get_feeds (timeline, origin, &n);
    for (guint i = 0; i < n; i++) {
      g_autoptr (GError) error = NULL;
      if (feeds[i].text[CHN_FEED_QUERY] && !can_be_asked (timeline, &feeds[i], &error))
        chn_feed_fault_add (check->report, check->rule->code,
                            chn_timeline_get_header (timeline, origin, CHN_HEADER_FILE), &feeds[i], error);
    }
  }
}
