/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * When what a date denotes may begin and end.
 *
 * An interval lasts, and so do all days of a set in braces: they begin at one time and end at another. Ends
 * that are given as days or coarser are whole days: the first begins it, the last is over with its last second.
 * Any other date is one moment, which may not be known exactly: it begins and ends then.
 */
#include "date/ends.h"

#include "base/civil.h"

gint64
chn_part_read_clock (const ChnDatePart *part, const ChnDateClock *clock, gint64 civil, gboolean latest)
{
  if (!clock || !chn_time_is_finite (civil))
    return civil;
  if (part->has_offset)
    return civil - part->offset * 60;
  return clock->find_utc (civil, latest, clock->data);
}

/* Where a part begins: somewhere between two times; what is coarser than a day begins with a day. */
static ChnDateStretch
find_begin (const ChnDatePart *part, gboolean lasts, const ChnDateClock *clock)
{
  gint64 earliest, latest;
  chn_part_get_bounds (part, &earliest, &latest);
  if (lasts)
    latest = part->form == CHN_PART_TIME ? earliest : chn_time_find_day_start (latest);
  return (ChnDateStretch){ chn_part_read_clock (part, clock, earliest, FALSE),
                           chn_part_read_clock (part, clock, latest, TRUE) };
}

static ChnDateStretch
find_end (const ChnDatePart *part, gboolean lasts, const ChnDateClock *clock)
{
  gint64 earliest, latest;
  chn_part_get_bounds (part, &earliest, &latest);
  if (lasts && part->form == CHN_PART_TIME)
    latest = earliest;
  else if (lasts)
    earliest = chn_time_find_day_end (earliest);
  return (ChnDateStretch){ chn_part_read_clock (part, clock, earliest, FALSE),
                           chn_part_read_clock (part, clock, latest, TRUE) };
}

/* What is said in days begins with one and ends with one, even where it is not known with which. */
static gint64
find_latest_begin (const ChnDatePart *to, gint64 end, const ChnDateClock *clock)
{
  gint64 unused, civil;
  if (to->form == CHN_PART_TIME)
    return end;
  chn_part_get_bounds (to, &unused, &civil);
  return chn_part_read_clock (to, clock, chn_time_find_day_start (civil), TRUE);
}

static gint64
find_earliest_end (const ChnDatePart *from, gint64 begin, const ChnDateClock *clock)
{
  gint64 unused, civil;
  if (from->form == CHN_PART_TIME)
    return begin;
  chn_part_get_bounds (from, &civil, &unused);
  return chn_part_read_clock (from, clock, chn_time_find_day_end (civil), FALSE);
}

/* What begins must end after that, and the other way round. */
static void
keep_order (ChnDateEnds *ends)
{
  ends->begin.latest = MAX (ends->begin.earliest, MIN (ends->begin.latest, ends->end.latest));
  ends->end.earliest = MIN (ends->end.latest, MAX (ends->end.earliest, ends->begin.earliest));
}

void
chn_item_find_ends (const ChnDateItem *item, const ChnDateClock *clock, ChnDateEnds *ends)
{
  if (!item->is_range) {
    *ends = (ChnDateEnds){ find_begin (&item->from, FALSE, clock), find_end (&item->from, FALSE, clock), FALSE };
    return;
  }
  *ends = (ChnDateEnds){ { CHN_TIME_MIN, CHN_TIME_MIN }, { CHN_TIME_MAX, CHN_TIME_MAX }, TRUE };
  if (item->from_kind == CHN_END_PART)
    ends->begin = find_begin (&item->from, TRUE, clock);
  if (item->to_kind == CHN_END_PART)
    ends->end = find_end (&item->to, TRUE, clock);
  if (item->from_kind == CHN_END_UNKNOWN)
    ends->begin = (ChnDateStretch){ CHN_TIME_UNKNOWN_START, find_latest_begin (&item->to, ends->end.latest, clock) };
  if (item->to_kind == CHN_END_UNKNOWN)
    ends->end =
        (ChnDateStretch){ find_earliest_end (&item->from, ends->begin.earliest, clock), CHN_TIME_UNKNOWN_END };
  keep_order (ends);
}

/* Each day of a set in braces is meant as a whole. */
static void
find_ends_of_element (const ChnDateItem *item, const ChnDateClock *clock, ChnDateEnds *ends)
{
  if (item->is_range)
    chn_item_find_ends (item, clock, ends);
  else
    *ends = (ChnDateEnds){ find_begin (&item->from, TRUE, clock), find_end (&item->from, TRUE, clock), TRUE };
}

gboolean
chn_date_find_element_ends (const ChnDate *date, guint index, const ChnDateClock *clock, ChnDateEnds *ends)
{
  if (index >= date->n_items)
    return FALSE;
  find_ends_of_element (&date->items[index], clock, ends);
  return TRUE;
}

/* Of all of several, the first that begins and the last that ends. */
static void
find_ends_of_all (const ChnDate *date, const ChnDateClock *clock, ChnDateEnds *ends)
{
  for (guint i = 0; i < date->n_items; i++) {
    ChnDateEnds own;
    find_ends_of_element (&date->items[i], clock, &own);
    ends->begin.earliest = i == 0 ? own.begin.earliest : MIN (ends->begin.earliest, own.begin.earliest);
    ends->begin.latest = i == 0 ? own.begin.latest : MIN (ends->begin.latest, own.begin.latest);
    ends->end.earliest = i == 0 ? own.end.earliest : MAX (ends->end.earliest, own.end.earliest);
    ends->end.latest = i == 0 ? own.end.latest : MAX (ends->end.latest, own.end.latest);
  }
  keep_order (ends);
}

/* One of several: any moment between the first and the last. */
static void
find_moment (const ChnDate *date, const ChnDateClock *clock, ChnDateEnds *ends)
{
  ends->begin = (ChnDateStretch){ CHN_TIME_MAX, CHN_TIME_MIN };
  for (guint i = 0; i < date->n_items; i++) {
    const ChnDateItem *item = &date->items[i];
    gint64 first = item->from_kind == CHN_END_PART ? find_begin (&item->from, FALSE, clock).earliest : CHN_TIME_MIN;
    gint64 last = item->is_range && item->to_kind != CHN_END_PART
                      ? CHN_TIME_MAX
                      : find_end (item->is_range ? &item->to : &item->from, FALSE, clock).latest;
    ends->begin.earliest = MIN (ends->begin.earliest, first);
    ends->begin.latest = MAX (ends->begin.latest, last);
  }
  ends->end = ends->begin;
}

void
chn_date_find_ends (const ChnDate *date, const ChnDateClock *clock, ChnDateEnds *ends)
{
  *ends = (ChnDateEnds){ .lasts = date->shape == CHN_SHAPE_INTERVAL || date->shape == CHN_SHAPE_ALL_OF };
  if (date->shape == CHN_SHAPE_INTERVAL)
    chn_item_find_ends (&date->items[0], clock, ends);
  else if (date->shape == CHN_SHAPE_ALL_OF)
    find_ends_of_all (date, clock, ends);
  else
    find_moment (date, clock, ends);
}

gboolean
chn_date_knows_offsets (const ChnDate *date)
{
  for (guint i = 0; i < date->n_items; i++) {
    const ChnDateItem *item = &date->items[i];
    gboolean has_from = item->from_kind == CHN_END_PART, has_to = item->is_range && item->to_kind == CHN_END_PART;
    if ((has_from && !item->from.has_offset) || (has_to && !item->to.has_offset))
      return FALSE;
  }
  return TRUE;
}

gboolean
chn_date_find_alternative (const ChnDate *date, guint index, const ChnDateClock *clock, ChnDateEnds *ends)
{
  if (index >= date->n_items)
    return FALSE;
  chn_item_find_ends (&date->items[index], clock, ends);
  return TRUE;
}
