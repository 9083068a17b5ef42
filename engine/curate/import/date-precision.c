/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Dates of data sets that write a whole day whatever is known, and how much of it that is in another column.
 *
 * A week is the day, approximately. Centuries are counted as people count them: the twentieth ended with 2000, and is
 * 19XX.
 */
#include "curate/import/date-precision.h"

#include <stdlib.h>
#include <string.h>

/* Bytes of the year, with its sign. */
static gsize
measure_year (const char *edtf)
{
  gsize sign = *edtf == '-' ? 1 : 0, digits = strspn (edtf + sign, "0123456789");
  return digits == 4 ? sign + digits : 0;
}

/* "193X", "19XX", "1XXX": as many digits as are not known. */
static char *
mask_year (const char *edtf, gsize length, gsize unknown)
{
  char *year = g_strndup (edtf, length);
  memset (year + length - unknown, 'X', unknown);
  return year;
}

/* The hundred years that end with a year of two noughts are counted by those before it. */
static char *
mask_century (const char *edtf, gsize length, gsize unknown)
{
  int year = atoi (edtf);
  if (year <= 0)
    return mask_year (edtf, length, unknown);
  g_autofree char *before = g_strdup_printf ("%04d", year - 1);
  return mask_year (before, strlen (before), unknown);
}

char *
chn_date_precision_dup (const char *edtf, const char *word)
{
  gsize year = measure_year (edtf), length = strlen (edtf);
  gboolean is_day = length == year + strlen ("-MM-DD"), is_month = length == year + strlen ("-MM");
  if (year == 0 || (!is_day && !is_month && length != year))
    return NULL;
  if (strcmp (word, "day") == 0)
    return g_strdup (edtf);
  if (strcmp (word, "week") == 0)
    return is_day ? g_strconcat (edtf, "~", NULL) : g_strdup (edtf);
  if (strcmp (word, "month") == 0)
    return g_strndup (edtf, MIN (length, year + strlen ("-MM")));
  if (strcmp (word, "year") == 0)
    return g_strndup (edtf, year);
  if (strcmp (word, "decade") == 0)
    return mask_year (edtf, year, 1);
  if (strcmp (word, "century") == 0)
    return mask_century (edtf, year, 2);
  return strcmp (word, "millennium") == 0 ? mask_century (edtf, year, 3) : NULL;
}
