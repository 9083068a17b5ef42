/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the iCalendar reader refuses and what it takes otherwise, where it says so, and what hostile files cost. */
#include "round-trip.h"

#define EVENT(lines) "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define DAY "DTSTART;VALUE=DATE:20200101\r\n"
#define GOOD DAY "SUMMARY:s\r\n"

typedef struct {
  const char *text;
  ExpectedFault fault;
} Row;

/* What is no calendar, or says that something is missing; and rules, and payloads of our own. */
static const Row refused[] = {
  { "", { 1, 1, "no calendar", "BEGIN:VCALENDAR" } },
  { "hello", { 1, 1, "no calendar", NULL } },
  { EVENT (GOOD "X-CHANCERY-EVENT:{}\r\n"), { 6, 18, "b64u", NULL } },
  { EVENT (GOOD "X-CHANCERY-EVENT:b64u.e30*\r\n"), { 6, 26, "base64url", NULL } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" GOOD, { 5, 1, "expected for the BEGIN of line 2", NULL } },
};

/* What costs no more than what is faulty. */
static const Row taken[] = {
  { "X:y\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", { 1, 1, "outside", NULL } },
  { EVENT ("SUMMARY:s\r\n"), { 2, 1, "\"s\" is left out: nothing says when it begins (UID u)", "DTSTART" } },
  { EVENT ("DTSTART:\r\nSUMMARY:s\r\n"), { 4, 1, "nothing says when", "20141118" } },
  { EVENT ("DTSTART:00000230\r\nSUMMARY:s\r\n"), { 4, 1, "00000230", "no such day" } },
  { EVENT ("DTSTART:20200230\r\nSUMMARY:s\r\n"), { 4, 1, "20200230\" is no day", NULL } },
  { EVENT ("DTSTART:20201301T000000\r\nSUMMARY:s\r\n"), { 4, 1, "20201301T000000", NULL } },
  { EVENT ("DTSTART:20200101T250000Z\r\nSUMMARY:s\r\n"), { 4, 1, "taken as DTSTART:20200102T010000Z", NULL } },
  { EVENT ("DTSTART:tomorrow\r\nSUMMARY:s\r\n"), { 4, 1, "tomorrow", "20141118" } },
  { EVENT (DAY "DTEND;VALUE=DATE:20191231\r\nSUMMARY:s\r\n"), { 5, 1, "before DTSTART", NULL } },
  { EVENT (DAY "DTEND:None\r\nSUMMARY:s\r\n"), { 5, 1, "DTEND \"None\" is left out", NULL } },
  { EVENT (DAY "DURATION:1day\r\nSUMMARY:s\r\n"), { 5, 1, "1day", "P2D" } },
  { EVENT (DAY "DURATION:-P1D\r\nSUMMARY:s\r\n"), { 5, 1, "less than nothing", NULL } },
  { EVENT (DAY "DURATION:PT1W\r\nSUMMARY:s\r\n"), { 5, 1, "PT1W", "P1W" } },
  { EVENT (GOOD "no colon\r\n"), { 6, 4, "colon behind its name; \"no colon\" is left out (UID u)", NULL } },
  { EVENT (GOOD "X-A;B:c\r\n"), { 6, 6, "parameter without name or \"=\"; it is taken as X-A;B=:c (UID u)", NULL } },
  { EVENT (GOOD "X-A:caf\xE9\r\n"), { 6, 8, "UTF-8 in the line; it is taken as X-A:café", NULL } },
  { EVENT (GOOD "X-A:\x01\r\n"), { 6, 5, "control", NULL } },
  { "BEGIN:VCALENDAR\r\nCALSCALE:HEBREW\r\nEND:VCALENDAR\r\n", { 2, 1, "HEBREW", NULL } },
  { "BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n", { 2, 1, "1.0", "2.0" } },
  { "BEGIN:VCALENDAR\r\nVERSION:3.0\r\nEND:VCALENDAR\r\n", { 2, 1, "3.0", "2.0" } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" GOOD "END:VTODO\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    { 6, 1, "END:VTODO, expected END:VEVENT for the BEGIN of line 2", NULL } },
  { "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n", { 3, 1, "closes nothing", NULL } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" GOOD "END:VEVENT\r\n",
    { 6, 1, "END:VCALENDAR is expected", NULL } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" GOOD "BEGIN:VEVENT\r\nUID:v\r\n" GOOD
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    { 6, 1, "BEGIN:VEVENT, expected END:VEVENT for the BEGIN of line 2", NULL } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:u\r\nEND:VTODO\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
    { 1, 1, "0 events; 2 to-dos kept, not shown", NULL } },
  { "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:u\r\n" GOOD
    "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:v\r\nUID:w\r\nDTSTART:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    { 10, 1, "(UID v)", NULL } },
};

static void
check_first (const Row *row, ChnSeverity severity)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", row->text, report);
  guint n = 0;
  if ((timeline == NULL) != (severity == CHN_SEVERITY_ERROR))
    CHN_FAIL ("%s is %s", row->text, timeline ? "read" : "refused");
  while (n < chn_report_get_n_findings (report) && chn_report_get_finding (report, n)->severity != severity)
    n++;
  check_fault (report, n, &row->fault, row->text);
}

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    check_first (&refused[i], CHN_SEVERITY_ERROR);
}

static void
test_warnings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    check_first (&taken[i], CHN_SEVERITY_WARNING);
}

#define COPY(title, lines) "BEGIN:VEVENT\nUID:u\nDTSTART:20200101\nSUMMARY:" title "\n" lines "END:VEVENT\n"
#define TWICE(first, second) "BEGIN:VCALENDAR\n" first second "END:VCALENDAR\n"

/* Of events with one UID one counts. */
static void
test_copies (void)
{
  static const struct {
    const char *text, *title;
    ChnSeverity severity;
  } rows[] = {
    { TWICE (COPY ("a", ""), COPY ("b", "")), "b", CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", "SEQUENCE:1\n"), COPY ("b", "")), "a", CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", "SEQUENCE:1\n"), COPY ("b", "SEQUENCE:2\n")), "b", CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", "SEQUENCE:1\nDTSTAMP:20200102T000000Z\n"),
             COPY ("b", "SEQUENCE:1\nDTSTAMP:20200101T000000Z\n")),
      "a", CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", "DTSTAMP:20200101T000000Z\n"), COPY ("b", "DTSTAMP:20200102T000000Z\n")), "b",
      CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", ""), COPY ("a", "")), "a", CHN_SEVERITY_NOTE },
    { TWICE (COPY ("a", ""), "END:VCALENDAR\nBEGIN:VCALENDAR\n" COPY ("b", "")), "b", CHN_SEVERITY_WARNING },
    { TWICE (COPY ("a", ""), COPY ("b", "SEQUENCE:3\n") COPY ("c", "SEQUENCE:2\n")), "b", CHN_SEVERITY_WARNING },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", rows[i].text, report);
    g_autoptr (ChnEvent) event = chn_event_new ();
    CU_ASSERT_FATAL (timeline && chn_timeline_get_n_events (timeline) == 1);
    chn_timeline_load (timeline, 0, event);
    CHN_ASSERT_STRING (chn_event_get_text (event, CHN_FIELD_TITLE), rows[i].title);
    CHN_ASSERT_STRING (chn_timeline_get_id (timeline, 0), "u");
    CU_ASSERT (chn_report_count (report, rows[i].severity) > 0);
    CHN_ASSERT_INT (chn_timeline_get_n_origins (timeline), 1);
  }
}

/* Reading on keeps what can be kept, and every fault is warned of. */
static void
test_keep_going (void)
{
  static const char text[] =
      "BEGIN:VCALENDAR\nVERSION:3\nBEGIN:VEVENT\nUID:u\nDTSTART:20200101\nSUMMARY:s\nno colon\n"
      "RRULE:FREQ=HOURLY\nEND:VEVENT\nBEGIN:VEVENT\nUID:v\nDTSTART:never\nSUMMARY:t\nEND:VEVENT\n"
      "BEGIN:VEVENT\nUID:w\nDTSTART:20200103\nSUMMARY:last\n";
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, TRUE);
  CU_ASSERT_TRUE (chn_format_read (chn_format_find ("ics", NULL), text, strlen (text), "in", builder, NULL));
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, &error);
  CHN_ASSERT_NO_ERROR (error);
  CHN_ASSERT_INT (chn_timeline_get_n_events (timeline), 2);
  CHN_ASSERT_STRING (chn_timeline_get_id (timeline, 0), "u");
  CHN_ASSERT_STRING (chn_timeline_get_id (timeline, 1), "w");
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 0);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_WARNING), 4);
}

/* A file of a beginning, a piece many times over, and an end. */
static ChnTimeline *
read_repeated (const char *head, const char *piece, guint n, const char *tail, ChnReport *report)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (GString) text = g_string_new (head);
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, tail);
  return read_bytes (registry, "ics", text->str, text->len, NULL, report);
}

static const struct {
  const char *head, *piece, *tail;
  guint n;
  const char *message; /* of the first finding; NULL: there need be none */
  gboolean is_read;
} hostile[] = {
  { EVENT (GOOD), "BEGIN:A\n", "", 200000, "more than 16", FALSE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD, "X-A:b\n", "END:VEVENT\nEND:VCALENDAR\n", 9996, NULL, TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD, "X-A:b\n", "END:VEVENT\nEND:VCALENDAR\n", 1000000,
    "10000 properties", FALSE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD "X-A:", "a,b;c=d\\n ", "\nEND:VEVENT\nEND:VCALENDAR\n", 2000000,
    NULL, TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD "X-A", ";a=b", ":c\nEND:VEVENT\nEND:VCALENDAR\n", 200000,
    "parameters", TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD "X-A:", "\n b", "\nEND:VEVENT\nEND:VCALENDAR\n", 500000, NULL,
    TRUE },
  { "BEGIN:VCALENDAR\n", "BEGIN:VTODO\nX-A:b\nEND:VTODO\n", "END:VCALENDAR\n", 20000, NULL, TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VTODO\n", "X-A:b\n", "END:VTODO\nEND:VCALENDAR\n", 1000000, "kept", FALSE },
  { "BEGIN:VCALENDAR\n", "END:X\n", "END:VCALENDAR\n", 300000, "expected END:VCALENDAR", TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART;TZID=z:20200101T000000\nSUMMARY:s\nEND:VEVENT\n",
    "BEGIN:VTIMEZONE\nTZID:z\n", "END:VCALENDAR\n", 100000, NULL, TRUE },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\n" GOOD, "CATEGORIES:Nobody knows this, nor that\n",
    "END:VEVENT\nEND:VCALENDAR\n", 4000, NULL, TRUE },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline =
        read_repeated (hostile[i].head, hostile[i].piece, hostile[i].n, hostile[i].tail, report);
    const char *found =
        chn_report_get_n_findings (report) > 0 ? chn_report_get_finding (report, 0)->message : "nothing";
    if (hostile[i].message && !strstr (found, hostile[i].message))
      CHN_FAIL ("row %u: %s, expected %s", i, found, hostile[i].message);
    if ((timeline != NULL) != hostile[i].is_read)
      CHN_FAIL ("row %u is %s: %s", i, timeline ? "read" : "refused", found);
  }
}

#define OFFSET(offset)                                                                                               \
  "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:z\nBEGIN:STANDARD\nDTSTART:19701101T020000\n" offset                       \
  "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:u\nDTSTART;TZID=z:20140102T030000\nSUMMARY:s\nEND:VEVENT\n"        \
  "END:VCALENDAR\n"

#define ZONE(tzid, rule)                                                                                             \
  "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:" tzid "\nBEGIN:STANDARD\nDTSTART:19701101T020000\n"                       \
  "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:" rule "\nEND:STANDARD\nEND:VTIMEZONE\n"                              \
  "BEGIN:VEVENT\nUID:u\nDTSTART;TZID=" tzid ":20140102T030000\nSUMMARY:s\nEND:VEVENT\nEND:VCALENDAR\n"

/* A zone's rules are computed, not expanded; of a zone with other rules nothing is known. */
static void
test_zones (void)
{
  static const struct {
    const char *text;
    const char *date;
    const char *warning; /* or NULL */
  } rows[] = {
    { ZONE ("mad", "FREQ=SECONDLY;BYMONTH=13"), "2014-01-02T03:00:00", "FREQ=SECONDLY" },
    { ZONE ("mad", "FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=1SU"), "2014-01-02T03:00:00", "INTERVAL=2" },
    { ZONE ("mad", "FREQ=YEARLY;BYMINUTE=30;BYHOUR=2;BYDAY=1SU;BYMONTH=11"), "2014-01-02T03:00:00", "BYMINUTE=30" },
    { ZONE ("Eastern", "FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11"), "2014-01-02T03:00:00+01:00", NULL },
    { ZONE ("Europe/Helsinki", "FREQ=SECONDLY"), "2014-01-02T03:00:00+02:00", NULL },
    { ZONE ("GMT+0100", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"), "2014-01-02T03:00:00+01:00", NULL },
    { OFFSET ("TZOFFSETTO:0530\n"), "2014-01-02T03:00:00+05:30", NULL },
    { OFFSET ("TZOFFSETFROM:-05:30\nTZOFFSETTO:-05:30\n"), "2014-01-02T03:00:00-05:30", NULL },
    { OFFSET ("TZOFFSETFROM:+0530\nTZOFFSETTO:+530\n"), "2014-01-02T03:00:00", "\"+530\"" },
    { OFFSET ("TZOFFSETFROM:+0530\nTZOFFSETTO:east\n"), "2014-01-02T03:00:00", "\"east\"" },
    { OFFSET ("TZOFFSETFROM:+0530\n"), "2014-01-02T03:00:00", "\"\"" },
  };
  g_autoptr (ChnRegistry) registry = make_registry ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", rows[i].text, report);
    g_autoptr (ChnEvent) event = chn_event_new ();
    CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
    chn_timeline_load (timeline, 0, event);
    CHN_ASSERT_STRING (chn_date_get_text (chn_event_get_date (event, CHN_FIELD_DATE)), rows[i].date);
    CHN_ASSERT_INT (chn_report_get_n_findings (report) > 0, rows[i].warning != NULL);
    if (rows[i].warning)
      check_fault (report, 0, &(ExpectedFault){ 2, 1, rows[i].warning, NULL }, rows[i].text);
  }
}

/* Empty properties say nothing; an event is not refused for them. */
static void
test_empty (void)
{
  static const char text[] =
      EVENT ("DTSTART:20200101T100000Z\r\nDTEND:\r\nDURATION:\r\nRRULE:\r\nEXDATE:\r\nSUMMARY:s\r\n");
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", text, report);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 0);
  g_autofree char *written = write_all (timeline, "ics", "no-payload", NULL);
  static const char *const kept[] = { "\r\nDTEND:\r\n", "\r\nDURATION:\r\n", "\r\nRRULE:\r\n", "\r\nEXDATE:\r\n" };
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!strstr (written, kept[i]))
      CHN_FAIL ("no %s in %s", kept[i] + 2, written);
}

/* What every event must have is made where it is empty, and then stands once. */
static void
test_empty_required (void)
{
  static const char text[] = "BEGIN:VCALENDAR\r\nVERSION:\r\nCALSCALE:\r\nBEGIN:VEVENT\r\nUID:\r\nDTSTAMP:\r\n" GOOD
                             "END:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", text, report);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  g_autofree char *written = write_all (timeline, "ics", "no-payload", NULL);
  static const char *const once[] = { "\r\nUID:event-", "\r\nDTSTAMP:1970" };
  static const char *const gone[] = { "\r\nUID:\r\n", "\r\nDTSTAMP:\r\n" };
  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    CU_ASSERT_PTR_NOT_NULL (strstr (written, once[i]));
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    CU_ASSERT_PTR_NULL (strstr (written, gone[i]));
}

/* One of several is used, and all are written again. */
static void
test_repeated (void)
{
  static const char text[] =
      EVENT (GOOD "SUMMARY:other\r\nRRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\nLOCATION:a\r\nLOCATION:b\r\n");
  static const ExpectedFault warnings[] = { { 6, 1, "a second SUMMARY", "once" },
                                            { 10, 1, "a second LOCATION", "once" } };
  static const char *const kept[] = { "SUMMARY:s\r\n",         "SUMMARY:other\r\n", "RRULE:FREQ=DAILY\r\n",
                                      "RRULE:FREQ=WEEKLY\r\n", "LOCATION:a\r\n",    "LOCATION:b\r\n" };
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "ics", text, report);
  CU_ASSERT_PTR_NOT_NULL_FATAL (timeline);
  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    check_fault (report, i, &warnings[i], text);
  g_autofree char *written = write_all (timeline, "ics", "no-payload", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!strstr (written, kept[i]))
      CHN_FAIL ("no %s in %s", kept[i], written);
}

/* Two bytes a character: one fault says it all. */
static void
test_utf_16 (void)
{
  static const char text[] = "\xFF\xFE"
                             "B\0E\0G\0I\0N\0:\0\r\0\n\0";
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_bytes (registry, "ics", text, sizeof text - 1, NULL, report);
  CU_ASSERT_PTR_NULL (timeline);
  CHN_ASSERT_INT (chn_report_get_n_findings (report), 1);
  check_fault (report, 0, &(ExpectedFault){ 1, 1, "UTF-16", "UTF-8" }, "UTF-16");
}

static void
test_nul (void)
{
  static const char text[] =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nDTSTART:20200101\nSUMMARY:a\0b\nEND:VEVENT\nEND:VCALENDAR\n";
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_bytes (registry, "ics", text, sizeof text - 1, NULL, report);
  CU_ASSERT_PTR_NOT_NULL (timeline);
  check_fault (report, 0, &(ExpectedFault){ 5, 10, "NUL", NULL }, text);
}

static const ChnTest tests[] = {
  { "each fault is found at its place", test_faults },
  { "what is faulty costs no more", test_warnings },
  { "of copies one counts", test_copies },
  { "reading on keeps what is right", test_keep_going },
  { "hostile files end soon", test_hostile },
  { "zones of a calendar's own", test_zones },
  { "NUL", test_nul },
  { "empty properties", test_empty },
  { "empty UID and DTSTAMP", test_empty_required },
  { "repeated properties", test_repeated },
  { "UTF-16", test_utf_16 },
};

CHN_SUITE ("format/ical-read", tests)
