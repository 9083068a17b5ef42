/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/check.h>
#include <chancery/symbol.h>

#include "curate/as-of.h"
#include "zone/zones.h"

/* What rules make once and ask often. */
typedef struct {
  ChnZones *zones;    /* that events name */
  GPtrArray *symbols; /* ChnSymbol of the row below, NULL where one is not known */
  guint symbols_row;
  ChnPublication *publications; /* of sources by index; NULL until asked for */
  const char *const *codes;     /* of all rules, NULL-ended */
  GHashTable *passed_over;      /* "CODE ID": what events ignore, and was found */
} ChnCheckNotes;

/* What a rule looks at, and where its findings go. */
typedef struct {
  const ChnTimeline *timeline;
  const ChnDateBounds *today;      /* NULL: not known */
  const char *const *switched_off; /* codes of rules that are not applied, or NULL */
  ChnCheckNotes *notes;
  ChnReport *report;
  const ChnRule *rule;
  const ChnEvent *event; /* NULL for rules that look at the whole timeline */
  guint row;
} ChnCheck;

/* Adds a finding at the position of an item of the event. */
void chn_check_found (const ChnCheck *check, ChnField field, guint index, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (5, 6);

/* Adds a finding about a source: where it is declared, else where it is first cited, else in its file. */
void chn_check_found_source (const ChnCheck *check, guint source, const char *hint, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* The parsed symbols of the event, as many as it has; NULL stands for one that is not known. */
ChnSymbol *const *chn_check_get_symbols (const ChnCheck *check, guint *n);

/* When a source came out, by its index. */
ChnPublication chn_check_get_publication (const ChnCheck *check, guint source);

/* The index of a source of the timeline. */
guint chn_check_index_source (const ChnCheck *check, const ChnSource *source);

/* One rule: what is said of it, and what applies it, to each event or to the whole timeline. */
typedef struct {
  ChnRule rule;
  void (*apply) (const ChnCheck *check);
  gboolean whole_timeline;
} ChnRuleRow;

/* The table, row by row from 0; NULL behind the last. */
const ChnRuleRow *chn_rule_table_get (guint index);

/* Rules about one event, by the file that they live in. */
void chn_rule_symbol_date (const ChnCheck *check);
void chn_rule_symbol_forum (const ChnCheck *check);
void chn_rule_unsourced (const ChnCheck *check);
void chn_rule_early_source (const ChnCheck *check);
void chn_rule_long_quote (const ChnCheck *check);
void chn_rule_long_label (const ChnCheck *check);
void chn_rule_title_style (const ChnCheck *check);
void chn_rule_disputed (const ChnCheck *check);
void chn_rule_single_source (const ChnCheck *check);
void chn_rule_future (const ChnCheck *check);
void chn_rule_overdue (const ChnCheck *check);
void chn_rule_repeat (const ChnCheck *check);
void chn_rule_relation_order (const ChnCheck *check);
void chn_rule_local_time (const ChnCheck *check);
void chn_rule_vote_total (const ChnCheck *check);
void chn_rule_vote_quorum (const ChnCheck *check);
void chn_rule_vote_result (const ChnCheck *check);
void chn_rule_roll_count (const ChnCheck *check);
void chn_rule_roll_member (const ChnCheck *check);

/* Rules about the whole timeline. */
void chn_rule_duplicate_event (const ChnCheck *check);
void chn_rule_meeting_order (const ChnCheck *check);
void chn_rule_resolution_order (const ChnCheck *check);
void chn_rule_series_order (const ChnCheck *check);
void chn_rule_relation_cycle (const ChnCheck *check);
void chn_rule_correction_order (const ChnCheck *check);
void chn_rule_correction_cycle (const ChnCheck *check);
void chn_rule_uncited_source (const ChnCheck *check);
void chn_rule_same_source (const ChnCheck *check);
void chn_rule_link_scheme (const ChnCheck *check);
void chn_rule_archive_link (const ChnCheck *check);
void chn_rule_unknown_rule (const ChnCheck *check);
void chn_rule_needless_ignore (const ChnCheck *check);
void chn_rule_feed_query (const ChnCheck *check);
