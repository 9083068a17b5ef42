/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The oracle that judges every calendar finds what it is there for. */
#include "ical-oracle.h"

#include "suite.h"

#define FRONT "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define REST "SUMMARY:x\r\nSTATUS:CONFIRMED\r\nCLASS:PUBLIC\r\nTRANSP:TRANSPARENT\r\nX-CHANCERY-EVENT:b64u.e30\r\n"
#define EVENT(when) "BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20140101T000000Z\r\n" when REST "END:VEVENT\r\n"
#define BACK "END:VCALENDAR\r\n"
#define DAY "DTSTART;VALUE=DATE:20141118\r\n"

static void
faults_are_found (void)
{
  static const struct {
    const char *bytes, *fault; /* NULL: none */
  } cases[] = {
    { FRONT EVENT (DAY) BACK, NULL },
    { FRONT EVENT (DAY "DTEND;VALUE=DATE:20141119\r\n") BACK, NULL },
    { FRONT EVENT (DAY) EVENT (DAY) BACK, "UID twice" },
    { FRONT EVENT (DAY "DTEND;VALUE=DATE:20141118\r\n") BACK, "DTEND not after" },
    { FRONT EVENT ("") BACK, "not exactly once" },
    { FRONT EVENT ("DTSTART;VALUE=DATE:20140230\r\n") BACK, "no date or time" },
    { FRONT EVENT ("DTSTART;VALUE=DATE:09990101\r\n") BACK, "no date or time" },
    { FRONT EVENT ("DTSTART;VALUE=DATE:15821010\r\n") BACK, "no date or time" },
    { FRONT EVENT ("DTSTART:20140101\r\n") BACK, "no date or time" },
    { FRONT EVENT ("DTSTART:20140101T250000Z\r\n") BACK, "no date or time" },
    { FRONT EVENT ("DTSTART;TZID=Europe/Zurich:20140101T100000\r\n") BACK, "TZID without VTIMEZONE" },
    { FRONT EVENT (DAY "LOCATION:a,b\r\n") BACK, "not escaped" },
    { FRONT EVENT (DAY "LOCATION:a\\b\r\n") BACK, "no such escape" },
    { FRONT EVENT (DAY "LOCATION:a\nb\r\n") BACK, "a control character" },
    { FRONT EVENT (DAY "LOCATION:\xC3\r\n \xA9\r\n") BACK, "no UTF-8" },
    { FRONT EVENT (DAY "LOCATION:a\r\nLOCATION:b\r\n") BACK, "more than once" },
    { FRONT EVENT (DAY "X-CHANCERY-EVENT:b64u.e30\r\n") BACK, "payloads" },
    { FRONT EVENT (DAY "ATTENDEE:mailto:a@example.org\r\n") BACK, "asks people" },
    { FRONT "METHOD:PUBLISH\r\n" BACK, "METHOD" },
    { FRONT "UID:x\r\n" BACK, "UID of the calendar" },
    { FRONT "BEGIN:VEVENT\r\n" BACK, "END without BEGIN" },
    { "\xEF\xBB\xBF" FRONT BACK, "not one calendar" },
    { FRONT "X-A:0123456789012345678901234567890123456789012345678901234567890123456789012\r\n" BACK, "75 octets" },
    { FRONT "X-A:012345678901234567890123456789012345678901234567890123456789012345678901\r\n" BACK, "75 octets" },
    { FRONT "X-A:01234567890123456789012345678901234567890123456789012345678901234567890\r\n" BACK, NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (IcalOracle) oracle = { 0 };
    oracle_init (&oracle);
    gboolean accepted = oracle_accepts (&oracle, cases[i].bytes);
    if (accepted != !cases[i].fault || (cases[i].fault && !strstr (oracle.faults->str, cases[i].fault)))
      CHN_FAIL ("%u: found \"%s\", expected %s", i, oracle.faults->str, cases[i].fault ? cases[i].fault : "none");
    else
      CU_PASS ("as expected");
  }
}

static const ChnTest tests[] = { { "faults are found", faults_are_found } };

CHN_SUITE ("format/ical-oracle", tests)
