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

static inline void
reseal_blocks (const char *blocks, gsize n, char *sums)
{
  for (gsize i = 0; i < n; i++) {
    guint64 sum = chn_checksum (blocks + i * CHN_MAP_BLOCK, CHN_MAP_BLOCK);
    memcpy (sums + i * sizeof sum, &sum, sizeof sum);
  }
}

/* Of a snapshot whose body has these many bytes. */
static inline void
reseal (char *bytes, gsize body)
{
  gsize n = body / CHN_MAP_BLOCK, n_sums = (n * sizeof (guint64) + CHN_MAP_BLOCK - 1) / CHN_MAP_BLOCK;
  char *sums = bytes + body, *roots = sums + n_sums * CHN_MAP_BLOCK;
  reseal_header (bytes);
  reseal_blocks (bytes, n, sums);
  reseal_blocks (sums, n_sums, roots);
  guint64 seal = chn_checksum (roots, n_sums * sizeof seal);
  memcpy (roots + n_sums * sizeof seal, &seal, sizeof seal);
}

static inline gsize
get_body (const char *bytes)
{
  ChnSnapshotFacts facts;
  memcpy (&facts, bytes, sizeof facts);
  return (gsize) facts.body;
}
