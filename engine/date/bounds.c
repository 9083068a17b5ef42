/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a date denotes at its widest: first and last second, precision, flags. */
#include "base/civil.h"
#include "date/date.h"

enum { LAST_SECOND = 59 };

gint64
chn_day_start (gint64 day)
{
  return day * CHN_DAY_SECONDS;
}

gint64
chn_day_end (gint64 day)
{
  return day * CHN_DAY_SECONDS + (CHN_DAY_SECONDS - 1);
}

static ChnDaySpan
exact_span (const ChnDatePart *part)
{
  if (part->form == CHN_PART_MONTH)
    return (
        ChnDaySpan){ chn_civil_to_days (part->year, part->month, 1),
                     chn_civil_to_days (part->year, part->month, chn_civil_month_length (part->year, part->month)) };
  if (part->form == CHN_PART_SEASON)
    return chn_season_find_days (chn_season_get (part->month), part->year);
  if (part->form == CHN_PART_YEAR) {
    gint64 first, last;
    chn_year_get_range (part, &first, &last);
    return (ChnDaySpan){ chn_civil_to_days (first, 1, 1), chn_civil_to_days (last, 12, 31) };
  }
  gint64 day = chn_civil_to_days (part->year, part->month, part->day);
  return (ChnDaySpan){ day, day };
}

static ChnDaySpan
masked_span (const ChnDatePart *part)
{
  ChnDaySpan first = { 0, 0 }, last = { 0, 0 };
  chn_member_find (part, G_MININT64, &first);
  chn_member_find_last (part, &last);
  return (ChnDaySpan){ first.first, last.last };
}

void
chn_part_get_bounds (const ChnDatePart *part, gint64 *earliest, gint64 *latest)
{
  gboolean masked = part->year_mask != 0 || part->month_mask != 0 || part->day_mask != 0;
  ChnDaySpan span = masked ? masked_span (part) : exact_span (part);
  *earliest = chn_day_start (span.first);
  *latest = chn_day_end (span.last);
  if (part->form != CHN_PART_TIME)
    return;
  *earliest += part->hour * 3600 + part->minute * 60 + part->second;
  *latest = *earliest + (part->to_minute ? LAST_SECOND : 0);
}

/* What ends at 17:10 is over with the beginning of that minute. */
void
chn_end_get_bounds (const ChnDatePart *part, gint64 *earliest, gint64 *latest)
{
  chn_part_get_bounds (part, earliest, latest);
  if (part->form == CHN_PART_TIME)
    *latest = *earliest;
}

void
chn_item_get_bounds (const ChnDateItem *item, gint64 *earliest, gint64 *latest)
{
  gint64 inner;
  *earliest = CHN_TIME_MIN;
  *latest = CHN_TIME_MAX;
  if (!item->is_range) {
    chn_part_get_bounds (&item->from, earliest, latest);
    return;
  }
  if (item->from_kind == CHN_END_PART)
    chn_part_get_bounds (&item->from, earliest, &inner);
  if (item->to_kind == CHN_END_PART)
    chn_end_get_bounds (&item->to, &inner, latest);
  if (*earliest > *latest) { /* the clocks of two places */
    inner = *earliest;
    *earliest = *latest;
    *latest = inner;
  }
}

static ChnPrecision
year_precision (const ChnDatePart *part)
{
  gint64 first, last;
  chn_year_get_range (part, &first, &last);
  gint64 n_years = last - first + 1;
  static const gint64 reach[] = { 1, 10, 100, 1000, 10000 };
  for (guint mask = part->year_mask, i = 1; mask != 0; mask >>= 1, i++)
    n_years = reach[i];
  if (n_years == 1)
    return CHN_PRECISION_YEAR;
  return n_years == 10 ? CHN_PRECISION_DECADE : n_years == 100 ? CHN_PRECISION_CENTURY : CHN_PRECISION_MILLENNIUM;
}

/* The coarsest component that is not wholly given decides: 156X-12-25 is known to a decade only. */
ChnPrecision
chn_part_get_precision (const ChnDatePart *part)
{
  static const ChnPrecision of_form[] = {
    [CHN_PART_YEAR] = CHN_PRECISION_YEAR,     [CHN_PART_MONTH] = CHN_PRECISION_MONTH,
    [CHN_PART_SEASON] = CHN_PRECISION_SEASON, [CHN_PART_DAY] = CHN_PRECISION_DAY,
    [CHN_PART_TIME] = CHN_PRECISION_SECOND,
  };
  if (part->to_minute)
    return CHN_PRECISION_MINUTE;
  if (part->year_mask != 0 || part->significant != 0)
    return year_precision (part);
  if (part->month_mask != 0)
    return CHN_PRECISION_YEAR;
  if (part->day_mask != 0)
    return CHN_PRECISION_MONTH;
  return of_form[part->form];
}

static guint
part_flags (const ChnDatePart *part)
{
  guint flags = part->form == CHN_PART_TIME ? CHN_DATE_TIMED : 0;
  for (int i = 0; i < CHN_N_COMPONENTS; i++) {
    if (part->qualifier[i] & CHN_QUALIFIER_UNCERTAIN)
      flags |= CHN_DATE_UNCERTAIN;
    if (part->qualifier[i] & CHN_QUALIFIER_APPROXIMATE)
      flags |= CHN_DATE_APPROXIMATE;
  }
  if (part->year_mask != 0 || part->month_mask != 0 || part->day_mask != 0)
    flags |= CHN_DATE_MASKED;
  return flags;
}

static void
add_part (ChnDateBounds *bounds, const ChnDatePart *part, gboolean *bounded)
{
  ChnPrecision precision = chn_part_get_precision (part);
  bounds->precision = *bounded ? MAX (bounds->precision, precision) : precision;
  bounds->flags |= part_flags (part);
  *bounded = TRUE;
}

static void
add_item (ChnDateBounds *bounds, const ChnDateItem *item, gboolean *bounded)
{
  static const guint start_flag[] = { 0, CHN_DATE_OPEN_START, CHN_DATE_UNKNOWN_START };
  static const guint end_flag[] = { 0, CHN_DATE_OPEN_END, CHN_DATE_UNKNOWN_END };
  gint64 earliest, latest;
  chn_item_get_bounds (item, &earliest, &latest);
  bounds->earliest = MIN (bounds->earliest, earliest);
  bounds->latest = MAX (bounds->latest, latest);
  bounds->flags |= start_flag[item->from_kind];
  if (item->from_kind == CHN_END_PART)
    add_part (bounds, &item->from, bounded);
  if (!item->is_range)
    return;
  bounds->flags |= end_flag[item->to_kind];
  if (item->to_kind == CHN_END_PART)
    add_part (bounds, &item->to, bounded);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  gint64 a_earliest, b_earliest, latest;
  chn_item_get_bounds (a, &a_earliest, &latest);
  chn_item_get_bounds (b, &b_earliest, &latest);
  return (a_earliest > b_earliest) - (a_earliest < b_earliest);
}

static gboolean
items_have_gaps (const ChnDate *date)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (ChnDateItem), date->n_items);
  g_array_append_vals (sorted, date->items, date->n_items);
  g_array_sort (sorted, compare_items);
  gint64 reached = CHN_TIME_MIN, earliest, latest;
  for (guint i = 0; i < sorted->len; i++) {
    const ChnDateItem *item = &g_array_index (sorted, ChnDateItem, i);
    chn_item_get_bounds (item, &earliest, &latest);
    gboolean apart = i > 0 && reached != CHN_TIME_MAX && earliest > reached + 1;
    if (apart || (!item->is_range && item->from.gaps))
      return TRUE;
    reached = MAX (reached, latest);
  }
  return FALSE;
}

void
chn_date_compute_bounds (ChnDate *date)
{
  static const guint shape_flag[] = { 0, CHN_DATE_INTERVAL, CHN_DATE_ONE_OF, CHN_DATE_ALL_OF };
  ChnDateBounds bounds = { CHN_TIME_MAX, CHN_TIME_MIN, CHN_PRECISION_UNBOUNDED, shape_flag[date->shape] };
  gboolean bounded = FALSE;
  for (guint i = 0; i < date->n_items; i++)
    add_item (&bounds, &date->items[i], &bounded);
  gboolean gaps = date->n_items > 1
                      ? items_have_gaps (date)
                      : date->shape != CHN_SHAPE_INTERVAL && !date->items[0].is_range && date->items[0].from.gaps;
  if (gaps)
    bounds.flags |= CHN_DATE_GAPS;
  date->bounds = bounds;
}
