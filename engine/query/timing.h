/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/ends.h"

/*
 * How a date may lie to a stretch of time, from its first to its last second. What lasts has a beginning and an end;
 * of a date that does not both are the moment that it is, known exactly or not.
 */
typedef enum {
  CHN_TIMING_WITHIN,   /* some of its moments lie in it; certainly: all that it may have */
  CHN_TIMING_BEFORE,   /* it ends by the last second */
  CHN_TIMING_AFTER,    /* it begins with the first second or later */
  CHN_TIMING_DURING,   /* it begins and ends in it */
  CHN_TIMING_OVERLAPS, /* it shares a moment with all of it */
  CHN_TIMING_BEGINS,   /* it begins in it */
  CHN_TIMING_ENDS,     /* it ends in it */
} ChnTiming;

/* What is open on a side has no beginning or no end there. */

/* Whether it may lie so, and whether it does whatever the date denotes; gaps in what it denotes do not count. */
gboolean chn_timing_may_hold (ChnTiming timing, const ChnDateEnds *ends, gint64 from, gint64 to);
gboolean chn_timing_must_hold (ChnTiming timing, const ChnDateEnds *ends, gint64 from, gint64 to);
