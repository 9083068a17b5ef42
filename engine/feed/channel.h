/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/query.h>

#include "feed/declared.h"
#include "feed/today.h"

/* What a feed shows on a day, or on any; shared by those who are writing it. */
typedef struct {
  gatomicrefcount references;
  gint64 day;            /* that it is made for; G_MAXINT64 where that is all the same */
  ChnTimeline *timeline; /* which holds nothing else (feed/view.h) */
  ChnRows rows;          /* all of them, in their order */
} ChnFeedShown;

void chn_feed_shown_unref (ChnFeedShown *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedShown, chn_feed_shown_unref)

/* A feed that is served. */
typedef struct {
  const ChnDeclaredFeed *declared;
  ChnTimeline *whole, *seen; /* all there is, and what may be seen of it; borrowed */
  ChnQuery *query;           /* NULL: everything */
  gboolean is_asked;         /* whoever reads it asks queries of his own */
  gboolean asks_day;         /* its query says today, or the like */
  gboolean names_status;     /* its query is about statuses */
  GMutex showing;
  ChnFeedShown *shown; /* guarded by the mutex */
} ChnFeedChannel;

/* Binds the query and makes what the feed shows; a fault of the query is in the report. FALSE where there is one. */
gboolean chn_feed_channel_init (ChnFeedChannel *channel, const ChnDeclaredFeed *declared, ChnTimeline *whole,
                                ChnTimeline *seen, ChnReport *report);
void chn_feed_channel_clear (ChnFeedChannel *channel);

/* What it shows on a day; a reference, or NULL with an error. Safe from any thread. */
ChnFeedShown *chn_feed_channel_get_shown (ChnFeedChannel *channel, const ChnFeedDay *day, GError **error);

static inline const char *
chn_feed_channel_get_text (const ChnFeedChannel *channel, ChnFeedField field)
{
  return channel->declared->feed.text[field];
}
