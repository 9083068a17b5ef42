/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Initials: what some write with full stops and others without is one word.
 *
 *   initials = letter 1*( "." letter ) [ "." ]     the last "." unless a letter or digit follows
 */
#include "base/initials.h"

#include <string.h>

#include "base/segment-parts.h"

/* Whether a letter is all that stands between where it begins and `after`. */
static gboolean
is_letter (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);
  return g_unichar_isalpha (c) && chn_segment_parts (g_utf8_get_char (g_utf8_next_char (at)), 'a') &&
         (at == text || chn_segment_parts (g_utf8_get_char (g_utf8_prev_char (at)), 'a')) &&
         !chn_segment_parts (c, 'a');
}

/* The first letter of the initials whose first full stop this is; NULL where it is none of any. */
static const char *
find_start (const char *text, const char *stop)
{
  const char *before = stop > text ? g_utf8_prev_char (stop) : NULL;
  return before && is_letter (text, before) && is_letter (text, stop + 1) ? before : NULL;
}

/* Copies initials without their full stops, moving `at` behind them. */
static char *
join (const char *text, const char **at, char *out)
{
  for (;;) {
    gsize n = (gsize) (g_utf8_next_char (*at) - *at);
    memmove (out, *at, n);
    out += n;
    *at += n;
    if (**at != '.' || !is_letter (text, *at + 1))
      break;
    ++*at;
  }
  if (**at == '.' && !g_unichar_isalnum (g_utf8_get_char (*at + 1)))
    ++*at;
  return out;
}

gsize
chn_initials_join (char *text, gsize length)
{
  const char *from = text, *end = text + length, *stop = text;
  char *out = text;
  while ((stop = memchr (stop, '.', (gsize) (end - stop)))) {
    const char *start = find_start (text, stop++);
    if (!start || start < from)
      continue;
    memmove (out, from, (gsize) (start - from));
    out += start - from;
    out = join (text, &start, out);
    from = start;
    stop = MAX (stop, from);
  }
  memmove (out, from, (gsize) (end - from) + 1);
  return (gsize) (out - text) + (gsize) (end - from);
}
