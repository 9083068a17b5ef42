/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/counts.h"
#include "query/roll.h"

/* Of a number of votes in favour, the numbers against for which a pair is in a range: two stretches at most. */
typedef guint (*ChnPairFunc) (gint64 yes, const ChnCounts *range, ChnCounts *no);

/* Whether the votes in favour and against are a pair that one of the ranges asks for; no where nobody voted. */
ChnAnswer chn_roll_ask_pair (const ChnRoll *roll, ChnPairFunc find, const ChnCounts *ranges, guint n,
                             gboolean strict);

/* By how many more were in favour than against, or fewer. */
guint chn_pair_find_margin (gint64 yes, const ChnCounts *range, ChnCounts *no);

/* In millionths, the share of those in favour of all who were in favour or against. */
enum { CHN_SHARE_WHOLE = 1000000 };
guint chn_pair_find_share (gint64 yes, const ChnCounts *range, ChnCounts *no);
