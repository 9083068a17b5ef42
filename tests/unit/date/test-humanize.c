/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of dates in English, written and read. */
#include <chancery/date.h>
#include <chancery/error.h>

#include "suite.h"

#define DASH "\xE2\x80\x93"

/* clang-format off */
static const struct {
  const char *edtf;
  const char *english;
} both_ways[] = {
  { "2014-11-18", "18 November 2014" },
  { "2014-09", "September 2014" },
  { "2014", "2014" },
  { "0987", "AD 987" },
  { "0012-06-05", "5 June AD 12" },
  { "0000", "1 BC" },
  { "-0043", "44 BC" },
  { "-0043-03-15", "15 March 44 BC" },
  { "Y170000002", "170000002" },
  { "2014-09~", "about September 2014" },
  { "2014-09?", "possibly September 2014" },
  { "2014-09%", "possibly about September 2014" },
  { "2004?-06-11", "11 June 2004 (year uncertain)" },
  { "2004-06-~11", "11 June 2004 (day approximate)" },
  { "2004?-06-~11", "11 June 2004 (year uncertain; day approximate)" },
  { "2004~-06?", "possibly June 2004 (year approximate)" },
  { "2014-11-18T15:08-05:00", "18 November 2014, 15:08 (UTC\xE2\x88\x92" "05:00)" },
  { "2014-11-18T15:08:30Z", "18 November 2014, 15:08:30 (UTC)" },
  { "2014-11-18T15:08", "18 November 2014, 15:08" },
  { "2014-12-22T15:00-05:00/2014-12-22T17:10-05:00", "22 December 2014, 15:00\xE2\x80\x93" "17:10 (UTC\xE2\x88\x92" "05:00)" },
  { "2014-12-22T23:00Z/2014-12-23T01:30Z", "22 December 2014, 23:00 \xE2\x80\x93" " 23 December 2014, 01:30 (UTC)" },
  { "2017-07-04T17:00+09:00/2017-07-04T16:00-04:00", "4 July 2017, 17:00 (UTC+09:00) \xE2\x80\x93" " 4 July 2017, 16:00 (UTC\xE2\x88\x92" "04:00)" },
  { "2014-12-22T15:00/2014-12-23", "from 22 December 2014, 15:00 to 23 December 2014" },
  { "2014-23", "autumn 2014" },
  { "2014-29", "spring 2014 (Southern Hemisphere)" },
  { "2014-34", "the second quarter of 2014" },
  { "2014-40", "the first half of 2014" },
  { "156X", "the 1560s" },
  { "19XX", "the 20th century" },
  { "-01XX", "the 2nd century BC" },
  { "1XXX", "the 2nd millennium" },
  { "156X-12-25", "25 December in the 1560s" },
  { "2014-11-XX", "November 2014 (day unknown)" },
  { "2014-XX", "2014 (month unknown)" },
  { "2014-XX-XX", "2014 (month unknown; day unknown)" },
  { "1950S2", "1950 (2 significant digits)" },
  { "2001/2003", "2001" DASH "2003" },
  { "2014-11-18/2014-11-20", "18" DASH "20 November 2014" },
  { "2014-04-27/2014-05-01", "27 April " DASH " 1 May 2014" },
  { "2013-12-27/2014-01-01", "27 December 2013 " DASH " 1 January 2014" },
  { "2014-09/2014-10", "September" DASH "October 2014" },
  { "2014-09~/2014-10", "from about September 2014 to October 2014" },
  { "2014-21/2014-23", "from spring 2014 to autumn 2014" },
  { "2005/..", "since 2005" },
  { "2005/", "from 2005 (end unknown)" },
  { "../2015-03", "until March 2015" },
  { "/2015-03", "until March 2015 (start unknown)" },
  { "../..", "at any time" },
  { "[2014-04-27..2014-05-01]", "between 27 April and 1 May 2014" },
  { "[2014-11-19..2014-11-24]", "between 19 and 24 November 2014" },
  { "[..1760-12-03]", "3 December 1760 or earlier" },
  { "[1760-12..]", "December 1760 or later" },
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672" },
  { "{2014-10-20,2014-10-21}", "20 and 21 October 2014" },
  { "{2014-10,2014-11}", "October and November 2014" },
  { "{1960..1962}", "all of 1960 to 1962" },
  { "[1667]", "one of 1667" },
  { "1560-XX-25", "between 25 January and 25 December 1560 (EDTF 1560-XX-25)" },
};

static const struct {
  const char *english;
  const char *edtf;
} read_only[] = {
  { "Nov 2014", "2014-11" },
  { "Sept. 2014", "2014-09" },
  { "November 18, 2014", "2014-11-18" },
  { "the 18th of November 2014", "2014-11-18" },
  { "18-20 November 2014", "2014-11-18/2014-11-20" },
  { "18 to 20 November 2014", "2014-11-18/2014-11-20" },
  { "c. 2014", "2014~" },
  { "fall 2014", "2014-23" },
  { "18 November 2014 at 9:05", "2014-11-18T09:05" },
  { "44 BCE", "-0043" },
  { "987 AD", "0987" },
};

static const struct {
  const char *text;
  ChnError code;
  gsize offset, length;
} unreadable[] = {
  { "", CHN_ERROR_SYNTAX, 0, 0 },
  { "18 Novembre 2014", CHN_ERROR_SYNTAX, 3, 8 },
  { "since Marchember 2014", CHN_ERROR_SYNTAX, 6, 10 },
  { "18 November", CHN_ERROR_SYNTAX, 0, 11 },
  { "18 2014", CHN_ERROR_SYNTAX, 0, 7 },
  { "18 19 November 2014", CHN_ERROR_SYNTAX, 0, 19 },
  { "November December 2014", CHN_ERROR_SYNTAX, 9, 8 },
  { "31 June 2014", CHN_ERROR_RANGE, 0, 12 },
  { "November 2014 (roughly", CHN_ERROR_SYNTAX, 14, 8 },
  { "November 2014 (who knows)", CHN_ERROR_SYNTAX, 15, 9 },
  { "from 2014 to 2013", CHN_ERROR_RANGE, 0, 17 },
};
/* clang-format on */

static void
test_write (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (both_ways); i++) {
    g_autoptr (ChnDate) date = chn_date_parse (both_ways[i].edtf, -1, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (date);
    g_autofree char *english = chn_date_dup_humanized (date);
    CHN_ASSERT_STRING (english, both_ways[i].english);
  }
}

static void
check_read (const char *english, const char *edtf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) date = chn_date_new_humanized (english, &error);
  if (date)
    CHN_ASSERT_STRING (chn_date_get_text (date), edtf);
  else
    CHN_FAIL ("\"%s\": %s", english, error->message);
}

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (both_ways); i++)
    check_read (both_ways[i].english, both_ways[i].edtf);
  for (gsize i = 0; i < G_N_ELEMENTS (read_only); i++)
    check_read (read_only[i].english, read_only[i].edtf);
}

static void
test_unreadable (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unreadable); i++) {
    g_autoptr (GError) error = NULL;
    gsize offset = 99, length = 99;
    CU_ASSERT_PTR_NULL (chn_date_new_humanized (unreadable[i].text, &error));
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) unreadable[i].code);
    chn_error_get_place (error, &offset, &length);
    if (offset != unreadable[i].offset || length != unreadable[i].length)
      CHN_FAIL ("\"%s\": found the fault at %u+%u, expected %u+%u", unreadable[i].text, (guint) offset,
                (guint) length, (guint) unreadable[i].offset, (guint) unreadable[i].length);
  }
}

static const ChnTest tests[] = {
  { "dates are written in English", test_write },
  { "English is read back", test_read },
  { "what is not a date is refused at its place", test_unreadable },
};

CHN_SUITE ("date/humanize", tests)
