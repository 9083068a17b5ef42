/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The axis of time: steps of the calendar, and a linear or an even scale. There is no year 0 to be seen. */
#include "document/picture/axis.h"

#include <math.h>
#include <stdlib.h>

#include "base/civil.h"

static const ChnTimeStep fine_steps[] = {
  { CHN_UNIT_HOUR, 1 }, { CHN_UNIT_HOUR, 3 },       { CHN_UNIT_HOUR, 6 },  { CHN_UNIT_HOUR, 12 }, { CHN_UNIT_DAY, 1 },
  { CHN_UNIT_WEEK, 1 }, { CHN_UNIT_HALF_MONTH, 1 }, { CHN_UNIT_MONTH, 1 }, { CHN_UNIT_MONTH, 3 },
};

gboolean
chn_time_step_get (guint index, ChnTimeStep *step)
{
  static const gint64 leading[] = { 1, 2, 5 };
  if (index < G_N_ELEMENTS (fine_steps)) {
    *step = fine_steps[index];
    return TRUE;
  }
  guint number = index - (guint) G_N_ELEMENTS (fine_steps);
  *step = (ChnTimeStep){ CHN_UNIT_YEAR, leading[number % 3] };
  for (guint i = 0; i < number / 3; i++)
    step->count *= 10;
  return step->count < CHN_YEAR_MAX / 10;
}

double
chn_time_step_length (const ChnTimeStep *step)
{
  static const double days[] = { 1 / 24.0, 1, 7, 15.2, 30.4, 365.2425 };
  return days[step->unit] * (double) (step->count * CHN_DAY_SECONDS);
}

static gint64
floor_to (gint64 number, gint64 count)
{
  gint64 rest = number % count;
  return number - (rest < 0 ? rest + count : rest);
}

static gint64
start_of_month (gint64 year, int month)
{
  return chn_civil_to_days (CLAMP (year, CHN_YEAR_MIN, CHN_YEAR_MAX), month, 1) * CHN_DAY_SECONDS;
}

/*
 * The first year of a step, astronomical. Before our era steps count back from its start: 100 BC (-99) to 1 BC (0);
 * the first step after it begins with AD 1 and is a year short, since the next begins with AD 100.
 */
static gint64
floor_year (gint64 year, gint64 count)
{
  if (count == 1)
    return year;
  if (year <= 0)
    return floor_to (year - 1, count) + 1;
  return MAX (floor_to (year, count), 1);
}

static gint64
next_year (gint64 year, gint64 count)
{
  return count > 1 && year == 1 ? count : year + count;
}

gint64
chn_time_step_floor (const ChnTimeStep *step, gint64 time)
{
  gint64 day = chn_civil_find_day (time), hour = step->count * CHN_DAY_SECONDS / 24;
  ChnCivil civil = chn_civil_from_seconds (time);
  switch (step->unit) {
  case CHN_UNIT_HOUR:
    return floor_to (time, hour);
  case CHN_UNIT_DAY:
    return day * CHN_DAY_SECONDS;
  case CHN_UNIT_WEEK:
    return (day - chn_civil_weekday (day) + 1) * CHN_DAY_SECONDS;
  case CHN_UNIT_HALF_MONTH:
    return start_of_month (civil.year, civil.month) + (civil.day >= 15 ? 14 * CHN_DAY_SECONDS : 0);
  case CHN_UNIT_MONTH:
    return start_of_month (civil.year, (int) floor_to (civil.month - 1, step->count) + 1);
  default:
    return start_of_month (floor_year (civil.year, step->count), 1);
  }
}

static gint64
next_month (gint64 start, gint64 count)
{
  ChnCivil civil = chn_civil_from_seconds (start);
  gint64 month = civil.month - 1 + count;
  return start_of_month (civil.year + month / 12, (int) (month % 12) + 1);
}

gint64
chn_time_step_next (const ChnTimeStep *step, gint64 start)
{
  ChnCivil civil = chn_civil_from_seconds (start);
  switch (step->unit) {
  case CHN_UNIT_HOUR:
    return start + step->count * CHN_DAY_SECONDS / 24;
  case CHN_UNIT_DAY:
    return start + CHN_DAY_SECONDS;
  case CHN_UNIT_WEEK:
    return start + 7 * CHN_DAY_SECONDS;
  case CHN_UNIT_HALF_MONTH:
    return civil.day == 1 ? start + 14 * CHN_DAY_SECONDS : next_month (start, 1);
  case CHN_UNIT_MONTH:
    return next_month (start, step->count);
  default:
    return start_of_month (next_year (civil.year, step->count), 1);
  }
}

static double
place_linearly (double time, const ChnKnot *a, const ChnKnot *b)
{
  return a->x + (time - a->time) / (b->time - a->time) * (b->x - a->x);
}

double
chn_axis_place (const ChnAxis *axis, double time)
{
  if (!(time > axis->from))
    return axis->left;
  if (!(time < axis->to))
    return axis->right;
  if (!axis->knots)
    return place_linearly (time, &(ChnKnot){ axis->from, axis->left }, &(ChnKnot){ axis->to, axis->right });
  guint low = 0, high = axis->knots->len - 1;
  while (high - low > 1) {
    guint middle = (low + high) / 2;
    if (g_array_index (axis->knots, ChnKnot, middle).time <= time)
      low = middle;
    else
      high = middle;
  }
  return place_linearly (time, &g_array_index (axis->knots, ChnKnot, low),
                         &g_array_index (axis->knots, ChnKnot, high));
}

/* Steps of which an axis has enough to tell them apart, and not too many. */
enum { MOST_STEPS = 90 };

static ChnTimeStep
choose_step (const ChnAxis *axis)
{
  ChnTimeStep step = { CHN_UNIT_HOUR, 1 };
  for (guint i = 0; chn_time_step_get (i, &step); i++)
    if (step.unit >= axis->finest && (axis->to - axis->from) / chn_time_step_length (&step) <= MOST_STEPS &&
        step.unit != CHN_UNIT_WEEK)
      break;
  return step;
}

/* The boundaries of the steps that the axis is made of, from one at its start or before to one at its end or behind.
 */
static GArray *
list_boundaries (const ChnAxis *axis)
{
  GArray *knots = g_array_new (FALSE, FALSE, sizeof (ChnKnot));
  ChnTimeStep step = choose_step (axis);
  gint64 at = chn_time_step_floor (&step, (gint64) axis->from), before;
  do {
    ChnKnot knot = { (double) at, 0 };
    g_array_append_val (knots, knot);
    before = at;
    at = chn_time_step_next (&step, at);
  } while ((double) before < axis->to && at > before);
  return knots;
}

/* The weight in each step; freed by the caller. */
static double *
sum_weights (const GArray *knots, const double *time, const double *weight, guint n)
{
  double *sums = g_new0 (double, knots->len);
  guint step = 0;
  for (guint i = 0; i < n; i++) {
    while (step + 2 < knots->len && g_array_index (knots, ChnKnot, step + 1).time <= time[i])
      step++;
    sums[step] += weight[i];
  }
  return sums;
}

void
chn_axis_even_out (ChnAxis *axis, const double *time, const double *weight, guint n)
{
  static const double equal = 0.35; /* of the width, for all steps alike */
  GArray *knots = list_boundaries (axis);
  guint n_steps = knots->len - 1;
  g_autofree double *sums = sum_weights (knots, time, weight, n);
  double roots = 0, width = axis->right - axis->left, x = axis->left;
  for (guint i = 0; i < n_steps; i++)
    roots += sqrt (sums[i]);
  for (guint i = 0; i < n_steps; i++) {
    g_array_index (knots, ChnKnot, i).x = x;
    x += width * (equal / n_steps + (1 - equal) * sqrt (sums[i]) / MAX (roots, 1e-9));
  }
  g_array_index (knots, ChnKnot, n_steps).x = axis->right;
  axis->from = g_array_index (knots, ChnKnot, 0).time;
  axis->to = g_array_index (knots, ChnKnot, n_steps).time;
  axis->knots = knots;
}

static int
compare_downward (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;
  return *one > *other ? -1 : *one < *other;
}

gboolean
chn_axis_is_crowded (const ChnAxis *axis, const double *time, const double *weight, guint n)
{
  static const double part = 0.2, most = 0.6;
  static const guint least_steps = 6, least_events = 30; /* below which nothing is too narrow */
  g_autoptr (GArray) knots = list_boundaries (axis);
  guint n_steps = knots->len - 1;
  g_autofree double *sums = sum_weights (knots, time, weight, n);
  double whole = 0, heaviest = 0;
  guint n_used = 0;
  qsort (sums, n_steps, sizeof *sums, compare_downward);
  for (guint i = 0; i < n_steps; i++) {
    whole += sums[i];
    n_used += sums[i] > 0 ? 1 : 0;
    heaviest += i < n_steps * part ? sums[i] : 0;
  }
  return n >= least_events && n_used >= least_steps && heaviest > whole * most;
}

void
chn_axis_clear (ChnAxis *axis)
{
  g_clear_pointer (&axis->knots, g_array_unref);
}
