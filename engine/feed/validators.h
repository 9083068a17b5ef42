/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/http.h"

/* Whether a client has an answer already (RFC 9110, 8.8 and 13). */
typedef struct {
  char etag[48]; /* with its quotation marks; strong */
  gint64 since;  /* seconds since 1970 from which the answer was this one; 0 where nobody knows */
} ChnFeedValidators;

/* Of bytes as they are. */
void chn_feed_validators_set_etag (ChnFeedValidators *validators, GBytes *body);

/* Of the same bytes in a coding: other bytes are sent, so the tag is another. */
void chn_feed_validators_set_coded (ChnFeedValidators *validators, const ChnFeedValidators *plain,
                                    const char *coding);

/* What the request has is still right. */
gboolean chn_feed_validators_match (const ChnFeedValidators *validators, const ChnHttpRequest *request);

/* "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7). */
char *chn_feed_dup_date (gint64 seconds);

/* -1 where it is none. Two older forms of dates, which nobody writes any more, are not read. */
gint64 chn_feed_read_date (const char *text);
