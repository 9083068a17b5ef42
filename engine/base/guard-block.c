/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Proves text block by block, sixteen bytes at a time and without a branch within a block. */
#include "base/guard-block.h"

#include <string.h>

/* Comparisons of vectors give bytes whose bits are all zeros or all ones. */
typedef guchar Bytes __attribute__ ((vector_size (16)));

static inline Bytes
load (const guchar *at)
{
  Bytes bytes;
  memcpy (&bytes, at, sizeof bytes);
  return bytes;
}

static inline gboolean
is_any (Bytes bytes)
{
  guint64 halves[2];
  memcpy (halves, &bytes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* Controls, and CRs that no LF follows. */
static inline Bytes
find_controls (Bytes byte, Bytes next)
{
  Bytes is_cr = (Bytes) (byte == '\r'), is_break = (Bytes) (byte == '\t') | (Bytes) (byte == '\n') | is_cr;
  return ((Bytes) (byte < 0x20) & ~is_break) | (Bytes) (byte == 0x7F) | (is_cr & (Bytes) (next != '\n'));
}

/*
 * A byte continues a character exactly where one of the three before it asks for that. Some first bytes bound
 * the second (RFC 3629, 4); those of the controls U+0080 to U+009F, which are refused, are bounded likewise.
 */
static inline Bytes
find_misshapen (const guchar *at)
{
  Bytes byte = load (at), first = load (at - 1);
  Bytes is_wanted = (Bytes) (first >= 0xC0) | (Bytes) (load (at - 2) >= 0xE0) | (Bytes) (load (at - 3) >= 0xF0);
  Bytes continues = (Bytes) (byte >= 0x80) & (Bytes) (byte < 0xC0);
  Bytes below_90 = (Bytes) (byte < 0x90), below_a0 = (Bytes) (byte < 0xA0);
  Bytes too_low =
      (((Bytes) (first == 0xC2) | (Bytes) (first == 0xE0)) & below_a0) | ((Bytes) (first == 0xF0) & below_90);
  Bytes too_high = ((Bytes) (first == 0xED) & ~below_a0) | ((Bytes) (first == 0xF4) & ~below_90);
  Bytes is_no_first = (Bytes) (byte == 0xC0) | (Bytes) (byte == 0xC1) | (Bytes) (byte >= 0xF5);
  return (is_wanted ^ continues) | too_low | too_high | is_no_first;
}

static gboolean
is_fine (const guchar *at)
{
  Bytes odd = { 0 }, bits = load (at - CHN_GUARD_MARGIN);
  for (gsize i = 0; i < CHN_GUARD_BLOCK; i += sizeof (Bytes)) {
    Bytes byte = load (at + i);
    odd |= find_controls (byte, load (at + i + 1));
    bits |= byte;
  }
  gboolean is_ascii = !is_any (bits & 0x80);
  for (gsize i = 0; i < CHN_GUARD_BLOCK && !is_ascii; i += sizeof (Bytes))
    odd |= find_misshapen (at + i);
  return !is_any (odd);
}

const char *
chn_guard_skip_blocks (const char *at, const char *end)
{
  const char *start = at;
  /* One byte is left behind each block, to tell what follows a CR. */
  while (end - at > CHN_GUARD_BLOCK && is_fine ((const guchar *) at))
    at += CHN_GUARD_BLOCK;
  /* A character at the end may go on in the next block. */
  while (at > start && (guchar) at[-1] >= 0x80)
    at--;
  return at;
}
