/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Recurrence rules: the times that they give, by the examples of RFC 5545 and where libraries differ; what is
 * refused. */
#include <string.h>

#include "base/civil.h"
#include "base/error.h"
#include "date/recur/walk.h"
#include "suite.h"

typedef struct {
  const char *rule, *start, *last;
  const char *times;
} RuleCase;

/* One an hour or day where the time plays no role: "19970902" is at 09:00. */
static const RuleCase cases[] = {
  { "FREQ=DAILY;COUNT=3", "19970902T090000", "20000101", "19970902T09 19970903T09 19970904T09 " },
  { "FREQ=DAILY;UNTIL=19970904T090000", "19970902T090000", "20000101", "19970902T09 19970903T09 19970904T09 " },
  { "FREQ=DAILY;BYMONTHDAY=-1", "20240131T090000", "20240501", "20240131T09 20240229T09 20240331T09 20240430T09 " },
  { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805T090000", "20000101",
    "19970805T09 19970810T09 19970819T09 19970824T09 " },
  { "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805T090000", "20000101",
    "19970805T09 19970817T09 19970819T09 19970831T09 " },
  { "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "19970902T090000", "19990101", "19980213T09 19980313T09 19981113T09 " },
  { "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904T090000", "20000101",
    "19970904T09 19971007T09 19971106T09 " },
  { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929T090000", "19971231",
    "19970929T09 19971030T09 19971127T09 19971230T09 " },
  { "FREQ=YEARLY;INTERVAL=3;COUNT=3;BYYEARDAY=1,-1", "19970101T090000", "20100101",
    "19970101T09 19971231T09 20000101T09 " },
  { "FREQ=YEARLY;BYDAY=20MO", "19970519T090000", "20000101", "19970519T09 19980518T09 19990517T09 " },
  { "FREQ=YEARLY;BYDAY=MO,1TU;BYMONTH=2", "20240201T090000", "20240301",
    "20240205T09 20240206T09 20240212T09 20240219T09 20240226T09 " },
  { "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "19970512T090000", "20000101", "19970512T09 19980511T09 19990517T09 " },
  { "FREQ=YEARLY;BYWEEKNO=20", "19970514T090000", "20000101", "19970514T09 19980513T09 19990519T09 " },
  { "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", "20200101T090000", "20230101", "20210103T09 20220102T09 " },
  { "FREQ=YEARLY", "20240229T090000", "20330101", "20240229T09 20280229T09 20320229T09 " },
  { "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "20240229T090000", "20270101",
    "20240229T09 20250301T09 20260301T09 " },
  { "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD", "20240131T090000", "20240501",
    "20240131T09 20240229T09 20240331T09 20240430T09 " },
  { "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000", "19970902T090000", "20000101",
    "19970902T09 19970902T12 19970902T15 " },
  { "FREQ=DAILY;BYHOUR=9,17;COUNT=3", "19970902T090000", "20000101", "19970902T09 19970902T17 19970903T09 " },
  { "FREQ=MINUTELY;INTERVAL=90;COUNT=3;BYHOUR=9,12", "19970902T090000", "20000101",
    "19970902T09 19970902T12 19970903T09 " },
  { "FREQ=SECONDLY;BYMONTH=3;BYMONTHDAY=1;BYHOUR=0;BYMINUTE=0;BYSECOND=0", "20240101T000000", "20260101",
    "20240301T00 20250301T00 " },
  { "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "20240101T090000", "20990101", "" },
  { " freq=weekly ; byday=mo, tu ; count=2 ", "20240101T090000", "20250101", "20240101T09 20240102T09 " },
};

static gint64
read_time (const char *text)
{
  ChnRecurTime time;
  CU_ASSERT_TRUE_FATAL (chn_recur_time_parse (text, strlen (text), &time));
  return time.seconds;
}

static char *
dup_times (const ChnRecurRule *rule, gint64 start, gint64 from, gint64 last)
{
  guint64 budget = 1000000;
  ChnRecurRange range = { start, FALSE, from, last, &budget };
  g_autoptr (ChnRecurWalk) walk = chn_recur_walk_new (rule, &range);
  GString *times = g_string_new (NULL);
  for (gint64 time; chn_recur_walk_next (walk, &time);) {
    ChnCivil civil = chn_civil_from_seconds (time);
    if (rule->has_until && time > rule->until.seconds)
      break;
    g_string_append_printf (times, "%04d%02d%02dT%02d ", (int) civil.year, civil.month, civil.day, civil.hour);
  }
  return g_string_free (times, FALSE);
}

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    ChnRecurRule rule;
    gint64 start = read_time (cases[i].start);
    gboolean fine = chn_recur_rule_parse (cases[i].rule, -1, &rule, &error);
    CHN_ASSERT_NO_ERROR (error);
    g_autofree char *times = fine ? dup_times (&rule, start, start, read_time (cases[i].last)) : NULL;
    if (g_strcmp0 (times, cases[i].times) != 0)
      CHN_FAIL ("%s from %s: %s, expected %s", cases[i].rule, cases[i].start, times, cases[i].times);
  }
}

/* Whoever begins in the middle finds what is found there from the start. */
static void
test_seek (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    ChnRecurRule rule;
    gint64 start = read_time (cases[i].start), last = read_time (cases[i].last);
    CU_ASSERT_TRUE_FATAL (chn_recur_rule_parse (cases[i].rule, -1, &rule, NULL));
    g_autofree char *all = dup_times (&rule, start, start, last);
    for (gint64 from = start; from < MIN (last, start + 900 * CHN_DAY_SECONDS); from += 11 * CHN_DAY_SECONDS + 3600) {
      g_autofree char *some = dup_times (&rule, start, from, last);
      if (!g_str_has_suffix (all, some))
        CHN_FAIL ("%s: %s does not end %s", cases[i].rule, some, all);
    }
  }
}

static void
test_budget (void)
{
  ChnRecurRule rule;
  gint64 start = read_time ("20240101T000000"), time;
  guint64 budget = 100;
  ChnRecurRange range = { start, FALSE, start, CHN_DAY_SECONDS * 100000, &budget };
  CU_ASSERT_TRUE_FATAL (chn_recur_rule_parse ("FREQ=SECONDLY", -1, &rule, NULL));
  g_autoptr (ChnRecurWalk) walk = chn_recur_walk_new (&rule, &range);
  while (chn_recur_walk_next (walk, &time))
    ;
  CHN_ASSERT_INT (budget, 0);
}

static void
test_refused (void)
{
  static const struct {
    const char *rule, *message;
    gsize offset;
  } refused[] = {
    { "", "a recurrence without FREQ: \"\"", 0 },
    { "BYDAY=MO", "a recurrence without FREQ: \"BYDAY=MO\"", 0 },
    { "FREQ=OFTEN", "a part of a recurrence with a value that it cannot have: \"FREQ=OFTEN\"", 0 },
    { "FREQ=DAILY;INTERVAL=0", "a part of a recurrence with a value that it cannot have: \"INTERVAL=0\"", 11 },
    { "FREQ=DAILY;FREQ=DAILY", "a part that occurs twice in a recurrence: \"FREQ=DAILY\"", 11 },
    { "FREQ=DAILY;BYEASTER=1", "a part that no recurrence has: \"BYEASTER=1\"", 11 },
    { "FREQ=MONTHLY;BYMONTHDAY=32", "a part of a recurrence with a value that it cannot have: \"BYMONTHDAY=32\"",
      13 },
    { "FREQ=MONTHLY;BYDAY=0MO", "a part of a recurrence with a value that it cannot have: \"BYDAY=0MO\"", 13 },
    { "RSCALE=CHINESE;FREQ=YEARLY", "recurrences are followed in the Gregorian calendar only: \"RSCALE=CHINESE\"",
      0 },
    { "FREQ=MONTHLY;BYWEEKNO=20",
      "BYWEEKNO means something in recurrences by the year only: \"FREQ=MONTHLY;BYWEEKNO=20\"", 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    ChnRecurRule rule;
    gsize offset = 0;
    CU_ASSERT_FALSE (chn_recur_rule_parse (refused[i].rule, -1, &rule, &error));
    CHN_ASSERT_STRING (error ? error->message : NULL, refused[i].message);
    chn_error_get_place (error, &offset, NULL);
    CHN_ASSERT_INT (offset, refused[i].offset);
  }
}

static const ChnTest tests[] = {
  { "rules give their times", test_times },
  { "rules can be begun in the middle", test_seek },
  { "a budget ends a rule", test_budget },
  { "what is no rule is refused at its place", test_refused },
};

CHN_SUITE ("date/recur", tests)
