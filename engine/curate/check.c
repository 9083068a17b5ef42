/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint: one table of rules, applied to every event in timeline order. */
#include <chancery/check.h>

#include "curate/rule.h"

typedef struct {
  void (*apply) (const ChnCheck *check);
  gboolean whole_timeline;
} RuleRow;

static const ChnRule rules[] = {
  { "symbol-date", CHN_SEVERITY_ERROR,
    "a document symbol that cannot bear the event's date: the session or year that it states was another" },
  { "symbol-forum", CHN_SEVERITY_WARNING,
    "a document symbol of a body that is none of the event's forums, nor above or below one" },
  { "vote-total", CHN_SEVERITY_ERROR, "more votes than the body had members at that date" },
  { "vote-result", CHN_SEVERITY_ERROR, "a vote that cannot have had that result under the body's rules" },
  { "roll-count", CHN_SEVERITY_WARNING, "a roll call with more ballots than are stated, which no source counts so" },
  { "roll-member", CHN_SEVERITY_ERROR, "a ballot of a State that was not a member of the body at that date" },
  { "future", CHN_SEVERITY_ERROR, "an event that occurred although its date lies ahead" },
  { "overdue", CHN_SEVERITY_WARNING, "a planned event whose day has passed: say what became of it" },
  { "relation-order", CHN_SEVERITY_ERROR,
    "a relation against the order of time: a reply that precedes what it answers" },
  { "local-time", CHN_SEVERITY_WARNING,
    "a time of day without an offset that the clocks of its zone show twice, or never" },
  { "repeat", CHN_SEVERITY_WARNING,
    "a recurrence that cannot be followed, so that queries find the event only when it first took place, or that "
    "does "
    "not give the event's own date" },
  { "unsourced", CHN_SEVERITY_WARNING, "an event that cites no source" },
  { "disputed", CHN_SEVERITY_NOTE,
    "a field on which a source says something else than the record, or than another source" },
  { "single-source", CHN_SEVERITY_NOTE,
    "an event that rests on one source, or on several of one author or publisher" },
  { "long-quote", CHN_SEVERITY_NOTE, "a quotation of more than 25 words: a citation points, it does not reprint" },
  { "long-label", CHN_SEVERITY_NOTE,
    "a label of more than 40 characters: pictures and narrow tables have no room for it" },
  { "meeting-order", CHN_SEVERITY_ERROR,
    "a verbatim record of the Security Council whose number is out of order with its date" },
  { "relation-cycle", CHN_SEVERITY_ERROR,
    "relations that lead in a circle: an event that comes before itself, or is a part of itself" },
  { "correction-order", CHN_SEVERITY_ERROR, "a source that corrects or withdraws another which came out later" },
  { "correction-cycle", CHN_SEVERITY_ERROR, "sources that correct or withdraw each other in a circle" },
};

/* What applies each rule of the table above, in its order. */
static const RuleRow rows[] = {
  { chn_rule_symbol_date, FALSE },     { chn_rule_symbol_forum, FALSE },    { chn_rule_vote_total, FALSE },
  { chn_rule_vote_result, FALSE },     { chn_rule_roll_count, FALSE },      { chn_rule_roll_member, FALSE },
  { chn_rule_future, FALSE },          { chn_rule_overdue, FALSE },         { chn_rule_relation_order, FALSE },
  { chn_rule_local_time, FALSE },      { chn_rule_repeat, FALSE },          { chn_rule_unsourced, FALSE },
  { chn_rule_disputed, FALSE },        { chn_rule_single_source, FALSE },   { chn_rule_long_quote, FALSE },
  { chn_rule_long_label, FALSE },      { chn_rule_meeting_order, TRUE },    { chn_rule_relation_cycle, TRUE },
  { chn_rule_correction_order, TRUE }, { chn_rule_correction_cycle, TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == G_N_ELEMENTS (rows));

const ChnRule *
chn_check_get_rules (guint *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

void
chn_check (const ChnTimeline *timeline, const ChnDate *today, ChnReport *report)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (ChnZones) zones = chn_zones_new ();
  ChnCheck check = {
    .timeline = timeline,
    .today = today ? chn_date_get_bounds (today) : NULL,
    .zones = zones,
    .report = report,
  };
  for (guint row = 0; row < chn_timeline_get_n_events (timeline); row++) {
    chn_timeline_load (timeline, row, event);
    check.row = row;
    check.event = event;
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
      check.rule = &rules[i];
      if (!rows[i].whole_timeline)
        rows[i].apply (&check);
    }
  }
  check.event = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    check.rule = &rules[i];
    if (rows[i].whole_timeline)
      rows[i].apply (&check);
  }
}
