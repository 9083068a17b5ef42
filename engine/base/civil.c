/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The proleptic Gregorian calendar, computed from eras of 400 years (ISO 8601-1:2019, 4.2.1). */
#include "base/civil.h"

#include "base/digits.h"

gboolean
chn_civil_is_leap_year (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
chn_civil_month_length (gint64 year, int month)
{
  static const int length[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  g_assert (month >= 1 && month <= 12);
  return month == 2 && chn_civil_is_leap_year (year) ? 29 : length[month - 1];
}

static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/* Eras before the one of 1970 that days of 32 bits are counted from: far enough for every date that is met often. */
enum { ERAS_BEFORE = 20, DAYS_OF_ERA = 146097, NEAR_YEARS = 1000000 };

gint64
chn_civil_to_days (gint64 year, int month, int day)
{
  static const guint16 before[] = { 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275 };
  const gint64 near = year + ERAS_BEFORE * 400;
  if (G_LIKELY (near > 0 && near < NEAR_YEARS && month >= 1 && month <= 12)) {
    const guint32 y = (guint32) near - (month <= 2);
    return (gint64) (y * 365 + y / 4 - y / 100 + y / 400 + before[month - 1]) + day - 1 -
           (719468 + ERAS_BEFORE * DAYS_OF_ERA);
  }
  /* Years that begin in March put the leap day last. */
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = floor_divide (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/*
 * In 32 bits, which takes a third of the time: dates are asked for by the million. A century has 146097 quarters of a
 * day, a year 1461; months from March on are as long as a line of 153 days for five has them.
 */
static void
find_near (guint32 days, gint64 *year, int *month, int *day)
{
  const guint32 quarters = days * 4 + 3, century = quarters / DAYS_OF_ERA;
  const guint32 of_century = quarters % DAYS_OF_ERA | 3, year_of_century = of_century / 1461;
  const guint32 day_of_year = of_century % 1461 / 4, shifted = (day_of_year * 5 + 2) / 153;
  const gboolean is_next = shifted >= 10;
  *day = (int) (day_of_year - (shifted * 153 + 2) / 5 + 1);
  *month = (int) shifted + (is_next ? -9 : 3);
  *year = (gint64) (century * 100 + year_of_century) - ERAS_BEFORE * 400 + is_next;
}

void
chn_civil_from_days (gint64 days, gint64 *year, int *month, int *day)
{
  const gint64 near = days + 719468 + ERAS_BEFORE * DAYS_OF_ERA;
  if (G_LIKELY (near >= 0 && near < G_MAXINT32 / 4)) {
    find_near ((guint32) near, year, month, day);
    return;
  }
  gint64 shifted = days + 719468;
  gint64 era = floor_divide (shifted, 146097);
  gint64 day_of_era = shifted - era * 146097;
  gint64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 shifted_month = (5 * day_of_year + 2) / 153;
  *day = (int) (day_of_year - (153 * shifted_month + 2) / 5 + 1);
  *month = (int) (shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

gint64
chn_civil_to_seconds (const ChnCivil *civil)
{
  return chn_civil_to_days (civil->year, civil->month, civil->day) * CHN_DAY_SECONDS + civil->hour * 3600 +
         civil->minute * 60 + civil->second;
}

gint64
chn_civil_find_day (gint64 seconds)
{
  return floor_divide (seconds, CHN_DAY_SECONDS);
}

ChnCivil
chn_civil_from_seconds (gint64 seconds)
{
  ChnCivil civil;
  gint64 days = chn_civil_find_day (seconds);
  int rest = (int) (seconds % CHN_DAY_SECONDS); /* the earliest of all seconds has no whole day to subtract */
  rest += rest < 0 ? (int) CHN_DAY_SECONDS : 0;
  chn_civil_from_days (days, &civil.year, &civil.month, &civil.day);
  civil.hour = rest / 3600;
  civil.minute = rest / 60 % 60;
  civil.second = rest % 60;
  return civil;
}

int
chn_civil_weekday (gint64 days)
{
  gint64 weekday = (days + 3) % 7; /* 1970-01-01 was a Thursday */
  return (int) (weekday < 0 ? weekday + 8 : weekday + 1);
}

static char *
put_pair (char *to, char before, int number, ChnCivilStyle style)
{
  if (style == CHN_CIVIL_EXTENDED)
    *to++ = before;
  return chn_digits_put (to, (guint) number, 2);
}

char *
chn_civil_put_day (char *to, const ChnCivil *civil, ChnCivilStyle style)
{
  to = chn_digits_put (to, (guint) civil->year, 4);
  to = put_pair (to, '-', civil->month, style);
  return put_pair (to, '-', civil->day, style);
}

char *
chn_civil_put_time (char *to, const ChnCivil *civil, ChnCivilStyle style)
{
  to = chn_civil_put_day (to, civil, style);
  *to++ = 'T';
  to = chn_digits_put (to, (guint) civil->hour, 2);
  to = put_pair (to, ':', civil->minute, style);
  return put_pair (to, ':', civil->second, style);
}
