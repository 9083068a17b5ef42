/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Answers requests, and counts and logs that. */
#include "feed/asking.h"

#include <string.h>

ChnFeedAsking *
chn_feed_asking_new (ChnHttpExchange *exchange, const ChnHttpRequest *request, char *asker, gboolean takes_gzip)
{
  ChnFeedAsking *asking = g_new (ChnFeedAsking, 1);
  *asking = (ChnFeedAsking){ .exchange = exchange,
                             .begun = g_get_monotonic_time (),
                             .peer = g_strdup (asker ? asker : request->peer),
                             .asker = asker,
                             .if_none_match = g_strdup (request->if_none_match),
                             .if_modified_since = g_strdup (request->if_modified_since),
                             .takes_gzip = takes_gzip,
                             .is_head = strcmp (request->method, "HEAD") == 0 };
  return asking;
}

/* Addresses have secrets in them, and questions what nobody else is to know: only the feed's name is told. */
static void
tell (ChnFeedMeans *means, const char *peer, gboolean is_head, const char *feed, guint status, gsize length,
      gint64 begun)
{
  chn_feed_metrics_add (&means->metrics, CHN_FEED_BYTES, length);
  chn_feed_metrics_add_status (&means->metrics, status);
  if (means->settings.logs_requests)
    chn_feed_log (means, "%s %s %s %u %" G_GSIZE_FORMAT " %.1fms", *peer ? peer : "-", is_head ? "HEAD" : "GET",
                  feed ? *feed ? feed : "/" : "-", status, length, (double) (g_get_monotonic_time () - begun) / 1000);
}

/* Sends one of the form's two answers. */
static void
send_form (ChnHttpExchange *exchange, const ChnHttpRequest *request, ChnFeedMeans *means, const ChnFeedForm *form,
           const char *feed, const char *peer, gint64 begun)
{
  gboolean is_known = chn_feed_form_is_known (form, request), is_head = strcmp (request->method, "HEAD") == 0;
  tell (means, peer, is_head, feed, is_known ? 304 : form->status, is_known || is_head ? 0 : form->length, begun);
  means->http->send (exchange, is_known ? form->not_modified : form->whole);
}

void
chn_feed_asking_answer (ChnFeedAsking *asking, ChnFeedMeans *means, const ChnFeedForm *form, const char *feed)
{
  const ChnHttpRequest request = { .method = asking->is_head ? "HEAD" : "GET",
                                   .if_none_match = asking->if_none_match,
                                   .if_modified_since = asking->if_modified_since };
  send_form (asking->exchange, &request, means, form, feed, asking->peer, asking->begun);
  chn_feed_peers_end (means->peers, asking->asker);
  g_free (asking->peer);
  g_free (asking->asker);
  g_free (asking->if_none_match);
  g_free (asking->if_modified_since);
  g_free (asking);
}

void
chn_feed_answer_now (ChnHttpExchange *exchange, const ChnHttpRequest *request, ChnFeedMeans *means,
                     const ChnFeedForm *form, const char *feed)
{
  g_autofree char *asker = means->settings.logs_requests ? chn_feed_peers_dup_asker (means->peers, request) : NULL;
  send_form (exchange, request, means, form, feed, asker ? asker : request->peer, g_get_monotonic_time ());
}

void
chn_feed_refuse (ChnHttpExchange *exchange, const ChnHttpRequest *request, ChnFeedMeans *means, guint status,
                 const char *text)
{
  ChnFeedForm form = { .status = status, .length = strlen (text) };
  form.whole =
      chn_feed_text_reply_new (means->http, status, "text/plain; charset=utf-8", g_bytes_new (text, form.length));
  chn_feed_answer_now (exchange, request, means, &form, NULL);
  means->http->free_reply (form.whole);
}
