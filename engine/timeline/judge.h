/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/judge.h>

#include "timeline/columns.h"

/* For each source, by code, the least code of the sources that have the same voice: see ChnAgreement. */
const guint32 *chn_timeline_get_voices (const ChnTimeline *timeline);

/* How one claim of a row stands to its record, read from the columns. */
ChnStance chn_columns_judge_claim (const ChnColumns *columns, guint row, const ChnClaimCell *claim);

/* How all claims of a row about a field stand to its record. */
ChnAgreement chn_columns_judge_field (const ChnColumns *columns, const guint32 *voices, guint row, ChnField field);

/* Whether a source says something else than the record about any field. */
gboolean chn_columns_is_disputed (const ChnColumns *columns, guint row);

/* How many voices the citations of a row have. */
guint chn_columns_count_voices (const ChnColumns *columns, const guint32 *voices, guint row);
