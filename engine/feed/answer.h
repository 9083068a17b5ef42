/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/feed.h>

#include "base/deadline.h"
#include "feed/request.h"

/*
 * What is served, without how: a site answers requests. HTTP (validators, encodings, methods), keeping and waiting
 * lie over it and know nothing of feeds.
 */

/* Timeline, declared feeds and tokens as they stood at one moment. Immutable, and shared between threads. */
typedef struct _ChnFeedSite ChnFeedSite;

/* What is sent: bytes, and what to say of them. */
typedef struct {
  guint status;             /* 200; 400 for what was asked wrongly or is too big; 503 where the deadline cut it */
  const char *content_type; /* with its charset; static */
  GBytes *body;
  gint64 ends; /* seconds since 1970 from which it is another, as where a query says "today"; G_MAXINT64: never */
  const char *policy; /* Content-Security-Policy; static, NULL for none */
} ChnFeedAnswer;

void chn_feed_answer_free (ChnFeedAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedAnswer, chn_feed_answer_free)

/* What of the site a request is for. */
typedef struct _ChnFeedTarget ChnFeedTarget;
struct _ChnFeedTarget {
  ChnFeedSite *site;   /* a reference */
  guint status;        /* 200: to be made; 404, or 400 with a message: there is nothing to make */
  char *message;       /* of a 400: text, ended by a newline */
  char *key;           /* the same for targets of one site with the same answer; it has no token in it */
  const char *feed;    /* the name of the feed, for logs and metrics; "" for pages, NULL where there is none */
  gboolean is_private; /* asked for by a token */
  guint max_age;       /* seconds for which a client may go without asking again */
  gpointer what;       /* how to make it; known to whoever finds targets */
};

void chn_feed_target_free (ChnFeedTarget *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedTarget, chn_feed_target_free)

/*
 * Quick, for it runs on the thread that serves all connections: no timeline is read, no query bound. A feed that
 * there is not and a token that is not right give the very same target. Never NULL.
 */
ChnFeedTarget *chn_feed_site_find (ChnFeedSite *site, const ChnFeedRequest *request);

/* Slow, on a thread of its own; asks the deadline now and then, and gives a 503 when it has passed. Never NULL. */
ChnFeedAnswer *chn_feed_target_make (const ChnFeedTarget *target, ChnDeadline *deadline);

/* The site of a timeline, which has all events, with the feeds and tokens of the settings' files; NULL with an error.
 */
ChnFeedSite *chn_feed_site_new (ChnTimeline *timeline, const ChnFeedSettings *settings, GError **error);

/* The same timeline and feeds with the tokens as they stand in their file now; NULL with an error. */
ChnFeedSite *chn_feed_site_new_with_tokens (ChnFeedSite *site, const ChnFeedSettings *settings, GError **error);

ChnFeedSite *chn_feed_site_ref (ChnFeedSite *site);
void chn_feed_site_unref (ChnFeedSite *site);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedSite, chn_feed_site_unref)
