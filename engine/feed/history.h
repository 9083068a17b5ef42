/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Since when each address gives the answer that it gives: what Last-Modified says. Dates of files would tell when
 * something changed that may not be seen. It outlives what is kept, and timelines.
 */
typedef struct _ChnFeedHistory ChnFeedHistory;

ChnFeedHistory *chn_feed_history_new (void);
void chn_feed_history_free (ChnFeedHistory *history);

/* Seconds since 1970 since which `key` is answered by what has this ETag; now, where it was another before. */
gint64 chn_feed_history_note (ChnFeedHistory *history, const char *key, const char *etag, gint64 now);
