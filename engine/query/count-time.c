/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counting by units of time: every unit that a date possibly falls in. */
#include <chancery/count.h>

#include "base/civil.h"
#include "query/count-find.h"

/* Units are numbered; those of a year without gaps. */
typedef struct {
  gint64 per_year; /* units of a year; 0 for decades */
  char *(*name) (gint64 number);
} UnitRow;

/* Division that rounds down. */
static gint64
divide (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

static char *
name_decade (gint64 number)
{
  return g_strdup_printf ("%04" G_GINT64_FORMAT "s", number * 10);
}

static char *
name_year (gint64 number)
{
  return g_strdup_printf ("%04" G_GINT64_FORMAT, number);
}

static char *
name_quarter (gint64 number)
{
  gint64 year = divide (number, 4);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-Q%d", year, (int) (number - year * 4) + 1);
}

static char *
name_month (gint64 number)
{
  gint64 year = divide (number, 12);
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d", year, (int) (number - year * 12) + 1);
}

static const UnitRow units[] = {
  [CHN_UNIT_DECADE] = { 0, name_decade },
  [CHN_UNIT_YEAR] = { 1, name_year },
  [CHN_UNIT_QUARTER] = { 4, name_quarter },
  [CHN_UNIT_MONTH] = { 12, name_month },
};

/* The number of the unit that holds a time. */
static gint64
find_number (const UnitRow *unit, gint64 time)
{
  ChnCivil civil = chn_civil_from_seconds (time);
  if (unit->per_year == 0)
    return divide (civil.year, 10);
  return civil.year * unit->per_year + (civil.month - 1) / (12 / unit->per_year);
}

/* The first second of a unit. */
static gint64
find_start (const UnitRow *unit, gint64 number)
{
  if (unit->per_year == 0)
    return chn_civil_to_days (number * 10, 1, 1) * CHN_DAY_SECONDS;
  gint64 year = divide (number, unit->per_year), part = number - year * unit->per_year;
  return chn_civil_to_days (year, (int) (part * (12 / unit->per_year)) + 1, 1) * CHN_DAY_SECONDS;
}

void
chn_count_find_time (ChnCounting *counting)
{
  const UnitRow *unit = &units[counting->argument];
  ChnDateBounds bounds = chn_columns_get_bounds (counting->columns, counting->row);
  gboolean is_open = bounds.earliest == CHN_TIME_MIN || bounds.latest == CHN_TIME_MAX;
  gint64 first = is_open ? 0 : find_number (unit, bounds.earliest);
  gint64 last = is_open ? 0 : find_number (unit, bounds.latest);
  if (is_open || last - first >= CHN_COUNT_UNITS_MAX) {
    chn_count_hit (counting, "imprecise", NULL, G_MAXINT64, TRUE);
    return;
  }
  for (gint64 number = first; number <= last; number++) {
    gint64 from = find_start (unit, number), to = find_start (unit, number + 1) - 1;
    ChnCertainty certainty = chn_columns_relate (counting->columns, counting->row, from, to);
    if (certainty == CHN_CERTAINTY_NO)
      continue;
    g_autofree char *name = unit->name (number);
    ChnCountValue *value = chn_count_hit (counting, name, NULL, number, certainty != CHN_CERTAINTY_CERTAINLY);
    value->from = from;
    value->to = to;
  }
}
