/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* UTF-8 proved in stretches, most of which are ASCII. */
#include "base/utf8.h"

#include "base/ascii.h"

gboolean
chn_utf8_is_whole (const char *bytes, gsize n, gsize more)
{
  const char *end = bytes + n;
  for (const char *at = chn_ascii_skip (bytes, end); at < end; at = chn_ascii_skip (at, end)) {
    gunichar c = g_utf8_get_char_validated (at, (gssize) ((gsize) (end - at) + more));
    if (c == (gunichar) -1 || c == (gunichar) -2)
      return FALSE;
    at = g_utf8_next_char (at);
  }
  return TRUE;
}
