/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Folding: what counts as the same text in a search, and as the same name in a registry. */
#include "base/fold.h"

#include <string.h>

static gunichar
fold_punctuation (gunichar c)
{
  switch (c) {
  case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x02B9: case 0x00B4: case 0x0060: case 0x2032:
    return '\'';
  case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB:
    return '"';
  case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
    return '-';
  default:
    return c;
  }
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Decomposed and case-folded, marks still in place. */
static char *
decompose (const char *text, gsize length)
{
  if (is_ascii (text, length))
    return g_ascii_strdown (text, (gssize) length);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

char *
chn_fold_text (const char *text, gssize length)
{
  g_autofree char *plain = decompose (text, length < 0 ? strlen (text) : (gsize) length);
  GString *out = g_string_sized_new (strlen (plain) + 1);
  gboolean blank = FALSE;
  for (const char *at = plain; *at; at = g_utf8_next_char (at)) {
    gunichar c = fold_punctuation (g_utf8_get_char (at));
    if (g_unichar_ismark (c))
      continue;
    if (g_unichar_isspace (c)) {
      blank = out->len > 0;
      continue;
    }
    if (blank)
      g_string_append_c (out, ' ');
    blank = FALSE;
    g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

char *
chn_fold_name (const char *text, gssize length)
{
  g_autofree char *plain = decompose (text, length < 0 ? strlen (text) : (gsize) length);
  GString *out = g_string_sized_new (strlen (plain) + 1);
  for (const char *at = plain; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (g_unichar_isalnum (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}
