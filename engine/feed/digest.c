/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Keyed hashes of tokens (RFC 2104, with SHA-256). */
#include "feed/digest.h"

#include <string.h>

ChnFeedDigest
chn_feed_digest_make (const ChnFeedDigest *key, const char *feed, const char *token)
{
  ChnFeedDigest digest = { { 0 } };
  gsize length = sizeof digest.bytes;
  GHmac *hmac = g_hmac_new (G_CHECKSUM_SHA256, key->bytes, sizeof key->bytes);
  g_hmac_update (hmac, (const guchar *) feed, (gssize) strlen (feed) + 1);
  g_hmac_update (hmac, (const guchar *) token, (gssize) strlen (token));
  g_hmac_get_digest (hmac, digest.bytes, &length);
  g_hmac_unref (hmac);
  return digest;
}

gboolean
chn_feed_digest_read (ChnFeedDigest *digest, const char *text)
{
  if (strlen (text) != 2 * sizeof digest->bytes)
    return FALSE;
  for (gsize i = 0; i < sizeof digest->bytes; i++) {
    int high = g_ascii_xdigit_value (text[2 * i]), low = g_ascii_xdigit_value (text[2 * i + 1]);
    if (high < 0 || low < 0)
      return FALSE;
    digest->bytes[i] = (guint8) (high << 4 | low);
  }
  return TRUE;
}

gboolean
chn_feed_digest_equal (const ChnFeedDigest *a, const ChnFeedDigest *b)
{
  volatile guint8 differing = 0; /* so that no compiler ends the loop early */
  for (gsize i = 0; i < sizeof a->bytes; i++)
    differing = (guint8) (differing | (a->bytes[i] ^ b->bytes[i]));
  return differing == 0;
}
