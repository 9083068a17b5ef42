/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/period.h"

/* An event that recurs: whether its own date is still one of its occurrences, and the first later one that lies to a
   period as it should, where there is one: civil seconds. */
typedef struct {
  guint32 row;
  gboolean has_own, is_found;
  ChnDateStretch first;
} ChnRepeated;

/* By row, ascending; others recur not, or have nothing but their own date in question. */
typedef struct {
  guint n;
  const ChnRepeated *row;
  guint n_found;        /* rows with a later occurrence that lies so */
  guint n_not_followed; /* rows whose rule cannot be followed */
} ChnRepeats;

/* For n periods that a condition asks for. Most timelines have no event that recurs. */
gboolean chn_repeats_find (ChnRepeats *repeats, ChnBinder *binder, const ChnCondition *condition,
                           const ChnPeriod *periods, guint n, GError **error);
