/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates and times of calendars: days, spans, UTC, zones and their changes, rules of recurrence. */
#include "ical-sample.h"

static void
days_and_times (void)
{
  static const struct {
    const char *date, *zone, *option, *value;
    const char *lines; /* in this order, or NULL: left out */
  } cases[] = {
    { "2014-11-18", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20141118|DTEND;VALUE=DATE:20141119|SUMMARY:Title" },
    { "2014-11-18/2014-11-20", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20141118|DTEND;VALUE=DATE:20141121" },
    { "2014-12-31", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20141231|DTEND;VALUE=DATE:20150101" },
    { "2016-02-29", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20160229|DTEND;VALUE=DATE:20160301" },
    { "2014-02", NULL, NULL, NULL,
      "DTSTART;VALUE=DATE:20140201|DTEND;VALUE=DATE:20140301|SUMMARY:≈ Feb 2014: Title" },
    { "2014-09~", NULL, NULL, NULL, "DTEND;VALUE=DATE:20141001|SUMMARY:≈ Sep 2014: Title" },
    { "2014", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20140101|DTEND;VALUE=DATE:20140102|SUMMARY:[2014] Title" },
    { "2014", NULL, "imprecise", "span", "DTEND;VALUE=DATE:20150101|SUMMARY:≈ 2014: Title" },
    { "2014-09", NULL, "imprecise", "anchor", "DTEND;VALUE=DATE:20140902|SUMMARY:[Sep 2014] Title" },
    { "2014-09", NULL, "imprecise", "skip", NULL },
    { "2014-09-01/..", NULL, NULL, NULL, "DTSTART;VALUE=DATE:20140901|DTEND;VALUE=DATE:20140902" },
    { "../..", NULL, NULL, NULL, NULL },
    /* What clients hold, and what makes some of them refuse a file. */
    { "1000-01-01", NULL, NULL, NULL, "DTSTART;VALUE=DATE:10000101" },
    { "0999-12-31", NULL, NULL, NULL, NULL },
    { "0001-01-01", NULL, NULL, NULL, NULL },
    { "-0044-03-15", NULL, NULL, NULL, NULL },

    { "1582-10-04", NULL, NULL, NULL, "DTSTART;VALUE=DATE:15821004|DURATION:P1D" },
    { "1582-10-05", NULL, NULL, NULL, NULL },
    { "1582-10-14", NULL, NULL, NULL, NULL },
    { "1582-10-15", NULL, NULL, NULL, "DTSTART;VALUE=DATE:15821015|DTEND;VALUE=DATE:15821016" },
    { "1648-10-24", NULL, NULL, NULL, "DTSTART;VALUE=DATE:16481024|DTEND;VALUE=DATE:16481025" },
    { "9999-12-30", NULL, NULL, NULL, "DTSTART;VALUE=DATE:99991230|DTEND;VALUE=DATE:99991231" },
    { "9999-12-31", NULL, NULL, NULL, NULL },
    { "9999-12-30T23:00:00-05:00", NULL, NULL, NULL, "DTSTART:99991231T040000Z" },
    { "1000-01-01T01:00:00+05:00", NULL, NULL, NULL, NULL },
    /* A meeting late in the evening in New York is on the next day in UTC. */
    { "2014-12-22", "America/New_York", NULL, NULL, "DTSTART;VALUE=DATE:20141222|DTEND;VALUE=DATE:20141223" },
    { "2014-12-22T22:00:00", "America/New_York", NULL, NULL, "DTSTART:20141223T030000Z" },
    { "2014-12-22T22:00:00-05:00", NULL, NULL, NULL, "DTSTART:20141223T030000Z" },
    { "2014-12-22T22:00:00", "America/New_York", "local-times", NULL,
      "DTSTART;TZID=America/New_York:20141222T220000" },
    { "2014-12-23T03:00:00Z", "America/New_York", "local-times", NULL,
      "DTSTART;TZID=America/New_York:20141222T220000" },
    { "2014-12-22T22:00:00", NULL, NULL, NULL, "DTSTART:20141222T220000" },
    { "2014-12-22T22:00:00", NULL, "local-times", NULL, "DTSTART:20141222T220000" },
    { "2014-12-22T22:00:00", "UTC", "local-times", NULL, "DTSTART:20141222T220000Z" },
    /* The United States changed its rules in 2007. */
    { "2006-03-20T12:00:00", "America/New_York", NULL, NULL, "DTSTART:20060320T170000Z" },
    { "2007-03-20T12:00:00", "America/New_York", NULL, NULL, "DTSTART:20070320T160000Z" },
    { "2050-07-01T12:00:00", "America/New_York", NULL, NULL, "DTSTART:20500701T160000Z" },
    { "2050-12-01T12:00:00", "America/New_York", NULL, NULL, "DTSTART:20501201T170000Z" },
    { "1945-07-01T12:00:00", "America/New_York", NULL, NULL, "DTSTART:19450701T160000Z" },
    /* Half past two did not exist; half past one existed twice, and then the first is meant. */
    { "2014-03-09T02:30:00", "America/New_York", NULL, NULL, "DTSTART:20140309T073000Z" },
    { "2014-03-09T02:30:00", "America/New_York", "local-times", NULL,
      "DTSTART;TZID=America/New_York:20140309T033000" },
    { "2014-11-02T01:30:00", "America/New_York", NULL, NULL, "DTSTART:20141102T053000Z" },
    { "2014-11-02T01:30:00-05:00", "America/New_York", "local-times", NULL, "DTSTART:20141102T063000Z" },
    { "2014-11-02T01:30:00-04:00", "America/New_York", "local-times", NULL,
      "DTSTART;TZID=America/New_York:20141102T013000" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    IcalSample sample = { .date = cases[i].date, .zone = cases[i].zone };
    g_autofree char *bytes = sample_write (&sample, cases[i].option, cases[i].value);
    if (cases[i].lines)
      sample_expect (cases[i].date, bytes, cases[i].lines);
    else if (strstr (bytes, "BEGIN:VEVENT"))
      CHN_FAIL ("%s is written", cases[i].date);
  }
}

static void
recurrences (void)
{
  static const struct {
    const char *date, *repeat, *option, *lines;
  } cases[] = {
    { "2014-11-18", "FREQ=YEARLY", NULL, "DTSTART;VALUE=DATE:20141118|RRULE:FREQ=YEARLY" },
    { "2014-11-18", "FREQ=DAILY;UNTIL=20141120T120000Z;INTERVAL=2", NULL,
      "RRULE:FREQ=DAILY;UNTIL=20141120;INTERVAL=2" },
    { "2014-11-18T10:00:00", "FREQ=WEEKLY;COUNT=3", NULL,
      "DTSTART;TZID=America/New_York:20141118T100000|RRULE:FREQ=WEEKLY;COUNT=3" },
    { "2014-11-18T10:00:00", "FREQ=WEEKLY;UNTIL=20141231", NULL, "RRULE:FREQ=WEEKLY;UNTIL=20150101T045959Z" },
    { "2014-11-18T10:00:00", "FREQ=WEEKLY;UNTIL=20141231T100000", NULL, "RRULE:FREQ=WEEKLY;UNTIL=20141231T150000Z" },
    { "2014-11-18", NULL, "anniversaries", "DTSTART;VALUE=DATE:20141118|RRULE:FREQ=YEARLY" },
    { "2014-11-18T22:00:00", NULL, "anniversaries",
      "DTSTART;VALUE=DATE:20141118|DTEND;VALUE=DATE:20141119|RRULE:FREQ=YEARLY" },
    { "2016-02-29", NULL, "anniversaries", "DTSTART;VALUE=DATE:20160229|RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    IcalSample sample = { .date = cases[i].date, .zone = "America/New_York", .repeat = cases[i].repeat };
    g_autofree char *bytes = sample_write (&sample, cases[i].option, NULL);
    sample_expect (cases[i].date, bytes, cases[i].lines);
  }
}

/* Rules that no calendar should see, and days that have no anniversary. */
static void
no_recurrence (void)
{
  static const IcalSample samples[] = {
    { .date = "2014-11-18", .repeat = "FREQ=SECONDLY" },
    { .date = "2014-11-18", .repeat = "FREQ=HOURLY;COUNT=3" },
    { .date = "2014-11-18", .repeat = "FREQ=DAILY\r\nX:y" },
    { .date = "2014-11-18", .repeat = "FREQ=DAILY;UNTIL=20141399" },
    { .date = "2014-11-18", .repeat = "nonsense" },
    { .date = "2014-11" },
    { .date = "2014-11-18~" },
    { .date = "2030-11-18" },
    { .date = "2014-11-18", .status = CHN_STATUS_CANCELLED },
    { .date = "2014-01-01/2014-11-18" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *bytes = sample_write (&samples[i], samples[i].repeat ? NULL : "anniversaries", NULL);
    if (strstr (bytes, "RRULE"))
      CHN_FAIL ("%s, %s: a rule", samples[i].date, samples[i].repeat ? samples[i].repeat : "-");
  }
}

/* Only what the time needs: the winter's half, both halves without end, a zone without changes. */
static void
zones (void)
{
  static const struct {
    IcalSample sample;
    const char *lines;
    guint n_observances;
  } cases[] = {
    { { .date = "2014-12-22T22:00:00", .zone = "America/New_York" },
      "BEGIN:VTIMEZONE|TZID:America/"
      "New_York|BEGIN:STANDARD|DTSTART:20141102T020000|TZOFFSETFROM:-0400|TZOFFSETTO:-0500|"
      "TZNAME:EST|END:STANDARD|END:VTIMEZONE|BEGIN:VEVENT",
      1 },
    { { .date = "2006-12-22T22:00:00", .zone = "America/New_York", .repeat = "FREQ=WEEKLY" },
      "DTSTART:20061029T020000|TZNAME:EST|END|BEGIN:DAYLIGHT|DTSTART:20070311T020000|TZNAME:EDT|"
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU|DTSTART:20071104T020000|TZNAME:EST|RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY="
      "1SU",
      3 },
    { { .date = "2014-12-22T22:00:00", .zone = "Europe/Zurich", .repeat = "FREQ=WEEKLY" },
      "DTSTART:20140330T020000|TZOFFSETFROM:+0100|TZOFFSETTO:+0200|TZNAME:CEST|RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-"
      "1SU|"
      "DTSTART:20141026T030000|TZOFFSETFROM:+0200|TZOFFSETTO:+0100|TZNAME:CET|RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-"
      "1SU",
      2 },
    { { .date = "2040-12-22T22:00:00", .zone = "America/New_York" }, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", 2 },
    { { .date = "2020-01-01T12:00:00", .zone = "Asia/Pyongyang", .repeat = "FREQ=DAILY" },
      "TZOFFSETFROM:+0830|TZOFFSETTO:+0900|END:VTIMEZONE|DTSTART;TZID=Asia/Pyongyang:20200101T120000",
      1 },
    { { .date = "1850-01-01T12:00:00", .zone = "America/New_York" },
      "DTSTART:10000101T000000|TZOFFSETTO:-045602",
      1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *bytes = sample_write (&cases[i].sample, "local-times", NULL);
    sample_expect (cases[i].sample.date, bytes, cases[i].lines);
    CHN_ASSERT_INT (sample_count (bytes, "TZOFFSETFROM:"), cases[i].n_observances);
  }
}

static void
alarms (void)
{
  static const struct {
    const char *date, *value;
    ChnStatus status;
    const char *lines; /* NULL: none */
  } cases[] = {
    { "2026-12-01", "-P14D", CHN_STATUS_PLANNED,
      "SEQUENCE|BEGIN:VALARM|ACTION:DISPLAY|DESCRIPTION:Title|TRIGGER:-P14D|END:VALARM|END:VEVENT" },
    { "2026-12-01", "2w", CHN_STATUS_PLANNED, "TRIGGER:-P14D" },
    { "2026-12-01", "PT90M", CHN_STATUS_PLANNED, "TRIGGER:-PT1H30M" },
    { "2026-11-01", "-P14D", CHN_STATUS_PLANNED, NULL },
    { "2026-11-02", "-P14D", CHN_STATUS_PLANNED, "TRIGGER:-P14D" },
    { "2026-12-01", "-P14D", CHN_STATUS_OCCURRED, NULL },
    { "2026-12-01", "-P14D", CHN_STATUS_CANCELLED, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    IcalSample sample = { .date = cases[i].date, .status = cases[i].status };
    g_autofree char *bytes = sample_write (&sample, "alarm", cases[i].value);
    if (cases[i].lines)
      sample_expect (cases[i].date, bytes, cases[i].lines);
    else if (strstr (bytes, "VALARM"))
      CHN_FAIL ("%s: a reminder", cases[i].date);
  }
}

static const ChnTest tests[] = {
  { "days, spans, anchors, instants", days_and_times },
  { "rules of recurrence and anniversaries", recurrences },
  { "what does not recur", no_recurrence },
  { "VTIMEZONE has what is needed", zones },
  { "reminders of what is planned", alarms },
};

CHN_SUITE ("format/ical-times", tests)
