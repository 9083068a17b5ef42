/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/recur/rule.h"

/* The times of a recurrence rule by the clocks of one place, one after the other. */
typedef struct _ChnRecurWalk ChnRecurWalk;

/* From where and how far a rule is followed: civil seconds, inclusive. */
typedef struct {
  gint64 start;     /* the first time of what recurs */
  gboolean is_days; /* of whole days, which have no times */
  gint64 from;      /* what comes before is not wanted */
  gint64 last;
  guint64 *budget; /* days and times that may still be looked at, of all that share it; taken from */
} ChnRecurRange;

/*
 * Begins where the range does, wherever the rule does not count its times. The end that the rule names is left to the
 * caller, who knows the clocks. The rule is copied.
 */
ChnRecurWalk *chn_recur_walk_new (const ChnRecurRule *rule, const ChnRecurRange *range);
void chn_recur_walk_free (ChnRecurWalk *walk);

/* The next time that is not before the first one; FALSE behind the last, and where the budget is used up. */
gboolean chn_recur_walk_next (ChnRecurWalk *walk, gint64 *time);

/* Whether a rule makes sense of whole days: what is below a day is left out of one (RFC 5545, 3.3.10). */
gboolean chn_recur_rule_suits (const ChnRecurRule *rule, gboolean is_days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnRecurWalk, chn_recur_walk_free)
