/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Proves text block by block, without branches within a block, so that compilers make vector code of it. */
#include "base/sound.h"

/* Controls, and CRs that no LF follows; *high gets the highest byte's bits, those of the margin included. */
static guchar
find_controls (const guchar *at, guchar *high)
{
  guchar odd = 0, bits = at[-1] | at[-2] | at[-3];
  for (guint i = 0; i < CHN_SOUND_BLOCK; i++) {
    guchar byte = at[i];
    guchar is_break = (byte == '\t') | (byte == '\n') | (byte == '\r');
    odd |= (guchar) ((byte < 0x20) & !is_break) | (byte == 0x7F) | (guchar) ((byte == '\r') & (at[i + 1] != '\n'));
    bits |= byte;
  }
  *high = bits;
  return odd;
}

/*
 * A byte continues a character exactly where one of the three before it asks for that. Some first bytes bound
 * the second (RFC 3629, 4); those of the controls U+0080 to U+009F, which are refused, are bounded likewise.
 */
static guchar
find_misshapen (const guchar *at)
{
  guchar odd = 0;
  for (guint i = 0; i < CHN_SOUND_BLOCK; i++) {
    guchar byte = at[i], before = at[(int) i - 1];
    guchar wanted = (before >= 0xC0) | (at[(int) i - 2] >= 0xE0) | (at[(int) i - 3] >= 0xF0);
    guchar continues = (guchar) (byte >= 0x80) & (guchar) (byte < 0xC0);
    guchar low = (guchar) ((before == 0xC2) & (byte < 0xA0)) | (guchar) ((before == 0xE0) & (byte < 0xA0)) |
                 (guchar) ((before == 0xF0) & (byte < 0x90));
    guchar far = (guchar) ((before == 0xED) & (byte >= 0xA0)) | (guchar) ((before == 0xF4) & (byte >= 0x90));
    odd |= (wanted ^ continues) | low | far | (byte == 0xC0) | (byte == 0xC1) | (byte >= 0xF5);
  }
  return odd;
}

static gboolean
is_sound (const guchar *at)
{
  guchar high;
  return !find_controls (at, &high) && (high < 0x80 || !find_misshapen (at));
}

const char *
chn_sound_skip (const char *at, const char *end)
{
  const char *start = at;
  /* One byte is left behind each block, to tell what follows a CR. */
  while (end - at > CHN_SOUND_BLOCK && is_sound ((const guchar *) at))
    at += CHN_SOUND_BLOCK;
  /* A character at the end may go on in the next block. */
  while (at > start && (guchar) at[-1] >= 0x80)
    at--;
  return at;
}
