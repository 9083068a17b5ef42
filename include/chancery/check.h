/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * ChnRule:
 * @code: stable short name ("symbol-date")
 * @severity: of its findings
 * @note: what it finds, in one line
 * @explanation: a paragraph: why that matters, when nothing is said, and what to write
 *
 * One lint rule of the rule table.
 */
typedef struct {
  const char *code;
  ChnSeverity severity;
  const char *note;
  const char *explanation;
} ChnRule;

/** chn_check_get_rule: (transfer none) (nullable): the rule table, row by row from 0; %NULL behind the last. */
CHN_API const ChnRule *chn_check_get_rule (guint index);

/** chn_check_find_rule: (transfer none) (nullable): the rule of a code. */
CHN_API const ChnRule *chn_check_find_rule (const char *code);

/**
 * chn_check:
 * @timeline: a timeline
 * @today: (nullable): the day against which planned events are overdue; %NULL skips those rules
 * @ignored: (nullable) (array zero-terminated=1): codes of rules that are not applied
 * @report: where findings go, in timeline order
 *
 * Applies every rule to every event. What an event itself has check pass over (its field ignore) is a finding with
 * the reason, which counts for nothing.
 */
CHN_API void chn_check (const ChnTimeline *timeline, const ChnDate *today, const char *const *ignored,
                        ChnReport *report);

G_END_DECLS
