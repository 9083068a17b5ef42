/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* In a picture of more events nobody finds one, and laying it out takes long. */
enum { CHN_FEED_PICTURED = 20000 };

/* What an extension is served as. */
typedef struct {
  const char *extension; /* "ics" */
  const char *format;    /* its name among formats */
  const char *type;      /* its media type */
  guint least;           /* bytes that an event takes at least */
  guint most;            /* events that it can show at most */
  const char *policy;    /* Content-Security-Policy, where a browser shows it; else NULL */
} ChnFeedMedia;

/* NULL where nothing is served so. */
const ChnFeedMedia *chn_feed_media_find (const char *extension);
