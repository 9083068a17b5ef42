/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Dates of one cell that leave out what another of them says: the month in "18-20 November", the year in both. */
#include "curate/import/date-part.h"

static ChnCellDate *
get (const ChnCellDates *dates, guint i)
{
  return &g_array_index (dates->dates, ChnCellDate, i);
}

static gboolean
lacks_month (const ChnCellDate *date)
{
  return date->day && !date->month;
}

static gboolean
lacks_year (const ChnCellDate *date)
{
  return !date->has_year && !date->is_open;
}

/* A clock time alone is of the day before it. */
static void
fill_day (ChnCellDates *dates, guint i)
{
  ChnCellDate *date = get (dates, i);
  const ChnCellDate *before = i > 0 ? get (dates, i - 1) : NULL;
  if (!before || !date->minutes || date->day || date->month || date->has_year)
    return;
  date->day = before->day;
  date->month = before->month;
  date->year = before->year;
  date->has_year = before->has_year;
}

static void
fill_month (ChnCellDates *dates, guint i)
{
  ChnCellDate *date = get (dates, i);
  for (guint k = i; k > 0 && lacks_month (date); k--)
    date->month = get (dates, k - 1)->month;
  for (guint k = i + 1; k < dates->dates->len && lacks_month (date); k++)
    date->month = get (dates, k)->month;
}

static int
get_day_of_year (const ChnCellDate *date)
{
  return date->month * 32 + date->day;
}

/* The year that is said behind or before; "28 December - 2 January 2015" begins the year before. */
static void
fill_year (ChnCellDates *dates, guint i)
{
  ChnCellDate *date = get (dates, i);
  for (guint k = i + 1; k < dates->dates->len && lacks_year (date); k++) {
    const ChnCellDate *other = get (dates, k);
    gboolean turns = other->joint == CHN_DATE_TOKEN_DASH && get_day_of_year (date) > get_day_of_year (other);
    date->has_year = other->has_year;
    date->year = other->year - turns;
  }
  for (guint k = i; k > 0 && lacks_year (date); k--) {
    const ChnCellDate *other = get (dates, k - 1);
    gboolean turns = date->joint == CHN_DATE_TOKEN_DASH && get_day_of_year (date) < get_day_of_year (other);
    date->has_year = other->has_year;
    date->year = other->year + turns;
  }
}

static gboolean
check (ChnCellDates *dates, ChnCellDate *date)
{
  if (lacks_year (date) && dates->habits->year) {
    date->has_year = TRUE;
    date->year = dates->habits->year;
  }
  if (lacks_year (date) || lacks_month (date)) {
    g_free (dates->problem);
    dates->problem = g_strdup_printf ("the date lacks its %s", lacks_year (date) ? "year" : "month");
    return FALSE;
  }
  return TRUE;
}

gboolean
chn_cell_dates_complete (ChnCellDates *dates)
{
  guint n = dates->dates->len;
  for (guint i = 0; i < n; i++) {
    fill_day (dates, i);
    fill_month (dates, i);
  }
  for (guint i = n; i > 0; i--)
    fill_year (dates, i - 1);
  for (guint i = 0; i < n; i++)
    if (!check (dates, get (dates, i)))
      return FALSE;
  return n > 0;
}
