/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/image.h"

/*
 * A pool of texts, each stored once and numbered from 1; 0 stands for "none". The texts lie one
 * behind the other, each ended by NUL, so that a pool can be written to disk as it is, and read in place.
 */
typedef struct _ChnPool ChnPool;

ChnPool *chn_pool_new (void);

/* One that may be written as it is. */
ChnPool *chn_pool_new_wide (void);

/* A pool that lies in an image, which must outlive it; nothing can be added to it. */
ChnPool *chn_pool_new_of_image (const ChnImage *image, const char *bytes, const guint64 *offsets, guint32 n_texts);
void chn_pool_free (ChnPool *pool);

/* The number of a text, made when it is new. NULL gives 0. */
guint32 chn_pool_intern (ChnPool *pool, const char *text, gssize length);

/* A text to be interned. */
typedef struct {
  const char *text;
  guint32 length;
  guint32 hash; /* set by chn_pool_intern_all() */
} ChnPoolText;

/* The numbers of many texts, which may repeat: memory is waited for once a step instead of at each text. */
void chn_pool_intern_all (ChnPool *pool, ChnPoolText *texts, guint n, guint32 *numbers);

/* Fetches what interning the text will look at first, for who does something else meanwhile. */
void chn_pool_prefetch (const ChnPool *pool, const char *text);

/* Gives back what only looking for texts needs: from then on they can be read and appended. */
void chn_pool_end_interning (ChnPool *pool);

/* Stores a text without looking for its like: for titles and summaries, which seldom repeat. */
guint32 chn_pool_append (ChnPool *pool, const char *text, gssize length);

/* The number of a text, 0 when the pool lacks it. */
guint32 chn_pool_find (const ChnPool *pool, const char *text, gssize length);

/* The text of a number; NULL for 0. Valid until the pool grows. */
const char *chn_pool_get (const ChnPool *pool, guint32 number);

/* The same with its length in bytes; of a pool that lies in no image. */
const char *chn_pool_get_span (const ChnPool *pool, guint32 number, gsize *length);

/* Puts numbers in the order of the bytes of their texts; of a pool that lies in no image. */
void chn_pool_sort (const ChnPool *pool, guint32 *numbers, guint n);

/* Numbers run from 1 to this. */
guint32 chn_pool_get_size (const ChnPool *pool);

/* What a pool comes to on disk: its bytes, and where each text begins; behind the last of these, where all end. The
   latter is of a pool that is wide or lies in an image. */
const char *chn_pool_get_bytes (const ChnPool *pool, gsize *n_bytes);
const guint64 *chn_pool_get_offsets (const ChnPool *pool);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnPool, chn_pool_free)
