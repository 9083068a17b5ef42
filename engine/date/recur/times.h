/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/recur/rule.h"

/*
 * The times of a day, as gint32 seconds since its midnight, ascending, of a rule whose first time is `start`. Rules
 * by the day and longer have the same for every day; for others it matters which day it is.
 */
void chn_recur_rule_add_times (const ChnRecurRule *rule, gint64 start, gint64 day, GArray *times);

/* Keeps of so many things in their order those whose positions the rule asks for: indexes as guint64, ascending. */
void chn_recur_rule_choose (const ChnRecurRule *rule, guint64 n, GArray *chosen);
