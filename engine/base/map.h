/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/bits.h"
#include "base/steady.h"

/*
 * A file that lies at its place in memory as far as it was touched. Its body is read and checked block by block, each
 * when it is first touched: its checksum, then its sense. A block that fails reads as zeros from then on, and
 * the map is damaged for good; so whoever reads goes on safely, and what was read is thrown away.
 *
 *   body      n blocks of CHN_MAP_BLOCK bytes
 *   sums      the checksum of each block, 8 bytes each
 *
 * The sums need no proof of their own: where one is damaged, its block fails.
 *
 * A map is shared between threads. What others do to the file changes nothing that was read; chn_map_is_changed()
 * tells whether they did, so that nothing is answered that is partly of before and partly of after.
 */
enum { CHN_MAP_BLOCK = 512 };

/* Whether a block whose checksum holds also makes sense: no number in it leads astray. */
typedef gboolean (*ChnMapJudge) (gsize offset, gsize length, gconstpointer data);

typedef struct {
  const char *bytes;
  gsize length;
  ChnBits *seen; /* which blocks were looked at */
  const guint64 *sums;
  ChnMapJudge judge;
  gconstpointer judge_data;
  int damaged;
  int fd;          /* -1: the bytes are a copy */
  gpointer region; /* what was reserved, in which `bytes` lies; NULL for a copy */
  gsize reserved;
  ChnBits *loaded; /* which stretches were read; none is read again */
  gsize n_loaded;
  GMutex loading;
  ChnSteady steady;
} ChnMap;

/* Opens a regular file. */
ChnMap *chn_map_open (const char *path, GError **error);
/* Copies bytes instead. */
ChnMap *chn_map_new (const char *bytes, gsize length);
void chn_map_free (ChnMap *map);

/* Bytes of the whole file, when the body has these many. */
gsize chn_map_get_file_length (gsize body);

/* Takes the length of the body, a multiple of the block; FALSE with an error where the file has another length. */
gboolean chn_map_arm (ChnMap *map, gsize body, GError **error);

/* Who else looks at each block of the body. */
void chn_map_set_judge (ChnMap *map, ChnMapJudge judge, gconstpointer data);

/* Whether a block failed. */
gboolean chn_map_is_damaged (const ChnMap *map);

/* Whether the file is no longer as it was when it was opened. */
gboolean chn_map_is_changed (const ChnMap *map);

/* To be called before bytes are looked at otherwise than through chn_map_touch(). */
void chn_map_load (const ChnMap *map, gsize offset, gsize length);

/* For who finds later that something makes no sense. */
void chn_map_set_damaged (const ChnMap *map);

/* Looks at a block; for chn_map_touch(). */
void chn_map_examine (const ChnMap *map, gsize block);

/* To be called before bytes of the body are read. */
static inline void
chn_map_touch (const ChnMap *map, gconstpointer at, gsize length)
{
  if (length == 0)
    return;
  gsize offset = (gsize) ((const char *) at - map->bytes);
  for (gsize block = offset / CHN_MAP_BLOCK; block * CHN_MAP_BLOCK < offset + length; block++)
    if (G_UNLIKELY (!chn_bits_test (map->seen, block)))
      chn_map_examine (map, block);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnMap, chn_map_free)
