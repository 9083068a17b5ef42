/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What unspecified digits stand for: the members of "156X-12-25" are ten days, those of "2014-1X"
 * three months. They are found one at a time, by search, never listed: XXXX-XX-23 has 120,000.
 */
#include "date/date.h"

#include "base/civil.h"

enum { WHOLE_PAIR = 3 };

gboolean
chn_pair_matches (guint8 value, guint8 mask, int candidate)
{
  return ((mask & 2) != 0 || value / 10 == candidate / 10) && ((mask & 1) != 0 || value % 10 == candidate % 10);
}

/* The form once trailing components that say nothing are left out: 1999-XX-XX is as wide as 1999. */
static ChnPartForm
get_effective_form (const ChnDatePart *part)
{
  ChnPartForm form = part->form;
  if (form == CHN_PART_DAY && part->day_mask == WHOLE_PAIR)
    form = CHN_PART_MONTH;
  if (form == CHN_PART_MONTH && part->month_mask == WHOLE_PAIR)
    form = CHN_PART_YEAR;
  return form;
}

static gint64
count_years (const ChnDatePart *part)
{
  gint64 n = 1;
  for (guint mask = part->year_mask; mask != 0; mask >>= 1)
    if (mask & 1)
      n *= 10;
  gboolean has_minus_zero = part->negative && part->year == 0;
  return has_minus_zero ? n - 1 : n;
}

/* The index-th year that the digits allow, in order of time. */
static gint64
get_year (const ChnDatePart *part, gint64 index)
{
  gint64 rest = index;
  if (part->negative)
    rest = count_years (part) - 1 - index + (part->year == 0 ? 1 : 0);
  gint64 magnitude = ABS (part->year), place = 1;
  for (guint mask = part->year_mask; mask != 0; mask >>= 1, place *= 10)
    if (mask & 1) {
      magnitude += rest % 10 * place;
      rest /= 10;
    }
  return part->negative ? -magnitude : magnitude;
}

/* The index of the first year that is not before the given one. */
static gint64
find_year_index (const ChnDatePart *part, gint64 year)
{
  gint64 low = 0, high = count_years (part);
  while (low < high) {
    gint64 middle = low + (high - low) / 2;
    if (get_year (part, middle) < year)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static ChnDaySpan
month_span (gint64 year, int month)
{
  gint64 first = chn_civil_to_days (year, month, 1);
  return (ChnDaySpan){ first, first + chn_civil_month_length (year, month) - 1 };
}

static gboolean
find_in_month (const ChnDatePart *part, ChnDaySpan month, gint64 from_day, ChnDaySpan *span)
{
  for (gint64 day = MAX (month.first, from_day); day <= month.last; day++)
    if (chn_pair_matches (part->day, part->day_mask, (int) (day - month.first) + 1)) {
      *span = (ChnDaySpan){ day, day };
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_in_year (const ChnDatePart *part, gint64 year, gint64 from_day, ChnDaySpan *span)
{
  ChnPartForm form = get_effective_form (part);
  if (form == CHN_PART_YEAR) {
    *span = (ChnDaySpan){ chn_civil_to_days (year, 1, 1), chn_civil_to_days (year, 12, 31) };
    return span->last >= from_day;
  }
  if (form == CHN_PART_SEASON) {
    *span = chn_season_find_days (chn_season_get (part->month), year);
    return span->last >= from_day;
  }
  for (int month = 1; month <= 12; month++) {
    if (!chn_pair_matches (part->month, part->month_mask, month))
      continue;
    ChnDaySpan whole = month_span (year, month);
    if (whole.last < from_day)
      continue;
    if (form == CHN_PART_DAY && !find_in_month (part, whole, from_day, span))
      continue;
    if (form == CHN_PART_MONTH)
      *span = whole;
    return TRUE;
  }
  return FALSE;
}

gboolean
chn_member_find (const ChnDatePart *part, gint64 from_day, ChnDaySpan *span)
{
  gboolean crosses = part->form == CHN_PART_SEASON && chn_season_crosses_year (chn_season_get (part->month));
  gint64 first_day = chn_civil_to_days (get_year (part, 0), 1, 1);
  gint64 last_day = chn_civil_to_days (get_year (part, count_years (part) - 1) + (crosses ? 1 : 0), 12, 31);
  if (from_day > last_day)
    return FALSE;
  gint64 year;
  int month, day;
  chn_civil_from_days (MAX (from_day, first_day), &year, &month, &day);
  gint64 n = count_years (part);
  for (gint64 i = find_year_index (part, crosses ? year - 1 : year); i < n; i++)
    if (find_in_year (part, get_year (part, i), from_day, span))
      return TRUE;
  return FALSE;
}

/* The last member of a year, by walking its members. */
static gboolean
find_last_in_year (const ChnDatePart *part, gint64 year, ChnDaySpan *span)
{
  ChnDaySpan next;
  gboolean found = FALSE;
  for (gint64 from = G_MININT64; find_in_year (part, year, from, &next); from = next.last + 1) {
    *span = next;
    found = TRUE;
  }
  return found;
}

gboolean
chn_member_find_last (const ChnDatePart *part, ChnDaySpan *span)
{
  for (gint64 i = count_years (part) - 1; i >= 0; i--)
    if (find_last_in_year (part, get_year (part, i), span))
      return TRUE;
  return FALSE;
}

gboolean
chn_member_has_gaps (const ChnDatePart *part)
{
  if (part->year_mask == 0 && part->month_mask == 0 && part->day_mask == 0)
    return FALSE;
  /* Unspecified digits at the right end of a year that stands alone: a decade, a century. */
  gboolean at_end = (part->year_mask & (part->year_mask + 1)) == 0;
  if (at_end && get_effective_form (part) == CHN_PART_YEAR)
    return FALSE;
  ChnDaySpan span, next;
  gboolean found = chn_member_find (part, G_MININT64, &span);
  while (found && chn_member_find (part, span.last + 1, &next)) {
    if (next.first != span.last + 1)
      return TRUE;
    span = next;
  }
  return FALSE;
}
