/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Runs a table of CUnit tests and reports them as TAP, so that each test is counted. */
#include "suite.h"

#include <CUnit/TestRun.h>
#include <stdio.h>

static void
fail_with (int line, const char *file, const char *message)
{
  CU_assertImplementation (CU_FALSE, (unsigned) line, message, file, "", CU_FALSE);
}

void
chn_fail (int line, const char *file, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fail_with (line, file, message);
}

void
chn_assert_string (const char *actual, const char *expected, int line, const char *file)
{
  if (g_strcmp0 (actual, expected) == 0) {
    CU_assertImplementation (CU_TRUE, (unsigned) line, "equal", file, "", CU_FALSE);
    return;
  }
  chn_fail (line, file, "found \"%s\", expected \"%s\"", actual ? actual : "(null)", expected ? expected : "(null)");
}

void
chn_assert_int (gint64 actual, gint64 expected, int line, const char *file)
{
  if (actual == expected) {
    CU_assertImplementation (CU_TRUE, (unsigned) line, "equal", file, "", CU_FALSE);
    return;
  }
  chn_fail (line, file, "found %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, actual, expected);
}

void
chn_assert_no_error (const GError *error, int line, const char *file)
{
  if (error)
    chn_fail (line, file, "unexpected error: %s", error->message);
  else
    CU_assertImplementation (CU_TRUE, (unsigned) line, "no error", file, "", CU_FALSE);
}

void
chn_assert_error (const GError *error, GQuark domain, int code, int line, const char *file)
{
  if (g_error_matches (error, domain, code))
    CU_assertImplementation (CU_TRUE, (unsigned) line, "error", file, "", CU_FALSE);
  else
    chn_fail (line, file, "expected error %d, found %s", code, error ? error->message : "none");
}

guint
chn_share (guint n)
{
  enum { EVERY = 4 };
  return g_strcmp0 (g_getenv ("CHANCERY_TESTS"), "whole") == 0 ? n : n / EVERY;
}

static guint completed;

static void
print_result (const CU_pTest test, const CU_pSuite suite, const CU_pFailureRecord failure)
{
  (void) suite;
  printf ("%s %u %s\n", failure ? "not ok" : "ok", ++completed, test->pName);
  for (CU_pFailureRecord record = failure; record; record = record->pNext)
    printf ("# %s:%u: %s\n", record->strFileName ? record->strFileName : "?", record->uiLineNumber,
            record->strCondition ? record->strCondition : "?");
  fflush (stdout);
}

int
chn_run_suite (const char *name, const ChnTest *tests, guint n_tests)
{
  if (CU_initialize_registry () != CUE_SUCCESS)
    return 99;
  CU_pSuite suite = CU_add_suite (name, NULL, NULL);
  for (guint i = 0; suite && i < n_tests; i++)
    if (!CU_add_test (suite, tests[i].name, tests[i].run))
      return 99;
  printf ("1..%u\n", n_tests);
  CU_set_test_complete_handler (print_result);
  CU_run_all_tests ();
  unsigned failed = CU_get_number_of_failures ();
  CU_cleanup_registry ();
  return failed > 0 ? 1 : 0;
}
