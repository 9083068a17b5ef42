/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * One date of an EDTF string: its components, their qualifiers, and the level that it needs.
 *
 *   part  = [q] year [q] [ "-" [q] month [q] [ "-" [q] day [q] | "-" day time ] ]
 *   month = pair, 01 to 12, or a season 21 to 41      (ISO 8601-2:2019, 4.8)
 *   day   = pair
 *
 * A qualifier right of a component holds for it and for everything left of it, one left of a
 * component for it alone (8601-2:2019, 8.2).
 */
#include "base/civil.h"
#include "date/date.h"

typedef struct {
  guint8 left[CHN_N_COMPONENTS];
  guint8 right[CHN_N_COMPONENTS];
  int last; /* the last component that is there */
} Qualifiers;

static gboolean
check_month (ChnScanner *scanner, ChnDatePart *part)
{
  gsize start = scanner->at - 2;
  if (part->month_mask == 0 && chn_season_get (part->month)) {
    part->form = CHN_PART_SEASON;
    return TRUE;
  }
  for (int month = 1; month <= 12; month++)
    if (chn_pair_matches (part->month, part->month_mask, month))
      return TRUE;
  return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, 2,
                        "found the month %.2s, expected 01 to 12, or 21 to 41 for a season or quarter",
                        scanner->text + start);
}

static gboolean
fail_day (ChnScanner *scanner, const ChnDatePart *part)
{
  gsize start = scanner->at - 2;
  const char *found = scanner->text + start;
  if (part->day_mask != 0 || part->month_mask != 0 || part->year_mask != 0)
    return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, 2, "found the day %.2s, which no such month has", found);
  return chn_scan_fail (scanner, CHN_ERROR_RANGE, start, 2, "found the day %.2s, expected 01 to %d in this month",
                        found, chn_civil_month_length (part->year, part->month));
}

static gboolean
check_day (ChnScanner *scanner, const ChnDatePart *part)
{
  ChnDaySpan span;
  if (part->year_mask == 0 && part->month_mask == 0 && part->day_mask == 0)
    return (part->day >= 1 && part->day <= chn_civil_month_length (part->year, part->month)) ||
           fail_day (scanner, part);
  return chn_member_find (part, G_MININT64, &span) || fail_day (scanner, part);
}

static gboolean
scan_day (ChnScanner *scanner, ChnDatePart *part, Qualifiers *qualifiers)
{
  qualifiers->left[CHN_COMPONENT_DAY] = chn_scan_qualifier (scanner);
  part->form = CHN_PART_DAY;
  qualifiers->last = CHN_COMPONENT_DAY;
  if (!chn_scan_pair (scanner, "day", TRUE, &part->day, &part->day_mask) || !check_day (scanner, part))
    return FALSE;
  qualifiers->right[CHN_COMPONENT_DAY] = chn_scan_qualifier (scanner);
  return TRUE;
}

static gboolean
scan_month (ChnScanner *scanner, ChnDatePart *part, Qualifiers *qualifiers)
{
  qualifiers->left[CHN_COMPONENT_MONTH] = chn_scan_qualifier (scanner);
  part->form = CHN_PART_MONTH;
  qualifiers->last = CHN_COMPONENT_MONTH;
  if (!chn_scan_pair (scanner, "month", TRUE, &part->month, &part->month_mask) || !check_month (scanner, part))
    return FALSE;
  qualifiers->right[CHN_COMPONENT_MONTH] = chn_scan_qualifier (scanner);
  if (chn_scan_peek (scanner) != '-')
    return TRUE;
  if (part->form == CHN_PART_SEASON)
    return chn_scan_fail_expected (scanner, "the end of the date, since a season has no days");
  scanner->at++;
  return scan_day (scanner, part, qualifiers);
}

static gboolean
scan_components (ChnScanner *scanner, ChnDatePart *part, Qualifiers *qualifiers)
{
  qualifiers->left[CHN_COMPONENT_YEAR] = chn_scan_qualifier (scanner);
  gboolean is_long = chn_scan_peek (scanner) == 'Y';
  if (!chn_scan_year (scanner, part))
    return FALSE;
  qualifiers->right[CHN_COMPONENT_YEAR] = chn_scan_qualifier (scanner);
  if (chn_scan_peek (scanner) != '-')
    return TRUE;
  if (is_long)
    return chn_scan_fail_expected (scanner, "the end of the date, since a long year has no months");
  if (part->significant > 0 || part->level == 2)
    return chn_scan_fail_expected (scanner,
                                   "the end of the date, since a year with significant digits has no months");
  scanner->at++;
  return scan_month (scanner, part, qualifiers);
}

/* The level that unspecified digits need: 1 for those at the right end, as level 1 lists them. */
static int
mask_level (const ChnDatePart *part)
{
  if (part->year_mask != 0)
    return part->form == CHN_PART_YEAR && (part->year_mask == 1 || part->year_mask == 3) ? 1 : 2;
  gboolean whole_month = part->month_mask == 3, whole_day = part->day_mask == 3;
  if (part->form == CHN_PART_MONTH)
    return whole_month ? 1 : 2;
  return whole_day && (whole_month || part->month_mask == 0) ? 1 : 2;
}

static int
qualifier_level (const Qualifiers *qualifiers)
{
  for (int i = 0; i <= qualifiers->last; i++)
    if (qualifiers->left[i] != 0 || (i < qualifiers->last && qualifiers->right[i] != 0))
      return 2;
  return qualifiers->right[qualifiers->last] != 0 ? 1 : 0;
}

/* The grammar of level 1 allows a date one of its features at a time. */
static void
set_level (ChnDatePart *part, const Qualifiers *qualifiers)
{
  gboolean masked = part->year_mask != 0 || part->month_mask != 0 || part->day_mask != 0;
  int feature[] = {
    part->level,
    masked ? mask_level (part) : 0,
    part->form == CHN_PART_SEASON ? chn_season_get (part->month)->level : 0,
    qualifier_level (qualifiers),
  };
  int sum = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (feature); i++)
    sum += feature[i];
  part->level = (guint8) MIN (sum, 2);
}

static void
spread_qualifiers (ChnDatePart *part, const Qualifiers *qualifiers)
{
  guint8 from_right = 0;
  for (int i = qualifiers->last; i >= 0; i--) {
    from_right |= qualifiers->right[i];
    part->qualifier[i] = from_right | qualifiers->left[i];
  }
}

/* Whether anything but plain digits was there, which a time does not go with. */
static gboolean
is_inexact (const ChnDatePart *part, const Qualifiers *qualifiers)
{
  return part->year_mask != 0 || part->month_mask != 0 || part->day_mask != 0 || qualifier_level (qualifiers) > 0;
}

gboolean
chn_scan_part (ChnScanner *scanner, ChnDatePart *part)
{
  Qualifiers qualifiers = { 0 };
  *part = (ChnDatePart){ .form = CHN_PART_YEAR };
  if (!scan_components (scanner, part, &qualifiers))
    return FALSE;
  if (chn_scan_peek (scanner) == 'T') {
    if (part->form != CHN_PART_DAY)
      return chn_scan_fail_expected (scanner, "a day before the time");
    if (is_inexact (part, &qualifiers))
      return chn_scan_fail_expected (scanner, "no time, since the day is not exact");
    if (!chn_scan_time (scanner, part))
      return FALSE;
  }
  set_level (part, &qualifiers);
  spread_qualifiers (part, &qualifiers);
  part->gaps = (guint8) chn_member_has_gaps (part);
  return TRUE;
}
