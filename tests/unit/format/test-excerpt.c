/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "round-trip.h"

/* Files that hold some events of a timeline: relations that point outside are kept, and found again. */

static const char letter[] = "{\"id\":\"letter\",\"date\":\"2014-12-05\",\"title\":\"L\"}\n";
static const char meeting[] = "{\"id\":\"meeting\",\"date\":\"2014-12-22\",\"title\":\"M\","
                              "\"relations\":[{\"type\":\"requested-by\",\"target\":\"letter\"},"
                              "{\"type\":\"cites\",\"target\":\"report\"}]}\n";

static void
load (const ChnTimeline *timeline, const char *id, ChnEvent *event)
{
  guint row = 0;
  CU_ASSERT_FATAL (timeline != NULL);
  CU_ASSERT_FATAL (chn_timeline_find (timeline, id, &row));
  chn_timeline_load (timeline, row, event);
}

static void
assert_extra (const ChnEvent *event, guint index, const char *key, const char *value)
{
  guint n = 0;
  const ChnExtra *extras = chn_event_get_extras (event, &n);
  CU_ASSERT_FATAL (index < n);
  CHN_ASSERT_STRING (extras[index].key, key);
  CHN_ASSERT_STRING (extras[index].value, value);
}

static void
test_outside (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (registry, "json", meeting, report);
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = 0;
  load (timeline, "meeting", event);
  chn_event_get_relations (event, &n);
  CHN_ASSERT_INT (n, 0);
  assert_extra (event, 0, "outside-requested-by", "letter");
  assert_extra (event, 1, "outside-cites", "report");
  CHN_ASSERT_INT (chn_report_get_n_findings (report), 1);
  CHN_ASSERT_STRING (chn_report_get_finding (report, 0)->code, "outside-target");
  CHN_ASSERT_INT (chn_report_get_finding (report, 0)->severity, CHN_SEVERITY_NOTE);
}

/* An excerpt that was written again with its extras finds its target when that is there. */
static void
test_found_again (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  static const char again[] = "{\"id\":\"meeting\",\"date\":\"2014-12-22\",\"title\":\"M\",\"extra\":["
                              "{\"key\":\"outside-requested-by\",\"value\":\"letter\"},"
                              "{\"key\":\"outside-cites\",\"value\":\"report\"},"
                              "{\"key\":\"outside-nothing\",\"value\":\"letter\"}]}\n";
  g_autofree char *both = g_strconcat (again, letter, NULL);
  g_autoptr (ChnTimeline) timeline = read_well (registry, "json", both);
  g_autoptr (ChnEvent) event = chn_event_new ();
  guint n = 0;
  load (timeline, "meeting", event);
  const ChnRelation *relations = chn_event_get_relations (event, &n);
  CU_ASSERT_FATAL (n == 1);
  CHN_ASSERT_STRING (relations[0].target, "letter");
  CHN_ASSERT_STRING (chn_vocabulary_get_term_name (CHN_VOCABULARY_RELATION, relations[0].type), "requested-by");
  assert_extra (event, 0, "outside-cites", "report");
  assert_extra (event, 1, "outside-nothing", "letter");
}

/* A timeline file is whole: what it points at and lacks is an error. */
static void
test_timeline_file (void)
{
  g_autoptr (ChnRegistry) registry = make_registry ();
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (ChnTimeline) timeline = read_text (
      registry, "yaml", "timeline: t\nevents:\n  - {id: a, date: 2014, title: A, relations: {cites: b}}\n", report);
  CU_ASSERT_PTR_NULL (timeline);
  CHN_ASSERT_STRING (chn_report_get_finding (report, 0)->code, "unknown-target");
}

static const ChnTest tests[] = {
  { "relations that point outside are kept as extras", test_outside },
  { "they become relations again where the target is", test_found_again },
  { "a timeline file must have its targets", test_timeline_file },
};

CHN_SUITE ("format/excerpt", tests)
