/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Fuzzy bounds, a convention of python-edtf and not of the standard: strict bounds moved by one unit
 * of each component marked "?" or "~", and by two of each marked "%". The unit of a year of which
 * only some digits are given is the decade, century …; that of a season is its length.
 */
#include <chancery/duration.h>

#include "date/date.h"

static gint64
qualifier_weight (guint8 qualifier)
{
  static const gint64 weight[] = { 0, 1, 1, 2 };
  return weight[qualifier & 3];
}

static gint64
year_unit (const ChnDatePart *part)
{
  gint64 first, last, unit = 1;
  chn_year_get_range (part, &first, &last);
  for (guint mask = part->year_mask; mask != 0; mask >>= 1)
    unit *= 10;
  return MAX (unit, last - first + 1);
}

static ChnDuration
get_margin (const ChnDatePart *part)
{
  gint64 month_unit = part->form == CHN_PART_SEASON ? chn_season_get (part->month)->n_months : 1;
  return (ChnDuration){
    .years = qualifier_weight (part->qualifier[CHN_COMPONENT_YEAR]) * year_unit (part),
    .months = qualifier_weight (part->qualifier[CHN_COMPONENT_MONTH]) * month_unit,
    .days = qualifier_weight (part->qualifier[CHN_COMPONENT_DAY]),
  };
}

static gint64
move (const ChnDatePart *part, guint8 kind, gint64 time, int factor)
{
  ChnDuration margin = get_margin (part);
  return kind == CHN_END_PART ? chn_duration_add (&margin, time, factor) : time;
}

void
chn_date_get_fuzzy_bounds (const ChnDate *date, gint64 *earliest, gint64 *latest)
{
  gint64 first = CHN_TIME_MAX, last = CHN_TIME_MIN;
  for (guint i = 0; i < date->n_items; i++) {
    const ChnDateItem *item = &date->items[i];
    gint64 item_first, item_last;
    chn_item_get_bounds (item, &item_first, &item_last);
    item_first = move (&item->from, item->from_kind, item_first, -1);
    item_last = item->is_range ? move (&item->to, item->to_kind, item_last, 1)
                               : move (&item->from, item->from_kind, item_last, 1);
    first = MIN (first, item_first);
    last = MAX (last, item_last);
  }
  *earliest = first;
  *latest = last;
}
