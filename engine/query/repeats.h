/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/period.h"

/* An event of which a later occurrence lies to a period as it should, and the first that does: civil seconds. */
typedef struct {
  guint32 row;
  ChnDateStretch first;
} ChnRepeated;

/* By row, ascending. */
typedef struct {
  guint n;
  const ChnRepeated *row;
} ChnRepeats;

/* For n periods that a condition asks for. Most timelines have no event that recurs. */
gboolean chn_repeats_find (ChnRepeats *repeats, ChnBinder *binder, const ChnCondition *condition,
                           const ChnPeriod *periods, guint n, GError **error);
