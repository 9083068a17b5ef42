/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lint rules about time: status against today, relations against the order of events, recurrences. */
#include "base/error.h"
#include "curate/rule.h"
#include "timeline/recurrence/recurrence.h"

void
chn_rule_future (const ChnCheck *check)
{
  if (!check->today || chn_event_get_term (check->event, CHN_FIELD_STATUS) != CHN_STATUS_OCCURRED)
    return;
  if (chn_event_get_bounds (check->event)->earliest > check->today->latest)
    chn_check_found (check, CHN_FIELD_DATE, 0, "write status: planned, or correct the date",
                     "%s is said to have occurred, but its date %s lies ahead",
                     chn_event_get_text (check->event, CHN_FIELD_ID),
                     chn_event_get_text (check->event, CHN_FIELD_DATE));
}

void
chn_rule_overdue (const ChnCheck *check)
{
  if (!check->today || chn_event_get_term (check->event, CHN_FIELD_STATUS) != CHN_STATUS_PLANNED)
    return;
  if (chn_event_get_bounds (check->event)->latest < check->today->earliest)
    chn_check_found (check, CHN_FIELD_DATE, 0, "write status: occurred, cancelled or not-held",
                     "%s is still planned, but its date %s has passed",
                     chn_event_get_text (check->event, CHN_FIELD_ID),
                     chn_event_get_text (check->event, CHN_FIELD_DATE));
}

/* Whether the two dates contradict the order that the relation demands. */
static gboolean
is_against_time (ChnOrder order, const ChnDateBounds *event, const ChnDateBounds *target)
{
  switch (order) {
  case CHN_ORDER_TARGET_EARLIER:
    return target->earliest > event->latest;
  case CHN_ORDER_TARGET_LATER:
    return target->latest < event->earliest;
  case CHN_ORDER_TARGET_AROUND:
    return target->latest < event->earliest || target->earliest > event->latest;
  case CHN_ORDER_NONE:
    return FALSE;
  }
  g_return_val_if_reached (FALSE);
}

void
chn_rule_relation_order (const ChnCheck *check)
{
  guint n = 0;
  const ChnRelation *relations = chn_event_get_relations (check->event, &n);
  g_autoptr (ChnEvent) target = chn_event_new ();
  for (guint i = 0; i < n; i++) {
    guint row = 0;
    if (!chn_timeline_find (check->timeline, relations[i].target, &row) ||
        chn_recurrence_is_instance (chn_timeline_get_columns (check->timeline), check->row, row))
      continue;
    chn_timeline_load (check->timeline, row, target);
    const ChnTerm *type = chn_event_describe_term (check->event, CHN_VOCABULARY_RELATION, relations[i].type);
    if (is_against_time (type->order, chn_event_get_bounds (check->event), chn_event_get_bounds (target)))
      chn_check_found (check, CHN_FIELD_RELATIONS, i, "check both dates, or turn the relation round",
                       "%s (%s) cannot be \"%s\" %s (%s)", chn_event_get_text (check->event, CHN_FIELD_ID),
                       chn_event_get_text (check->event, CHN_FIELD_DATE), type->name, relations[i].target,
                       chn_event_get_text (target, CHN_FIELD_DATE));
  }
}

void
chn_rule_repeat (const ChnCheck *check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChnRecurrence) recurrence =
      chn_recurrence_new (chn_timeline_get_columns (check->timeline), check->row, check->notes->zones);
  if (recurrence && !chn_recurrence_check (recurrence, &error))
    chn_check_found (check, CHN_FIELD_REPEAT, 0, chn_error_get_hint (error), "%s", error->message);
  else if (recurrence && !chn_recurrence_is_synchronized (recurrence))
    chn_check_found (check, CHN_FIELD_REPEAT, 0, "date it to the first day that the rule gives",
                     "the date %s is none that the rule gives, and counts all the same",
                     chn_event_get_text (check->event, CHN_FIELD_DATE));
}
