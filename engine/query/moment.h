/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/duration.h>

#include "query/condition.h"
#include "query/placed-date.h"

/*
 * A date as queries write it, resolved. One that is typed is a stretch of time, which begins with its first second
 * and ends with its last; the date of an event says when that took place, as far as is known.
 */
typedef struct {
  ChnDateBounds bounds; /* civil; of a shifted date, shifted */
  ChnPlacedDate placed;
  ChnDate *gaps;       /* the date when it denotes less than everything between its bounds; borrowed, else NULL */
  gboolean is_event;   /* the date of the event of this row */
  gboolean is_shifted; /* with a duration added or taken away */
  guint row;
} ChnMoment;

gboolean chn_moment_resolve (ChnBinder *binder, const ChnOperand *operand, ChnMoment *moment, GError **error);

static inline gboolean
chn_moment_is_timed (const ChnMoment *moment)
{
  return (moment->bounds.flags & CHN_DATE_TIMED) != 0;
}

static inline gboolean
chn_moment_is_doubtful (const ChnMoment *moment)
{
  return (moment->bounds.flags & (CHN_DATE_UNCERTAIN | CHN_DATE_APPROXIMATE)) != 0;
}

/* Moves all times of a moment by a duration. */
void chn_moment_shift (ChnMoment *moment, const ChnDuration *duration, int factor);

/* The bounds of the day that "today" is: the one given, or that of the local clock. */
ChnDateBounds chn_moment_find_today (const ChnDate *today);
