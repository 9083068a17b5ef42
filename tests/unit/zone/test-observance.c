/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Onsets of yearly rules and of single dates. */
#include "zone/observance.h"

#include "base/civil.h"
#include "suite.h"

static gint64
civil_of (int year, int month, int day, int hour)
{
  return chn_civil_to_days (year, month, day) * CHN_DAY_SECONDS + hour * 3600;
}

/* All begin on 1 March 1990 at two o'clock. */
static void
test_yearly (void)
{
  static const struct {
    int month, weekday, week, first_day;
    int year, onset_month, onset_day; /* the onset that was the last at the end of the year */
  } rows[] = {
    { 3, 7, -1, 0, 2014, 3, 30 }, { 3, 7, 2, 0, 2014, 3, 9 },     { 11, 7, 1, 0, 2014, 11, 2 },
    { 3, 7, 0, 8, 2014, 3, 9 },   { 10, 7, -2, 0, 2014, 10, 19 }, { 2, 0, 0, 29, 2015, 2, 28 },
    { 2, 0, 0, 29, 2016, 2, 29 }, { 0, 0, 0, 0, 2014, 3, 1 },     { 9, 5, 0, 0, 2014, 9, 5 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    ChnObservance observance;
    gint64 onset = 0;
    chn_observance_init (&observance);
    observance.start = civil_of (1990, 3, 1, 2);
    observance.month = rows[i].month;
    observance.weekday = rows[i].weekday;
    observance.week = rows[i].week;
    observance.first_day = rows[i].first_day;
    chn_observance_complete (&observance);
    CU_ASSERT (chn_observance_find_onset (&observance, civil_of (rows[i].year, 12, 31, 0), &onset));
    if (onset != civil_of (rows[i].year, rows[i].onset_month, rows[i].onset_day, 2))
      CHN_FAIL ("row %u: %" G_GINT64_FORMAT, i, onset);
  }
}

static void
test_ends (void)
{
  ChnObservance observance;
  gint64 onset = 0;
  chn_observance_init (&observance);
  CU_ASSERT_FALSE (chn_observance_find_onset (&observance, 0, &onset));
  observance.start = civil_of (1990, 3, 25, 2);
  observance.until = civil_of (1995, 12, 31, 0);
  observance.weekday = 7;
  observance.week = -1;
  chn_observance_complete (&observance);
  CHN_ASSERT_INT (chn_observance_get_clock (&observance), 7200);
  CU_ASSERT_FALSE (chn_observance_find_onset (&observance, observance.start - 1, &onset));
  CU_ASSERT (chn_observance_find_onset (&observance, observance.start, &onset));
  CHN_ASSERT_INT (onset, observance.start);
  CU_ASSERT (chn_observance_find_onset (&observance, civil_of (2020, 1, 1, 0), &onset));
  CHN_ASSERT_INT (onset, civil_of (1995, 3, 26, 2));
  chn_observance_add_date (&observance, civil_of (2001, 5, 1, 0));
  chn_observance_add_date (&observance, civil_of (1999, 5, 1, 0));
  CU_ASSERT (chn_observance_find_onset (&observance, civil_of (2020, 1, 1, 0), &onset));
  CHN_ASSERT_INT (onset, civil_of (2001, 5, 1, 0));
  chn_observance_clear (&observance);
}

static const ChnTest tests[] = {
  { "days of yearly rules", test_yearly },
  { "first and last onsets, single dates", test_ends },
};

CHN_SUITE ("zone/observance", tests)
