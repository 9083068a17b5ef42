/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Seasons, quarters, quadrimesters and semesters (ISO 8601-2:2019, 4.8) and the months they cover.
 *
 * The standard names no months for the seasons. Here they are the meteorological ones. The winter of the
 * Northern and the summer of the Southern Hemisphere begin in the December of the year that is named and
 * end with the February of the next.
 */
#include "base/civil.h"
#include "date/date.h"

enum { MONTHS = 12 };

static const ChnSeason seasons[] = {
  { 3, 3, 1, "spring" },
  { 6, 3, 1, "summer" },
  { 9, 3, 1, "autumn" },
  { 12, 3, 1, "winter" },
  { 3, 3, 2, "northern spring" },
  { 6, 3, 2, "northern summer" },
  { 9, 3, 2, "northern autumn" },
  { 12, 3, 2, "northern winter" },
  { 9, 3, 2, "southern spring" },
  { 12, 3, 2, "southern summer" },
  { 3, 3, 2, "southern autumn" },
  { 6, 3, 2, "southern winter" },
  { 1, 3, 2, "first quarter" },
  { 4, 3, 2, "second quarter" },
  { 7, 3, 2, "third quarter" },
  { 10, 3, 2, "fourth quarter" },
  { 1, 4, 2, "first quadrimester" },
  { 5, 4, 2, "second quadrimester" },
  { 9, 4, 2, "third quadrimester" },
  { 1, 6, 2, "first half" },
  { 7, 6, 2, "second half" },
};

const ChnSeason *
chn_season_get (int number)
{
  return number >= 21 && number < 21 + (int) G_N_ELEMENTS (seasons) ? &seasons[number - 21] : NULL;
}

gboolean
chn_season_crosses_year (const ChnSeason *season)
{
  return season->first_month + season->n_months - 1 > MONTHS;
}

ChnDaySpan
chn_season_find_days (const ChnSeason *season, gint64 year)
{
  int last = season->first_month + season->n_months - 1;
  gint64 last_year = last > MONTHS ? year + 1 : year;
  int last_month = last > MONTHS ? last - MONTHS : last;
  return (ChnDaySpan){ chn_civil_to_days (year, season->first_month, 1),
                       chn_civil_to_days (last_year, last_month, chn_civil_month_length (last_year, last_month)) };
}
