/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "date/recur/rule.h"

/* The days that a rule takes. Days are counted since 1970-01-01. */

/* Gives a rule what it does not say itself, from the first second of the first time (RFC 5545, 3.3.10). */
void chn_recur_rule_complete (ChnRecurRule *rule, gint64 start);

/* Adds the days of a month to an array of gint64, ascending; returns how many were looked at. */
guint chn_recur_rule_add_month (const ChnRecurRule *rule, gint64 year, int month, GArray *days);

/* The same of one day. */
void chn_recur_rule_add_day (const ChnRecurRule *rule, gint64 day, GArray *days);
