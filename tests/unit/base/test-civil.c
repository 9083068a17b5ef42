/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the proleptic Gregorian calendar, from the year 0 and before it to the ends of its range. */
#include "base/civil.h"
#include "suite.h"

static void
test_leap_years (void)
{
  static const struct {
    gint64 year;
    gboolean leap;
  } rows[] = { { 2016, TRUE }, { 2015, FALSE }, { 2000, TRUE },  { 1900, FALSE }, { 0, TRUE },
               { -4, TRUE },   { -1, FALSE },   { -100, FALSE }, { -400, TRUE } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    CHN_ASSERT_INT (chn_civil_is_leap_year (rows[i].year), rows[i].leap);
    CHN_ASSERT_INT (chn_civil_month_length (rows[i].year, 2), rows[i].leap ? 29 : 28);
  }
}

static void
test_known_days (void)
{
  static const struct {
    gint64 year;
    int month, day;
    gint64 days;
    int weekday;
  } rows[] = {
    { 1970, 1, 1, 0, 4 },       { 1969, 12, 31, -1, 3 },      { 2000, 3, 1, 11017, 3 },
    { 2014, 11, 18, 16392, 2 }, { 1582, 10, 15, -141427, 5 }, { 0, 3, 1, -719468, 3 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    CHN_ASSERT_INT (chn_civil_to_days (rows[i].year, rows[i].month, rows[i].day), rows[i].days);
    CHN_ASSERT_INT (chn_civil_weekday (rows[i].days), rows[i].weekday);
  }
}

/* Day by day over eight centuries around the year 0: each day follows the one before. */
static void
test_succession (void)
{
  gint64 year = -400;
  int month = 1, day = 1, faults = 0;
  for (gint64 days = chn_civil_to_days (-400, 1, 1); year < 400; days++) {
    gint64 found_year;
    int found_month, found_day;
    chn_civil_from_days (days, &found_year, &found_month, &found_day);
    faults += found_year != year || found_month != month || found_day != day;
    if (++day > chn_civil_month_length (year, month)) {
      day = 1;
      month = month % 12 + 1;
      year += month == 1;
    }
  }
  CHN_ASSERT_INT (faults, 0);
}

static void
test_seconds (void)
{
  static const ChnCivil rows[] = {
    { 1969, 12, 31, 23, 59, 59 }, { 2014, 11, 18, 15, 8, 0 },           { -1, 2, 28, 0, 0, 1 },
    { 0, 2, 29, 12, 0, 0 },       { CHN_YEAR_MAX, 12, 31, 23, 59, 59 }, { CHN_YEAR_MIN, 1, 1, 0, 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnCivil found = chn_civil_from_seconds (chn_civil_to_seconds (&rows[i]));
    CHN_ASSERT_INT (found.year, rows[i].year);
    CHN_ASSERT_INT (found.month * 100 + found.day, rows[i].month * 100 + rows[i].day);
    CHN_ASSERT_INT (found.hour * 3600 + found.minute * 60 + found.second,
                    rows[i].hour * 3600 + rows[i].minute * 60 + rows[i].second);
  }
  CHN_ASSERT_INT (chn_civil_to_seconds (&rows[0]), -1);
  const ChnCivil first = chn_civil_from_seconds (G_MININT64), next = chn_civil_from_seconds (G_MININT64 + 1);
  CHN_ASSERT_INT ((next.hour * 3600 + next.minute * 60 + next.second) -
                      (first.hour * 3600 + first.minute * 60 + first.second),
                  1);
}

static void
test_text (void)
{
  static const ChnCivil civil = { 987, 1, 8, 5, 8, 0 };
  char text[24];
  *chn_civil_put_day (text, &civil, CHN_CIVIL_EXTENDED) = '\0';
  CHN_ASSERT_STRING (text, "0987-01-08");
  *chn_civil_put_time (text, &civil, CHN_CIVIL_EXTENDED) = '\0';
  CHN_ASSERT_STRING (text, "0987-01-08T05:08:00");
  *chn_civil_put_time (text, &civil, CHN_CIVIL_BASIC) = '\0';
  CHN_ASSERT_STRING (text, "09870108T050800");
}

static const ChnTest tests[] = {
  { "leap years and the length of February", test_leap_years },
  { "days and weekdays that are known", test_known_days },
  { "each day follows the one before", test_succession },
  { "seconds there and back, to the ends of the range", test_seconds },
  { "days and times as ISO 8601 writes them", test_text },
};

CHN_SUITE ("base/civil", tests)
