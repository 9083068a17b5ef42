/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Days that are left out of what recurs:
 *
 *   value = time *( "," time )
 *   time  = 8DIGIT [ "T" 6DIGIT [ "Z" ] ]
 */
#include "query/excluded.h"

#include <string.h>

#include "base/civil.h"

enum { DATE = 8, TIME = 15 };

/* Digits from one place on; -1 where there are others. */
static int
read_digits (const char *text, guint from, guint n)
{
  int value = 0;
  for (guint i = from; i < from + n; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

static gboolean
read_seconds (const char *item, int offset, gint64 *seconds)
{
  gsize length = strlen (item);
  if (length < DATE)
    return FALSE;
  int year = read_digits (item, 0, 4), month = read_digits (item, 4, 2), day = read_digits (item, 6, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > chn_civil_month_length (year, month))
    return FALSE;
  *seconds = chn_civil_to_days (year, month, day) * CHN_DAY_SECONDS;
  if (length != TIME + 1 || g_ascii_toupper (item[TIME]) != 'Z')
    return TRUE;
  int hour = read_digits (item, 9, 2), minute = read_digits (item, 11, 2);
  *seconds += hour * 3600 + minute * 60 + offset;
  return hour >= 0 && minute >= 0;
}

/* How far the event's clock is ahead of UTC, in seconds. */
static int
get_offset (const ChnColumns *columns, guint row)
{
  int minutes = 0;
  const char *text = chn_columns_get_text (columns, CHN_FIELD_DATE, row);
  g_autoptr (ChnDate) date = text ? chn_date_parse (text, -1, NULL) : NULL;
  return date && chn_date_get_utc_offset (date, &minutes) ? minutes * 60 : 0;
}

static gint64
find_day (gint64 second)
{
  return second / CHN_DAY_SECONDS - (second % CHN_DAY_SECONDS < 0);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;
  return (left > right) - (left < right);
}

static void
add_days (const char *value, int offset, GArray *days)
{
  g_auto (GStrv) items = g_strsplit (value, ",", -1);
  for (guint i = 0; items[i]; i++) {
    gint64 seconds = 0;
    if (!read_seconds (g_strstrip (items[i]), offset, &seconds))
      continue;
    gint64 day = find_day (seconds);
    g_array_append_val (days, day);
  }
}

GArray *
chn_excluded_new (const ChnColumns *columns, guint row)
{
  static const char name[] = "EXDATE";
  guint n = 0;
  GArray *days = NULL;
  const ChnExtraCell *cells = chn_columns_get_extras (columns, row, &n);
  for (guint i = 0; i < n; i++) {
    const char *key = chn_pool_get (columns->texts, cells[i].key);
    const char *value = chn_pool_get (columns->texts, cells[i].value);
    if (!key || !value || strncmp (key, name, strlen (name)) != 0 || !strchr (";", key[strlen (name)]))
      continue;
    if (!days)
      days = g_array_new (FALSE, FALSE, sizeof (gint64));
    add_days (value, get_offset (columns, row), days);
  }
  if (days)
    g_array_sort (days, compare_days);
  return days;
}

gboolean
chn_excluded_have (const GArray *days, gint64 second)
{
  gint64 day = find_day (second);
  return days && days->len > 0 && bsearch (&day, days->data, days->len, sizeof day, compare_days) != NULL;
}
