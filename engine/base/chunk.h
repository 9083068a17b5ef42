/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Sixteen bytes that are compared at a time; a comparison gives 0xFF for each byte that meets it, and 0 for others.
 */
typedef guint8 ChnChunk __attribute__ ((vector_size (16)));

enum { CHN_CHUNK = sizeof (ChnChunk) };

static inline ChnChunk
chn_chunk_load (const char *bytes)
{
  ChnChunk chunk;
  memcpy (&chunk, bytes, sizeof chunk);
  return chunk;
}

/* The first byte that met a comparison, CHN_CHUNK for none. */
static inline guint
chn_chunk_find (ChnChunk met)
{
  guint64 half[2];
  memcpy (half, &met, sizeof half);
  if (half[0] != 0)
    return (guint) __builtin_ctzll (GUINT64_FROM_LE (half[0])) / 8;
  return half[1] != 0 ? 8 + (guint) __builtin_ctzll (GUINT64_FROM_LE (half[1])) / 8 : CHN_CHUNK;
}
