/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A key, or what HMAC-SHA256 makes with one. */
typedef struct {
  guint8 bytes[32];
} ChnFeedDigest;

/* Of the name of a feed, a NUL and a token. */
ChnFeedDigest chn_feed_digest_make (const ChnFeedDigest *key, const char *feed, const char *token);

/* From 64 hexadecimal digits. */
gboolean chn_feed_digest_read (ChnFeedDigest *digest, const char *text);

/* In a time that tells nothing of where they differ. */
gboolean chn_feed_digest_equal (const ChnFeedDigest *a, const ChnFeedDigest *b);
