/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the checksums of a snapshot right again, as somebody would who forges one. */
#pragma once

#include <string.h>

#include "base/checksum.h"
#include "store/snapshot.h"

static inline void
reseal_header (char *bytes)
{
  guint64 sum = chn_checksum (bytes, CHN_SNAPSHOT_HEADER - sizeof sum);
  memcpy (bytes + CHN_SNAPSHOT_HEADER - sizeof sum, &sum, sizeof sum);
}

/* Of a snapshot whose body has these many bytes. */
static inline void
reseal (char *bytes, gsize body)
{
  reseal_header (bytes);
  for (gsize at = 0, to = body; at < body; at += CHN_IMAGE_BLOCK, to += sizeof (guint64)) {
    guint64 sum = chn_checksum (bytes + at, CHN_IMAGE_BLOCK);
    memcpy (bytes + to, &sum, sizeof sum);
  }
}

static inline gsize
get_body (const char *bytes)
{
  ChnSnapshotFacts facts;
  memcpy (&facts, bytes, sizeof facts);
  return (gsize) facts.body;
}
