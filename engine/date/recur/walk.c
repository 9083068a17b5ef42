/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Follows a recurrence rule from interval to interval, each a year, month, week or day: its days, and the times of
 * each.
 *
 * libical, which does so too, is only what tests compare with. Its release 3.0.16 finds nothing for
 * FREQ=DAILY;BYMONTHDAY=-1, cannot begin in the middle where a rule has an INTERVAL, and knows no year before 1902.
 */
#include "date/recur/walk.h"

#include "base/civil.h"
#include "date/recur/days.h"
#include "date/recur/times.h"

enum { WEEK = 7, MONTHS = 12, LAST_YEAR = 9999 };

struct _ChnRecurWalk {
  ChnRecurRule rule;
  ChnRecurRange range;
  gint64 first_unit; /* the year, month, first day of the week, or day that the first time lies in */
  gint64 interval;   /* of which this is the number */
  GArray *days;      /* gint64: of the interval at hand */
  GArray *times;     /* gint32: of each of them */
  GArray *chosen;    /* guint64: which of all these times, where the rule asks for positions */
  guint64 next, n;   /* of the times of the interval */
  guint64 n_counted;
};

static gint64
divide (gint64 number, gint64 by)
{
  return number / by - (number % by < 0);
}

/* The number of the unit that holds a day. Rules below a day go from day to day. */
static gint64
find_unit (const ChnRecurRule *rule, gint64 day)
{
  gint64 year;
  int month, day_of_month;
  if (rule->frequency <= CHN_RECUR_DAILY)
    return day;
  if (rule->frequency == CHN_RECUR_WEEKLY)
    return day - (chn_civil_weekday (day) - rule->week_start + WEEK) % WEEK;
  chn_civil_from_days (day, &year, &month, &day_of_month);
  return rule->frequency == CHN_RECUR_YEARLY ? year : year * MONTHS + month - 1;
}

/* How far apart the units of two intervals are. */
static gint64
get_step (const ChnRecurRule *rule)
{
  if (rule->frequency < CHN_RECUR_DAILY)
    return 1;
  return (gint64) rule->interval * (rule->frequency == CHN_RECUR_WEEKLY ? WEEK : 1);
}

static gint64
get_unit (const ChnRecurWalk *walk)
{
  return walk->first_unit + walk->interval * get_step (&walk->rule);
}

/* The first day of a unit. */
static gint64
find_first_day (const ChnRecurRule *rule, gint64 unit)
{
  if (rule->frequency <= CHN_RECUR_WEEKLY)
    return unit;
  if (rule->frequency == CHN_RECUR_YEARLY)
    return chn_civil_to_days (unit, 1, 1);
  gint64 year = divide (unit, MONTHS);
  return chn_civil_to_days (year, (int) (unit - year * MONTHS) + 1, 1);
}

static void
spend (ChnRecurWalk *walk, guint64 n)
{
  *walk->range.budget -= MIN (n, *walk->range.budget);
}

static void
add_days (ChnRecurWalk *walk, gint64 unit)
{
  const ChnRecurRule *rule = &walk->rule;
  gint64 year = rule->frequency == CHN_RECUR_YEARLY ? unit : divide (unit, MONTHS);
  guint n_days = rule->frequency == CHN_RECUR_WEEKLY ? WEEK : 1;
  if (rule->frequency == CHN_RECUR_YEARLY)
    for (int month = 1; month <= MONTHS; month++)
      spend (walk, chn_recur_rule_add_month (rule, year, month, walk->days));
  else if (rule->frequency == CHN_RECUR_MONTHLY)
    spend (walk, chn_recur_rule_add_month (rule, year, (int) (unit - year * MONTHS) + 1, walk->days));
  else
    for (guint i = 0; i < n_days; i++)
      chn_recur_rule_add_day (rule, unit + i, walk->days);
  spend (walk, n_days);
}

static void
add_times (ChnRecurWalk *walk)
{
  const ChnRecurRule *rule = &walk->rule;
  if (rule->frequency >= CHN_RECUR_DAILY || walk->days->len == 0)
    return; /* the same for every day */
  g_array_set_size (walk->times, 0);
  chn_recur_rule_add_times (rule, walk->range.start, g_array_index (walk->days, gint64, 0), walk->times);
  spend (walk, walk->times->len);
}

/* The times of the interval at hand; FALSE where it lies behind all that is wanted. */
static gboolean
open_interval (ChnRecurWalk *walk)
{
  const ChnRecurRule *rule = &walk->rule;
  gint64 unit = get_unit (walk), first = find_first_day (rule, unit);
  if (first > chn_civil_find_day (walk->range.last) || *walk->range.budget == 0)
    return FALSE;
  g_array_set_size (walk->days, 0);
  add_days (walk, unit);
  add_times (walk);
  walk->next = 0;
  walk->n = (guint64) walk->days->len * walk->times->len;
  if (rule->frequency < CHN_RECUR_DAILY || !chn_recur_numbers_are_given (&rule->positions))
    return TRUE;
  chn_recur_rule_choose (rule, walk->n, walk->chosen);
  walk->n = walk->chosen->len;
  return TRUE;
}

/* Whole intervals before what is wanted are left out, unless their times count. */
static gint64
find_first_interval (const ChnRecurWalk *walk)
{
  gint64 from = MAX (walk->range.from, walk->range.start);
  /* A day that goes over into the next month (SKIP=FORWARD) may belong to the interval before. */
  gint64 unit = find_unit (&walk->rule, chn_civil_find_day (from) - 1);
  if (walk->rule.count > 0 || unit <= walk->first_unit)
    return 0;
  return (unit - walk->first_unit) / get_step (&walk->rule);
}

gboolean
chn_recur_rule_suits (const ChnRecurRule *rule, gboolean is_days)
{
  return !is_days || rule->frequency >= CHN_RECUR_DAILY;
}

ChnRecurWalk *
chn_recur_walk_new (const ChnRecurRule *rule, const ChnRecurRange *range)
{
  ChnRecurWalk *walk = g_new0 (ChnRecurWalk, 1);
  walk->rule = *rule;
  walk->range = *range;
  walk->range.last = MIN (range->last, chn_civil_to_days (LAST_YEAR + 1, 1, 1) * CHN_DAY_SECONDS - 1);
  walk->days = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk->times = g_array_new (FALSE, FALSE, sizeof (gint32));
  walk->chosen = g_array_new (FALSE, FALSE, sizeof (guint64));
  if (range->is_days)
    walk->rule.hours = walk->rule.minutes = walk->rule.seconds = (ChnRecurSet){ { 0 }, 0 };
  chn_recur_rule_complete (&walk->rule, range->start);
  if (rule->frequency >= CHN_RECUR_DAILY)
    chn_recur_rule_add_times (&walk->rule, range->start, 0, walk->times);
  walk->first_unit = find_unit (rule, chn_civil_find_day (range->start));
  walk->interval = find_first_interval (walk) - 1; /* the first is opened with the first time */
  return walk;
}

void
chn_recur_walk_free (ChnRecurWalk *walk)
{
  if (!walk)
    return;
  g_array_unref (walk->days);
  g_array_unref (walk->times);
  g_array_unref (walk->chosen);
  g_free (walk);
}

/* The next time of all, in the interval at hand or a later one. */
static gboolean
find_next (ChnRecurWalk *walk, gint64 *time)
{
  gboolean chooses = walk->rule.frequency >= CHN_RECUR_DAILY && chn_recur_numbers_are_given (&walk->rule.positions);
  while (walk->next >= walk->n) {
    walk->interval++;
    if (!open_interval (walk))
      return FALSE;
  }
  guint64 at = chooses ? g_array_index (walk->chosen, guint64, walk->next) : walk->next;
  walk->next++;
  spend (walk, 1);
  *time = g_array_index (walk->days, gint64, at / walk->times->len) * CHN_DAY_SECONDS +
          g_array_index (walk->times, gint32, at % walk->times->len);
  return *walk->range.budget > 0;
}

gboolean
chn_recur_walk_next (ChnRecurWalk *walk, gint64 *time)
{
  const ChnRecurRange *range = &walk->range;
  while (walk->rule.count == 0 || walk->n_counted < walk->rule.count) {
    if (!find_next (walk, time) || *time > range->last)
      return FALSE;
    if (*time < range->start)
      continue;
    walk->n_counted++;
    if (*time >= range->from)
      return TRUE;
  }
  return FALSE;
}
