/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A bit each of many things that threads find done. Who finds a bit set sees what was written before it was. */
typedef guint64 ChnBits;

static inline gsize
chn_bits_get_size (gsize n)
{
  return (n / 64 + 1) * sizeof (ChnBits);
}

static inline gboolean
chn_bits_test (const ChnBits *bits, gsize i)
{
  return __atomic_load_n (&bits[i / 64], __ATOMIC_ACQUIRE) >> (i % 64) & 1;
}

static inline void
chn_bits_set (ChnBits *bits, gsize i)
{
  __atomic_fetch_or (&bits[i / 64], (ChnBits) 1 << (i % 64), __ATOMIC_RELEASE);
}
