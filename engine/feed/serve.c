/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds what a request is for. */
#include "feed/serve.h"

#include <string.h>

#include "feed/coding.h"

/* A query of its own bound, spelled with percent signs throughout, fits. */
enum { TARGET_MAX = 8192 };

/* The argument that turns compressing off is for us, and not for the site; whether it was there. */
static gboolean
take_plain (ChnFeedRequest *request)
{
  for (guint i = 0; i < request->names->len; i++) {
    if (strcmp (request->names->pdata[i], "gzip") != 0)
      continue;
    gboolean is_off = strcmp (request->values->pdata[i], "0") == 0;
    g_ptr_array_remove_index (request->names, i);
    g_ptr_array_remove_index (request->values, i);
    return is_off;
  }
  return FALSE;
}

static void
serve_site (ChnFeedKept *kept, ChnFeedMeans *means, ChnHttpExchange *exchange, const ChnHttpRequest *request,
            ChnFeedRequest *asked)
{
  gboolean is_plain = take_plain (asked);
  g_autoptr (ChnFeedTarget) target = chn_feed_site_find (chn_feed_kept_get_site (kept), asked);
  if (target->status == 404)
    chn_feed_refuse (exchange, request, means, 404, "There is nothing at this address.\n");
  else if (target->status != 200)
    chn_feed_refuse (exchange, request, means, target->status, target->message);
  else
    chn_feed_kept_answer (kept, g_steal_pointer (&target), exchange, request,
                          !is_plain && chn_feed_takes_gzip (request));
}

void
chn_feed_serve (ChnFeedKept *kept, ChnFeedMeans *means, ChnHttpExchange *exchange, const ChnHttpRequest *request)
{
  g_auto (ChnFeedRequest) asked = { 0 };
  chn_feed_metrics_add (&means->metrics, CHN_FEED_REQUESTS, 1);
  if (strcmp (request->method, "GET") != 0 && strcmp (request->method, "HEAD") != 0)
    chn_feed_refuse (exchange, request, means, 405, "Everything here is only to be read: ask by GET or HEAD.\n");
  else if (strlen (request->target) > TARGET_MAX)
    chn_feed_refuse (exchange, request, means, 414, "The address is too long: at most 8192 bytes are read.\n");
  else if (!chn_feed_request_read (&asked, request->target))
    chn_feed_refuse (exchange, request, means, 400, "The address cannot be read.\n");
  else if (strcmp (asked.path, "/healthz") == 0)
    chn_feed_refuse (exchange, request, means, 200, "ok\n");
  else
    serve_site (kept, means, exchange, request, &asked);
}
