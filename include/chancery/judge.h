/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/agreement.h>
#include <chancery/timeline.h>

G_BEGIN_DECLS

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
 * chn_timeline_count_voices:
 *
 * Returns: how many independent sources an event cites, whatever they say; see #ChnAgreement
 */
CHN_API guint chn_timeline_count_voices (const ChnTimeline *timeline, guint row);

G_END_DECLS
