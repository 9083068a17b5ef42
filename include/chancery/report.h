/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/api.h>

G_BEGIN_DECLS

/**
 * ChnReport:
 *
 * An ordered list of findings about input: every fault of a file in one run, not just the first.
 */
typedef struct _ChnReport ChnReport;

/**
 * ChnSeverity:
 * @CHN_SEVERITY_NOTE: worth knowing
 * @CHN_SEVERITY_WARNING: probably a mistake
 * @CHN_SEVERITY_ERROR: wrong; the input is refused
 */
typedef enum {
  CHN_SEVERITY_NOTE,
  CHN_SEVERITY_WARNING,
  CHN_SEVERITY_ERROR,
} ChnSeverity;

/**
 * ChnFinding:
 * @severity: how bad it is
 * @code: a stable short name ("duplicate-id"), from a table
 * @file: (nullable): file name as the user gave it
 * @line: 1-based, 0 where unknown
 * @column: 1-based, in characters, 0 where unknown
 * @event: (nullable): id of the event concerned
 * @message: what was found and what was expected, one line
 * @hint: (nullable): what to do
 * @ignored: (nullable): the reason for which it counts for nothing
 *
 * One finding. The strings belong to the report.
 */
typedef struct {
  ChnSeverity severity;
  const char *code;
  const char *file;
  guint line;
  guint column;
  const char *event;
  const char *message;
  const char *hint;
  const char *ignored;
} ChnFinding;

CHN_API ChnReport *chn_report_new (void);
CHN_API void chn_report_free (ChnReport *report);

/**
 * chn_report_add:
 * @report: a report
 * @finding: (transfer none): copied
 *
 * Adds a finding. Beyond the bound of 1,000 errors further ones are counted, not kept. What is ignored is
 * kept within a bound of its own, and not counted.
 */
CHN_API void chn_report_add (ChnReport *report, const ChnFinding *finding);

/**
 * chn_report_set_most:
 * @report: a report that has no findings yet
 * @most: how many findings of each severity it keeps, instead of 1,000
 */
CHN_API void chn_report_set_most (ChnReport *report, guint most);

/**
 * chn_report_sort:
 * @report: a report
 *
 * Orders findings by file, line and column; findings at one place keep their order.
 */
CHN_API void chn_report_sort (ChnReport *report);

CHN_API guint chn_report_get_n_findings (const ChnReport *report);
CHN_API const ChnFinding *chn_report_get_finding (const ChnReport *report, guint index);

/**
 * chn_report_count:
 * @report: a report
 * @severity: which
 *
 * Returns: how many findings of exactly this severity were added, those past the bound included and those that
 * are ignored not
 */
CHN_API guint chn_report_count (const ChnReport *report, ChnSeverity severity);

/**
 * chn_finding_dup_line:
 * @finding: a finding
 *
 * Returns: (transfer full): "file:line:column: error: message [code]; hint", without newline,
 *   control characters made visible
 */
CHN_API char *chn_finding_dup_line (const ChnFinding *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnReport, chn_report_free)

G_END_DECLS
