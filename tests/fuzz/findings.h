/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>

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
