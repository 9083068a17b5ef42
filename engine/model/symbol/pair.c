/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finds where two symbols of one document are joined. */
#include "model/symbol/pair.h"

#include <string.h>

/* Bytes of the hyphen or dash here: "-", U+2010 to U+2015; 0 for anything else. */
static gsize
count_dash (const char *at, gsize length)
{
  enum { UTF8_BYTES = 3 };
  if (length > 0 && *at == '-')
    return 1;
  gboolean is_dash =
      length >= UTF8_BYTES && memcmp (at, "\xE2\x80", 2) == 0 && (guchar) at[2] >= 0x90 && (guchar) at[2] <= 0x95;
  return is_dash ? UTF8_BYTES : 0;
}

/* Not the letter of a part, as in 8-A/3: an organ of one letter goes on with a session and a number, or a long
 * number. */
static gboolean
is_organ (const char *text, gsize length)
{
  enum { LONG_NUMBER = 4 };
  if (length < 2 || !g_ascii_isalpha (text[0]))
    return FALSE;
  if (text[1] != '/')
    return memchr (text, '/', length) != NULL;
  gsize digits = 0;
  while (2 + digits < length && g_ascii_isdigit (text[2 + digits]))
    digits++;
  return digits == 0 || digits >= LONG_NUMBER || (digits > 1 && memchr (text + 2, '/', length - 2));
}

/* The first ends in a number or bracket, the second begins as an organ does. */
static gboolean
is_seam (const char *text, gsize length, gsize end, gsize start)
{
  return end > 0 && (g_ascii_isdigit (text[end - 1]) || strchr (")*", text[end - 1])) && start < length &&
         is_organ (text + start, length - start);
}

gboolean
chn_pair_find_seam (const char *text, gsize length, gsize from, gsize *end, gsize *start)
{
  for (gsize at = from; at < length; at++) {
    gsize dash = count_dash (text + at, length - at);
    if (dash == 0)
      continue;
    gsize before = at, after = at + dash;
    while (before > 0 && text[before - 1] == ' ')
      before--;
    while (after < length && text[after] == ' ')
      after++;
    if (is_seam (text, length, before, after)) {
      *end = before;
      *start = after;
      return TRUE;
    }
  }
  return FALSE;
}

GPtrArray *
chn_pair_list_readings (const char *text)
{
  GPtrArray *readings = g_ptr_array_new_with_free_func (g_free);
  gsize length = strlen (text), from = 0, end = 0, second = 0;
  for (; chn_pair_find_seam (text, length, from, &end, &second); from = second) {
    g_ptr_array_add (readings, g_strdup (text + from));
    g_ptr_array_add (readings, g_strndup (text + from, end - from));
  }
  g_ptr_array_add (readings, g_strdup (text + from));
  return readings;
}
