/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <stdatomic.h>

/* What has happened since the start, in numbers that any thread may add to. */
typedef enum {
  CHN_FEED_REQUESTS,
  CHN_FEED_BYTES,
  CHN_FEED_KEPT,   /* answered by what was there */
  CHN_FEED_JOINED, /* waited for an answer that was being made */
  CHN_FEED_MADE,
  CHN_FEED_MICROSECONDS, /* of making */
  CHN_FEED_CUT,          /* by the deadline */
  CHN_FEED_DROPPED,      /* kept answers that had to go for want of room */
  CHN_FEED_LOADED,
  CHN_FEED_NOT_LOADED,
  CHN_FEED_N_COUNTS,
} ChnFeedCounter;

/* Statuses that are told apart. */
enum { CHN_FEED_N_STATUSES = 9 };

typedef struct {
  _Atomic guint64 counts[CHN_FEED_N_COUNTS];
  _Atomic guint64 statuses[CHN_FEED_N_STATUSES];
  _Atomic gint64 body_bytes; /* of all answers in memory, kept or on their way */
} ChnFeedMetrics;

void chn_feed_metrics_add (ChnFeedMetrics *metrics, ChnFeedCounter counter, guint64 n);
void chn_feed_metrics_add_status (ChnFeedMetrics *metrics, guint status);

/* What is so at the moment. */
typedef struct {
  guint connections;
  gsize kept_bytes;
  guint kept_answers;
  guint waiting; /* makings that have not begun */
  gint64 loaded; /* seconds since 1970 */
} ChnFeedGauges;

/* The text format of Prometheus, version 0.0.4. */
GBytes *chn_feed_metrics_write (const ChnFeedMetrics *metrics, const ChnFeedGauges *gauges);
