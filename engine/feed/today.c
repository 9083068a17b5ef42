/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which day it is, and until when. */
#include "feed/today.h"

#include "base/civil.h"

static gint64
find_start (GDateTime *moment)
{
  g_autoptr (GDateTime) start = g_date_time_new_local (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                                       g_date_time_get_day_of_month (moment), 0, 0, 0);
  return start ? g_date_time_to_unix (start) : g_date_time_to_unix (moment);
}

ChnFeedDay
chn_feed_day_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  gint64 number =
      chn_civil_to_days (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
  return (ChnFeedDay){ number, find_start (now), find_start (tomorrow) };
}

ChnDate *
chn_feed_day_dup_date (const ChnFeedDay *day)
{
  gint64 year;
  int month, day_of_month;
  chn_civil_from_days (day->number, &year, &month, &day_of_month);
  return chn_date_new_from_day (year, month, day_of_month);
}
