/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/check.h>

#include "zone/zones.h"

/* What a rule looks at, and where its findings go. */
typedef struct {
  const ChnTimeline *timeline;
  const ChnDateBounds *today; /* NULL: not known */
  ChnZones *zones;            /* that events name */
  ChnReport *report;
  const ChnRule *rule;
  const ChnEvent *event; /* NULL for rules that look at the whole timeline */
  guint row;
} ChnCheck;

/* Adds a finding at the position of an item of the event. */
void chn_check_found (const ChnCheck *check, ChnField field, guint index, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Rules about one event, by the file that they live in. */
void chn_rule_symbol_date (const ChnCheck *check);
void chn_rule_symbol_forum (const ChnCheck *check);
void chn_rule_unsourced (const ChnCheck *check);
void chn_rule_long_quote (const ChnCheck *check);
void chn_rule_long_label (const ChnCheck *check);
void chn_rule_disputed (const ChnCheck *check);
void chn_rule_single_source (const ChnCheck *check);
void chn_rule_future (const ChnCheck *check);
void chn_rule_overdue (const ChnCheck *check);
void chn_rule_repeat (const ChnCheck *check);
void chn_rule_relation_order (const ChnCheck *check);
void chn_rule_local_time (const ChnCheck *check);
void chn_rule_vote_total (const ChnCheck *check);
void chn_rule_vote_result (const ChnCheck *check);
void chn_rule_roll_count (const ChnCheck *check);
void chn_rule_roll_member (const ChnCheck *check);

/* Rules about the whole timeline. */
void chn_rule_meeting_order (const ChnCheck *check);
void chn_rule_relation_cycle (const ChnCheck *check);
void chn_rule_correction_order (const ChnCheck *check);
void chn_rule_correction_cycle (const ChnCheck *check);
