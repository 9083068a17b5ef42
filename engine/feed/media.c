/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The forms in which feeds are served, with their media types; JSON is an object a line, as it is everywhere here. */
#include "feed/media.h"

#include <string.h>

/* A page has a policy of its own, with the digests of what it runs; this one it cannot give itself. */
static const char page_policy[] = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'";
static const char picture_policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

static const ChnFeedMedia media[] = {
  { "ics", "ics", "text/calendar; charset=utf-8", 160, G_MAXUINT, NULL },
  { "json", "json", "application/x-ndjson", 300, G_MAXUINT, NULL },
  { "csv", "csv", "text/csv; charset=utf-8", 40, G_MAXUINT, NULL },
  { "md", "md", "text/markdown; charset=utf-8", 16, G_MAXUINT, NULL },
  { "html", "html", "text/html; charset=utf-8", 200, G_MAXUINT, page_policy },
  { "xml", "atom", "application/atom+xml; charset=utf-8", 160, G_MAXUINT, NULL },
  { "svg", "svg", "image/svg+xml", 0, CHN_FEED_PICTURED, picture_policy },
};

const ChnFeedMedia *
chn_feed_media_find (const char *extension)
{
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    if (strcmp (media[i].extension, extension) == 0)
      return &media[i];
  return NULL;
}
