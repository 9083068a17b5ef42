/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds what must be isolated in text that runs from right to left. */
#include "format/pdf/bidi.h"

#include <string.h>

static gboolean
is_leftward (gunichar c)
{
  switch (c < 0x590 ? G_UNICODE_SCRIPT_LATIN : g_unichar_get_script (c)) {
  case G_UNICODE_SCRIPT_ARABIC:
  case G_UNICODE_SCRIPT_HEBREW:
  case G_UNICODE_SCRIPT_SYRIAC:
  case G_UNICODE_SCRIPT_THAANA:
  case G_UNICODE_SCRIPT_NKO:
  case G_UNICODE_SCRIPT_ADLAM:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Text may be no UTF-8: it is looked at before it is made safe. */
gboolean
chn_bidi_has_right_to_left (const char *text)
{
  for (const char *at = text; *at;) {
    gunichar c = (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char_validated (at, -1);
    gboolean is_valid = c != (gunichar) -1 && c != (gunichar) -2;
    if (is_valid && is_leftward (c))
      return TRUE;
    at = is_valid ? g_utf8_next_char (at) : at + 1;
  }
  return FALSE;
}

/* The bytes of what joins parts of a symbol, or of figures. */
static gsize
measure_joint (const char *text)
{
  if (*text && strchr ("-/.,:", *text))
    return 1;
  return g_str_has_prefix (text, "–") ? strlen ("–") : 0;
}

static gsize
measure_word (const char *text, gboolean *has_digit)
{
  gsize n = 0;
  for (; g_ascii_isalnum (text[n]); n++)
    *has_digit = *has_digit || g_ascii_isdigit (text[n]);
  return n;
}

/* The bytes of words of ASCII letters and digits that are joined. */
static gsize
measure_token (const char *text, gboolean *has_digit)
{
  gsize length = measure_word (text, has_digit), joint = measure_joint (text + length);
  while (length > 0 && joint > 0) {
    gsize word = measure_word (text + length + joint, has_digit);
    if (word == 0)
      break;
    length += joint + word;
    joint = measure_joint (text + length);
  }
  return length;
}

gsize
chn_bidi_find_figures (const char *text, gsize *n)
{
  gsize at = 0;
  while (text[at]) {
    gboolean has_digit = FALSE;
    *n = measure_token (text + at, &has_digit);
    if (*n > 0 && has_digit)
      return at;
    at += MAX (*n, (gsize) (g_utf8_next_char (text + at) - (text + at)));
  }
  *n = 0;
  return at;
}
