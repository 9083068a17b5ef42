/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which days a recurrence rule takes: each day is asked by itself, so that the order of the parts plays no role. */
#include "date/recur/days.h"

#include "base/civil.h"

enum { WEEK = 7, LONGEST_MONTH = 31 };

/* A month, and where it lies in its year. */
typedef struct {
  gint64 year;
  int month, length;
  gint64 first_day, year_start;
  int year_length;
} Month;

static Month
get_month (gint64 year, int month)
{
  Month found = { .year = year, .month = month, .length = chn_civil_month_length (year, month) };
  found.first_day = chn_civil_to_days (year, month, 1);
  found.year_start = chn_civil_to_days (year, 1, 1);
  found.year_length = chn_civil_is_leap_year (year) ? 366 : 365;
  return found;
}

static gboolean
has_numbered (const ChnRecurNumbers *numbers, gint64 from_first, gint64 from_last)
{
  return chn_recur_set_has (&numbers->first, from_first) || chn_recur_set_has (&numbers->last, from_last);
}

/* The first day of the week of a day. */
static gint64
find_week (const ChnRecurRule *rule, gint64 day)
{
  return day - (chn_civil_weekday (day) - rule->week_start + WEEK) % WEEK;
}

/* Week 1 is the first that has four days in the year. */
static gint64
find_first_week (const ChnRecurRule *rule, gint64 year)
{
  return find_week (rule, chn_civil_to_days (year, 1, 4));
}

static gboolean
is_in_week (const ChnRecurRule *rule, gint64 day)
{
  int month, day_of_month;
  gint64 year, week = find_week (rule, day);
  chn_civil_from_days (week + 3, &year, &month, &day_of_month);
  gint64 first = find_first_week (rule, year), end = find_first_week (rule, year + 1);
  return has_numbered (&rule->weeks, (week - first) / WEEK + 1, (end - week) / WEEK);
}

/* Of the month, or of the year; where neither is what recurs, numbers mean nothing and every such day is meant. */
static gboolean
is_nth_day (const ChnRecurRule *rule, const Month *month, gint64 day, int weekday)
{
  const ChnRecurNumbers *numbers = &rule->nth_day[weekday];
  if (rule->frequency < CHN_RECUR_MONTHLY)
    return chn_recur_numbers_are_given (numbers);
  gboolean of_month = rule->frequency == CHN_RECUR_MONTHLY || rule->months.n > 0;
  gint64 before = day - (of_month ? month->first_day : month->year_start);
  gint64 behind = (of_month ? month->length : month->year_length) - 1 - before;
  return has_numbered (numbers, before / WEEK + 1, behind / WEEK + 1);
}

static gboolean
is_weekday (const ChnRecurRule *rule, const Month *month, gint64 day)
{
  int weekday = chn_civil_weekday (day);
  if (rule->weekdays.n == 0 && !rule->has_nth_days)
    return TRUE;
  return chn_recur_set_has (&rule->weekdays, weekday) ||
         (rule->has_nth_days && is_nth_day (rule, month, day, weekday));
}

/* Whether the rule asks for days of a month that this one lacks. */
static gboolean
lacks_day (const ChnRecurRule *rule, const Month *month)
{
  for (int day = month->length + 1; day <= LONGEST_MONTH; day++)
    if (chn_recur_set_has (&rule->month_days.first, day))
      return TRUE;
  return FALSE;
}

static gboolean
is_month_day (const ChnRecurRule *rule, const Month *month, int day)
{
  if (!chn_recur_numbers_are_given (&rule->month_days) ||
      has_numbered (&rule->month_days, day, month->length - day + 1))
    return TRUE;
  return rule->skip == CHN_RECUR_BACKWARD && day == month->length && lacks_day (rule, month);
}

/* What is asked of a day beside its month and its number in the month. */
static gboolean
is_otherwise_taken (const ChnRecurRule *rule, const Month *month, gint64 day)
{
  gint64 before = day - month->year_start;
  if (chn_recur_numbers_are_given (&rule->year_days) &&
      !has_numbered (&rule->year_days, before + 1, month->year_length - before))
    return FALSE;
  if (chn_recur_numbers_are_given (&rule->weeks) && !is_in_week (rule, day))
    return FALSE;
  return is_weekday (rule, month, day);
}

static gboolean
is_month (const ChnRecurRule *rule, const Month *month)
{
  return rule->months.n == 0 || chn_recur_set_has (&rule->months, month->month);
}

static void
add (GArray *days, gint64 day)
{
  if (days->len == 0 || g_array_index (days, gint64, days->len - 1) < day)
    g_array_append_val (days, day);
}

guint
chn_recur_rule_add_month (const ChnRecurRule *rule, gint64 year, int number, GArray *days)
{
  Month month = get_month (year, number);
  if (!is_month (rule, &month))
    return 1;
  for (int day = 1; day <= month.length; day++)
    if (is_month_day (rule, &month, day) && is_otherwise_taken (rule, &month, month.first_day + day - 1))
      add (days, month.first_day + day - 1);
  gint64 next = month.first_day + month.length;
  if (rule->skip == CHN_RECUR_FORWARD && lacks_day (rule, &month) && is_otherwise_taken (rule, &month, next))
    add (days, next);
  return (guint) month.length;
}

void
chn_recur_rule_add_day (const ChnRecurRule *rule, gint64 day, GArray *days)
{
  gint64 year;
  int number, day_of_month;
  chn_civil_from_days (day, &year, &number, &day_of_month);
  Month month = get_month (year, number);
  if (is_month (rule, &month) && is_month_day (rule, &month, day_of_month) && is_otherwise_taken (rule, &month, day))
    add (days, day);
}

void
chn_recur_rule_complete (ChnRecurRule *rule, gint64 start)
{
  ChnCivil civil = chn_civil_from_seconds (start);
  gboolean has_weekdays = rule->weekdays.n > 0 || rule->has_nth_days;
  gboolean has_days = chn_recur_numbers_are_given (&rule->month_days) ||
                      chn_recur_numbers_are_given (&rule->year_days) || has_weekdays;
  gboolean has_weeks = chn_recur_numbers_are_given (&rule->weeks);
  if (has_days || rule->frequency < CHN_RECUR_WEEKLY)
    return;
  if (rule->frequency == CHN_RECUR_WEEKLY || has_weeks) {
    chn_recur_set_add (&rule->weekdays, (guint) chn_civil_weekday (chn_civil_find_day (start)));
    return;
  }
  chn_recur_set_add (&rule->month_days.first, (guint) civil.day);
  if (rule->frequency == CHN_RECUR_YEARLY && rule->months.n == 0)
    chn_recur_set_add (&rule->months, (guint) civil.month);
}
