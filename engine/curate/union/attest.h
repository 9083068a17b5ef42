/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/union/cited.h"
#include "curate/union/sources.h"

/* Whether two values of a field say the same. */
gboolean chn_values_agree (ChnField field, const char *a, const char *b);

/*
 * How many independent sources say so, those left out that others have corrected or withdrawn since, that only
 * foresaw it, and chronologies that were merged.
 */
guint chn_attest_count (const ChnCitedList *list, const ChnUnionSources *sources, ChnField field, const char *value);

/* Whether some source says so, and each that does has been corrected or withdrawn since. */
gboolean chn_attest_is_superseded (const ChnCitedList *list, const ChnUnionSources *sources, ChnField field,
                                   const char *value);

/* Which of two values says more of the same: above 0 the first, below 0 the second. */
int chn_value_compare_precision (ChnField field, const char *a, const char *b);
