/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which day it is, and until when. */
#include "feed/today.h"

#include <time.h>

#include "base/civil.h"

/* When a day so many days from that of `local` begins by the clocks here. */
static gint64
find_start (const struct tm *local, int days)
{
  struct tm start = {
    .tm_year = local->tm_year, .tm_mon = local->tm_mon, .tm_mday = local->tm_mday + days, .tm_isdst = -1
  };
  return (gint64) mktime (&start);
}

/* By the C library, which keeps the rules of the clocks that GLib would read from their file each time. */
ChnFeedDay
chn_feed_day_now (void)
{
  time_t now = time (NULL);
  struct tm local = { 0 };
  localtime_r (&now, &local);
  gint64 number = chn_civil_to_days (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
  return (ChnFeedDay){ number, find_start (&local, 0), find_start (&local, 1) };
}

ChnDate *
chn_feed_day_dup_date (const ChnFeedDay *day)
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day->number, &year, &month, &day_of_month);
  return chn_date_new_from_day (year, month, day_of_month);
}
