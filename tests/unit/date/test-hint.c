/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what is suggested for texts that are nearly EDTF. */
#include <chancery/date.h>
#include <chancery/error.h>

#include "suite.h"

/* clang-format off */
static const struct {
  const char *text;
  const char *hint;
} rows[] = {
  { "2014-9", "write 2014-09 for the month or 2014/2019 for the years" },
  { "2001-3", "write 2001-03 for the month or 2001/2003 for the years" },
  { "2009-3", "write 2009-03" },
  { "2014-15", "write 2014/2015 for the years" },
  { "1914-1918", "write 1914/1918" },
  { "1914\xE2\x80\x93" "1918", "write 1914/1918" },
  { "2014-9-5", "write 2014-09-05" },
  { "2014/11/18", "write 2014-11-18" },
  { "18 Nov 2014", "write 2014-11-18" },
  { "18 November 2014", "write 2014-11-18" },
  { "November 18, 2014", "write 2014-11-18" },
  { "18th of November, 2014", "write 2014-11-18" },
  { "Nov 2014", "write 2014-11" },
  { "18-20 November 2014", "write 2014-11-18/2014-11-20" },
  { "circa 1990", "write 1990~" },
  { "18.11.2014", "write 2014-11-18" },
  { "11/18/2014", "write 2014-11-18" },
  { "05/06/2014", "write 2014-06-05 if the day stands first or 2014-05-06 if the month stands first" },
  { "05/05/2014", "write 2014-05-05" },
  { "2014-11-08/10", "write 2014-11-08/2014-11-10" },
  { "2014-11-28/12-03", "write 2014-11-28/2014-12-03" },
  { "2014-11/12", "write 2014-11/2014-12" },
  { "2014-W47-2", "write 2014-11-18" },
  { "2014W472", "write 2014-11-18" },
  { "2014-W47", "write 2014-11-17/2014-11-23" },
  { "2009-W53-7", "write 2010-01-03" },
  { "2014-322", "write 2014-11-18" },
  { "2014322", "write 2014-11-18" },
  { "2016-366", "write 2016-12-31" },
  { "20141118", "write 2014-11-18" },
  { "2014-11-18 15:08", "write 2014-11-18T15:08" },
  { "2014-11-18 15:08:30", "write 2014-11-18T15:08:30" },
  { "2014-11-18T15:08:30.5Z", "write 2014-11-18T15:08:30Z" },
  { "2014-11-18T15:08:00+0500", "write 2014-11-18T15:08:00+05:00" },
  { "1985-04-12T23:20:30z", "write 1985-04-12T23:20:30Z" },
  { "2012-10-10t10:10:10", "write 2012-10-10T10:10:10" },
  { "2012-10-10T1:10:10", "write 2012-10-10T01:10:10" },
  { "2012-06-30T23:59:60Z", "write 2012-06-30T23:59:59Z" },
  { "2006-01-01T10:10Z/2005-07-25T10:10Z", "write 2005-07-25T10:10Z/2006-01-01T10:10Z" },
  { "unknown/2006", "write /2006" },
  { "2004-06-01/open", "write 2004-06-01/.." },
  { "199u", "write 199X" },
  { "2004-xx", "write 2004-XX" },
  { "y17e7", "write Y17E7" },
  { "y17101e4p3", "write Y17101E4S3" },
  { "2001-21^southernHemisphere", "write 2001-21" },
  { "1984?~", "write 1984%" },
  { "2004-(06)?-11", "write 2004-?06-11" },
  { "2011-(06-04)~", "write 2011-~06-~04" },
  { "(2011)~-06-04", "write 2011~-06-04" },
  { " 1863-03-29", "write 1863-03-29" },
  { "[1667,1668, 1670..1672]", "write [1667,1668,1670..1672]" },
  { "1667,1668", "write [1667,1668]" },
  { "[1667}", "write [1667]" },
  { "2012\\2013", "write 2012/2013" },
  { "2012..2013", "write 2012/2013" },
  { "2012///4444", "write 2012/4444" },
  { "2000/12-12", "write 2000-12-12" },
  { "2014..", "write 2014/.." },
  { "0800/-0999", "write -0999/0800" },
  { "0000-02/0000", "write 0000-02/0000-12" },
  { "2016-02-10/2016-02", "write 2016-02-10/2016-02-29" },
  { "[1672..1670]", "write [1670..1672]" },
  { "2016-13-08", "write 2016-08-13" },
  { "2016-02-39", "write 2016-02 if the day is not known" },
  { "2014-13", "write 2014 if the month is not known" },
  { "2014-11-00", "write 2014-11" },
  { "-0000", "write 0000" },
  { "Y2006", "write 2006" },
  { "Y17E7-12-26", "write Y17E7" },
  { "20067890%", "write Y20067890%" },
  { "+2006%", "write 2006%" },
  { "199", "write 199X" },
  { "19", "write 19XX" },
  { "1990s", "write 199X" },
  { "nonsense", "write YYYY, YYYY-MM or YYYY-MM-DD, as in 2014-11-18" },
  { "", "write YYYY, YYYY-MM or YYYY-MM-DD, as in 2014-11-18" },
  { "\xFF\xFE", "write YYYY, YYYY-MM or YYYY-MM-DD, as in 2014-11-18" },
};
/* clang-format on */

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) date = chn_date_parse (rows[i].text, -1, &error);
    if (date)
      CHN_FAIL ("\"%s\" is not refused", rows[i].text);
    else if (g_strcmp0 (chn_error_get_hint (error), rows[i].hint) != 0)
      CHN_FAIL ("\"%s\": found \"%s\", expected \"%s\"", rows[i].text, chn_error_get_hint (error), rows[i].hint);
    else
      CU_PASS ("as expected");
  }
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (chn_date_parse ("2014-13", -1, &error));
  CHN_ASSERT_STRING (error->message, "found the month 13, expected 01 to 12, or 21 to 41 for a season or quarter");
  g_clear_error (&error);
  CU_ASSERT_PTR_NULL (chn_date_parse ("2014-11-18\xC3", -1, &error));
  CHN_ASSERT_STRING (error->message, "found byte 0xC3, expected the end of the date");
}

static const ChnTest tests[] = {
  { "near misses and the EDTF of 2012", test_table },
  { "messages say what was found and what was expected", test_message },
};

CHN_SUITE ("date/hint", tests)
