/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* String interning: an open-addressing table of numbers over one block of NUL-ended texts. */
#include "base/intern.h"

#include <string.h>

#include "base/hash.h"

/* The hash stands beside the number, so that hardly a text is looked at that is not the one. */
typedef struct {
  guint32 number; /* 0 is free */
  guint32 hash;
} Slot;

struct _ChnPool {
  const ChnImage *image; /* that bytes and offsets lie in, or NULL */
  char *bytes;
  gsize n_bytes, room;
  guint64 *offset; /* of number n, at n - 1; behind them the end of all */
  guint32 *brief;  /* the same, where each fits; or NULL */
  guint32 n_texts, offset_room;
  Slot *slot;
  guint32 n_slots;
  guint32 n_interned;
};

ChnPool *
chn_pool_new (void)
{
  ChnPool *pool = g_new0 (ChnPool, 1);
  pool->n_slots = 64;
  pool->slot = chn_hash_new_table (pool->n_slots, sizeof (Slot));
  pool->offset_room = 64;
  pool->brief = g_new0 (guint32, pool->offset_room);
  return pool;
}

static inline guint64
get_offset (const ChnPool *pool, guint32 index)
{
  return pool->brief ? pool->brief[index] : pool->offset[index];
}

/* From here on offsets may be of any size. */
static void
widen (ChnPool *pool)
{
  pool->offset = g_new (guint64, pool->offset_room);
  for (guint32 i = 0; i <= pool->n_texts; i++)
    pool->offset[i] = pool->brief[i];
  g_clear_pointer (&pool->brief, g_free);
}

ChnPool *
chn_pool_new_wide (void)
{
  ChnPool *pool = chn_pool_new ();
  widen (pool);
  return pool;
}

ChnPool *
chn_pool_new_of_image (const ChnImage *image, const char *bytes, const guint64 *offsets, guint32 n_texts)
{
  ChnPool *pool = g_new0 (ChnPool, 1);
  pool->image = image;
  pool->bytes = (char *) bytes;
  pool->offset = (guint64 *) offsets;
  pool->n_texts = n_texts;
  return pool;
}

void
chn_pool_free (ChnPool *pool)
{
  if (!pool)
    return;
  if (!pool->image) {
    g_free (pool->bytes);
    g_free (pool->offset);
    g_free (pool->brief);
  }
  g_free (pool->slot);
  g_free (pool);
}

static guint32
hash_text (const char *text, gsize length)
{
  return (guint32) chn_hash_bytes (text, length);
}

static gboolean
is_text (const ChnPool *pool, guint32 number, const char *text, gsize length)
{
  guint64 start = get_offset (pool, number - 1);
  return get_offset (pool, number) - start - 1 == length && memcmp (pool->bytes + start, text, length) == 0;
}

/* The slot that holds the text, or the free one where it belongs. */
static guint32
find_slot (const ChnPool *pool, guint32 hash, const char *text, gsize length)
{
  guint32 mask = pool->n_slots - 1;
  guint32 at = hash & mask;
  for (; pool->slot[at].number != 0; at = (at + 1) & mask)
    if (pool->slot[at].hash == hash && is_text (pool, pool->slot[at].number, text, length))
      break;
  return at;
}

static void
grow_slots (ChnPool *pool)
{
  g_autofree Slot *old = pool->slot;
  guint32 n_old = pool->n_slots;
  pool->n_slots *= 2;
  pool->slot = chn_hash_new_table (pool->n_slots, sizeof (Slot));
  guint32 mask = pool->n_slots - 1;
  for (guint32 i = 0; i < n_old; i++) {
    guint32 at = old[i].hash & mask;
    while (old[i].number != 0 && pool->slot[at].number != 0)
      at = (at + 1) & mask;
    if (old[i].number != 0)
      pool->slot[at] = old[i];
  }
}

static void
grow_offsets (ChnPool *pool)
{
  pool->offset_room *= 2;
  if (pool->brief)
    pool->brief = g_renew (guint32, pool->brief, pool->offset_room);
  else
    pool->offset = g_renew (guint64, pool->offset, pool->offset_room);
}

static void
set_offset (ChnPool *pool, guint32 index, guint64 offset)
{
  if (pool->brief && offset > G_MAXUINT32)
    widen (pool);
  if (pool->brief)
    pool->brief[index] = (guint32) offset;
  else
    pool->offset[index] = offset;
}

guint32
chn_pool_append (ChnPool *pool, const char *text, gssize length)
{
  if (!text)
    return 0;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  g_return_val_if_fail (!pool->image && pool->n_texts < G_MAXUINT32 - 1, 0);
  if (pool->n_bytes + bytes + 1 > pool->room) {
    pool->room = MAX (MAX (pool->room * 2, pool->n_bytes + bytes + 1), 1024);
    pool->bytes = g_realloc (pool->bytes, pool->room);
  }
  if (pool->n_texts + 1 == pool->offset_room)
    grow_offsets (pool);
  memcpy (pool->bytes + pool->n_bytes, text, bytes);
  pool->bytes[pool->n_bytes + bytes] = '\0';
  pool->n_bytes += bytes + 1;
  set_offset (pool, ++pool->n_texts, pool->n_bytes);
  return pool->n_texts;
}

static guint32
intern (ChnPool *pool, guint32 hash, const char *text, gsize length)
{
  guint32 at = find_slot (pool, hash, text, length);
  if (pool->slot[at].number != 0)
    return pool->slot[at].number;
  if (pool->n_interned >= pool->n_slots / 2) {
    grow_slots (pool);
    at = find_slot (pool, hash, text, length);
  }
  pool->n_interned++;
  pool->slot[at] = (Slot){ chn_pool_append (pool, text, (gssize) length), hash };
  return pool->slot[at].number;
}

guint32
chn_pool_intern (ChnPool *pool, const char *text, gssize length)
{
  if (!text)
    return 0;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  return intern (pool, hash_text (text, bytes), text, bytes);
}

static inline void
prefetch_offset (const ChnPool *pool, guint32 number)
{
  if (pool->brief)
    __builtin_prefetch (&pool->brief[number]);
  else
    __builtin_prefetch (&pool->offset[number]);
}

/* Fetches what looking for a text of this hash will look at, a step at a time: each needs what the one before asked
   for, so steps are taken for many texts in turn. */
enum { LOOKUP_STEPS = 3 };

static void
prefetch (const ChnPool *pool, guint32 hash, guint step)
{
  const Slot *slot = &pool->slot[hash & (pool->n_slots - 1)];
  if (step == 0)
    __builtin_prefetch (slot);
  else if (step == 1)
    prefetch_offset (pool, slot->number);
  else if (slot->number != 0)
    __builtin_prefetch (pool->bytes + get_offset (pool, slot->number - 1));
}

void
chn_pool_prefetch (const ChnPool *pool, const char *text)
{
  prefetch (pool, hash_text (text, strlen (text)), 0);
}

void
chn_pool_intern_all (ChnPool *pool, ChnPoolText *texts, guint n, guint32 *numbers)
{
  for (guint i = 0; i < n; i++)
    texts[i].hash = hash_text (texts[i].text, texts[i].length);
  for (guint step = 0; step < LOOKUP_STEPS; step++)
    for (guint i = 0; i < n; i++)
      prefetch (pool, texts[i].hash, step);
  for (guint i = 0; i < n; i++)
    numbers[i] = intern (pool, texts[i].hash, texts[i].text, texts[i].length);
}

void
chn_pool_end_interning (ChnPool *pool)
{
  g_clear_pointer (&pool->slot, g_free);
  pool->n_slots = 0;
}

guint32
chn_pool_find (const ChnPool *pool, const char *text, gssize length)
{
  if (!text || !pool->slot)
    return 0;
  gsize bytes = length < 0 ? strlen (text) : (gsize) length;
  return pool->slot[find_slot (pool, hash_text (text, bytes), text, bytes)].number;
}

/* Neither an offset nor a text is believed before its block was looked at. */
static const char *
get_of_image (const ChnPool *pool, guint32 number)
{
  if (number > pool->n_texts)
    return "";
  chn_image_touch (pool->image, &pool->offset[number - 1], 2 * sizeof *pool->offset);
  guint64 first = pool->offset[number - 1], end = pool->offset[number];
  if (end <= first)
    return "";
  chn_image_touch (pool->image, pool->bytes + first, end - first);
  return pool->bytes[end - 1] == '\0' ? pool->bytes + first : "";
}

const char *
chn_pool_get (const ChnPool *pool, guint32 number)
{
  if (number == 0)
    return NULL;
  if (pool->image)
    return get_of_image (pool, number);
  g_assert (number <= pool->n_texts);
  return pool->bytes + get_offset (pool, number - 1);
}

const char *
chn_pool_get_span (const ChnPool *pool, guint32 number, gsize *length)
{
  *length = 0;
  if (number == 0)
    return NULL;
  g_assert (!pool->image && number <= pool->n_texts);
  guint64 start = get_offset (pool, number - 1);
  *length = get_offset (pool, number) - start - 1;
  return pool->bytes + start;
}

guint32
chn_pool_get_size (const ChnPool *pool)
{
  return pool->n_texts;
}

const char *
chn_pool_get_bytes (const ChnPool *pool, gsize *n_bytes)
{
  if (pool->image)
    chn_image_touch (pool->image, &pool->offset[pool->n_texts], sizeof *pool->offset);
  *n_bytes = get_offset (pool, pool->n_texts);
  return pool->bytes;
}

const guint64 *
chn_pool_get_offsets (const ChnPool *pool)
{
  g_assert (!pool->brief);
  return pool->offset;
}
