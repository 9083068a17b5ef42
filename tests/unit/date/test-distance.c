/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of how many days lie between dates. */
#include "date/distance.h"

#include "suite.h"

static void
test_distances (void)
{
  static const struct {
    const char *from, *to, *days;
  } rows[] = {
    { "2014-02-07", "2014-02-07", "0 days" },
    { "2014-02-07", "2014-02-08", "+1 day" },
    { "2014-02-07", "2014-02-06", "-1 day" },
    { "2014-02-07", "2014-03-20", "+41 days" },
    { "2014-03-20", "2014-02-07", "-41 days" },
    { "2014-02-07", "2014-02", "-6 to +21 days" },
    { "2014-02", "2014-02-07", "-21 to +6 days" },
    { "2014-01-01", "2015", "+365 to +729 days" },
    { "2014-02-07", "2014-02-17/2014-02-20", "+10 to +13 days" },
    { "2014-02-07/2014-02-10", "2014-02-17", "+10 days" },
    { "2014-02-07", "[2014-02-17..2014-02-20]", "+10 to +13 days" },
    { "2014-02-07", "2014-02-17~", "about +10 days" },
    { "2014-02-07?", "2014-02-17", "possibly +10 days" },
    { "2014-02-07%", "2014-02", "possibly about -6 to +21 days" },
    { "2014-02-07", "2014-02-17/..", "+10 days or more" },
    { "2014-02-07", "../2014-02-17", "+10 days or less" },
    { "2014-02-07", "2014-02-17/", "+10 days or more" },
    { "2014-02-07", "2014-02-08/..", "+1 days or more" },
    { "2014-02-07", "2014-02-08T01:00+09:00", "+1 day" },
    { "2014-02-07T23:59", "2014-02-08T00:01", "+1 day" },
    { "-0001-12-31", "0000-01-01", "+1 day" },
    { "2000-01-01", "2001-01-01", "+366 days" },
    { "../2014", "../2014", NULL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnDate) from = chn_date_parse (rows[i].from, -1, NULL);
    g_autoptr (ChnDate) to = chn_date_parse (rows[i].to, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (from);
    CU_ASSERT_PTR_NOT_NULL_FATAL (to);
    g_autofree char *days = chn_date_dup_distance (from, to);
    CHN_ASSERT_STRING (days, rows[i].days);
  }
}

static const ChnTest tests[] = {
  { "days between dates", test_distances },
};

CHN_SUITE ("date/distance", tests)
