/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/repeats.h"

/* The data of conditions about dates. */
typedef struct {
  guint n;
  ChnPeriod *period;
  const ChnDateStretch *days; /* all of them, where they are only days that are typed and may be met; else NULL */
  ChnZones *zones;
  ChnRepeats repeats;
} ChnPeriods;

/* For n periods, which the caller fills. chn_periods_finish() or chn_periods_keep() must follow. */
ChnPeriods *chn_periods_new (ChnBinder *binder, ChnTiming timing, guint n);

/* Refuses what is typed as about or perhaps where the answer must be certain. */
gboolean chn_periods_check_doubt (const ChnCondition *condition, const ChnOperand *operand, const ChnMoment *moment,
                                  GError **error);

/* Follows what recurs, describes the periods, and makes them the condition's data. */
gboolean chn_periods_finish (ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition, GError **error);

/* The same for dates that do not recur. */
void chn_periods_keep (const ChnPeriods *periods, ChnBinder *binder, ChnCondition *condition);

/* How a row that matches stands to the periods. */
ChnStanding chn_periods_find_standing (const ChnCondition *condition, const ChnColumns *columns, guint row);

/* Whether a row's own date is one of its occurrences; where it is left out, or an instance has taken its place, not.
 */
gboolean chn_periods_keep_own (const ChnPeriods *periods, guint row);

/* The first later occurrence of a row that lies to a period as it should; FALSE where none does. */
gboolean chn_periods_find_occurrence (const ChnPeriods *periods, guint row, ChnDateStretch *first);

/* The civil time that periods ask for, at its widest, and whether they ask for any of a stretch of it. */
ChnDateStretch chn_periods_find_reach (const ChnPeriods *periods);
gboolean chn_periods_may_meet (const ChnPeriods *periods, gint64 from, gint64 to);

/* How conditions about dates are matched and narrowed: `:` asks for what possibly lies so, `=` for what certainly
 * does. */
ChnAnswer chn_match_periods (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_narrow_periods (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);
