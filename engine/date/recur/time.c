/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Dates and times as calendars write them (RFC 5545, 3.3.4 and 3.3.5):
 *
 *   time = 8DIGIT [ "T" 6DIGIT [ "Z" ] ]
 */
#include "base/civil.h"
#include "date/recur/rule.h"

enum { DAY = 8, CLOCK = 15 };

/* FALSE where there are other bytes than digits. */
static gboolean
read_digits (const char *text, guint n, int *number)
{
  *number = 0;
  for (guint i = 0; i < n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    *number = *number * 10 + (text[i] - '0');
  }
  return TRUE;
}

static gboolean
read_day (const char *text, gint64 *seconds)
{
  int year, month, day;
  if (!read_digits (text, 4, &year) || !read_digits (text + 4, 2, &month) || !read_digits (text + 6, 2, &day) ||
      month < 1 || month > 12 || day < 1 || day > chn_civil_month_length (year, month))
    return FALSE;
  *seconds = chn_civil_to_days (year, month, day) * CHN_DAY_SECONDS;
  return TRUE;
}

/* A leap second counts as the second before. */
static gboolean
read_clock (const char *text, gint64 *seconds)
{
  int hour, minute, second;
  if (!read_digits (text, 2, &hour) || !read_digits (text + 2, 2, &minute) || !read_digits (text + 4, 2, &second) ||
      hour > 23 || minute > 59 || second > 60)
    return FALSE;
  *seconds += hour * 3600 + minute * 60 + MIN (second, 59);
  return TRUE;
}

gboolean
chn_recur_time_parse (const char *text, gsize length, ChnRecurTime *time)
{
  ChnRecurTime read = { .is_day = length == DAY, .is_utc = length == CLOCK + 1 };
  gboolean is_long_enough = length == DAY || length == CLOCK || length == CLOCK + 1;
  if (!is_long_enough || !read_day (text, &read.seconds))
    return FALSE;
  if (!read.is_day && (g_ascii_toupper (text[DAY]) != 'T' || !read_clock (text + DAY + 1, &read.seconds)))
    return FALSE;
  if (read.is_utc && g_ascii_toupper (text[CLOCK]) != 'Z')
    return FALSE;
  *time = read;
  return TRUE;
}
