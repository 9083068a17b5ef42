/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Text that is proved block by block, against the guard that looks at each character. */
#include "base/guard-block.h"

#include <string.h>

#include "base/guard.h"
#include "suite.h"

enum { LENGTH = 6 * CHN_GUARD_BLOCK };

static gboolean
has_lone_cr (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\r' && text[i + 1] != '\n')
      return TRUE;
  return FALSE;
}

/* To where the last ASCII ends. */
static gsize
skip_back (const char *text, gsize length)
{
  while (length > 0 && (guchar) text[length - 1] >= 0x80)
    length--;
  return length;
}

/* What is proved is fine; whole text that is fine is proved. */
static void
check (const char *text)
{
  gsize offset;
  const char *end = chn_guard_skip_blocks (text, text + LENGTH);
  gsize length = (gsize) (end - text);
  CHN_ASSERT_INT (chn_guard_check (text, length, &offset), CHN_GUARD_FINE);
  CU_ASSERT (!has_lone_cr (text, length));
  gboolean fine = chn_guard_check (text, LENGTH, &offset) == CHN_GUARD_FINE && !has_lone_cr (text, LENGTH - 1);
  if (fine)
    CHN_ASSERT_INT (length, skip_back (text, LENGTH - CHN_GUARD_BLOCK));
}

static void
fill (char *text)
{
  memset (text, 'a', CHN_GUARD_MARGIN + LENGTH + 1);
  text[CHN_GUARD_MARGIN + LENGTH] = '\n';
}

/* Every pair of bytes, and every first byte with some of what may follow it, at places within and across blocks. */
static void
test_sequences (void)
{
  static const guchar following[] = { 0x0A, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF };
  static const guint places[] = { 0, 1, 30, 62, 63, 64, 125, 126, 127, 128, 200 };
  char text[CHN_GUARD_MARGIN + LENGTH + 1], *start = text + CHN_GUARD_MARGIN;
  for (guint place = 0; place < G_N_ELEMENTS (places); place++)
    for (guint first = 0; first < 256; first++)
      for (guint n = 0; n < 11 * 11 * 11; n++) {
        guint at = places[place];
        fill (text);
        start[at] = (char) first;
        start[at + 1] = (char) following[n % 11];
        start[at + 2] = (char) following[n / 11 % 11];
        start[at + 3] = (char) following[n / 121];
        check (start);
      }
}

static void
test_random (void)
{
  static const char *const pieces[] = {
    "text", "\r\n", "\t", "é", "日", "😀", "\xC2\x85", "\xED\xA0\x80", "\r", "\x7F"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint i = 0; i < 20000; i++) {
    char text[CHN_GUARD_MARGIN + LENGTH + 1];
    fill (text);
    guint n_pieces = i % 4 == 0 ? G_N_ELEMENTS (pieces) : 6;
    for (gsize at = CHN_GUARD_MARGIN; at + 4 < CHN_GUARD_MARGIN + LENGTH;) {
      const char *piece = pieces[g_rand_int_range (random, 0, (gint32) n_pieces)];
      memcpy (text + at, piece, strlen (piece));
      at += strlen (piece);
    }
    check (text + CHN_GUARD_MARGIN);
  }
}

static const ChnTest tests[] = {
  { "sequences", test_sequences },
  { "random", test_random },
};

CHN_SUITE ("base/guard-block", tests)
