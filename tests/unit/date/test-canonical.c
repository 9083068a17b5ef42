/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the one spelling that each date has. */
#include <chancery/date.h>

#include "suite.h"

/* clang-format off */
static const struct {
  const char *edtf;
  const char *canonical;
} rows[] = {
  { "2014-11-18", "2014-11-18" },
  { "?2004", "2004?" },
  { "?2004-?06", "2004-06?" },
  { "?2004-06", "2004?-06" },
  { "2004?-06?", "2004-06?" },
  { "2004?-06~", "2004?-06~" },
  { "2004~-06?", "2004~-06?" },
  { "2004?-~06", "2004?-~06" },
  { "?2004-%06", "2004-~06?" },
  { "%2004-?06-?11", "2004~-06-11?" },
  { "2004-?06-?11", "2004-?06-?11" },
  { "2004-06~-11?", "2004-06~-11?" },
  { "2004-?06?-11", "2004-06?-11" },
  { "2011-23~", "2011-23~" },
  { "201X?", "201X?" },
  { "156X-12-25", "156X-12-25" },
  { "-01XX", "-01XX" },
  { "-0044-03-15", "-0044-03-15" },
  { "Y17E7", "Y170000000" },
  { "Y-17E7", "Y-170000000" },
  { "Y2E3", "2000" },
  { "Y-2E3", "-2000" },
  { "Y17101E4S3", "Y171010000S3" },
  { "1950S2", "1950S2" },
  { "1950S4", "1950" },
  { "2014-11-18T15:08:00Z", "2014-11-18T15:08:00Z" },
  { "2014-11-18T15:08:00+00:00", "2014-11-18T15:08:00Z" },
  { "2014-11-18T15:08:00+00", "2014-11-18T15:08:00Z" },
  { "2014-11-18T15:08:00-05", "2014-11-18T15:08:00-05:00" },
  { "2014-11-18T15:08+00", "2014-11-18T15:08Z" },
  { "2014-12-31T24:00", "2015-01-01T00:00" },
  { "2014-12-31T24:00:00", "2015-01-01T00:00:00" },
  { "-0001-12-31T24:00:00", "0000-01-01T00:00:00" },
  { "?2004/2005?", "2004?/2005?" },
  { "2005/", "2005/" },
  { "../2005", "../2005" },
  { "/..", "/.." },
  { "[1667,?1668,1670..1672]", "[1667,1668?,1670..1672]" },
  { "{..1984,1990..}", "{..1984,1990..}" },
};
/* clang-format on */

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (rows[i].edtf, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (date);
    g_autofree char *canonical = chn_date_dup_canonical (date);
    CHN_ASSERT_STRING (canonical, rows[i].canonical);
    CHN_ASSERT_STRING (chn_date_get_text (date), rows[i].edtf);
  }
}

static void
test_parses_back (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) date = chn_date_parse (rows[i].edtf, -1, NULL);
    g_autoptr (ChnDate) again = chn_date_parse (rows[i].canonical, -1, &error);
    CHN_ASSERT_NO_ERROR (error);
    CU_ASSERT_PTR_NOT_NULL_FATAL (again);
    CHN_ASSERT_INT (chn_date_compare (date, again), 0);
    CHN_ASSERT_INT (chn_date_get_bounds (date)->flags, chn_date_get_bounds (again)->flags);
  }
}

static const ChnTest tests[] = {
  { "one spelling each", test_table },
  { "the canonical text is the same date", test_parses_back },
};

CHN_SUITE ("date/canonical", tests)
