/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/*
 * Whether the one of `n` things that takes as long as all the rest is asked of an input: by a fuzzer one of them,
 * which the input's length chooses, and all where a corpus is replayed.
 */
static inline gboolean
is_turn (gsize length, guint i, guint n)
{
#ifdef CHN_FUZZER
  return length % n == i;
#else
  (void) length;
  return i < n;
#endif
}
