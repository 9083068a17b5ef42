/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "feed/forms.h"
#include "feed/means.h"

/* One request that is to be answered: what has to be known of it when its answer is there. */
typedef struct {
  ChnHttpExchange *exchange;
  gint64 begun; /* by g_get_monotonic_time() */
  char *peer;
  char *asker; /* whose share it takes; NULL where it takes none */
  char *if_none_match;
  char *if_modified_since;
  gboolean takes_gzip;
  gboolean is_head;
} ChnFeedAsking;

/* The asker is taken. */
ChnFeedAsking *chn_feed_asking_new (ChnHttpExchange *exchange, const ChnHttpRequest *request, char *asker,
                                    gboolean takes_gzip);

/* Answers it, gives its share back, and frees it. `feed` is the name for the log, which NULL has none of. */
void chn_feed_asking_answer (ChnFeedAsking *asking, ChnFeedMeans *means, const ChnFeedForm *form, const char *feed);

/* Answers at once a request that waited for nothing. */
void chn_feed_answer_now (ChnHttpExchange *exchange, const ChnHttpRequest *request, ChnFeedMeans *means,
                          const ChnFeedForm *form, const char *feed);

/* With a short text. */
void chn_feed_refuse (ChnHttpExchange *exchange, const ChnHttpRequest *request, ChnFeedMeans *means, guint status,
                      const char *text);
