/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Updates: SEQUENCE rises where content changed, what left is cancelled once. */
#include "ical-sample.h"

#include "ical-oracle.h"

static const IcalSample before[] = {
  { .id = "kept", .date = "2014-11-18" },
  { .id = "retitled", .date = "2014-11-19" },
  { .id = "moved", .date = "2014-11-20T10:00:00", .zone = "America/New_York", .repeat = "FREQ=WEEKLY" },
  { .id = "gone", .date = "2014-11-21T10:00:00", .zone = "America/New_York", .repeat = "FREQ=WEEKLY" },
  { .id = "cancelled", .date = "2014-11-22", .status = CHN_STATUS_CANCELLED },
};

static const IcalSample after[] = {
  { .id = "kept", .date = "2014-11-18" },
  { .id = "retitled", .date = "2014-11-19", .title = "Another title" },
  { .id = "moved", .date = "2014-11-20T11:00:00", .zone = "America/New_York", .repeat = "FREQ=WEEKLY" },
  { .id = "new", .date = "2014-11-23" },
};

static char *
update (const IcalSample *samples, guint n, const char *old, GError **error)
{
  g_autoptr (ChnTimeline) timeline = sample_timeline (samples, n);
  g_autoptr (ChnWriteOptions) options = chn_write_options_new ();
  g_autoptr (GBytes) bytes = old ? g_bytes_new (old, strlen (old)) : NULL;
  if (bytes)
    CU_ASSERT_TRUE (chn_write_options_set_contents (options, "update", bytes, NULL));
  return sample_write_timeline (timeline, options, error);
}

/* The number behind SEQUENCE of an event. */
static int
sequence_of (const char *bytes, const char *id)
{
  g_autofree char *uid = g_strdup_printf ("UID:%s@", id);
  const char *event = strstr (bytes, uid), *end = event ? strstr (event, "END:VEVENT") : NULL;
  const char *sequence = event ? strstr (event, "\r\nSEQUENCE:") : NULL;
  return sequence && sequence < end ? atoi (sequence + strlen ("\r\nSEQUENCE:")) : -1;
}

static void
check_file (const char *bytes)
{
  g_auto (IcalOracle) oracle = { 0 };
  oracle_init (&oracle);
  if (!oracle_accepts (&oracle, bytes))
    CHN_FAIL ("%s", oracle.faults->str);
}

static void
changes_are_told (void)
{
  g_autofree char *first = update (before, G_N_ELEMENTS (before), NULL, NULL);
  g_autofree char *second = update (after, G_N_ELEMENTS (after), first, NULL);
  g_autofree char *third = update (after, G_N_ELEMENTS (after), second, NULL);
  const int start = sequence_of (first, "kept");
  CU_ASSERT_TRUE (start > 0);
  CHN_ASSERT_INT (sequence_of (second, "kept"), start);
  CHN_ASSERT_INT (sequence_of (second, "retitled"), start + 1);
  CHN_ASSERT_INT (sequence_of (second, "moved"), start + 1);
  CU_ASSERT_TRUE (sequence_of (second, "gone") > start);
  CHN_ASSERT_INT (sequence_of (second, "cancelled"), start);
  CHN_ASSERT_INT (sequence_of (second, "new"), start);
  sample_expect (
      "gone", second,
      "UID:gone@|DTSTART:20141121T150000Z|SUMMARY:Title|STATUS:CANCELLED|SEQUENCE|X-CHANCERY-GONE|END:VEVENT");
  CHN_ASSERT_INT (sequence_of (third, "retitled"), start + 1);
  CHN_ASSERT_STRING (third, second);
  check_file (second);
  check_file (third);
}

/* A client's file: other folding, other line ends, other order, a reminder of the user's own. */
static void
form_is_no_content (void)
{
  static const IcalSample sample = { .id = "kept",
                                     .date = "2014-11-18",
                                     .title = "A title that is so long that it has to "
                                              "be folded somewhere, and ends here" };
  g_autofree char *first = update (&sample, 1, NULL, NULL);
  g_autoptr (GString) other = g_string_new (first);
  g_string_replace (other, "\r\n ", "", 0);
  g_string_replace (other, "\r\n", "\n", 0);
  g_string_replace (other, "DTSTAMP:20161231", "DTSTAMP:20200101", 0);
  g_string_replace (other, "TRANSP:TRANSPARENT\nCLASS:PUBLIC\n", "CLASS:PUBLIC\nTRANSP:TRANSPARENT\n", 0);
  g_string_replace (other, "END:VEVENT", "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT1H\nEND:VALARM\nEND:VEVENT", 0);
  g_autofree char *second = update (&sample, 1, other->str, NULL);
  CHN_ASSERT_STRING (second, first);
}

static void
bad_files_are_refused (void)
{
  static const char *const files[] = {
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n",
    "BEGIN:VCALENDAR\r\nno content line\r\nEND:VCALENDAR\r\n",
  };
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *bytes = update (after, G_N_ELEMENTS (after), files[i], &error);
    CU_ASSERT_PTR_NULL (bytes);
    CU_ASSERT_TRUE (error && error->domain == CHN_ERROR && strstr (error->message, "older calendar") != NULL);
  }
}

/* Twice the same UID, none at all, a SEQUENCE that is no number: what others write is survived. */
static void
odd_files_are_taken (void)
{
  static const char old[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:many\r\nEND:VEVENT\r\n"
                            "BEGIN:VEVENT\r\nUID:x\r\nRECURRENCE-ID:20140101\r\nEND:VEVENT\r\n"
                            "BEGIN:VEVENT\r\nSUMMARY:none\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *bytes = update (after, 1, old, NULL);
  CHN_ASSERT_INT (sample_count (bytes, "BEGIN:VEVENT"), 3);
  CHN_ASSERT_INT (sample_count (bytes, "UID:x"), 2); /* an instance is an event of its own */
  sample_expect ("x", bytes, "UID:x|STATUS:CANCELLED|SEQUENCE|X-CHANCERY-GONE");
}

/* The days that a client left out are of a zone that the new calendar does not define: all of them go to UTC. */
static void
left_out_days_stay (void)
{
  static const char old[] =
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT \r\nUID:x\r\nDTSTART;TZID=Europe/London:20200106T093000\r\n"
      "EXDATE;TZID=Europe/London:20200120T093000,20200706T093000\r\n"
      "RDATE;VALUE=DATE;TZID=Europe/London:20200121,20200122\r\n"
      "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autofree char *bytes = update (after, 1, old, NULL);
  sample_expect (
      "x", bytes,
      "UID:x|DTSTART:20200106T093000Z|EXDATE:20200120T093000Z,20200706T083000Z|"
      "RDATE;VALUE=DATE;TZID=Europe/London:20200121,20200122|STATUS:CANCELLED|SEQUENCE|X-CHANCERY-GONE|END:VEVENT");
}

static const ChnTest tests[] = {
  { "changes are told, and no more", changes_are_told },     { "form is no content", form_is_no_content },
  { "bad files are refused", bad_files_are_refused },        { "odd files are taken", odd_files_are_taken },
  { "days that were left out stay so", left_out_days_stay },
};

CHN_SUITE ("format/ical-old", tests)
