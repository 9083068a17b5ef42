/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A feed that is served: what it shows is made when the site is, and again when another day begins where its query
 * says today, so that a request has nothing to find but what it asks itself.
 */
#include "feed/channel.h"

#include <string.h>

#include "curate/feed-fault.h"
#include "feed/address.h"
#include "feed/view.h"
#include "query/bound.h"

void
chn_feed_shown_unref (ChnFeedShown *shown)
{
  if (!shown || !g_atomic_ref_count_dec (&shown->references))
    return;
  chn_timeline_unref (shown->timeline);
  chn_rows_clear (&shown->rows);
  g_free (shown);
}

/* The rows of what may be seen that the feed is about. */
static gboolean
find_rows (ChnFeedChannel *channel, const ChnFeedDay *day, ChnRows *rows, GError **error)
{
  if (!channel->query) {
    chn_rows_all (channel->seen, rows);
    return TRUE;
  }
  g_autoptr (ChnDate) today = chn_feed_day_dup_date (day);
  g_autoptr (ChnBoundQuery) bound = chn_query_bind (channel->query, channel->seen, today, error);
  if (!bound)
    return FALSE;
  channel->asks_day = bound->asks_day;
  channel->names_status = chn_bound_query_names (bound, "status");
  chn_bound_query_run (bound, TRUE, rows);
  return TRUE;
}

static ChnFeedShown *
make (ChnFeedChannel *channel, const ChnFeedDay *day, GError **error)
{
  g_auto (ChnRows) rows = { 0 };
  if (!find_rows (channel, day, &rows, error))
    return NULL;
  ChnTimeline *timeline = chn_feed_view_new (channel->whole, channel->seen, &rows, channel->is_asked, error);
  if (!timeline)
    return NULL;
  ChnFeedShown *shown = g_new0 (ChnFeedShown, 1);
  g_atomic_ref_count_init (&shown->references);
  shown->timeline = timeline;
  shown->day = channel->asks_day ? day->number : G_MAXINT64;
  chn_rows_all (timeline, &shown->rows);
  return shown;
}

static gboolean
open_channel (ChnFeedChannel *channel, GError **error)
{
  const ChnFeedDay day = chn_feed_day_now ();
  const char *text = chn_feed_channel_get_text (channel, CHN_FEED_QUERY);
  if (text) {
    channel->query = chn_query_parse_in (text, NULL, chn_timeline_get_vocabulary (channel->seen), error);
    if (!channel->query)
      return FALSE;
  }
  channel->shown = make (channel, &day, error);
  return channel->shown != NULL;
}

gboolean
chn_feed_channel_init (ChnFeedChannel *channel, const ChnDeclaredFeed *declared, ChnTimeline *whole,
                       ChnTimeline *seen, ChnReport *findings)
{
  g_autoptr (GError) error = NULL;
  *channel = (ChnFeedChannel){ .declared = declared, .whole = whole, .seen = seen };
  channel->is_asked = strcmp (declared->feed.text[CHN_FEED_NAME], CHN_FEED_OF_EVENTS) == 0;
  g_mutex_init (&channel->showing);
  if (open_channel (channel, &error))
    return TRUE;
  chn_feed_fault_add (findings, "feed-query", declared->file, &declared->feed, error);
  return FALSE;
}

void
chn_feed_channel_clear (ChnFeedChannel *channel)
{
  chn_query_free (channel->query);
  chn_feed_shown_unref (channel->shown);
  g_mutex_clear (&channel->showing);
}

ChnFeedShown *
chn_feed_channel_get_shown (ChnFeedChannel *channel, const ChnFeedDay *day, GError **error)
{
  g_mutex_lock (&channel->showing);
  ChnFeedShown *shown = channel->shown;
  if (shown->day != G_MAXINT64 && shown->day != day->number) {
    shown = make (channel, day, error);
    if (shown) {
      chn_feed_shown_unref (channel->shown);
      channel->shown = shown;
    }
  }
  if (shown)
    g_atomic_ref_count_inc (&shown->references);
  g_mutex_unlock (&channel->showing);
  return shown;
}
