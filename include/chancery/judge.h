/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/agreement.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

/**
 * chn_timeline_judge_claim:
 * @timeline: a timeline
 * @row: a row
 * @citation: index of one of its citations
 * @claim: index of one of that citation's claims
 *
 * How one claim stands to the record and to what other sources of the event say. What a source
 * only foresaw neither confirms nor disputes what came of it: a plan that slipped was no error. Two
 * sources that say what cannot both be true dispute it, even where the record is too vague to tell
 * which is right; of an event that lasts, each may name another day.
 *
 * Returns: the stance; %CHN_STANCE_PARTIAL where there is no such claim
 */
CHN_API ChnStance chn_timeline_judge_claim (const ChnTimeline *timeline, guint row, guint citation, guint claim);

/**
 * chn_timeline_find_successor:
 *
 * Which source supersedes one claim of a row: one that withdraws the source that makes it, or one
 * that corrects that source and is cited for the event, where it speaks of the same field or
 * says nothing of its own. A source that has been withdrawn itself supersedes nothing any more.
 *
 * Returns: (transfer none) (nullable): the source; %NULL where the claim stands
 */
CHN_API const ChnSource *chn_timeline_find_successor (const ChnTimeline *timeline, guint row, guint citation,
                                                      guint claim);

/**
 * chn_timeline_find_withdrawal:
 * @key: key of a source
 *
 * Returns: (transfer none) (nullable): a source that withdraws it, and has not been withdrawn itself
 */
CHN_API const ChnSource *chn_timeline_find_withdrawal (const ChnTimeline *timeline, const char *key);

/**
 * chn_timeline_judge_field:
 * @timeline: a timeline
 * @row: a row
 * @field: a field that a source may speak about
 *
 * How all sources of an event together stand to one field of its record.
 *
 * Returns: the agreement; %CHN_AGREEMENT_SILENT for a field that sources do not speak about
 */
CHN_API ChnAgreement chn_timeline_judge_field (const ChnTimeline *timeline, guint row, ChnField field);

/**
 * chn_timeline_is_disputed:
 *
 * Returns: whether a source of the event says something else than the record, or than another
 *   source, about any field
 */
CHN_API gboolean chn_timeline_is_disputed (const ChnTimeline *timeline, guint row);

/**
 * chn_timeline_has_superseded:
 *
 * Returns: whether something that a source of the event says has been corrected or withdrawn since
 */
CHN_API gboolean chn_timeline_has_superseded (const ChnTimeline *timeline, guint row);

/**
 * chn_timeline_count_voices:
 *
 * Returns: how many independent sources an event cites, whatever they say, those left out that have been
 *   withdrawn; see #ChnAgreement
 */
CHN_API guint chn_timeline_count_voices (const ChnTimeline *timeline, guint row);

G_END_DECLS
