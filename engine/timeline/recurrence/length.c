/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How long an event lasts each time it recurs. */
#include "base/civil.h"
#include "date/ends.h"
#include "timeline/recurrence/set.h"

static gint64
find_utc (gint64 civil, gboolean latest, gconstpointer clock)
{
  (void) latest;
  return chn_recurrence_clock_to_utc (clock, civil);
}

/* Where a time of so many days and seconds ends: days are those of the calendar, whose clocks may be turned. */
static gint64
add_length (const ChnRecurrence *recurrence, gint64 begin, gint64 utc, gint64 days, gint64 seconds)
{
  return (days == 0 ? utc : chn_recurrence_clock_to_utc (&recurrence->clock, begin + days * CHN_DAY_SECONDS)) +
         seconds;
}

/*
 * Days of a DURATION are nominal: each time they end when the clocks show the same again (RFC 5545, 3.8.5.3). It is
 * what came with the event, and counts as long as it says when the first ends.
 */
static void
take_nominal (ChnRecurrence *recurrence, const char *duration, gint64 utc, gint64 end)
{
  ChnDuration nominal;
  if (!duration || !chn_duration_parse (duration, -1, &nominal, NULL) || nominal.years != 0 || nominal.months != 0 ||
      nominal.days <= 0 || nominal.days > (end - utc) / CHN_DAY_SECONDS + 1 ||
      add_length (recurrence, recurrence->begin, utc, nominal.days, nominal.seconds) != end)
    return;
  recurrence->days = nominal.days;
  recurrence->seconds = nominal.seconds;
}

void
chn_recurrence_measure (ChnRecurrence *recurrence, const ChnDate *date, const char *duration)
{
  const ChnRecurrenceClock *clock = &recurrence->clock;
  ChnDateEnds civil, utc;
  recurrence->begin = recurrence->first.earliest;
  if (clock->is_days || !date)
    return;
  chn_date_find_ends (date, NULL, &civil);
  chn_date_find_ends (date, &(ChnDateClock){ find_utc, clock }, &utc);
  recurrence->begin = civil.begin.earliest;
  recurrence->seconds = utc.end.latest - utc.begin.earliest;
  take_nominal (recurrence, duration, utc.begin.earliest, utc.end.latest);
}

gint64
chn_recurrence_find_end (const ChnRecurrence *recurrence, const ChnOccurrence *occurrence)
{
  if (occurrence->length >= 0)
    return occurrence->utc + occurrence->length;
  return add_length (recurrence, occurrence->begin, occurrence->utc, recurrence->days, recurrence->seconds);
}
