/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of UIDs that events bring along: one event each, but for instances of what recurs. */
#include <chancery/chancery.h>
#include <string.h>

#include "suite.h"

/* Events, each with the extras of a calendar in JSON. */
static char *
read_events (const char *format, const char *text, gboolean keep_going, guint *n_events)
{
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  g_autoptr (ChnReport) report = chn_report_new ();
  ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
  chn_timeline_builder_set_keep_going (builder, keep_going);
  CU_ASSERT_TRUE_FATAL (chn_format_read (chn_format_find (format, NULL), text, strlen (text), "in", builder, NULL));
  g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
  *n_events = timeline ? chn_timeline_get_n_events (timeline) : 0;
  for (guint i = 0; i < chn_report_get_n_findings (report); i++)
    if (strcmp (chn_report_get_finding (report, i)->code, "duplicate-uid") == 0)
      return chn_finding_dup_line (chn_report_get_finding (report, i));
  return NULL;
}

#define EVENT(id, extras) "{\"id\":\"" id "\",\"title\":\"t\",\"date\":\"2014\",\"extra\":[" extras "]}\n"
#define EXTRA(key, value) "{\"key\":\"" key "\",\"value\":\"" value "\"}"

static void
test_second (void)
{
  static const char text[] = EVENT ("a", EXTRA ("UID", "a-long-one@example.org")) EVENT ("b", EXTRA ("UID", "v@x"))
      EVENT ("c", EXTRA ("SEQUENCE", "1") "," EXTRA ("UID;X-A=b", "a-long-one@example.org"));
  guint n = 0;
  g_autofree char *refused = read_events ("json", text, FALSE, &n);
  CU_ASSERT_PTR_NOT_NULL_FATAL (refused);
  CU_ASSERT_PTR_NOT_NULL (strstr (refused, "in:3:"));
  CU_ASSERT_PTR_NOT_NULL (strstr (refused, "the UID \"a-long-one@example.org\" is taken: the event \"a\" at in:1:"));
  CHN_ASSERT_INT (n, 0);
  g_autofree char *left_out = read_events ("json", text, TRUE, &n);
  CU_ASSERT_PTR_NOT_NULL (left_out);
  CHN_ASSERT_INT (n, 2);
}

/* Of two calendars, each of which is read by itself, and long as most are. */
static void
test_two_calendars (void)
{
  static const char text[] = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1f0c2a9e-77aa-4be2-9d55-4c1a@example.org\r\n"
                             "DTSTART:20141118T150800Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  g_autoptr (ChnRegistry) registry = chn_registry_builder_seal (chn_registry_builder_new (NULL), NULL);
  for (guint n = 1; n <= 2; n++) {
    g_autoptr (ChnReport) report = chn_report_new ();
    ChnTimelineBuilder *builder = chn_timeline_builder_new (registry, report, NULL);
    for (guint i = 0; i < n; i++)
      CU_ASSERT_TRUE (chn_format_read (chn_format_find ("ics", NULL), text, strlen (text), "in", builder, NULL));
    g_autoptr (ChnTimeline) timeline = chn_timeline_builder_seal (builder, NULL);
    CHN_ASSERT_INT (timeline != NULL, n == 1);
  }
}

static void
test_yaml (void)
{
  guint n = 0;
  g_autofree char *refused = read_events ("yaml",
                                          "timeline: z\nevents:\n"
                                          "  - {id: a, date: 2014, title: t, extra: [UID: u]}\n"
                                          "  - {id: b, date: 2014, title: t, extra: [UID: u]}\n",
                                          FALSE, &n);
  CU_ASSERT_PTR_NOT_NULL_FATAL (refused);
  CU_ASSERT_PTR_NOT_NULL (strstr (refused, "the event \"a\" at in:3:"));
}

static void
test_instances (void)
{
  static const char text[] =
      EVENT ("a", EXTRA ("UID", "u")) EVENT ("b", EXTRA ("UID", "u") "," EXTRA ("RECURRENCE-ID", "20140102"))
          EVENT ("c", EXTRA ("UID", "u") "," EXTRA ("RECURRENCE-ID;TZID=X", "20140103"));
  static const char again[] = EVENT ("d", EXTRA ("UID", "u") "," EXTRA ("RECURRENCE-ID", "20140103"));
  guint n = 0;
  g_autofree char *fine = read_events ("json", text, FALSE, &n);
  CU_ASSERT_PTR_NULL (fine);
  CHN_ASSERT_INT (n, 3);
  g_autofree char *all = g_strconcat (text, again, NULL);
  g_autofree char *refused = read_events ("json", all, FALSE, &n);
  CU_ASSERT_PTR_NOT_NULL (refused);
}

/* Without a UID of its own an event is written under its id at the domain of its timeline. */
static void
test_made (void)
{
  static const struct {
    const char *header, *uid;
    gboolean is_taken;
  } cases[] = {
    { "timeline: z", "a@z.chancery", TRUE },
    { "timeline: z", "' a@z.chancery '", TRUE },
    { "timeline: z", "a@timeline.chancery", FALSE },
    { "timeline: z", "a@other.chancery", FALSE },
    { "timeline: z", "c@z.chancery", FALSE }, /* which has another */
    { "timeline: z", "b@z.chancery", FALSE }, /* its own */
    { "timeline: z", "d@z.chancery", FALSE },
    { "timeline: z\ndomain: example.org", "a@example.org", TRUE },
    { "timeline: z\ndomain: example.org", "a@z.chancery", FALSE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n = 0;
    g_autofree char *text = g_strdup_printf ("%s\nevents:\n"
                                             "  - {id: b, date: 2014, title: t, extra: [UID: %s]}\n"
                                             "  - {id: a, date: 2014, title: t}\n"
                                             "  - {id: c, date: 2014, title: t, extra: [UID: q@x]}\n",
                                             cases[i].header, cases[i].uid);
    g_autofree char *refused = read_events ("yaml", text, FALSE, &n);
    CHN_ASSERT_INT (refused != NULL, cases[i].is_taken);
    CHN_ASSERT_INT (n, cases[i].is_taken ? 0 : 3);
    CU_ASSERT_TRUE (!refused || strstr (refused, "the event \"a\" at in:"));
  }
}

/* The UID is what a reader of the calendar gets: without escapes and blanks around it. */
static void
test_spellings (void)
{
  static const struct {
    const char *a, *b;
    gboolean is_same;
  } cases[] = {
    { "x,y", "x\\\\,y", TRUE },     { "u", " u ", TRUE }, { "u", "U", FALSE },
    { "x\\\\ny", "x\\\\Ny", TRUE }, { "", "", FALSE }, /* is none */
    { "x\\n", "x\\n", FALSE },                         /* cannot be written as one */
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint n = 0;
    g_autofree char *text =
        g_strdup_printf (EVENT ("a", EXTRA ("UID", "%s")) EVENT ("b", EXTRA ("UID", "%s")), cases[i].a, cases[i].b);
    g_autofree char *refused = read_events ("json", text, FALSE, &n);
    CHN_ASSERT_INT (refused != NULL, cases[i].is_same);
  }
}

static char *
make_component (const char *uid, int sequence, const char *title)
{
  return g_strdup_printf ("BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20140101T000000Z\r\nSEQUENCE:%d\r\n"
                          "DTSTART;VALUE=DATE:20140101\r\nSUMMARY:%s\r\nEND:VEVENT\r\n",
                          uid, sequence, title);
}

/* In a calendar the copy with the highest SEQUENCE counts, whichever comes first. */
static void
test_calendar (void)
{
  static const char *const uids[][2] = { { "x@y", "x@y" }, { "x,y", "x\\,y" }, { "a@z.chancery", "a@z.chancery" } };
  for (guint i = 0; i < 2 * G_N_ELEMENTS (uids); i++) {
    g_autofree char *one = make_component (uids[i / 2][0], i % 2 ? 3 : 2, i % 2 ? "New" : "Old");
    g_autofree char *two = make_component (uids[i / 2][1], i % 2 ? 2 : 3, i % 2 ? "Old" : "New");
    g_autofree char *text =
        g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", one, two, "END:VCALENDAR\r\n", NULL);
    guint n = 0;
    g_autofree char *refused = read_events ("ics", text, FALSE, &n);
    CU_ASSERT_PTR_NULL (refused);
    CHN_ASSERT_INT (n, 1);
  }
}

static const ChnTest tests[] = {
  { "a second event with a UID is refused, and both places are named", test_second },
  { "in YAML, too", test_yaml },
  { "nor may it be the one that is made for another event", test_made },
  { "escapes and blanks around it make no other UID", test_spellings },
  { "in calendars one of the copies counts, however its UID is escaped", test_calendar },
  { "of two calendars, too", test_two_calendars },
  { "instances share the UID of what recurs, each once", test_instances },
};

CHN_SUITE ("timeline/uid", tests)
