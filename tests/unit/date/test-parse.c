/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of what is EDTF and at which level, and of what is refused, where and with which error. */
#include <chancery/date.h>

#include <chancery/error.h>
#include <string.h>

#include "suite.h"

/* clang-format off */
static const struct {
  const char *edtf;
  int level;
} accepted[] = {
  { "2014", 0 }, { "2014-11", 0 }, { "2014-11-18", 0 }, { "0000", 0 }, { "9999", 0 },
  { "2014-11-18T15:08:00-05:00", 0 }, { "2014-11-18T15:08:00", 0 }, { "2014-11-18T15:08-05:00", 0 },
  { "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z", 0 }, { "[2005-07-25T10:10:10Z]", 2 }, { "2014-11-18T24:00:00Z", 0 },
  { "2001/2003", 0 }, { "2004-02-01/2005", 0 }, { "0000/0000", 0 }, { "0000-01/0000", 0 }, { "1111-01-01/1111", 0 },
  { "2014-11~", 1 }, { "2013?", 1 }, { "2004-06-11%", 1 }, { "201X", 1 }, { "20XX", 1 }, { "2014-11-XX", 1 },
  { "2014-XX", 1 }, { "2014-XX-XX", 1 }, { "-0999", 1 }, { "-0044-03-15", 1 }, { "Y170000002", 1 },
  { "Y-170000002", 1 }, { "2014-24", 1 }, { "2014-21", 1 },
  { "2005/..", 1 }, { "../2015", 1 }, { "2005/", 1 }, { "/2015", 1 }, { "../..", 1 }, { "/..", 1 }, { "../", 1 },
  { "1984~/2004-06", 1 }, { "2014-09~/2014-10", 1 }, { "-1000/2000", 1 }, { "2000/2000-XX-XX", 1 },
  { "198X/199X", 1 }, { "2014-21/2014-23", 1 },
  { "?2004", 2 }, { "2004?-06-11", 2 }, { "2004-06~-11", 2 }, { "2004-?06-11", 2 }, { "2004-06-~11", 2 },
  { "2011-23~", 2 }, { "199X?", 2 }, { "1XXX", 2 }, { "XXXX", 2 }, { "156X-12-25", 2 }, { "15XX-12-XX", 2 },
  { "1560-XX-25", 2 }, { "2014-1X", 2 }, { "Y17E7", 2 }, { "Y-17E7", 2 }, { "Y17101E4S3", 2 }, { "1950S2", 2 },
  { "-1859S4", 2 }, { "2001-25", 2 }, { "2001-41", 2 }, { "[1667,1668,1670..1672]", 2 }, { "[..1760-12-03]", 2 },
  { "[1760-12..]", 2 }, { "[1667]", 2 }, { "{1960,1961-12}", 2 }, { "{..1984}", 2 }, { "{2014-10-20,2014-10-21}", 2 },
  { "[2014-11-19..2014-11-24]", 2 }, { "2004-06-~01/2004-06-~20", 2 }, { "Y-20000/Y-10000", 2 },
  { "1919-XX-02/1919-XX-01", 2 }, { "1984-11-12/1984-11-XX", 1 }, { "1930-X0-10/1930-10-30", 2 },
};

typedef struct {
  const char *text;
  ChnError code;
  gsize offset, length;
} Refusal;

static const Refusal refused[] = {
  { "", CHN_ERROR_SYNTAX, 0, 0 },
  { "2016-13-08", CHN_ERROR_RANGE, 5, 2 },
  { "2014-13", CHN_ERROR_RANGE, 5, 2 },
  { "2014-00", CHN_ERROR_RANGE, 5, 2 },
  { "2014-20", CHN_ERROR_RANGE, 5, 2 },
  { "2014-42", CHN_ERROR_RANGE, 5, 2 },
  { "2014-2X", CHN_ERROR_RANGE, 5, 2 },
  { "2016-02-39", CHN_ERROR_RANGE, 8, 2 },
  { "2015-02-29", CHN_ERROR_RANGE, 8, 2 },
  { "2015-02-00", CHN_ERROR_RANGE, 8, 2 },
  { "1900-02-29", CHN_ERROR_RANGE, 8, 2 },
  { "2014-02-3X", CHN_ERROR_RANGE, 8, 2 },
  { "X9X9-02-29", CHN_ERROR_RANGE, 8, 2 },
  { "1960-06-31", CHN_ERROR_RANGE, 8, 2 },
  { "-0000", CHN_ERROR_RANGE, 0, 5 },
  { "-0000-01-01", CHN_ERROR_RANGE, 0, 5 },
  { "Y2006", CHN_ERROR_SYNTAX, 0, 5 },
  { "Y02006", CHN_ERROR_SYNTAX, 1, 1 },
  { "Y17E7-12-26", CHN_ERROR_SYNTAX, 5, 1 },
  { "Y292000000001", CHN_ERROR_LIMIT, 0, 13 },
  { "Y293E9", CHN_ERROR_LIMIT, 0, 6 },
  { "Y1E12", CHN_ERROR_LIMIT, 0, 5 },
  { "Y1E99999999999999999999", CHN_ERROR_LIMIT, 0, 23 },
  { "Y99999999999999999999999999", CHN_ERROR_LIMIT, 0, 27 },
  { "Y292E9S1", CHN_ERROR_LIMIT, 6, 2 },
  { "20067890%", CHN_ERROR_SYNTAX, 4, 1 },
  { "+2006%", CHN_ERROR_SYNTAX, 0, 1 },
  { "2000/12-12", CHN_ERROR_SYNTAX, 7, 1 },
  { "2012/2013/1234", CHN_ERROR_SYNTAX, 9, 1 },
  { "2012///4444", CHN_ERROR_SYNTAX, 5, 1 },
  { "2012\\2013", CHN_ERROR_SYNTAX, 4, 1 },
  { "/", CHN_ERROR_SYNTAX, 0, 1 },
  { " 1863-03-29", CHN_ERROR_SYNTAX, 0, 1 },
  { "1863- 03-29", CHN_ERROR_SYNTAX, 5, 1 },
  { "1863-03-29 ", CHN_ERROR_SYNTAX, 10, 1 },
  { "1985-04-12T23:20:30z", CHN_ERROR_SYNTAX, 19, 1 },
  { "2012-10-10t10:10:10", CHN_ERROR_SYNTAX, 10, 1 },
  { "2012-10-10T1:10:10", CHN_ERROR_SYNTAX, 12, 1 },
  { "2012-10-10T10:10:1", CHN_ERROR_SYNTAX, 18, 0 },
  { "2012-10-10T10:", CHN_ERROR_SYNTAX, 14, 0 },
  { "2012-10-10T10:10:10Z10", CHN_ERROR_SYNTAX, 20, 1 },
  { "2012-10-10T25:10:10", CHN_ERROR_RANGE, 11, 2 },
  { "2012-10-10T24:00:01", CHN_ERROR_RANGE, 11, 8 },
  { "9999-12-31T24:00:00", CHN_ERROR_RANGE, 11, 8 },
  { "2012-10-10T10:60:10", CHN_ERROR_RANGE, 14, 2 },
  { "2012-06-30T23:59:60Z", CHN_ERROR_RANGE, 17, 2 },
  { "2004-01-01T10:10:10-05:60", CHN_ERROR_RANGE, 23, 2 },
  { "2004-01-01T10:10:10-00:00", CHN_ERROR_RANGE, 19, 6 },
  { "2004-01T10:10:10", CHN_ERROR_SYNTAX, 7, 1 },
  { "2004-01-01?T10:10:10", CHN_ERROR_SYNTAX, 11, 1 },
  { "2005-07-25T10:10Z/2005-07-25T10:09Z", CHN_ERROR_RANGE, 18, 17 },
  { "2005-07-25T10:10+09:00/2005-07-25T10:10+10:00", CHN_ERROR_RANGE, 23, 22 },
  { "2004-(06)?-11", CHN_ERROR_SYNTAX, 5, 1 },
  { "2001-21^southernHemisphere", CHN_ERROR_SYNTAX, 7, 1 },
  { "2001-21-01", CHN_ERROR_SYNTAX, 7, 1 },
  { "[1667,1668, 1670..1672]", CHN_ERROR_SYNTAX, 11, 1 },
  { "0800/-0999", CHN_ERROR_RANGE, 5, 5 },
  { "2012-24/2012-21", CHN_ERROR_RANGE, 8, 7 },
  { "0000-02/0000", CHN_ERROR_RANGE, 8, 4 },
  { "0000-01-03/0000-01", CHN_ERROR_RANGE, 11, 7 },
  { "2004-06-11%/2004-%06", CHN_ERROR_RANGE, 12, 8 },
  { "[1670..1667]", CHN_ERROR_RANGE, 1, 10 },
  { "unknown/2006", CHN_ERROR_SYNTAX, 0, 1 },
  { "2004/open", CHN_ERROR_SYNTAX, 5, 1 },
  { "199u", CHN_ERROR_SYNTAX, 3, 1 },
  { "y17e7", CHN_ERROR_SYNTAX, 0, 1 },
  { "1984?~", CHN_ERROR_SYNTAX, 5, 1 },
  { "19", CHN_ERROR_SYNTAX, 2, 0 },
  { "199", CHN_ERROR_SYNTAX, 3, 0 },
  { "2001-3", CHN_ERROR_SYNTAX, 6, 0 },
  { "2014-W47-2", CHN_ERROR_SYNTAX, 5, 1 },
  { "-1859S5", CHN_ERROR_RANGE, 5, 2 },
  { "1950S0", CHN_ERROR_RANGE, 4, 2 },
  { "1950S", CHN_ERROR_SYNTAX, 5, 0 },
  { "1950S2-01", CHN_ERROR_SYNTAX, 6, 1 },
  { "199XS2", CHN_ERROR_SYNTAX, 4, 1 },
  { "[]", CHN_ERROR_SYNTAX, 1, 1 },
  { "[1667", CHN_ERROR_SYNTAX, 5, 0 },
  { "[1667}", CHN_ERROR_SYNTAX, 5, 1 },
  { "[1667]1", CHN_ERROR_SYNTAX, 6, 1 },
  { "[..]", CHN_ERROR_SYNTAX, 3, 1 },
  { "[1667..,1669]", CHN_ERROR_SYNTAX, 7, 1 },
  { "[1667,..1669]", CHN_ERROR_SYNTAX, 6, 1 },
  { "[[1667]]", CHN_ERROR_SYNTAX, 1, 1 },
  { "2014-11-18\xC3", CHN_ERROR_SYNTAX, 10, 1 },
  { "2014\xE2\x80\x93" "2015", CHN_ERROR_SYNTAX, 4, 3 },
};
/* clang-format on */

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) date = chn_date_parse (accepted[i].edtf, -1, &error);
    if (!date)
      CHN_FAIL ("%s: %s", accepted[i].edtf, error->message);
    else if (chn_date_get_level (date) != accepted[i].level)
      CHN_FAIL ("%s: found level %d, expected %d", accepted[i].edtf, chn_date_get_level (date), accepted[i].level);
    else
      CHN_ASSERT_STRING (chn_date_get_text (date), accepted[i].edtf);
  }
}

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    const Refusal *row = &refused[i];
    g_autoptr (GError) error = NULL;
    g_autoptr (ChnDate) date = chn_date_parse (row->text, -1, &error);
    gsize offset = 99, length = 99;
    if (date || !error) {
      CHN_FAIL ("\"%s\" is not refused", row->text);
      continue;
    }
    CHN_ASSERT_ERROR (error, CHN_ERROR, (int) row->code);
    CU_ASSERT_TRUE (chn_error_get_place (error, &offset, &length));
    if (offset != row->offset || length != row->length)
      CHN_FAIL ("\"%s\": found the fault at %u+%u, expected %u+%u (%s)", row->text, (guint) offset, (guint) length,
                (guint) row->offset, (guint) row->length, error->message);
    if (!chn_error_get_hint (error))
      CHN_FAIL ("\"%s\" has no hint", row->text);
  }
}

static void
test_length (void)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2014-11-18", 7, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  CHN_ASSERT_STRING (chn_date_get_text (date), "2014-11");
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) with_nul = chn_date_parse ("2014\0-11", 8, &error);
  CU_ASSERT_PTR_NULL (with_nul);
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
}

static char *
make_set (guint n_items)
{
  GString *set = g_string_new ("[");
  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (set, "%s%04u", i > 0 ? "," : "", 1000 + i);
  g_string_append_c (set, ']');
  return g_string_free (set, FALSE);
}

static void
test_bounds_of_size (void)
{
  g_autofree char *most = make_set (1000);
  g_autofree char *too_many = make_set (1001);
  g_autofree char *long_text = g_strnfill (16385, '2');
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnDate) taken = chn_date_parse (most, -1, &error);
  CHN_ASSERT_NO_ERROR (error);
  CU_ASSERT_PTR_NOT_NULL (taken);
  CU_ASSERT_PTR_NULL (chn_date_parse (too_many, -1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_clear_error (&error);
  CU_ASSERT_PTR_NULL (chn_date_parse (long_text, -1, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
  g_clear_error (&error);
  CU_ASSERT_PTR_NULL (chn_date_parse (long_text, 16384, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
}

static void
test_from_day (void)
{
  g_autoptr (ChnDate) day = chn_date_new_from_day (-44, 3, 15);
  CU_ASSERT_PTR_NOT_NULL_FATAL (day);
  CHN_ASSERT_STRING (chn_date_get_text (day), "-0044-03-15");
  CU_ASSERT_PTR_NULL (chn_date_new_from_day (2015, 2, 29));
  CU_ASSERT_PTR_NULL (chn_date_new_from_day (2015, 13, 1));
  CU_ASSERT_PTR_NULL (chn_date_new_from_day (10000, 1, 1));
}

static void
test_references (void)
{
  g_autoptr (ChnDate) date = chn_date_parse ("2014", -1, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (date);
  ChnDate *second = chn_date_ref (date);
  CU_ASSERT_PTR_EQUAL (second, date);
  chn_date_unref (second);
  CHN_ASSERT_STRING (chn_date_get_text (date), "2014");
  chn_date_unref (NULL);
}

static const ChnTest tests[] = {
  { "what is EDTF, with its lowest level", test_accepted },
  { "what is refused, with its place", test_refused },
  { "a length ends the text, a NUL does not", test_length },
  { "sizes at their bound and past it", test_bounds_of_size },
  { "the date of a day", test_from_day },
  { "references", test_references },
};

CHN_SUITE ("date/parse", tests)
