/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Words in text: where they begin and end, in a search as in the index of words. */
#include "base/segment.h"

#include <string.h>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/initials.h"

void
chn_segment_fold (const char *text, GString *out)
{
  gsize n = 0, length = strlen (text);
  if (chn_ascii_skip (text, text + length) == text + length) {
    g_string_set_size (out, length + CHN_SEGMENT_SPARE);
    chn_segment_fold_plain (text, out->str, out->len);
    g_string_truncate (out, strlen (out->str));
    return;
  }
  g_string_truncate (out, 0);
  chn_fold_append (out, text, -1);
  for (gsize i = 0; i < out->len; i++) {
    char byte = out->str[i] == '-' ? ' ' : out->str[i];
    if (byte != ' ' || (n > 0 && out->str[n - 1] != ' '))
      out->str[n++] = byte;
  }
  while (n > 0 && out->str[n - 1] == ' ')
    n--;
  g_string_truncate (out, n);
  g_string_truncate (out, chn_initials_join (out->str, out->len));
}

static gboolean
is_plain (char byte)
{
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

static gboolean
is_ascii (char byte)
{
  return (guchar) byte < 0x80;
}

/* Where the word that begins here ends. */
static const char *
find_end (const char *at)
{
  for (;;) {
    while (is_plain (*at) && (is_plain (at[1]) || is_ascii (at[1]))) {
      at++;
      if (!is_plain (*at))
        return at;
    }
    const char *next = g_utf8_next_char (at);
    if (*next == '\0' || chn_segment_parts (g_utf8_get_char (at), g_utf8_get_char (next)))
      return next;
    at = next;
  }
}

gboolean
chn_segment_next (const char **at, const char **word, gsize *length)
{
  const char *from = *at;
  while (*from && !is_plain (*from) && (is_ascii (*from) || !g_unichar_isalnum (g_utf8_get_char (from))))
    from = g_utf8_next_char (from);
  if (*from == '\0')
    return FALSE;
  *word = from;
  *at = find_end (from);
  *length = (gsize) (*at - from);
  return TRUE;
}
