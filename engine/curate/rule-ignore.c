/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about what events have check pass over: rules that there are not, and what is not found any more. */
#include <string.h>

#include "base/suggest.h"
#include "curate/rule.h"
#include "model/ignored.h"

typedef void (*Visit) (const ChnCheck *check, const char *code);

static void
visit_rules (const ChnCheck *check, const char *text, Visit visit)
{
  ChnIgnored ignored;
  for (const char *at = text; chn_ignored_next (&at, &ignored);) {
    g_autofree char *code = g_strndup (ignored.code, ignored.code_length);
    visit (check, code);
  }
}

static void
visit_events (const ChnCheck *whole, Visit visit)
{
  g_autoptr (ChnEvent) event = chn_event_new ();
  const ChnColumns *columns = chn_timeline_get_columns (whole->timeline);
  ChnCheck check = *whole;
  check.event = event;
  for (check.row = 0; check.row < columns->n_rows; check.row++) {
    const char *text = chn_columns_get_text (columns, CHN_FIELD_IGNORE, check.row);
    if (!text)
      continue;
    chn_timeline_load (whole->timeline, check.row, event);
    visit_rules (&check, text, visit);
  }
}

static const char *
get_code (gconstpointer table, guint index)
{
  return ((const char *const *) table)[index];
}

static void
check_known (const ChnCheck *check, const char *code)
{
  if (g_strv_contains (check->notes->codes, code))
    return;
  g_auto (ChnSuggestion) suggestion = { 0 };
  const ChnNameTable candidates = { get_code, check->notes->codes, "chancery check --list has the rules" };
  chn_suggestion_init (&suggestion, code, -1);
  chn_suggestion_offer_all (&suggestion, &candidates);
  g_autofree char *hint = chn_suggestion_dup_hint_among (&suggestion, &candidates);
  chn_check_found (check, CHN_FIELD_IGNORE, 0, hint, "no rule is called %s, which is to be ignored", code);
}

void
chn_rule_unknown_rule (const ChnCheck *check)
{
  visit_events (check, check_known);
}

/* Rules that were not applied may have found what is passed over. */
static gboolean
was_applied (const ChnCheck *check, const char *code)
{
  static const char *const of_today[] = { "future", "overdue", NULL };
  if (!check->today && g_strv_contains (of_today, code))
    return FALSE;
  return g_strv_contains (check->notes->codes, code) && strcmp (code, check->rule->code) != 0 &&
         !(check->switched_off && g_strv_contains (check->switched_off, code));
}

static void
check_needed (const ChnCheck *check, const char *code)
{
  g_autofree char *key = g_strdup_printf ("%s %s", code, chn_timeline_get_id (check->timeline, check->row));
  if (was_applied (check, code) && !g_hash_table_contains (check->notes->passed_over, key))
    chn_check_found (check, CHN_FIELD_IGNORE, 0, "take it out of ignore",
                     "%s finds nothing here that would be ignored", code);
}

void
chn_rule_needless_ignore (const ChnCheck *check)
{
  visit_events (check, check_needed);
}
