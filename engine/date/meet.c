/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Whether what a date denotes meets a stretch of time: each alternative and each element is looked at by itself. */
#include "base/civil.h"
#include "date/ends.h"

/* How far clocks may be from UTC, and so from one another. */
enum { MOST_DAYS_APART = 2 };

static gboolean
overlap (gint64 earliest, gint64 latest, gint64 from, gint64 to)
{
  return earliest <= to && latest >= from;
}

static gint64
subtract_days (gint64 second, gint64 days)
{
  gint64 day = second == CHN_TIME_MIN ? G_MININT64 : chn_civil_find_day (second);
  return day == G_MININT64 ? day : day - days;
}

/* The members of a part with unspecified digits, one after the other, until they lie beyond. */
static gboolean
member_meets (const ChnDatePart *part, const ChnDateClock *clock, gint64 from, gint64 to)
{
  gint64 day = subtract_days (from, clock ? MOST_DAYS_APART : 0);
  for (ChnDaySpan span; chn_member_find (part, day, &span); day = span.last + 1) {
    gint64 first = chn_part_read_clock (part, clock, chn_day_start (span.first), FALSE);
    gint64 last = chn_part_read_clock (part, clock, chn_day_end (span.last), TRUE);
    if (overlap (first, last, from, to))
      return TRUE;
    if (first > to)
      return FALSE;
  }
  return FALSE;
}

static gboolean
item_meets (const ChnDateItem *item, const ChnDateClock *clock, gint64 from, gint64 to)
{
  ChnDateEnds ends;
  chn_item_find_ends (item, clock, &ends);
  if (!overlap (ends.begin.earliest, ends.end.latest, from, to))
    return FALSE;
  return item->is_range || !item->from.gaps || member_meets (&item->from, clock, from, to);
}

gboolean
chn_date_may_meet (const ChnDate *date, const ChnDateClock *clock, gint64 from, gint64 to)
{
  for (guint i = 0; from <= to && i < date->n_items; i++)
    if (item_meets (&date->items[i], clock, from, to))
      return TRUE;
  return FALSE;
}

typedef struct {
  const ChnDateClock *clock; /* of the alternatives */
  const ChnDate *other;
  const ChnDateClock *other_clock;
  gint64 margin;
} Meeting;

static gboolean
alternative_meets (const Meeting *meeting, gint64 first, gint64 last)
{
  gint64 from = chn_time_move (first, -meeting->margin);
  gint64 to = chn_time_move (last, meeting->margin);
  return chn_date_may_meet (meeting->other, meeting->other_clock, from, to);
}

/* Of the alternatives of an item, one after the other. */
static gboolean
item_meets_date (const Meeting *meeting, const ChnDateItem *item)
{
  ChnDateEnds ends;
  chn_item_find_ends (item, meeting->clock, &ends);
  if (item->is_range || !item->from.gaps)
    return alternative_meets (meeting, ends.begin.earliest, ends.end.latest);
  gint64 day = subtract_days (meeting->other->bounds.earliest, 2 * MOST_DAYS_APART);
  for (ChnDaySpan span; chn_member_find (&item->from, day, &span); day = span.last + 1) {
    gint64 first = chn_day_start (span.first), last = chn_day_end (span.last);
    if (subtract_days (first, 2 * MOST_DAYS_APART) > chn_civil_find_day (meeting->other->bounds.latest))
      return FALSE;
    if (alternative_meets (meeting, chn_part_read_clock (&item->from, meeting->clock, first, FALSE),
                           chn_part_read_clock (&item->from, meeting->clock, last, TRUE)))
      return TRUE;
  }
  return FALSE;
}

gboolean
chn_date_may_meet_date (const ChnDate *date, const ChnDateClock *clock, const ChnDate *other,
                        const ChnDateClock *other_clock, gint64 margin)
{
  Meeting meeting = { clock, other, other_clock, margin };
  for (guint i = 0; i < date->n_items; i++)
    if (item_meets_date (&meeting, &date->items[i]))
      return TRUE;
  return FALSE;
}

/* The times that a member of a part may begin at, or end at: days begin and end with their first and last second. */
static ChnDateStretch
find_member_end (const ChnDatePart *part, const ChnDateClock *clock, const ChnDaySpan *span, gboolean is_end)
{
  gint64 first = is_end ? chn_day_end (span->first) : chn_day_start (span->first);
  gint64 last = is_end ? chn_day_end (span->last) : chn_day_start (span->last);
  return (ChnDateStretch){ chn_part_read_clock (part, clock, first, FALSE),
                           chn_part_read_clock (part, clock, last, TRUE) };
}

gboolean
chn_date_find_end_from (const ChnDate *interval, const ChnDateClock *clock, gboolean is_end, gint64 from,
                        ChnDateStretch *times)
{
  const ChnDatePart *part = is_end ? &interval->items[0].to : &interval->items[0].from;
  ChnDateEnds ends;
  ChnDaySpan span;
  chn_date_find_ends (interval, clock, &ends);
  *times = is_end ? ends.end : ends.begin;
  if (!part->gaps)
    return times->latest >= from;
  gint64 day = subtract_days (from, clock ? MOST_DAYS_APART : 0);
  for (; chn_member_find (part, day, &span); day = span.last + 1) {
    *times = find_member_end (part, clock, &span, is_end);
    if (times->latest >= from)
      return TRUE;
  }
  return FALSE;
}
