/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells for whom a request asks, and holds each to a share. */
#include "feed/peers.h"

#include <arpa/inet.h>
#include <string.h>

#include "base/error.h"
#include "base/peer.h"

/* An address of either family, and how many of its bits count. */
typedef struct {
  guint8 bytes[16];
  guint n_bits;
} Network;

struct _ChnFeedPeers {
  GArray *trusted; /* of Network */
  gboolean trusts_sockets;
  guint most;
  GMutex mutex;
  GHashTable *waiting; /* whose share it is -> how many answers it waits for */
};

/* IPv4 as it lies in IPv6; 0 where it is neither, else how many bits lie before it. */
static gboolean
read_address (const char *text, Network *network, guint *before)
{
  memset (network, 0, sizeof *network);
  network->n_bits = 128;
  *before = 0;
  if (inet_pton (AF_INET6, text, network->bytes) == 1)
    return TRUE;
  memset (network->bytes + 10, 0xff, 2);
  *before = 96;
  return inet_pton (AF_INET, text, network->bytes + 12) == 1;
}

static gboolean
read_network (const char *text, Network *network)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  guint before = 0;
  guint64 bits = 0;
  if (!parts[0] || !read_address (parts[0], network, &before))
    return FALSE;
  if (!parts[1])
    return TRUE;
  if (!g_ascii_string_to_unsigned (parts[1], 10, 0, 128 - before, &bits, NULL))
    return FALSE;
  network->n_bits = before + (guint) bits;
  return TRUE;
}

static gboolean
lies_in (const Network *address, const Network *network)
{
  guint whole = network->n_bits / 8, rest = network->n_bits % 8;
  if (memcmp (address->bytes, network->bytes, whole) != 0)
    return FALSE;
  return rest == 0 || (address->bytes[whole] ^ network->bytes[whole]) >> (8 - rest) == 0;
}

ChnFeedPeers *
chn_feed_peers_new (char **trusted, guint most, GError **error)
{
  ChnFeedPeers *peers = g_new0 (ChnFeedPeers, 1);
  peers->trusted = g_array_new (FALSE, FALSE, sizeof (Network));
  peers->most = most;
  g_mutex_init (&peers->mutex);
  peers->waiting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; trusted && trusted[i]; i++) {
    Network network;
    if (strcmp (trusted[i], "unix") == 0) {
      peers->trusts_sockets = TRUE;
    } else if (read_network (trusted[i], &network)) {
      g_array_append_val (peers->trusted, network);
    } else {
      chn_error_set (error, CHN_ERROR_SYNTAX, "write 127.0.0.1, 10.0.0.0/8, ::1 or unix",
                     "a trusted proxy is a numeric address or a network, not \"%s\"", trusted[i]);
      chn_feed_peers_free (peers);
      return NULL;
    }
  }
  return peers;
}

void
chn_feed_peers_free (ChnFeedPeers *peers)
{
  if (!peers)
    return;
  g_array_unref (peers->trusted);
  g_hash_table_unref (peers->waiting);
  g_mutex_clear (&peers->mutex);
  g_free (peers);
}

static gboolean
is_trusted (const ChnFeedPeers *peers, const char *peer)
{
  Network address;
  guint before = 0;
  if (!*peer)
    return peers->trusts_sockets;
  if (!read_address (peer, &address, &before))
    return FALSE;
  for (guint i = 0; i < peers->trusted->len; i++)
    if (lies_in (&address, &g_array_index (peers->trusted, Network, i)))
      return TRUE;
  return FALSE;
}

gboolean
chn_feed_peers_are_many (const ChnFeedPeers *peers, const char *peer)
{
  return !*peer || g_str_has_prefix (peer, "127.") || strcmp (peer, "::1") == 0 || is_trusted (peers, peer);
}

/* The last address that no trusted proxy has: those before it were written by whoever asks. */
static char *
dup_forwarded (const ChnFeedPeers *peers, const char *forwarded)
{
  g_auto (GStrv) hops = g_strsplit (forwarded, ",", -1);
  for (guint i = g_strv_length (hops); i > 0; i--) {
    const char *hop = g_strstrip (hops[i - 1]);
    Network address;
    guint before = 0;
    if (!read_address (hop, &address, &before))
      return NULL;
    if (!is_trusted (peers, hop))
      return g_strdup (hop);
  }
  return NULL;
}

char *
chn_feed_peers_dup_asker (const ChnFeedPeers *peers, const ChnHttpRequest *request)
{
  if (request->forwarded_for && is_trusted (peers, request->peer))
    return dup_forwarded (peers, request->forwarded_for);
  return chn_feed_peers_are_many (peers, request->peer) ? NULL : g_strdup (request->peer);
}

gboolean
chn_feed_peers_begin (ChnFeedPeers *peers, const char *asker)
{
  char share[CHN_PEER_SHARE_MAX];
  if (!asker)
    return TRUE;
  chn_peer_find_share (asker, share);
  g_mutex_lock (&peers->mutex);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (peers->waiting, share));
  gboolean has_room = n < peers->most;
  if (has_room)
    g_hash_table_insert (peers->waiting, g_strdup (share), GUINT_TO_POINTER (n + 1));
  g_mutex_unlock (&peers->mutex);
  return has_room;
}

void
chn_feed_peers_end (ChnFeedPeers *peers, const char *asker)
{
  char share[CHN_PEER_SHARE_MAX];
  if (!asker)
    return;
  chn_peer_find_share (asker, share);
  g_mutex_lock (&peers->mutex);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (peers->waiting, share));
  if (n > 1)
    g_hash_table_insert (peers->waiting, g_strdup (share), GUINT_TO_POINTER (n - 1));
  else
    g_hash_table_remove (peers->waiting, share);
  g_mutex_unlock (&peers->mutex);
}
