/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnRule:
 * @code: stable short name ("symbol-date")
 * @severity: of its findings
 * @note: what it finds and why that matters
 *
 * One lint rule of the rule table.
 */
typedef struct {
  const char *code;
  ChnSeverity severity;
  const char *note;
} ChnRule;

/** chn_check_get_rules: (array length=n): the rule table. */
CHN_API const ChnRule *chn_check_get_rules (guint *n);

/**
 * chn_check:
 * @timeline: a timeline
 * @today: (nullable): the day against which planned events are overdue; %NULL skips those rules
 * @report: where findings go, in timeline order
 *
 * Applies every rule to every event.
 */
CHN_API void chn_check (const ChnTimeline *timeline, const ChnDate *today, ChnReport *report);

G_END_DECLS
