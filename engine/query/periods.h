/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* A stretch of civil time that a term about dates asks for. */
typedef struct {
  gint64 from, to;     /* civil seconds, inclusive */
  const ChnDate *gaps; /* what it comes from, when that denotes less than everything between; else NULL */
  gint64 except;       /* a row that is never in it, -1 for none */
} ChnPeriod;

/* The data of conditions about dates. */
typedef struct {
  guint n;
  ChnPeriod *period;
  guint n_repeated;
  const guint32 *repeated; /* rows of which a later occurrence is in a period, ascending */
} ChnPeriods;

/* For n periods, which the caller fills. chn_periods_finish() must follow. */
ChnPeriods *chn_periods_new (ChnBinder *binder, guint n);

/* Follows what recurs, describes the periods, and makes them the condition's data. */
gboolean chn_periods_finish (ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition, GError **error);

/* How conditions about dates are matched and narrowed: `:` asks for what possibly lies in a period, `=` certainly. */
ChnAnswer chn_match_periods (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_narrow_periods (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);
