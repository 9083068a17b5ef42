/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the bounds, precision and flags that each notation of EDTF denotes. */
#include <chancery/date.h>

#include "base/civil.h"
#include "suite.h"

typedef struct {
  const char *edtf;
  const char *earliest; /* "-" where there is none */
  const char *latest;
  ChnPrecision precision;
  guint flags;
} Row;

/* clang-format off */
static const Row strict_rows[] = {
  { "2008", "2008-01-01", "2008-12-31", CHN_PRECISION_YEAR, 0 },
  { "2008-12", "2008-12-01", "2008-12-31", CHN_PRECISION_MONTH, 0 },
  { "2012-02", "2012-02-01", "2012-02-29", CHN_PRECISION_MONTH, 0 },
  { "1900-02", "1900-02-01", "1900-02-28", CHN_PRECISION_MONTH, 0 },
  { "2000-02", "2000-02-01", "2000-02-29", CHN_PRECISION_MONTH, 0 },
  { "2014-11-18", "2014-11-18", "2014-11-18", CHN_PRECISION_DAY, 0 },
  { "0000", "0000-01-01", "0000-12-31", CHN_PRECISION_YEAR, 0 },
  { "0000-02", "0000-02-01", "0000-02-29", CHN_PRECISION_MONTH, 0 },
  { "-0999", "-0999-01-01", "-0999-12-31", CHN_PRECISION_YEAR, 0 },
  { "-0004-02-29", "-0004-02-29", "-0004-02-29", CHN_PRECISION_DAY, 0 },
  { "9999-12-31", "9999-12-31", "9999-12-31", CHN_PRECISION_DAY, 0 },
  { "2014-11-18T15:08:00-05:00", "2014-11-18T15:08:00", "2014-11-18T15:08:00", CHN_PRECISION_SECOND, CHN_DATE_TIMED },
  { "1985-04-12T23:59:59Z", "1985-04-12T23:59:59", "1985-04-12T23:59:59", CHN_PRECISION_SECOND, CHN_DATE_TIMED },
  { "2016-02-28T24:00:00", "2016-02-29T00:00:00", "2016-02-29T00:00:00", CHN_PRECISION_SECOND, CHN_DATE_TIMED },
  { "2014-12-22T15:00-05:00", "2014-12-22T15:00:00", "2014-12-22T15:00:59", CHN_PRECISION_MINUTE, CHN_DATE_TIMED },
  { "2014-12-22T15:00/2014-12-22T17:10", "2014-12-22T15:00:00", "2014-12-22T17:10:00", CHN_PRECISION_MINUTE, CHN_DATE_TIMED | CHN_DATE_INTERVAL },
  { "2017-07-04T17:00+09:00/2017-07-04T16:00-04:00", "2017-07-04T16:00:00", "2017-07-04T17:00:00", CHN_PRECISION_MINUTE, CHN_DATE_TIMED | CHN_DATE_INTERVAL },
  { "[2014-12-22T15:00..2014-12-22T17:10]", "2014-12-22T15:00:00", "2014-12-22T17:10:00", CHN_PRECISION_MINUTE, CHN_DATE_TIMED | CHN_DATE_ONE_OF },
  { "2019-24", "2019-12-01", "2020-02-29", CHN_PRECISION_SEASON, 0 },
  { "201X-24", "2010-12-01", "2020-02-29", CHN_PRECISION_DECADE, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "2004-02-01/2005", "2004-02-01", "2005-12-31", CHN_PRECISION_YEAR, CHN_DATE_INTERVAL },
  { "2001/2003", "2001-01-01", "2003-12-31", CHN_PRECISION_YEAR, CHN_DATE_INTERVAL },
  { "2014-09~/2014-10", "2014-09-01", "2014-10-31", CHN_PRECISION_MONTH, CHN_DATE_INTERVAL | CHN_DATE_APPROXIMATE },
  { "1984?", "1984-01-01", "1984-12-31", CHN_PRECISION_YEAR, CHN_DATE_UNCERTAIN },
  { "1984~", "1984-01-01", "1984-12-31", CHN_PRECISION_YEAR, CHN_DATE_APPROXIMATE },
  { "1984%", "1984-01-01", "1984-12-31", CHN_PRECISION_YEAR, CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE },
  { "2004-06?", "2004-06-01", "2004-06-30", CHN_PRECISION_MONTH, CHN_DATE_UNCERTAIN },
  { "2004-06-~11", "2004-06-11", "2004-06-11", CHN_PRECISION_DAY, CHN_DATE_APPROXIMATE },
  { "199X", "1990-01-01", "1999-12-31", CHN_PRECISION_DECADE, CHN_DATE_MASKED },
  { "19XX", "1900-01-01", "1999-12-31", CHN_PRECISION_CENTURY, CHN_DATE_MASKED },
  { "1XXX", "1000-01-01", "1999-12-31", CHN_PRECISION_MILLENNIUM, CHN_DATE_MASKED },
  { "XXXX", "0000-01-01", "9999-12-31", CHN_PRECISION_MILLENNIUM, CHN_DATE_MASKED },
  { "1999-XX", "1999-01-01", "1999-12-31", CHN_PRECISION_YEAR, CHN_DATE_MASKED },
  { "1999-XX-XX", "1999-01-01", "1999-12-31", CHN_PRECISION_YEAR, CHN_DATE_MASKED },
  { "1999-01-XX", "1999-01-01", "1999-01-31", CHN_PRECISION_MONTH, CHN_DATE_MASKED },
  { "2014-1X", "2014-10-01", "2014-12-31", CHN_PRECISION_YEAR, CHN_DATE_MASKED },
  { "2014-X1", "2014-01-01", "2014-11-30", CHN_PRECISION_YEAR, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "2014-02-2X", "2014-02-20", "2014-02-28", CHN_PRECISION_MONTH, CHN_DATE_MASKED },
  { "2014-02-X9", "2014-02-09", "2014-02-19", CHN_PRECISION_MONTH, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "156X-12-25", "1560-12-25", "1569-12-25", CHN_PRECISION_DECADE, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "1560-XX-25", "1560-01-25", "1560-12-25", CHN_PRECISION_YEAR, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "1560-XX-31", "1560-01-31", "1560-12-31", CHN_PRECISION_YEAR, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "XXXX-XX-23", "0000-01-23", "9999-12-23", CHN_PRECISION_MILLENNIUM, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "XXXX-02-29", "0000-02-29", "9996-02-29", CHN_PRECISION_MILLENNIUM, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "199X-22", "1990-06-01", "1999-08-31", CHN_PRECISION_DECADE, CHN_DATE_MASKED | CHN_DATE_GAPS },
  { "-01XX", "-0199-01-01", "-0100-12-31", CHN_PRECISION_CENTURY, CHN_DATE_MASKED },
  { "-000X", "-0009-01-01", "-0001-12-31", CHN_PRECISION_DECADE, CHN_DATE_MASKED },
  { "2004-06-01/..", "2004-06-01", "-", CHN_PRECISION_DAY, CHN_DATE_INTERVAL | CHN_DATE_OPEN_END },
  { "2004-06-01/", "2004-06-01", "-", CHN_PRECISION_DAY, CHN_DATE_INTERVAL | CHN_DATE_UNKNOWN_END },
  { "../2006", "-", "2006-12-31", CHN_PRECISION_YEAR, CHN_DATE_INTERVAL | CHN_DATE_OPEN_START },
  { "/2006", "-", "2006-12-31", CHN_PRECISION_YEAR, CHN_DATE_INTERVAL | CHN_DATE_UNKNOWN_START },
  { "../..", "-", "-", CHN_PRECISION_UNBOUNDED, CHN_DATE_INTERVAL | CHN_DATE_OPEN_START | CHN_DATE_OPEN_END },
  { "2001-21", "2001-03-01", "2001-05-31", CHN_PRECISION_SEASON, 0 },
  { "2001-22", "2001-06-01", "2001-08-31", CHN_PRECISION_SEASON, 0 },
  { "2001-23", "2001-09-01", "2001-11-30", CHN_PRECISION_SEASON, 0 },
  { "2001-24", "2001-12-01", "2002-02-28", CHN_PRECISION_SEASON, 0 },
  { "2001-25", "2001-03-01", "2001-05-31", CHN_PRECISION_SEASON, 0 },
  { "2001-28", "2001-12-01", "2002-02-28", CHN_PRECISION_SEASON, 0 },
  { "2001-29", "2001-09-01", "2001-11-30", CHN_PRECISION_SEASON, 0 },
  { "2001-30", "2001-12-01", "2002-02-28", CHN_PRECISION_SEASON, 0 },
  { "2001-31", "2001-03-01", "2001-05-31", CHN_PRECISION_SEASON, 0 },
  { "2001-32", "2001-06-01", "2001-08-31", CHN_PRECISION_SEASON, 0 },
  { "2001-33", "2001-01-01", "2001-03-31", CHN_PRECISION_SEASON, 0 },
  { "2001-34", "2001-04-01", "2001-06-30", CHN_PRECISION_SEASON, 0 },
  { "2001-36", "2001-10-01", "2001-12-31", CHN_PRECISION_SEASON, 0 },
  { "2001-37", "2001-01-01", "2001-04-30", CHN_PRECISION_SEASON, 0 },
  { "2001-39", "2001-09-01", "2001-12-31", CHN_PRECISION_SEASON, 0 },
  { "2001-40", "2001-01-01", "2001-06-30", CHN_PRECISION_SEASON, 0 },
  { "2001-41", "2001-07-01", "2001-12-31", CHN_PRECISION_SEASON, 0 },
  { "Y170000002", "170000002-01-01", "170000002-12-31", CHN_PRECISION_YEAR, 0 },
  { "Y-170000002", "-170000002-01-01", "-170000002-12-31", CHN_PRECISION_YEAR, 0 },
  { "Y17E7", "170000000-01-01", "170000000-12-31", CHN_PRECISION_YEAR, 0 },
  { "Y292E9", "292000000000-01-01", "292000000000-12-31", CHN_PRECISION_YEAR, 0 },
  { "Y-292E9", "-292000000000-01-01", "-292000000000-12-31", CHN_PRECISION_YEAR, 0 },
  { "1950S2", "1900-01-01", "1999-12-31", CHN_PRECISION_CENTURY, 0 },
  { "1953S3", "1950-01-01", "1959-12-31", CHN_PRECISION_DECADE, 0 },
  { "1953S4", "1953-01-01", "1953-12-31", CHN_PRECISION_YEAR, 0 },
  { "-1859S3", "-1859-01-01", "-1850-12-31", CHN_PRECISION_DECADE, 0 },
  { "Y171010000S3", "171000000-01-01", "171999999-12-31", CHN_PRECISION_MILLENNIUM, 0 },
  { "[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", CHN_PRECISION_YEAR, CHN_DATE_ONE_OF | CHN_DATE_GAPS },
  { "[1670..1672,1667,1668]", "1667-01-01", "1672-12-31", CHN_PRECISION_YEAR, CHN_DATE_ONE_OF | CHN_DATE_GAPS },
  { "[1667,1668,1669]", "1667-01-01", "1669-12-31", CHN_PRECISION_YEAR, CHN_DATE_ONE_OF },
  { "[2014-04-27..2014-05-01]", "2014-04-27", "2014-05-01", CHN_PRECISION_DAY, CHN_DATE_ONE_OF },
  { "{2014-10-20,2014-10-21}", "2014-10-20", "2014-10-21", CHN_PRECISION_DAY, CHN_DATE_ALL_OF },
  { "{1960,1961-12}", "1960-01-01", "1961-12-31", CHN_PRECISION_YEAR, CHN_DATE_ALL_OF | CHN_DATE_GAPS },
  { "[..1760-12-03]", "-", "1760-12-03", CHN_PRECISION_DAY, CHN_DATE_ONE_OF | CHN_DATE_OPEN_START },
  { "[1760-12..]", "1760-12-01", "-", CHN_PRECISION_MONTH, CHN_DATE_ONE_OF | CHN_DATE_OPEN_END },
  { "[1760-01,1760-12..]", "1760-01-01", "-", CHN_PRECISION_MONTH, CHN_DATE_ONE_OF | CHN_DATE_OPEN_END | CHN_DATE_GAPS },
};

static const Row fuzzy_rows[] = {
  { "1984", "1984-01-01", "1984-12-31", 0, 0 },
  { "1984?", "1983-01-01", "1985-12-31", 0, 0 },
  { "1984~", "1983-01-01", "1985-12-31", 0, 0 },
  { "1984%", "1982-01-01", "1986-12-31", 0, 0 },
  { "2004-06?", "2003-05-01", "2005-07-30", 0, 0 },
  { "2004-06-~11", "2004-06-10", "2004-06-12", 0, 0 },
  { "2004?-06-11", "2003-06-11", "2005-06-11", 0, 0 },
  { "2004-06-11%", "2002-04-09", "2006-08-13", 0, 0 },
  { "201X~", "2000-01-01", "2029-12-31", 0, 0 },
  { "1950S3~", "1940-01-01", "1969-12-31", 0, 0 },
  { "2014-~33", "2013-10-01", "2014-06-30", 0, 0 },
  { "2014-09~/2014-10", "2013-08-01", "2014-10-31", 0, 0 },
  { "2004?/..", "2003-01-01", "-", 0, 0 },
  { "[1984~,1986]", "1983-01-01", "1986-12-31", 0, 0 },
};
/* clang-format on */

static char *
show_time (gint64 time, gint64 of_day)
{
  if (time == CHN_TIME_MIN || time == CHN_TIME_MAX)
    return g_strdup ("-");
  ChnCivil c = chn_civil_from_seconds (time);
  const char *sign = c.year < 0 ? "-" : "";
  gint64 seconds = c.hour * 3600 + c.minute * 60 + c.second;
  g_autofree char *day = g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, ABS (c.year), c.month, c.day);
  return seconds == of_day ? g_steal_pointer (&day)
                           : g_strdup_printf ("%sT%02d:%02d:%02d", day, c.hour, c.minute, c.second);
}

static void
check_span (const Row *row, gint64 earliest, gint64 latest)
{
  /* Whole days begin at 00:00:00 and end at 23:59:59; a time is shown as one. */
  gboolean timed = row->precision == CHN_PRECISION_SECOND && (row->flags & CHN_DATE_TIMED);
  g_autofree char *first = show_time (earliest, timed ? -1 : 0);
  g_autofree char *last = show_time (latest, timed ? -1 : 86399);
  if (!g_str_equal (first, row->earliest) || !g_str_equal (last, row->latest))
    CHN_FAIL ("%s: found %s to %s, expected %s to %s", row->edtf, first, last, row->earliest, row->latest);
}

static void
test_strict (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strict_rows); i++) {
    const Row *row = &strict_rows[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) date = chn_date_parse (row->edtf, -1, &error);
    CHN_ASSERT_NO_ERROR (error);
    if (!date)
      continue;
    const ChnDateBounds *bounds = chn_date_get_bounds (date);
    check_span (row, bounds->earliest, bounds->latest);
    if (bounds->precision != row->precision || bounds->flags != row->flags)
      CHN_FAIL ("%s: found precision %s, flags 0x%x, expected %s, 0x%x", row->edtf,
                chn_precision_get_name (bounds->precision), bounds->flags, chn_precision_get_name (row->precision),
                row->flags);
  }
}

static void
test_fuzzy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fuzzy_rows); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (fuzzy_rows[i].edtf, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (date);
    gint64 earliest, latest;
    chn_date_get_fuzzy_bounds (date, &earliest, &latest);
    check_span (&fuzzy_rows[i], earliest, latest);
  }
}

static void
test_infinite_ends (void)
{
  g_autoptr (ChnDate) date = chn_date_parse ("../..", -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  CHN_ASSERT_INT (chn_date_get_bounds (date)->earliest, CHN_TIME_MIN);
  CHN_ASSERT_INT (chn_date_get_bounds (date)->latest, CHN_TIME_MAX);
}

static void
test_offset (void)
{
  static const struct {
    const char *edtf;
    gboolean given;
    int minutes;
  } rows[] = {
    { "2014-11-18T15:08:00-05:00", TRUE, -300 }, { "2014-11-18T15:08:00Z", TRUE, 0 },
    { "2014-11-18T15:08:00+05:30", TRUE, 330 },  { "2014-11-18T15:08:00+09", TRUE, 540 },
    { "2014-11-18T15:08:00", FALSE, 99 },        { "2014-11-18", FALSE, 99 },
    { "2014-11-18/2014-11-19", FALSE, 99 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (rows[i].edtf, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (date);
    int minutes = 99;
    CHN_ASSERT_INT (chn_date_get_utc_offset (date, &minutes), rows[i].given);
    CHN_ASSERT_INT (minutes, rows[i].minutes);
  }
}

static const ChnTest tests[] = {
  { "the strict bounds, precision and flags of each notation", test_strict },
  { "the fuzzy bounds of qualified components", test_fuzzy },
  { "open ends are infinite", test_infinite_ends },
  { "the UTC offset of a time", test_offset },
};

CHN_SUITE ("date/bounds", tests)
