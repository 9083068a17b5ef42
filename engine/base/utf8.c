/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* UTF-8 proved and counted in stretches, most of which are ASCII. */
#include "base/utf8.h"

#include "base/ascii.h"

gboolean
chn_utf8_is_whole (const char *bytes, gsize n, gsize more)
{
  const char *end = bytes + n;
  for (const char *at = chn_ascii_skip (bytes, end); at < end; at = chn_ascii_skip (at, end)) {
    gunichar c = g_utf8_get_char_validated (at, (gssize) ((gsize) (end - at) + more));
    if (c == (gunichar) -1 || c == (gunichar) -2)
      return FALSE;
    at = g_utf8_next_char (at);
  }
  return TRUE;
}

/* Those of eight bytes that go on with a character: each is a bit, and the product adds them up in its top byte. */
static inline gsize
count_tails (guint64 word)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  return (gsize) (((word >> 7 & ~(word >> 6) & ones) * ones) >> 56);
}

gsize
chn_utf8_count (const char *bytes, gsize n)
{
  gsize n_tails = 0, at = 0;
  for (guint64 word; n - at >= sizeof word; at += sizeof word) {
    memcpy (&word, bytes + at, sizeof word);
    n_tails += count_tails (word);
  }
  for (; at < n; at++)
    n_tails += ((guchar) bytes[at] & 0xC0) == 0x80;
  return n - n_tails;
}
