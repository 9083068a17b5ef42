/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <arpa/inet.h>
#include <glib.h>
#include <string.h>

/* Room for an address with the length of a prefix behind it. */
enum { CHN_PEER_SHARE_MAX = INET6_ADDRSTRLEN + 4 };

/*
 * Whose share of the server an address takes: its own, or of IPv6 that of the first 64 bits, since whoever has these
 * has all addresses that begin so (RFC 4291, 2.5.4). What is no address stays as it is.
 */
static inline void
chn_peer_find_share (const char *address, char share[static CHN_PEER_SHARE_MAX])
{
  guint8 bytes[16];
  static const guint8 mapped[12] = { [10] = 0xff, [11] = 0xff };
  g_strlcpy (share, address, CHN_PEER_SHARE_MAX);
  if (inet_pton (AF_INET6, address, bytes) != 1)
    return;
  if (memcmp (bytes, mapped, sizeof mapped) == 0) {
    inet_ntop (AF_INET, bytes + sizeof mapped, share, CHN_PEER_SHARE_MAX);
    return;
  }
  memset (bytes + 8, 0, 8);
  inet_ntop (AF_INET6, bytes, share, CHN_PEER_SHARE_MAX);
  g_strlcat (share, "/64", CHN_PEER_SHARE_MAX);
}
