/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <string.h>

/* The last n digits of a number; returns what follows them. */
static inline char *
chn_digits_put (char *to, guint64 number, guint n)
{
  for (guint i = n; i > 0; i--, number /= 10)
    to[i - 1] = (char) ('0' + number % 10);
  return to + n;
}

/* Whether eight bytes are digits, all looked at together; the number that they are. */
static inline gboolean
chn_digits_take_eight (const char *digits, guint32 *number)
{
  guint64 word;
  memcpy (&word, digits, sizeof word);
  word = GUINT64_FROM_LE (word) ^ G_GUINT64_CONSTANT (0x3030303030303030);
  const guint64 beyond = word + G_GUINT64_CONSTANT (0x7676767676767676); /* whose highest bits tell what is above 9 */
  /* Neighbours are joined: digits to pairs, pairs to fours, fours to the whole. */
  const guint64 pairs = (word * 10 + (word >> 8)) & G_GUINT64_CONSTANT (0x00FF00FF00FF00FF);
  const guint64 fours = (pairs * 100 + (pairs >> 16)) & G_GUINT64_CONSTANT (0x0000FFFF0000FFFF);
  *number = (guint32) (fours * 10000 + (fours >> 32));
  return ((beyond | word) & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}
