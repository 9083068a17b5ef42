/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

#include "base/chunk.h"

/* The first byte from `at` on that is not ASCII, or the end: eight bytes at a time. */
static inline const char *
chn_ascii_skip (const char *at, const char *end)
{
  for (guint64 word; end - at >= 8; at += 8) {
    memcpy (&word, at, sizeof word);
    if (word & G_GUINT64_CONSTANT (0x8080808080808080))
      break;
  }
  while (at < end && (guchar) *at < 0x80)
    at++;
  return at;
}

/* The first byte that is a control character, DEL or not ASCII, or the end. */
static inline const char *
chn_ascii_skip_shown (const char *at, const char *end)
{
  for (; end - at >= CHN_CHUNK; at += CHN_CHUNK) {
    ChnChunk chunk = chn_chunk_load (at);
    guint n = chn_chunk_find ((ChnChunk) ((chunk < 0x20) | (chunk >= 0x7F)));
    if (n < CHN_CHUNK)
      return at + n;
  }
  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x7F)
    at++;
  return at;
}

/* Of a text that need not end in NUL: for one that does there is g_str_is_ascii(). */
static inline gboolean
chn_ascii_is_all (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* g_ascii_toupper() without a call. */
static inline char
chn_ascii_to_upper (char c)
{
  return g_ascii_islower (c) ? (char) (c - 'a' + 'A') : c;
}
