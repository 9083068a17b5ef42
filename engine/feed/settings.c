/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The bounds of a server, and copies of what it is told. */
#include "feed/settings.h"

#define KIB(n) ((gsize) (n) << 10)
#define MIB(n) ((gsize) (n) << 20)

void
chn_feed_settings_init (ChnFeedSettings *settings)
{
  *settings = (ChnFeedSettings){ .connections = 1024,
                                 .connections_a_peer = 128,
                                 .makings_a_peer = 8,
                                 .header_bytes = KIB (16),
                                 .answer_bytes = MIB (16),
                                 .kept_bytes = MIB (32),
                                 .request_seconds = 5,
                                 .making_milliseconds = 5000,
                                 .makers = 2 };
}

void
chn_feed_settings_copy (ChnFeedSettings *copy, const ChnFeedSettings *settings)
{
  *copy = *settings;
  copy->watched = g_strdupv (settings->watched);
  copy->trusted_proxies = g_strdupv (settings->trusted_proxies);
  copy->feeds_file = g_strdup (settings->feeds_file);
  copy->tokens_file = g_strdup (settings->tokens_file);
  copy->base_url = g_strdup (settings->base_url);
}

void
chn_feed_settings_clear (ChnFeedSettings *copy)
{
  g_strfreev (copy->watched);
  g_strfreev (copy->trusted_proxies);
  g_free ((char *) copy->feeds_file);
  g_free ((char *) copy->tokens_file);
  g_free ((char *) copy->base_url);
}
