/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/answer.h"
#include "feed/asking.h"

/*
 * The answers of one site: those that are kept, least recently used ones going first when there is no room, and those
 * that are being made, once for all who wait. References are counted.
 */
typedef struct _ChnFeedKept ChnFeedKept;

ChnFeedKept *chn_feed_kept_new (ChnFeedSite *site, ChnFeedMeans *means);
ChnFeedKept *chn_feed_kept_ref (ChnFeedKept *kept);
void chn_feed_kept_unref (ChnFeedKept *kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnFeedKept, chn_feed_kept_unref)

ChnFeedSite *chn_feed_kept_get_site (ChnFeedKept *kept);

/* Answers a request with what is kept, or has it made; the target is taken. On the thread of a listener. */
void chn_feed_kept_answer (ChnFeedKept *kept, ChnFeedTarget *target, ChnHttpExchange *exchange,
                           const ChnHttpRequest *request, gboolean takes_gzip);

void chn_feed_kept_measure (ChnFeedKept *kept, ChnFeedGauges *gauges);

/* What the pool of makers is given, and what each of them does. */
typedef struct _ChnFeedJob ChnFeedJob;
void chn_feed_job_run (gpointer job, gpointer means);
