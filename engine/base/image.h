/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/bits.h"
#include "base/steady.h"

/*
 * A file that lies at its place in memory as far as it was touched. Its body is read and checked block by block, each
 * when it is first touched: its checksum, then its sense. A block that fails reads as zeros from then on, and
 * the image is damaged for good; so whoever reads goes on safely, and what was read is thrown away.
 *
 *   body      n blocks of CHN_IMAGE_BLOCK bytes
 *   sums      the checksum of each block, 8 bytes each
 *
 * The sums need no proof of their own: where one is damaged, its block fails.
 *
 * An image is shared between threads. What others do to the file changes nothing that was read;
 * chn_image_is_changed() tells whether they did, so that nothing is answered that is partly of before and partly of
 * after.
 */
enum { CHN_IMAGE_BLOCK = 512 };

/* Whether a block whose checksum holds also makes sense: no number in it leads astray. */
typedef gboolean (*ChnImageJudge) (gsize offset, gsize length, gconstpointer data);

typedef struct {
  const char *bytes;
  gsize length;
  ChnBits *seen; /* which blocks were looked at */
  const guint64 *sums;
  ChnImageJudge judge;
  gconstpointer judge_data;
  int damaged;
  int fd;          /* -1: the bytes are a copy */
  gpointer region; /* what was reserved, in which `bytes` lies; NULL for a copy */
  gsize reserved;
  ChnBits *loaded; /* which stretches were read; none is read again */
  GMutex loading;
  ChnSteady steady;
} ChnImage;

/* Opens a regular file. */
ChnImage *chn_image_open (const char *path, GError **error);
/* Copies bytes instead. */
ChnImage *chn_image_new (const char *bytes, gsize length);
void chn_image_free (ChnImage *image);

/* Bytes of the whole file, when the body has these many. */
gsize chn_image_get_file_length (gsize body);

/* Takes the length of the body, a multiple of the block; FALSE with an error where the file has another length. */
gboolean chn_image_arm (ChnImage *image, gsize body, GError **error);

/* Who else looks at each block of the body. */
void chn_image_set_judge (ChnImage *image, ChnImageJudge judge, gconstpointer data);

/* Whether a block failed. */
gboolean chn_image_is_damaged (const ChnImage *image);

/* Whether the file is no longer as it was when it was opened. */
gboolean chn_image_is_changed (const ChnImage *image);

/* To be called before bytes are looked at otherwise than through chn_image_touch(). */
void chn_image_load (const ChnImage *image, gsize offset, gsize length);

/* For who finds later that something makes no sense. */
void chn_image_set_damaged (const ChnImage *image);

/* Looks at a block; for chn_image_touch(). */
void chn_image_examine (const ChnImage *image, gsize block);

/* To be called before bytes of the body are read. */
static inline void
chn_image_touch (const ChnImage *image, gconstpointer at, gsize length)
{
  if (length == 0)
    return;
  gsize offset = (gsize) ((const char *) at - image->bytes);
  for (gsize block = offset / CHN_IMAGE_BLOCK; block * CHN_IMAGE_BLOCK < offset + length; block++)
    if (G_UNLIKELY (!chn_bits_test (image->seen, block)))
      chn_image_examine (image, block);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnImage, chn_image_free)
