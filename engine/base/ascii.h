/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

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

/* The first byte that is a control character, DEL or not ASCII, or the end: eight bytes at a time. */
static inline const char *
chn_ascii_skip_shown (const char *at, const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  for (guint64 word; end - at >= 8; at += 8) {
    memcpy (&word, at, sizeof word);
    guint64 low = word - ones * 0x20, deleted = (word ^ ones * 0x7F) - ones;
    if ((low | deleted | word) & tops)
      break;
  }
  while (at < end && (guchar) *at >= 0x20 && (guchar) *at < 0x7F)
    at++;
  return at;
}

/* g_ascii_toupper() without a call. */
static inline char
chn_ascii_to_upper (char c)
{
  return g_ascii_islower (c) ? (char) (c - 'a' + 'A') : c;
}
