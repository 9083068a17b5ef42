/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the three answers to whether a date lies in a range. */
#include <chancery/date.h>

#include "suite.h"

enum { NO = CHN_CERTAINTY_NO, POSSIBLY = CHN_CERTAINTY_POSSIBLY, CERTAINLY = CHN_CERTAINTY_CERTAINLY };

/* clang-format off */
static const struct {
  const char *date;
  const char *range; /* its bounds are the range */
  int expected;
} rows[] = {
  { "2014-11-18", "2014-11", CERTAINLY },
  { "2014-11", "2014-11-18", POSSIBLY },
  { "2014-11", "2014-11", CERTAINLY },
  { "2014-11", "2014-10", NO },
  { "2014-11-01", "2014-10", NO },
  { "2014-10-31", "2014-10", CERTAINLY },
  { "2014-11-18T23:59:59", "2014-11-18", CERTAINLY },
  { "2014-11-18T24:00:00", "2014-11-18", NO },
  { "2014-09~/2014-10", "2014-09", POSSIBLY },
  { "2014-09~/2014-10", "2014-09/2014-10", POSSIBLY },
  { "2014-09~/2014-10", "2014-11", NO },
  { "2001/2003", "2002", POSSIBLY },
  { "2014-09~", "2014-09", POSSIBLY },
  { "2014-09?", "2014", POSSIBLY },
  { "2014-%09-13", "2014-09", POSSIBLY },
  { "2014-09", "2014-09", CERTAINLY },
  { "2019-24", "2020-01", POSSIBLY },
  { "201X-24", "2020-01", POSSIBLY },
  { "201X-24", "2020-03", NO },
  { "2014-12-22T23:00-05:00/2014-12-23T01:30-05:00", "2014-12-23", POSSIBLY },
  { "2014-09~", "2014-10", NO },
  { "[1667,1668,1670..1672]", "1669", NO },
  { "[1667,1668,1670..1672]", "1668", POSSIBLY },
  { "[1667,1668,1670..1672]", "1671", POSSIBLY },
  { "[1667,1668,1670..1672]", "1669/1670", POSSIBLY },
  { "[1667,1668,1670..1672]", "1666", NO },
  { "[1667,1668,1670..1672]", "1667/1672", CERTAINLY },
  { "{2014-10-20,2014-10-22}", "2014-10-20", POSSIBLY },
  { "{2014-10-20,2014-10-22}", "2014-10-21", NO },
  { "{2014-10-20,2014-10-22}", "2014-10", CERTAINLY },
  { "{2014-10-20,2014-10-21}", "2014-10-21", POSSIBLY },
  { "156X-12-25", "1564-12-25", POSSIBLY },
  { "156X-12-25", "1564-12-24", NO },
  { "156X-12-25", "1564-12-26/1565-12-24", NO },
  { "156X-12-25", "1564-12-26/1565-12-25", POSSIBLY },
  { "156X-12-25", "1570", NO },
  { "156X-12-25", "1559", NO },
  { "156X-12-25", "1560-12-25/1569-12-25", CERTAINLY },
  { "156X-12-25", "1560-12-26/1569-12-25", POSSIBLY },
  { "1560-XX-31", "1560-02", NO },
  { "1560-XX-31", "1560-02/1560-03-30", NO },
  { "1560-XX-31", "1560-03", POSSIBLY },
  { "XXXX-XX-23", "2014-11-22", NO },
  { "XXXX-XX-23", "2014-11-23", POSSIBLY },
  { "XXXX-02-29", "2013/2015", NO },
  { "XXXX-02-29", "2013/2016", POSSIBLY },
  { "-01X5", "-0146/-0144", POSSIBLY },
  { "-01X5", "-0144/-0136", NO },
  { "199X-22", "1995-05", NO },
  { "199X-22", "1995-07-04", POSSIBLY },
  { "2014-X1", "2014-02/2014-10", NO },
  { "199X", "1995", POSSIBLY },
  { "199X", "199X", CERTAINLY },
  { "2005/..", "2004", NO },
  { "2005/..", "2005", POSSIBLY },
  { "2005/..", "2005/..", CERTAINLY },
  { "2005/", "2999", POSSIBLY },
  { "2005/", "2005/", CERTAINLY },
  { "../2015", "../2015", CERTAINLY },
  { "../2015", "2016", NO },
  { "../..", "2014", POSSIBLY },
  { "[1760-01,1760-12..]", "1760-06", NO },
  { "[1760-01,1760-12..]", "1999", POSSIBLY },
  { "Y17E7", "1999", NO },
  { "Y17E7", "Y169999999/Y170000001", CERTAINLY },
};
/* clang-format on */

static void
test_table (void)
{
  static const char *const names[] = { "no", "possibly", "certainly" };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (rows[i].date, -1, NULL);
    g_autoptr (ChnDate) range = chn_date_parse (rows[i].range, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (date);
    CU_ASSERT_PTR_NOT_NULL_FATAL (range);
    const ChnDateBounds *bounds = chn_date_get_bounds (range);
    int found = (int) chn_date_relate (date, bounds->earliest, bounds->latest);
    if (found != rows[i].expected)
      CHN_FAIL ("%s in %s: found %s, expected %s", rows[i].date, rows[i].range, names[found],
                names[rows[i].expected]);
  }
}

/* Every day of three decades, against the ten days that the text stands for. */
static void
test_mask_day_by_day (void)
{
  g_autoptr (ChnDate) date = chn_date_parse ("156X-12-25", -1, NULL);
  g_autoptr (ChnDate) span = chn_date_parse ("1550/1579", -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  CU_ASSERT_PTR_NOT_NULL_FATAL (span);
  const ChnDateBounds *bounds = chn_date_get_bounds (span);
  guint met = 0;
  for (gint64 day = bounds->earliest; day < bounds->latest; day += 86400)
    if (chn_date_relate (date, day, day + 86399) != CHN_CERTAINTY_NO)
      met++;
  CHN_ASSERT_INT (met, 10);
}

static void
test_empty_range (void)
{
  g_autoptr (ChnDate) date = chn_date_parse ("../..", -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  CHN_ASSERT_INT (chn_date_relate (date, 10, 9), CHN_CERTAINTY_NO);
}

static void
test_order (void)
{
  static const char *const sorted[] = {
    "../2013",    "../..",     "-0001",   "0000",       "2013",    "2014-01-01T00:00:00",
    "2014-01-01", "2014-01",   "2014-33", "2014",       "2014-XX", "2014/2014",
    "2014~",      "2014/2015", "2014/..", "2014-11-18", "2015",    "Y17E7",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sorted); j++) {
      g_autoptr (ChnDate) a = chn_date_parse (sorted[i], -1, NULL);
      g_autoptr (ChnDate) b = chn_date_parse (sorted[j], -1, NULL);
      int order = chn_date_compare (a, b);
      if (order != (i > j) - (i < j))
        CHN_FAIL ("%s against %s: found %d", sorted[i], sorted[j], order);
    }
}

static void
test_equal_spellings (void)
{
  g_autoptr (ChnDate) a = chn_date_parse ("2004-?06-?11", -1, NULL);
  g_autoptr (ChnDate) b = chn_date_parse ("2004?-06-11?", -1, NULL);
  g_autoptr (ChnDate) c = chn_date_parse ("2004-06-11?", -1, NULL);
  CHN_ASSERT_INT (chn_date_compare (b, c), 0);
  CU_ASSERT_NOT_EQUAL (chn_date_compare (a, c), 0);
}

static const ChnTest tests[] = {
  { "no, possibly, certainly", test_table },
  { "a mask inside a date denotes ten days", test_mask_day_by_day },
  { "an empty range holds nothing", test_empty_range },
  { "dates have a total order", test_order },
  { "spellings of one date are equal", test_equal_spellings },
};

CHN_SUITE ("date/relate", tests)
