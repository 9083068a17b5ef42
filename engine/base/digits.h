/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The last n digits of a number; returns what follows them. */
static inline char *
chn_digits_put (char *to, guint64 number, guint n)
{
  for (guint i = n; i > 0; i--, number /= 10)
    to[i - 1] = (char) ('0' + number % 10);
  return to + n;
}
