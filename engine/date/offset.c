/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The offset from UTC that the first time of a date states: "Z", or "+05:30". */
#include "date/offset.h"

#include <string.h>

static gboolean
find_by_parsing (const char *text, int *minutes)
{
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL);
  return date && chn_date_get_utc_offset (date, minutes);
}

static gboolean
are_digits (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]);
}

static int
get_number (const char *digits)
{
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

gboolean
chn_date_find_offset (const char *text, int *minutes)
{
  const char *end = text + strcspn (text, "/"), *time = memchr (text, 'T', (gsize) (end - text));
  const char *at = time ? time + strcspn (time, "Z+-/") : end;
  *minutes = 0;
  if (!g_ascii_isdigit (text[0])) /* a set, or an interval with an open beginning */
    return find_by_parsing (text, minutes);
  if (at == end)
    return FALSE;
  if (*at == 'Z' && end - at == 1)
    return TRUE;
  if (end - at != 6 || !are_digits (at + 1) || at[3] != ':' || !are_digits (at + 4))
    return find_by_parsing (text, minutes);
  *minutes = (get_number (at + 1) * 60 + get_number (at + 4)) * (*at == '-' ? -1 : 1);
  return TRUE;
}
