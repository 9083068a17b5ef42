/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Folding for words of plain letters: what cannot become one of them stays as it is, which spares decomposing. */
#include <string.h>

#include "base/initials.h"
#include "base/segment.h"

/* Letters that decompose into letters of their own script, and marks. */
static gboolean
stays_foreign (gunichar c)
{
  static const gunichar ranges[][2] = {
    { 0x0391, 0x03CE }, { 0x0400, 0x0481 }, { 0x048A, 0x04FF }, { 0x05D0, 0x05EA }, { 0x0621, 0x064A },
    { 0x3041, 0x3096 }, { 0x30A1, 0x30FA }, { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;
  return FALSE;
}

/* What punctuation beyond ASCII becomes; 0 for everything else. */
static char
fold_punctuation (gunichar c)
{
  if (c == 0x2018 || c == 0x2019 || c == 0x201B)
    return '\'';
  if (c >= 0x201C && c <= 0x201E)
    return '"';
  return c >= 0x2010 && c <= 0x2015 ? ' ' : 0;
}

static char
fold_plain (char c)
{
  if (c >= 'A' && c <= 'Z')
    return (char) (c | 0x20);
  return g_ascii_isspace (c) || c == '-' ? ' ' : c == '`' ? '\'' : c;
}

static gsize
append (char *buffer, gsize n, char c)
{
  if (c != ' ' || (n > 0 && buffer[n - 1] != ' '))
    buffer[n++] = c;
  return n;
}

gboolean
chn_segment_fold_plain (const char *text, char *buffer, gsize size)
{
  gsize n = 0;
  for (const char *at = text; *at;) {
    if (n + CHN_SEGMENT_SPARE > size)
      return FALSE;
    if ((guchar) *at < 0x80) {
      n = append (buffer, n, fold_plain (*at++));
      continue;
    }
    gunichar c = g_utf8_get_char (at);
    const char *next = g_utf8_next_char (at);
    char folded = fold_punctuation (c);
    if (folded) {
      n = append (buffer, n, folded);
    } else if (stays_foreign (c)) {
      memcpy (buffer + n, at, (gsize) (next - at));
      n += (gsize) (next - at);
    } else {
      return FALSE;
    }
    at = next;
  }
  while (n > 0 && buffer[n - 1] == ' ')
    n--;
  buffer[n] = '\0';
  chn_initials_join (buffer, n);
  return TRUE;
}
