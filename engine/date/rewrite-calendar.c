/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The other calendar forms of ISO 8601-1:2019, which EDTF leaves out, as calendar dates.
 *
 *   week date    YYYY-Www-D, YYYYWwwD; a week YYYY-Www       (5.2.3)
 *   ordinal date YYYY-DDD, YYYYDDD                           (5.2.4)
 *   basic format YYYYMMDD                                    (5.2.2.1)
 */
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "date/rewrite.h"

static char *
day_text (gint64 day)
{
  gint64 year;
  int month, in_month;
  chn_civil_from_days (day, &year, &month, &in_month);
  return g_strdup_printf ("%04d-%02d-%02d", (int) year, month, in_month);
}

/* The Monday of week 1, the week with the year's first Thursday. */
static gint64
first_monday (int year)
{
  gint64 fourth = chn_civil_to_days (year, 1, 4);
  return fourth - (chn_civil_weekday (fourth) - 1);
}

static gboolean
all_digits (const char *text, gsize n)
{
  return strspn (text, "0123456789") == n && text[n] == '\0';
}

static char *
from_week (int year, const char *week, const char *day)
{
  int number = (week[0] - '0') * 10 + (week[1] - '0');
  gint64 monday = first_monday (year) + (number - 1) * 7;
  if (number < 1 || monday >= first_monday (year + 1))
    return NULL;
  if (*day == '\0') {
    g_autofree char *first = day_text (monday);
    g_autofree char *last = day_text (monday + 6);
    return g_strdup_printf ("%s/%s", first, last);
  }
  return *day >= '1' && *day <= '7' ? day_text (monday + (*day - '1')) : NULL;
}

static char *
from_ordinal (int year, int day)
{
  int length = chn_civil_is_leap_year (year) ? 366 : 365;
  return day >= 1 && day <= length ? day_text (chn_civil_to_days (year, 1, 1) + day - 1) : NULL;
}

/* The text without its hyphens, in upper case. */
static char *
compact (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    if (*at != '-')
      g_string_append_c (out, g_ascii_toupper (*at));
  return g_string_free (out, FALSE);
}

char *
chn_rewrite_calendar (const char *text)
{
  g_autofree char *plain = compact (text);
  gsize length = strlen (plain);
  if (text[0] == '-' || length < 7 || length > 8 || strspn (plain, "0123456789") < 4)
    return NULL;
  int year = 0;
  for (int i = 0; i < 4; i++)
    year = year * 10 + (plain[i] - '0');
  if (plain[4] == 'W' && all_digits (plain + 5, length - 5))
    return from_week (year, plain + 5, plain + 7);
  if (!all_digits (plain, length))
    return NULL;
  if (length == 7)
    return from_ordinal (year, atoi (plain + 4));
  return g_strdup_printf ("%.4s-%.2s-%.2s", plain, plain + 4, plain + 6);
}
