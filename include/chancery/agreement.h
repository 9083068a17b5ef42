/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/event.h>

G_BEGIN_DECLS

/**
 * ChnStance:
 * @CHN_STANCE_CONFIRMS: the source says the same
 * @CHN_STANCE_PRECISE: what it says is compatible and more precise: 13 September beside "September
 *   2014", 40-77-50 beside 40-77, anything beside a record that states nothing of the field
 * @CHN_STANCE_PARTIAL: what it says is compatible but less precise or less complete: "September
 *   2014" beside 13 September, 40-77 beside 40-77-50, the General Assembly beside its committee
 * @CHN_STANCE_DISPUTES: the source says something else than the record, or than another source
 *   where the record is too vague to tell which is right
 * @CHN_STANCE_SUPERSEDED: another source corrected or withdrew what it says, which counts no more
 *
 * How one source's claim about a field stands to the record, and to what other sources say.
 */
typedef enum {
  CHN_STANCE_CONFIRMS,
  CHN_STANCE_PRECISE,
  CHN_STANCE_PARTIAL,
  CHN_STANCE_DISPUTES,
  CHN_STANCE_SUPERSEDED,
} ChnStance;

/**
 * ChnAgreement:
 * @CHN_AGREEMENT_SILENT: no source says anything about the field
 * @CHN_AGREEMENT_SINGLE: one source alone confirms it, or several of one voice
 * @CHN_AGREEMENT_PARTIAL: fewer than two independent sources confirm it, others say something
 *   compatible but more or less precise, or only foresaw it
 * @CHN_AGREEMENT_CONFIRMED: two or more independent sources confirm it, and none says otherwise
 * @CHN_AGREEMENT_DISPUTED: a source says something else, however many confirm it, or sources say
 *   what cannot be true of one event, each compatible with a record that is vaguer
 * @CHN_AGREEMENT_SUPERSEDED: all that was said of it has been corrected or withdrawn since
 *
 * How all sources of an event together stand to one field of its record. Two sources are
 * independent when their voices differ: the voice is the author, or the publisher where no author
 * is stated, or else the source itself. So one agency's report in two papers is one voice, and so
 * are two documents of the United Nations without an author.
 */
typedef enum {
  CHN_AGREEMENT_SILENT,
  CHN_AGREEMENT_SINGLE,
  CHN_AGREEMENT_PARTIAL,
  CHN_AGREEMENT_CONFIRMED,
  CHN_AGREEMENT_DISPUTED,
  CHN_AGREEMENT_SUPERSEDED,
} ChnAgreement;

/** chn_agreement_get_name: "silent", "single", "partial", "confirmed", "disputed", "superseded". */
CHN_API const char *chn_agreement_get_name (ChnAgreement agreement);

/**
 * chn_claim_judge:
 * @event: an event loaded from a timeline
 * @claim: one of its claims
 *
 * Compares a claim with the record, as its field understands likeness: dates by their bounds,
 * forums by the tree, votes count by count, text folded. What other sources say is not looked at:
 * chn_timeline_judge_claim() does that.
 *
 * Returns: the stance
 */
CHN_API ChnStance chn_claim_judge (const ChnEvent *event, const ChnClaim *claim);

/**
 * chn_citation_is_announcement:
 *
 * Returns: whether the source foresaw the event: it says that it is planned, the record no longer
 */
CHN_API gboolean chn_citation_is_announcement (const ChnEvent *event, const ChnCitation *citation);

/**
 * chn_event_dup_value:
 * @event: an event
 * @field: a field that a source may speak about
 *
 * Returns: (transfer full) (nullable): what the record has, in one line, in the field's own
 *   spelling; %NULL where it has nothing
 */
CHN_API char *chn_event_dup_value (const ChnEvent *event, ChnField field);

/** chn_stance_get_name: "confirms", "more-precise", "partial", "disputes", "superseded". */
CHN_API const char *chn_stance_get_name (ChnStance stance);

G_END_DECLS
