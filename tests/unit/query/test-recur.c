/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Recurrences: which occurrences a range has, against days counted plainly; rules that are refused; what it may cost.
 */
#include "query/recur.h"

#include <chancery/error.h>

#include "base/civil.h"
#include "suite.h"

static ChnDateBounds
bounds_of (const char *text)
{
  g_autoptr (ChnDate) date = chn_date_parse (text, -1, NULL);
  return *chn_date_get_bounds (date);
}

static gboolean
append_day (const ChnDateBounds *occurrence, gpointer data)
{
  ChnCivil civil = chn_civil_from_seconds (occurrence->earliest);
  g_string_append_printf (data, "%04d-%02d-%02d ", (int) civil.year, civil.month, civil.day);
  return FALSE;
}

typedef struct {
  const char *rule, *first, *range;
  const char *days;
} RecurCase;

static const RecurCase cases[] = {
  { "FREQ=YEARLY", "2015-06-26", "2020-06", "2020-06-26 " },
  { "FREQ=YEARLY", "2015-06-26", "2015-06", "" },
  { "FREQ=YEARLY", "2015-06-26", "2014", "" },
  { "FREQ=YEARLY;COUNT=3", "2015-06-26", "2015/2030", "2016-06-26 2017-06-26 " },
  { "FREQ=YEARLY;UNTIL=20170626", "2015-06-26", "2015/2030", "2016-06-26 2017-06-26 " },
  { "FREQ=YEARLY;UNTIL=20170626T120000Z", "2015-06-26", "2015/2030", "2016-06-26 2017-06-26 " },
  { "FREQ=YEARLY;INTERVAL=4", "2012-02-29", "2013/2021", "2016-02-29 2020-02-29 " },
  { "FREQ=YEARLY", "2012-02-29", "2013/2021", "2016-02-29 2020-02-29 " },
  { "FREQ=MONTHLY;BYMONTHDAY=-1", "2016-01-31", "2016-02/2016-04", "2016-02-29 2016-03-31 2016-04-30 " },
  { "FREQ=MONTHLY;BYDAY=1MO", "2016-01-04", "2016-02/2016-03", "2016-02-01 2016-03-07 " },
  { "FREQ=WEEKLY;BYDAY=TU,FR", "2020-01-03", "2020-01-10/2020-01-18", "2020-01-10 2020-01-14 2020-01-17 " },
  { "FREQ=YEARLY;BYMONTH=9;BYDAY=3TU", "2010-09-21", "2018/2019", "2018-09-18 2019-09-17 " },
  { "FREQ=YEARLY", "2015-06", "2017-06-20", "2017-06-01 " },
  { "FREQ=YEARLY", "2015-06-26/2015-07-05", "2017-07-03", "2017-06-26 " },
  { "FREQ=YEARLY", "1900-06-26", "2017", "" },
  { "FREQ=YEARLY", "1950-06-26/Y291999999999", "1951", "1951-06-26 " },
  { "FREQ=YEARLY", "../2015", "2017", "" },
  { "FREQ=YEARLY", "[2014,2016]", "2017", "" },
  { "FREQ=HOURLY", "2015-06-26", "2016", "" },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2015-06-26", "2016/2018", "" },
};

static gboolean
append_if_met (const ChnDateBounds *occurrence, gpointer data)
{
  gpointer *pair = data;
  const ChnDateBounds *range = pair[1];
  if (occurrence->latest >= range->earliest && occurrence->earliest <= range->latest)
    append_day (occurrence, pair[0]);
  return FALSE;
}

static void
test_ranges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ChnRecurCost cost = { 0, 0 };
    ChnDateBounds first = bounds_of (cases[i].first), range = bounds_of (cases[i].range);
    g_autoptr (GString) days = g_string_new (NULL);
    gpointer pair[] = { days, &range };
    ChnRecurAnswer answer =
        chn_recur_find (cases[i].rule, &first, range.earliest, range.latest, append_if_met, pair, &cost);
    CHN_ASSERT_INT (answer, CHN_RECUR_NONE);
    if (!g_str_equal (days->str, cases[i].days))
      CHN_FAIL ("%s from %s in %s: %s, expected %s", cases[i].rule, cases[i].first, cases[i].range, days->str,
                cases[i].days);
  }
}

/* The leap to the range loses and adds nothing: daily and weekly rules against plain counting. */
static void
test_leap (void)
{
  static const int steps[] = { 1, 7 };
  static const char *const rules[] = { "FREQ=DAILY", "FREQ=WEEKLY" };
  gint64 start = chn_civil_to_days (2001, 3, 14);
  ChnDateBounds first = bounds_of ("2001-03-14");
  for (gint64 day = start - 40; day < start + 4000; day += 97) {
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
      ChnRecurCost cost = { 0, 0 };
      gint64 from = day * CHN_DAY_SECONDS, to = from + 20 * CHN_DAY_SECONDS - 1;
      ChnDateBounds range = { from, to, CHN_PRECISION_DAY, 0 };
      g_autoptr (GString) days = g_string_new (NULL), expected = g_string_new (NULL);
      gpointer pair[] = { days, &range };
      chn_recur_find (rules[i], &first, from, to, append_if_met, pair, &cost);
      for (gint64 at = MAX (day, start + 1); at < day + 20; at++) {
        ChnDateBounds plain = { at * CHN_DAY_SECONDS, 0, CHN_PRECISION_DAY, 0 };
        if ((at - start) % steps[i] == 0)
          append_day (&plain, expected);
      }
      CHN_ASSERT_STRING (days->str, expected->str);
    }
  }
}

static gboolean
is_any (const ChnDateBounds *occurrence, gpointer data)
{
  (void) occurrence;
  (void) data;
  return TRUE;
}

static void
test_open_range (void)
{
  ChnRecurCost cost = { 0, 0 };
  ChnDateBounds first = bounds_of ("2015-06-26");
  CHN_ASSERT_INT (
      chn_recur_find ("FREQ=YEARLY", &first, bounds_of ("2090").earliest, CHN_TIME_MAX, is_any, NULL, &cost),
      CHN_RECUR_FOUND);
  CU_ASSERT_TRUE (cost.steps < 10);
  CHN_ASSERT_INT (chn_recur_find ("FREQ=YEARLY", &first, CHN_TIME_MIN, CHN_TIME_MAX, is_any, NULL, &cost),
                  CHN_RECUR_FOUND);
}

static void
test_cost (void)
{
  ChnDateBounds first = bounds_of ("1950-01-01");
  ChnRecurCost full = { CHN_RECUR_STEPS_MAX - 1, 0 }, over = { CHN_RECUR_STEPS_MAX, 0 };
  CHN_ASSERT_INT (chn_recur_find ("FREQ=YEARLY", &first, first.earliest, CHN_TIME_MAX, is_any, NULL, &full),
                  CHN_RECUR_COSTLY);
  CHN_ASSERT_INT (chn_recur_find ("FREQ=YEARLY", &first, first.earliest, CHN_TIME_MAX, is_any, NULL, &over),
                  CHN_RECUR_COSTLY);
  ChnRecurCost spare = { CHN_RECUR_STEPS_MAX - 2, 0 };
  CHN_ASSERT_INT (chn_recur_find ("FREQ=YEARLY", &first, first.earliest, CHN_TIME_MAX, is_any, NULL, &spare),
                  CHN_RECUR_FOUND);
}

typedef struct {
  const char *rule;
  int code; /* -1: fine */
} RuleCase;

static const RuleCase rules[] = {
  { "FREQ=YEARLY", -1 },
  { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,-1FR;WKST=SU", -1 },
  { "FREQ=SECONDLY", CHN_ERROR_SYNTAX },
  { "FREQ=MINUTELY;COUNT=3", CHN_ERROR_SYNTAX },
  { "FREQ=HOURLY", CHN_ERROR_SYNTAX },
  { "freq=yearly", CHN_ERROR_SYNTAX },
  { "INTERVAL=2", CHN_ERROR_SYNTAX },
  { "", CHN_ERROR_SYNTAX },
  { "FREQ=", CHN_ERROR_SYNTAX },
  { "FREQ", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;FREQ=DAILY", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;BYHOUR=3", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;RSCALE=HEBREW", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;BYMONTH=1 2", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY;BYMONTH=99", CHN_ERROR_SYNTAX },
  { "FREQ=YEARLY\nEXRULE:FREQ=DAILY", CHN_ERROR_SYNTAX },
};

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (GError) error = NULL;
    gboolean fine = chn_recur_check (rules[i].rule, &error);
    if (fine != (rules[i].code < 0) || (!fine && error->code != rules[i].code))
      CHN_FAIL ("\"%s\": %s", rules[i].rule, error ? error->message : "taken");
  }
  g_autoptr (GError) error = NULL;
  g_autofree char *many = g_strnfill (600, ',');
  g_autofree char *rule = g_strconcat ("FREQ=YEARLY;BYMONTHDAY=1", many, NULL);
  CU_ASSERT_FALSE (chn_recur_check (rule, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_LIMIT);
}

static const ChnTest tests[] = {
  { "occurrences in a range", test_ranges }, { "a leap to the range", test_leap },
  { "an open range", test_open_range },      { "the cost is bounded", test_cost },
  { "rules taken and refused", test_rules },
};

CHN_SUITE ("query/recur", tests)
