/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Ends the run as fuzzers notice it, and keep the input: g_error() is ended by a signal that they do not take. */
static inline void G_GNUC_PRINTF (1, 2) fail (const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  abort ();
}

/* Whatever a reader finds, it can be shown: text that is text, and a place that is one. */
static inline void
check_findings (const ChnReport *report)
{
  for (guint i = 0; i < chn_report_get_n_findings (report); i++) {
    const ChnFinding *finding = chn_report_get_finding (report, i);
    g_assert_true (finding->message && finding->message[0]);
    g_assert_true (finding->line == 0 || finding->column > 0);
    g_assert_true (g_utf8_validate (finding->message, -1, NULL));
  }
}
