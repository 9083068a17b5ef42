/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* base64: three bytes are four digits, and a last group of one or two bytes two or three. */
#include "base/base64.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

char *
chn_base64_put (char *to, const char *bytes, gsize length)
{
  const guchar *at = (const guchar *) bytes, *end = at + length;
  for (; end - at >= 3; at += 3, to += 4) {
    to[0] = digits[at[0] >> 2];
    to[1] = digits[(at[0] & 3) << 4 | at[1] >> 4];
    to[2] = digits[(at[1] & 15) << 2 | at[2] >> 6];
    to[3] = digits[at[2] & 63];
  }
  if (at < end) {
    guint second = end - at > 1 ? (guint) at[1] : 0u;
    *to++ = digits[at[0] >> 2];
    *to++ = digits[((guint) at[0] & 3u) << 4 | second >> 4];
    if (end - at > 1)
      *to++ = digits[(second & 15) << 2];
  }
  return to;
}

void
chn_base64_encode (const char *bytes, gsize length, GString *out)
{
  g_string_set_size (out, (length + 2) / 3 * 4);
  g_string_truncate (out, (gsize) (chn_base64_put (out->str, bytes, length) - out->str));
}

/* One more than the value of a digit of either alphabet; 0 for any other byte. */
/* clang-format off */
static const guint8 value_of[256] = {
  ['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  ['a'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52,
  ['0'] = 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
  ['-'] = 63, ['+'] = 63, ['_'] = 64, ['/'] = 64,
};
/* clang-format on */

/* The number that four digits make; beyond 24 bits where one of them is none. The table's ones are taken off all at once. */
static inline guint32
read_group (const char *text)
{
  guint32 a = value_of[(guchar) text[0]], b = value_of[(guchar) text[1]];
  guint32 c = value_of[(guchar) text[2]], d = value_of[(guchar) text[3]];
  return a && b && c && d ? (a << 18) + (b << 12) + (c << 6) + d - (1 << 18 | 1 << 12 | 1 << 6 | 1) : G_MAXUINT32;
}

/* The first bytes of a group; a byte more may be written behind them. */
static inline char *
put_bytes (char *to, guint32 group, guint n)
{
  guint32 bytes = GUINT32_TO_BE (group << 8);
  memcpy (to, &bytes, sizeof bytes);
  return to + n;
}

gboolean
chn_base64_decode (const char *text, gsize length, GString *out, gsize *offset)
{
  gsize at = 0;
  while (length > 0 && text[length - 1] == '=')
    length--;
  g_string_set_size (out, length / 4 * 3 + 4);
  char *to = out->str;
  for (guint32 group; length - at >= 4 && (group = read_group (text + at)) != G_MAXUINT32; at += 4)
    to = put_bytes (to, group, 3);
  guint32 last = 0, n = 0;
  for (guint32 value; n < 4 && at < length && (value = value_of[(guchar) text[at]]) > 0; at++, n++)
    last |= (value - 1) << (18 - 6 * n);
  to = put_bytes (to, last, n * 6 / 8);
  g_string_truncate (out, (gsize) (to - out->str));
  *offset = at;
  return at == length && n != 1;
}
