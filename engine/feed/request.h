/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What a request asks for (RFC 3986, 3.3 and 3.4): a path and arguments, decoded once and all of it UTF-8. */
typedef struct {
  char *path;        /* "/feeds/votes.ics"; begins with "/" and has no segment that is empty, "." or ".." */
  GPtrArray *names;  /* of char *: of the arguments, in their order */
  GPtrArray *values; /* of char *: "" where there is none */
} ChnFeedRequest;

/* Reads the target of a request line; FALSE where it is none that we answer. '+' stands for a blank in arguments. */
gboolean chn_feed_request_read (ChnFeedRequest *request, const char *target);
void chn_feed_request_clear (ChnFeedRequest *request);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnFeedRequest, chn_feed_request_clear)

/* The first argument of this name; NULL where there is none. */
const char *chn_feed_request_get (const ChnFeedRequest *request, const char *name);
