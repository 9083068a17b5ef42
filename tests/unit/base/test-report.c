/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of reports: order, counts, the bound, lines for people. */
#include "base/error.h"
#include "base/report.h"
#include "suite.h"

static void
add (ChnReport *report, ChnSeverity severity, const char *file, guint line, guint column, const char *message)
{
  chn_report_add (
      report,
      &(ChnFinding){
          .severity = severity, .code = "test", .file = file, .line = line, .column = column, .message = message });
}

static void
test_order (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  static const char *const expected[] = { "first", "second", "second too", "third", "fourth" };
  add (report, CHN_SEVERITY_ERROR, "b.yaml", 1, 1, "fourth");
  add (report, CHN_SEVERITY_ERROR, "a.yaml", 2, 5, "second");
  add (report, CHN_SEVERITY_NOTE, "a.yaml", 2, 5, "second too");
  add (report, CHN_SEVERITY_WARNING, "a.yaml", 10, 1, "third");
  add (report, CHN_SEVERITY_ERROR, "a.yaml", 2, 1, "first");
  chn_report_sort (report);
  CHN_ASSERT_INT (chn_report_get_n_findings (report), G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    CHN_ASSERT_STRING (chn_report_get_finding (report, i)->message, expected[i]);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 3);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_NOTE), 1);
}

static void
test_bound (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  for (guint i = 0; i < 1001; i++)
    add (report, CHN_SEVERITY_ERROR, "a.yaml", i + 1, 1, "again");
  CHN_ASSERT_INT (chn_report_get_n_findings (report), 1000);
  CHN_ASSERT_INT (chn_report_count (report, CHN_SEVERITY_ERROR), 1001);
}

static void
test_append (void)
{
  g_autoptr (ChnReport) first = chn_report_new ();
  g_autoptr (ChnReport) second = chn_report_new ();
  for (guint i = 0; i < 400; i++)
    add (first, CHN_SEVERITY_WARNING, "a.yaml", i + 1, 1, "first");
  for (guint i = 0; i < 1500; i++)
    add (second, CHN_SEVERITY_WARNING, "a.yaml", i + 1, 2, "second");
  add (second, CHN_SEVERITY_ERROR, "a.yaml", 1, 3, "third");
  chn_report_append (first, second);
  CHN_ASSERT_INT (chn_report_count (first, CHN_SEVERITY_WARNING), 1900);
  CHN_ASSERT_INT (chn_report_count (first, CHN_SEVERITY_ERROR), 1);
  CHN_ASSERT_INT (chn_report_get_n_findings (first), 1001);
  CHN_ASSERT_STRING (chn_report_get_finding (first, 399)->message, "first");
  CHN_ASSERT_STRING (chn_report_get_finding (first, 999)->message, "second");
  CHN_ASSERT_STRING (chn_report_get_finding (first, 1000)->message, "third");
}

static void
test_line (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  chn_error_set_at (&error, CHN_ERROR_RANGE, 5, 2, "write 2014-11", "found \x1B[31m, expected a month");
  chn_report_add_error (report, "a.yaml", 7, 12, "event", error);
  g_autofree char *line = chn_finding_dup_line (chn_report_get_finding (report, 0));
  CHN_ASSERT_STRING (line, "a.yaml:7:12: error: found <U+001B>[31m, expected a month; write 2014-11 [range]");
}

static void
test_to_error (void)
{
  g_autoptr (ChnReport) report = chn_report_new ();
  g_autoptr (GError) error = NULL;
  add (report, CHN_SEVERITY_WARNING, "a.yaml", 1, 1, "odd");
  CU_ASSERT_FALSE (chn_report_to_error (report, &error));
  CHN_ASSERT_NO_ERROR (error);
  add (report, CHN_SEVERITY_ERROR, "a.yaml", 2, 1, "wrong");
  add (report, CHN_SEVERITY_ERROR, "a.yaml", 3, 1, "wrong too");
  CU_ASSERT_TRUE (chn_report_to_error (report, &error));
  CHN_ASSERT_ERROR (error, CHN_ERROR, CHN_ERROR_SYNTAX);
  CHN_ASSERT_STRING (error->message, "a.yaml:2:1: error: wrong [test] (and 1 more)");
}

static char *
count_making (gconstpointer among, const char *wanted)
{
  guint *n_made = *(guint *const *) among;
  ++*n_made;
  return g_strdup (wanted);
}

static void
test_deferred_hints (void)
{
  g_autoptr (ChnReport) report = chn_report_new (), whole = chn_report_new ();
  guint n_made = 0, *counter = &n_made;
  for (guint i = 0; i < 1500; i++) {
    g_autoptr (GError) error = NULL;
    CHN_ASSERT_INT (chn_report_would_keep (report, CHN_SEVERITY_ERROR), i < 1000);
    chn_error_set (&error, CHN_ERROR_UNKNOWN, NULL, "unknown");
    chn_error_take_hint (
        error, chn_hint_new_deferred (count_making, g_memdup2 (&counter, sizeof counter), g_free, "write less", -1));
    chn_report_add_error (report, "a.yaml", 1500 - i, 1, NULL, error);
  }
  chn_report_append (whole, report);
  chn_report_sort (whole);
  CHN_ASSERT_INT (n_made, 0);
  CHN_ASSERT_STRING (chn_report_get_finding (whole, 999)->hint, "write less");
  CHN_ASSERT_STRING (chn_report_get_finding (report, 0)->hint, "write less");
  CHN_ASSERT_INT (n_made, 1);
}

static const ChnTest tests[] = {
  { "findings are sorted by place, stably", test_order },
  { "findings past the bound are counted", test_bound },
  { "one report behind another, as if they were one", test_append },
  { "a finding as one line, made visible", test_line },
  { "a report as the error of a run", test_to_error },
  { "hints are made for findings that are read", test_deferred_hints },
};

CHN_SUITE ("base/report", tests)
