/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint: the rules of one table, applied to every event in timeline order, then to the whole timeline. */
#include <chancery/check.h>

#include <string.h>

#include "curate/rule.h"

const ChnRule *
chn_check_get_rule (guint index)
{
  const ChnRuleRow *row = chn_rule_table_get (index);
  return row ? &row->rule : NULL;
}

const ChnRule *
chn_check_find_rule (const char *code)
{
  const ChnRule *rule = NULL;
  for (guint i = 0; (rule = chn_check_get_rule (i)) && strcmp (rule->code, code) != 0; i++)
    ;
  return rule;
}

/* Those of the table that look at one event each, or those that look at all, and are not switched off. */
static GPtrArray *
choose_rules (const char *const *ignored, gboolean whole_timeline)
{
  const ChnRuleRow *row = NULL;
  GPtrArray *chosen = g_ptr_array_new ();
  for (guint i = 0; (row = chn_rule_table_get (i)); i++)
    if (!row->whole_timeline == !whole_timeline && !(ignored && g_strv_contains (ignored, row->rule.code)))
      g_ptr_array_add (chosen, (gpointer) (guintptr) row);
  return chosen;
}

static void
apply (ChnCheck *check, const GPtrArray *chosen)
{
  for (guint i = 0; i < chosen->len; i++) {
    const ChnRuleRow *row = chosen->pdata[i];
    check->rule = &row->rule;
    row->apply (check);
  }
}

static void
check_events (ChnCheck *check, const char *const *ignored)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  g_autoptr (GPtrArray) chosen = choose_rules (ignored, FALSE);
  check->event = event;
  for (guint row = 0; row < chn_timeline_get_n_events (check->timeline); row++) {
    chn_timeline_load (check->timeline, row, event);
    check->row = row;
    apply (check, chosen);
  }
  check->event = NULL;
}

static GPtrArray *
list_codes (void)
{
  const ChnRule *rule = NULL;
  GPtrArray *codes = g_ptr_array_new ();
  for (guint i = 0; (rule = chn_check_get_rule (i)); i++)
    g_ptr_array_add (codes, (gpointer) (guintptr) rule->code);
  g_ptr_array_add (codes, NULL);
  return codes;
}

void
chn_check (const ChnTimeline *timeline, const ChnDate *today, const char *const *ignored, ChnReport *report)
{
  g_autoptr (ChnZones) zones = chn_zones_new ();
  g_autoptr (GHashTable) passed_over = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) chosen = choose_rules (ignored, TRUE);
  g_autoptr (GPtrArray) codes = list_codes ();
  g_autoptr (GPtrArray) symbols = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_symbol_free);
  ChnCheckNotes notes = { .symbols = symbols,
                          .symbols_row = G_MAXUINT,
                          .codes = (const char *const *) codes->pdata,
                          .zones = zones,
                          .passed_over = passed_over };
  ChnCheck check = {
    .timeline = timeline,
    .today = today ? chn_date_get_bounds (today) : NULL,
    .switched_off = ignored,
    .notes = &notes,
    .report = report,
  };
  check_events (&check, ignored);
  apply (&check, chosen);
  g_free (notes.publications);
}
