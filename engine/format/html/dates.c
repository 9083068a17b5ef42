/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates that machines read in a page. */
#include "format/html/dates.h"

#include <string.h>

/* Lengths of a year, a month, a day; whatever is longer has a time. */
enum { YEAR = 4, MONTH = 7, DAY = 10, MINUTE = 16 };

gboolean
chn_html_is_date (const char *edtf, gsize length)
{
  if (length != YEAR && length != MONTH && length != DAY && length < MINUTE)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!(i < YEAR ? g_ascii_isdigit (edtf[i]) : strchr ("0123456789-T:+Z", edtf[i]) != NULL))
      return FALSE;
  gboolean is_season = length >= MONTH && (edtf[5] > '1' || (edtf[5] == '1' && edtf[6] > '2'));
  return !is_season && (length < MINUTE || edtf[DAY] == 'T') && strncmp (edtf, "0000", YEAR) != 0;
}
