/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* UTF-8 proved and counted in stretches, most of which are ASCII. */
#include "base/utf8.h"

#include "base/ascii.h"

static inline gboolean
is_tail (guchar byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Whether the second byte, where there are more, says nothing in more bytes than it takes, and no surrogate. */
static inline gboolean
goes_on (guchar first, guchar second)
{
  guchar low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  guchar high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  return second >= low && second <= high;
}

/* Bytes of the character that begins here, 0 where none does (RFC 3629, section 4). */
static inline gsize
measure (const guchar *at, gsize room)
{
  guchar first = at[0];
  if (first < 0x80)
    return 1;
  if (first < 0xE0)
    return room >= 2 && first >= 0xC2 && is_tail (at[1]) ? 2 : 0;
  if (first < 0xF0)
    return room >= 3 && goes_on (first, at[1]) && is_tail (at[2]) ? 3 : 0;
  return room >= 4 && first <= 0xF4 && goes_on (first, at[1]) && is_tail (at[2]) && is_tail (at[3]) ? 4 : 0;
}

gboolean
chn_utf8_is_whole (const char *bytes, gsize n, gsize more)
{
  const char *end = bytes + n;
  for (const char *at = chn_ascii_skip (bytes, end); at < end;) {
    gsize length = measure ((const guchar *) at, (gsize) (end - at) + more);
    if (length == 0)
      return FALSE;
    at += length;
    if (length == 1)
      at = chn_ascii_skip (at, end);
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
