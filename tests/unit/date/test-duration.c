/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of durations: reading, writing, and adding to civil time. */
#include <chancery/date.h>
#include <chancery/duration.h>
#include <chancery/error.h>

#include "suite.h"

/* clang-format off */
static const struct {
  const char *text;
  ChnDuration duration;
  const char *canonical;
} accepted[] = {
  { "P1Y2M3DT4H5M6S", { 1, 2, 3, 14706 }, "P1Y2M3DT4H5M6S" },
  { "P9Y", { 9, 0, 0, 0 }, "P9Y" },
  { "P2W", { 0, 0, 14, 0 }, "P14D" },
  { "P1Y2W3D", { 1, 0, 17, 0 }, "P1Y17D" },
  { "PT36H", { 0, 0, 0, 129600 }, "PT36H" },
  { "PT90M", { 0, 0, 0, 5400 }, "PT1H30M" },
  { "P0D", { 0, 0, 0, 0 }, "P0D" },
  { "-P90D", { 0, 0, -90, 0 }, "-P90D" },
  { "+P1M", { 0, 1, 0, 0 }, "P1M" },
  { "-PT1S", { 0, 0, 0, -1 }, "-PT1S" },
  { "90d", { 0, 0, 90, 0 }, "P90D" },
  { "2w", { 0, 0, 14, 0 }, "P14D" },
  { "6m", { 0, 6, 0, 0 }, "P6M" },
  { "1y", { 1, 0, 0, 0 }, "P1Y" },
  { "-1y", { -1, 0, 0, 0 }, "-P1Y" },
  { "P1000000000000000000D", { 0, 0, 1000000000000000000, 0 }, "P1000000000000000000D" },
};

static const struct {
  const char *text;
  ChnError code;
  gsize offset, length;
} refused[] = {
  { "", CHN_ERROR_SYNTAX, 0, 0 },
  { "P", CHN_ERROR_SYNTAX, 1, 0 },
  { "PT", CHN_ERROR_SYNTAX, 2, 0 },
  { "P1YT", CHN_ERROR_SYNTAX, 4, 0 },
  { "P1", CHN_ERROR_SYNTAX, 2, 0 },
  { "PY", CHN_ERROR_SYNTAX, 1, 1 },
  { "P1M1Y", CHN_ERROR_SYNTAX, 4, 1 },
  { "P1Y1Y", CHN_ERROR_SYNTAX, 4, 1 },
  { "P1H", CHN_ERROR_SYNTAX, 2, 1 },
  { "PT1D", CHN_ERROR_SYNTAX, 3, 1 },
  { "P1YT1HT1M", CHN_ERROR_SYNTAX, 6, 1 },
  { "P1.5Y", CHN_ERROR_UNSUPPORTED, 2, 1 },
  { "PT0,5S", CHN_ERROR_UNSUPPORTED, 3, 1 },
  { "90", CHN_ERROR_SYNTAX, 2, 0 },
  { "90D", CHN_ERROR_SYNTAX, 2, 1 },
  { "90h", CHN_ERROR_SYNTAX, 2, 1 },
  { "90d1y", CHN_ERROR_SYNTAX, 3, 1 },
  { "--P1D", CHN_ERROR_SYNTAX, 1, 1 },
  { " P1D", CHN_ERROR_SYNTAX, 0, 1 },
  { "P1D ", CHN_ERROR_SYNTAX, 3, 1 },
  { "P1000000000000000001D", CHN_ERROR_LIMIT, 1, 19 },
  { "P1000000000000000000W", CHN_ERROR_LIMIT, 1, 20 },
  { "P9999999999999999999D", CHN_ERROR_LIMIT, 1, 19 },
};

static const struct {
  const char *from;
  const char *duration;
  int factor;
  const char *expected;
} sums[] = {
  { "2016-01-31", "P1M", 1, "2016-02-29" },
  { "2015-01-31", "P1M", 1, "2015-02-28" },
  { "2016-03-31", "P1M", -1, "2016-02-29" },
  { "2016-02-29", "P1Y", 1, "2017-02-28" },
  { "2016-02-29", "P4Y", 1, "2020-02-29" },
  { "2016-02-29", "P1Y", -1, "2015-02-28" },
  { "2014-11-30", "P3M", 1, "2015-02-28" },
  { "2014-11-18", "P90D", -1, "2014-08-20" },
  { "2014-11-25", "P1W", -1, "2014-11-18" },
  { "2014-12-31", "P1D", 1, "2015-01-01" },
  { "2014-01-31", "P1M1D", 1, "2014-03-01" },
  { "2014-01-15", "P13M", -1, "2012-12-15" },
  { "0000-01-01", "P1D", -1, "-0001-12-31" },
  { "2014-11-18T23:30:00", "PT45M", 1, "2014-11-19T00:15:00" },
  { "2014-11-18", "-P2D", -1, "2014-11-20" },
};
/* clang-format on */

static gint64
start_of (const char *edtf)
{
  g_autoptr (ChnDate) date = chn_date_parse (edtf, -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  return chn_date_get_bounds (date)->earliest;
}

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (GError) error = NULL;
    ChnDuration found = { 0 };
    CU_ASSERT_TRUE (chn_duration_parse (accepted[i].text, -1, &found, &error));
    CHN_ASSERT_NO_ERROR (error);
    CHN_ASSERT_INT (found.years, accepted[i].duration.years);
    CHN_ASSERT_INT (found.months, accepted[i].duration.months);
    CHN_ASSERT_INT (found.days, accepted[i].duration.days);
    CHN_ASSERT_INT (found.seconds, accepted[i].duration.seconds);
    g_autofree char *text = chn_duration_dup_text (&found);
    CHN_ASSERT_STRING (text, accepted[i].canonical);
  }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    ChnDuration untouched = { 1, 2, 3, 4 };
    gsize offset = 99, length = 99;
    CU_ASSERT_FALSE (chn_duration_parse (refused[i].text, -1, &untouched, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) refused[i].code);
    CHN_ASSERT_INT (untouched.years + untouched.months + untouched.days + untouched.seconds, 10);
    chn_error_get_place (error, &offset, &length);
    if (offset != refused[i].offset || length != refused[i].length)
      CHN_FAIL ("\"%s\": found the fault at %u+%u (%s)", refused[i].text, (guint) offset, (guint) length,
                error->message);
  }
}

static void
test_sums (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++) {
    ChnDuration duration = { 0 };
    CU_ASSERT_TRUE (chn_duration_parse (sums[i].duration, -1, &duration, NULL));
    gint64 found = chn_duration_add (&duration, start_of (sums[i].from), sums[i].factor);
    if (found != start_of (sums[i].expected))
      CHN_FAIL ("%s and %s: not %s", sums[i].from, sums[i].duration, sums[i].expected);
  }
}

static void
test_infinity (void)
{
  const ChnDuration day = { .days = 1 }, ages = { .years = G_MAXINT64 }, back = { .days = G_MININT64 };
  gint64 now = start_of ("2014-11-18");
  CHN_ASSERT_INT (chn_duration_add (&day, CHN_TIME_MAX, -1), CHN_TIME_MAX);
  CHN_ASSERT_INT (chn_duration_add (&day, CHN_TIME_MIN, 1), CHN_TIME_MIN);
  CHN_ASSERT_INT (chn_duration_add (&ages, now, 1), CHN_TIME_MAX);
  CHN_ASSERT_INT (chn_duration_add (&ages, now, -1), CHN_TIME_MIN);
  CHN_ASSERT_INT (chn_duration_add (&back, now, 1), CHN_TIME_MIN);
  CHN_ASSERT_INT (chn_duration_add (&back, now, -1), CHN_TIME_MAX);
}

static const ChnTest tests[] = {
  { "durations are read and written", test_accepted },
  { "what is refused, with its place, leaves the output untouched", test_refused },
  { "sums clamp to the end of the month", test_sums },
  { "infinite times stay, sums out of range become infinite", test_infinity },
};

CHN_SUITE ("date/duration", tests)
