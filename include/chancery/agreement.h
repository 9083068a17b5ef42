/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

G_BEGIN_DECLS

/**
 * ChnStance:
 * @CHN_STANCE_CONFIRMS: the source says the same
 * @CHN_STANCE_PARTIAL: what it says is compatible but less precise or less complete: "September
 *   2014" beside 13 September, 40-77 beside 40-77-50, the General Assembly beside its committee
 * @CHN_STANCE_DISPUTES: the source says something else
 *
 * How one source's claim about a field stands to the record.
 */
typedef enum {
  CHN_STANCE_CONFIRMS,
  CHN_STANCE_PARTIAL,
  CHN_STANCE_DISPUTES,
} ChnStance;

/**
 * chn_claim_judge:
 * @event: an event loaded from a timeline
 * @claim: one of its claims
 *
 * Compares a claim with the record, as its field understands likeness: dates by their bounds,
 * forums by the tree, votes count by count, text folded.
 *
 * Returns: the stance
 */
CHN_API ChnStance chn_claim_judge (const ChnEvent *event, const ChnClaim *claim);

/**
 * chn_event_dup_value:
 * @event: an event
 * @field: a field that a source may speak about
 *
 * Returns: (transfer full) (nullable): what the record has, in one line, in the field's own
 *   spelling; %NULL where it has nothing
 */
CHN_API char *chn_event_dup_value (const ChnEvent *event, ChnField field);

/** chn_stance_get_name: "confirms", "partial", "disputes". */
CHN_API const char *chn_stance_get_name (ChnStance stance);

G_END_DECLS
