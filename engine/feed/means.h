/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/feed.h>

#include "base/http.h"
#include "feed/history.h"
#include "feed/metrics.h"
#include "feed/peers.h"

/* What a server has for as long as it lives, whatever timeline it serves at the moment. */
typedef struct {
  ChnFeedSettings settings;
  const ChnHttpPlugin *http;
  ChnFeedPeers *peers;
  ChnFeedHistory *history;
  ChnFeedMetrics metrics;
  GThreadPool *makers; /* of ChnFeedJob */
  gint is_ending;      /* atomic: nothing is worth making any more */
} ChnFeedMeans;

/* A line of the log. */
void chn_feed_log (const ChnFeedMeans *means, const char *format, ...) G_GNUC_PRINTF (2, 3);
