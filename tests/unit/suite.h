/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <CUnit/CUnit.h>
#include <glib.h>

/* Text assertions that show both sides when they fail. */
#define CHN_ASSERT_STRING(actual, expected) chn_assert_string ((actual), (expected), __LINE__, __FILE__)
#define CHN_ASSERT_INT(actual, expected) chn_assert_int ((gint64) (actual), (gint64) (expected), __LINE__, __FILE__)
/* No error, or its message is shown. */
#define CHN_ASSERT_NO_ERROR(error) chn_assert_no_error ((error), __LINE__, __FILE__)
/* An error of this domain and code. */
#define CHN_ASSERT_ERROR(error, domain, code) chn_assert_error ((error), (domain), (code), __LINE__, __FILE__)
/* A failure with a message that names the row of a table. */
#define CHN_FAIL(...) chn_fail (__LINE__, __FILE__, __VA_ARGS__)

typedef struct {
  const char *name;
  void (*run) (void);
} ChnTest;

void chn_assert_string (const char *actual, const char *expected, int line, const char *file);
void chn_assert_int (gint64 actual, gint64 expected, int line, const char *file);
void chn_assert_no_error (const GError *error, int line, const char *file);
void chn_assert_error (const GError *error, GQuark domain, int code, int line, const char *file);
void chn_fail (int line, const char *file, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* All `n` cases of a draw where CHANCERY_TESTS is "whole", as in `tools/test --all`; else a share of them. */
guint chn_share (guint n);

/* Runs the tests under CUnit and prints TAP; the program's exit status. */
int chn_run_suite (const char *name, const ChnTest *tests, guint n_tests);

#define CHN_SUITE(name, tests)                                                                                       \
  int main (void)                                                                                                    \
  {                                                                                                                  \
    return chn_run_suite ((name), (tests), G_N_ELEMENTS (tests));                                                    \
  }
