/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which day it is, and until when. */
#include "feed/today.h"

#include <time.h>

#include "base/civil.h"

/* By the C library, which keeps the rules of the clocks that GLib would read from their file each time. */
static struct tm
read_clock (void)
{
  time_t now = time (NULL);
  struct tm local = { 0 };
  localtime_r (&now, &local);
  return local;
}

ChnFeedDay
chn_feed_day_now (void)
{
  struct tm local = read_clock ();
  return (ChnFeedDay){ chn_civil_to_days (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday) };
}

/* mktime looks whether the rules have changed. */
gint64
chn_feed_day_find_end (const ChnFeedDay *day)
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day->number + 1, &year, &month, &day_of_month);
  struct tm end = { .tm_year = (int) year - 1900, .tm_mon = month - 1, .tm_mday = day_of_month, .tm_isdst = -1 };
  return (gint64) mktime (&end);
}

ChnDate *
chn_feed_day_dup_date (const ChnFeedDay *day)
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day->number, &year, &month, &day_of_month);
  return chn_date_new_from_day (year, month, day_of_month);
}
