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
  static const char text[] = EVENT ("a", EXTRA ("UID", "u@x")) EVENT ("b", EXTRA ("UID", "v@x"))
      EVENT ("c", EXTRA ("SEQUENCE", "1") "," EXTRA ("UID;X-A=b", "u@x"));
  guint n = 0;
  g_autofree char *refused = read_events ("json", text, FALSE, &n);
  CU_ASSERT_PTR_NOT_NULL_FATAL (refused);
  CU_ASSERT_PTR_NOT_NULL (strstr (refused, "in:3:"));
  CU_ASSERT_PTR_NOT_NULL (strstr (refused, "the UID \"u@x\" is taken: the event \"a\" at in:1:"));
  CHN_ASSERT_INT (n, 0);
  g_autofree char *left_out = read_events ("json", text, TRUE, &n);
  CU_ASSERT_PTR_NOT_NULL (left_out);
  CHN_ASSERT_INT (n, 2);
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

static const ChnTest tests[] = {
  { "a second event with a UID is refused, and both places are named", test_second },
  { "in YAML, too", test_yaml },
  { "instances share the UID of what recurs, each once", test_instances },
};

CHN_SUITE ("timeline/uid", tests)
