/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* Eight bytes at a time, the same on every machine. It is seen in files, and so stays as it is. */
static inline guint64
chn_hash_words (const char *bytes, gsize length)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 hash = length * factor, word;
  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word) {
    memcpy (&word, bytes, sizeof word);
    hash = (hash ^ GUINT64_FROM_LE (word)) * factor;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy (&word, bytes, length);
  hash = (hash ^ GUINT64_FROM_LE (word)) * factor;
  return hash ^ hash >> 29;
}

/* A hash for tables in memory; not to be kept in files. */
static inline guint64
chn_hash_bytes (const char *bytes, gsize length)
{
  return chn_hash_words (bytes, length);
}

/* A table of free slots, all zeros: written, for memory that was only read is asked of the system twice. */
static inline gpointer
chn_hash_new_table (gsize n, gsize size)
{
  return memset (g_malloc_n (n, size), 0, n * size);
}

#define CHN_FNV_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

/* FNV-1a, 64 bits, of what was hashed before and these bytes. It is seen in files and in ids, and so stays as it is.
 */
static inline guint64
chn_hash_fnv (guint64 before, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    before = (before ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return before;
}
