/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/report.h>

G_BEGIN_DECLS

/**
 * ChnToldFinding:
 * @finding: (transfer none): what was found
 * @is_known: it stands in a baseline, and counts for nothing
 *
 * A finding that is written for other programs.
 */
typedef struct {
  const ChnFinding *finding;
  gboolean is_known;
} ChnToldFinding;

/**
 * chn_findings_dup_sarif:
 * @findings: (array length=n): what was found
 * @n: how many there are
 * @version: of the program that found it
 *
 * The findings as SARIF 2.1.0 (OASIS), one run with the table of rules. Columns are counted in characters, as
 * everywhere. What an event ignores is suppressed in the source, with the reason; what a baseline knows, externally
 * (3.35). Paths are those of the files as they were named, percent-encoded.
 *
 * Returns: (transfer full): JSON, ended by a newline
 */
CHN_API char *chn_findings_dup_sarif (const ChnToldFinding *findings, guint n, const char *version);

/**
 * chn_findings_dup_junit:
 * @findings: (array length=n): what was found
 * @n: how many there are
 *
 * The findings as JUnit's XML: each finding is a test case that failed, or that was skipped where it counts for
 * nothing; notes only say what they say. Each rule that found nothing is a case that passed.
 *
 * Returns: (transfer full): XML, ended by a newline
 */
CHN_API char *chn_findings_dup_junit (const ChnToldFinding *findings, guint n);

G_END_DECLS
