/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How often an event takes place, and when next. */
#include <chancery/expand.h>

#include "query/moment.h"
#include "registry/zones.h"
#include "timeline/recurrence/recurrence.h"

/* FALSE where the budget is used up. */
static gboolean
count (const ChnRecurrence *recurrence, guint64 *n)
{
  guint64 budget = CHN_RECURRENCE_BUDGET;
  ChnOccurrence occurrence;
  g_autoptr (ChnRecurrenceWalk) walk = chn_recurrence_walk_new (recurrence, CHN_TIME_MIN, CHN_TIME_MAX, &budget);
  for (*n = 0; chn_recurrence_walk_next (walk, &occurrence);)
    ++*n;
  return budget > 0;
}

static ChnDate *
find_next (const ChnRecurrence *recurrence, gint64 from)
{
  guint64 budget = CHN_RECURRENCE_BUDGET;
  ChnOccurrence occurrence;
  g_autoptr (ChnRecurrenceWalk) walk = chn_recurrence_walk_new (recurrence, from, CHN_TIME_MAX, &budget);
  return chn_recurrence_walk_next (walk, &occurrence) ? chn_recurrence_make_date (recurrence, &occurrence) : NULL;
}

void
chn_timeline_summarize_recurrence (const ChnTimeline *timeline, guint row, const ChnDate *today,
                                   ChnRecurrenceSummary *summary)
{
  ChnZones *zones = chn_registry_get_zones (chn_timeline_get_registry (timeline));
  g_autoptr (ChnRecurrence) recurrence = chn_recurrence_new (chn_timeline_get_columns (timeline), row, zones);
  *summary = (ChnRecurrenceSummary){ .recurs = recurrence != NULL };
  if (!recurrence)
    return;
  summary->is_followed = chn_recurrence_check (recurrence, NULL);
  summary->is_endless = chn_recurrence_is_endless (recurrence);
  if (!summary->is_followed)
    return;
  if (!summary->is_endless && !count (recurrence, &summary->n))
    summary->n = 0;
  summary->next = find_next (recurrence, chn_moment_find_today (today).earliest);
}
