/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Proves text block by block, sixteen bytes at a time and without a branch within a block. */
#include "base/guard-block.h"

#include "base/chunk.h"

static inline gboolean
is_any (ChnChunk bytes)
{
  guint64 halves[2];
  memcpy (halves, &bytes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* Controls, and CRs that no LF follows. */
static inline ChnChunk
find_controls (ChnChunk byte, ChnChunk next)
{
  ChnChunk is_cr = (ChnChunk) (byte == '\r'),
           is_break = (ChnChunk) (byte == '\t') | (ChnChunk) (byte == '\n') | is_cr;
  return ((ChnChunk) (byte < 0x20) & ~is_break) | (ChnChunk) (byte == 0x7F) | (is_cr & (ChnChunk) (next != '\n'));
}

/*
 * A byte continues a character exactly where one of the three before it asks for that. Some first bytes bound
 * the second (RFC 3629, 4); those of the controls U+0080 to U+009F, which are refused, are bounded likewise.
 */
static inline ChnChunk
find_misshapen (const char *at)
{
  ChnChunk byte = chn_chunk_load (at), first = chn_chunk_load (at - 1);
  ChnChunk is_wanted = (ChnChunk) (first >= 0xC0) | (ChnChunk) (chn_chunk_load (at - 2) >= 0xE0) |
                       (ChnChunk) (chn_chunk_load (at - 3) >= 0xF0);
  ChnChunk continues = (ChnChunk) (byte >= 0x80) & (ChnChunk) (byte < 0xC0);
  ChnChunk below_90 = (ChnChunk) (byte < 0x90), below_a0 = (ChnChunk) (byte < 0xA0);
  ChnChunk too_low = (((ChnChunk) (first == 0xC2) | (ChnChunk) (first == 0xE0)) & below_a0) |
                     ((ChnChunk) (first == 0xF0) & below_90);
  ChnChunk too_high = ((ChnChunk) (first == 0xED) & ~below_a0) | ((ChnChunk) (first == 0xF4) & ~below_90);
  ChnChunk is_no_first = (ChnChunk) (byte == 0xC0) | (ChnChunk) (byte == 0xC1) | (ChnChunk) (byte >= 0xF5);
  return (is_wanted ^ continues) | too_low | too_high | is_no_first;
}

/*
 * Most blocks are of printable ASCII in lines: seen as numbers with a sign, one more than any other byte is no more
 * than a blank. The margin before the block is looked at, too, since a character may go on from there.
 */
static inline gboolean
is_plain (const char *at)
{
  typedef gint8 Signed __attribute__ ((vector_size (16)));
  ChnChunk fine = ~(ChnChunk){ 0 }, odd = chn_chunk_load (at - CHN_GUARD_MARGIN) & 0x80;
  for (gsize i = 0; i < CHN_GUARD_BLOCK; i += sizeof (ChnChunk)) {
    const ChnChunk byte = chn_chunk_load (at + i), is_cr = (ChnChunk) (byte == '\r');
    fine &= (ChnChunk) ((Signed) (byte + 1) > ' ') | is_cr | (ChnChunk) (byte == '\n');
    odd |= is_cr & ~(ChnChunk) (chn_chunk_load (at + i + 1) == '\n');
  }
  return !is_any (~fine | odd);
}

static gboolean
is_fine (const char *at, gboolean *is_ascii)
{
  ChnChunk odd = { 0 }, bits = chn_chunk_load (at - CHN_GUARD_MARGIN);
  for (gsize i = 0; i < CHN_GUARD_BLOCK; i += sizeof (ChnChunk)) {
    ChnChunk byte = chn_chunk_load (at + i);
    odd |= find_controls (byte, chn_chunk_load (at + i + 1));
    bits |= byte;
  }
  *is_ascii = !is_any (bits & 0x80);
  for (gsize i = 0; i < CHN_GUARD_BLOCK && !*is_ascii; i += sizeof (ChnChunk))
    odd |= find_misshapen (at + i);
  return !is_any (odd);
}

const char *
chn_guard_skip_blocks (const char *at, const char *end)
{
  const char *start = at;
  gboolean is_ascii = TRUE;
  /* One byte is left behind each block, to tell what follows a CR. */
  while (end - at > CHN_GUARD_BLOCK && ((is_ascii && is_plain (at)) || is_fine (at, &is_ascii)))
    at += CHN_GUARD_BLOCK;
  /* A character at the end may go on in the next block. */
  while (at > start && (guchar) at[-1] >= 0x80)
    at--;
  return at;
}
