/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/http.h"

/*
 * Who asks, by address, and how much of the server each has at the moment. A proxy that is trusted says in
 * X-Forwarded-For for whom it asks; what others say there is not believed.
 */
typedef struct _ChnFeedPeers ChnFeedPeers;

/* Of addresses and networks ("10.0.0.0/8", "unix"); NULL with an error. `most` are the answers that one may wait for.
 */
ChnFeedPeers *chn_feed_peers_new (char **trusted, guint most, GError **error);
void chn_feed_peers_free (ChnFeedPeers *peers);

/* This machine's own, or a trusted proxy's: many may stand behind it. */
gboolean chn_feed_peers_are_many (const ChnFeedPeers *peers, const char *peer);

/* The address that a request comes from; NULL where it is that of many. */
char *chn_feed_peers_dup_asker (const ChnFeedPeers *peers, const ChnHttpRequest *request);

/* Addresses of IPv6 whose first 64 bits are the same have one share. One more answer that it waits for, or FALSE where these are too many; and one less. NULL has no bound. */
gboolean chn_feed_peers_begin (ChnFeedPeers *peers, const char *asker);
void chn_feed_peers_end (ChnFeedPeers *peers, const char *asker);
