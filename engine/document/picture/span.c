/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which stretch of time a picture shows, and where on it each event lies. */
#include "document/picture/plot.h"

#include <math.h>

#include "base/civil.h"

/* Below this many radii a stretch of time is a mark. */
static const double least_bar = 2.8;

typedef struct {
  double from, to;
} Range;

static void
widen (Range *range, double from, double to)
{
  range->from = MIN (range->from, from);
  range->to = MAX (range->to, to);
}

/* From the first start to the last, of what does not last where there is any. */
static Range
find_starts (const ChnPlot *plot, gboolean of_moments)
{
  Range range = { INFINITY, -INFINITY };
  for (guint i = 0; i < plot->events->len; i++) {
    const ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    if (!isfinite (event->time) || (of_moments && event->lasts))
      continue;
    widen (&range, event->time, event->lasts ? event->time : MAX (event->time, event->end));
  }
  return range;
}

/* What lasts may add a part to what is shown; what began long before is cut at its edge. */
static void
add_starts_of_spans (const ChnPlot *plot, Range *range)
{
  static const double most = 0.35;
  double reach = (range->to - range->from) * most;
  Range whole = *range;
  for (guint i = 0; i < plot->events->len; i++) {
    const ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    if (!event->lasts || !isfinite (event->time))
      continue;
    if (event->start >= range->from - reach && event->start <= range->to + reach)
      widen (&whole, event->start, event->start);
    if (event->end >= range->from && event->end <= range->to + reach)
      widen (&whole, event->end, event->end);
  }
  *range = whole;
}

/* Events of one moment stand within some time; the finer they are dated, the less. */
static double
find_least_length (const ChnPlot *plot)
{
  static const double days[] = {
    [CHN_PRECISION_SECOND] = 0.25,   [CHN_PRECISION_MINUTE] = 0.25,  [CHN_PRECISION_DAY] = 7,
    [CHN_PRECISION_MONTH] = 180,     [CHN_PRECISION_SEASON] = 400,   [CHN_PRECISION_YEAR] = 2000,
    [CHN_PRECISION_DECADE] = 2000,   [CHN_PRECISION_CENTURY] = 2000, [CHN_PRECISION_MILLENNIUM] = 2000,
    [CHN_PRECISION_UNBOUNDED] = 2000
  };
  double least = days[CHN_PRECISION_YEAR];
  for (guint i = 0; i < plot->events->len; i++)
    least = MIN (least, days[g_array_index (plot->events, ChnPlotEvent, i).entry->bounds.precision]);
  return least * CHN_DAY_SECONDS;
}

static Range
find_range (const ChnPlot *plot)
{
  Range range = find_starts (plot, TRUE);
  if (!(range.from < range.to))
    range = find_starts (plot, FALSE);
  if (!(range.from <= range.to))
    range = (Range){ 0, 0 };
  add_starts_of_spans (plot, &range);
  double least = find_least_length (plot), length = range.to - range.from;
  double more = length < least ? (least - length) / 2 : 0;
  return (Range){ range.from - more, range.to + more };
}

/* A linear axis has some air at its ends. */
static void
air_axis (ChnAxis *axis)
{
  static const double air = 0.012, edge = (double) CHN_YEAR_MAX * 31556952.0;
  double more = (axis->to - axis->from) * air;
  axis->from = MAX (axis->from - more, -edge);
  axis->to = MIN (axis->to + more, edge);
}

/* What the axis is evened out by: each event at its time, with a weight by its importance. */
static void
choose_scale (ChnPlot *plot)
{
  static const double weights[] = { 0, 1, 1.6, 2.4, 3.4, 4.4 };
  guint n = plot->events->len;
  g_autofree double *time = g_new (double, MAX (n, 1)), *weight = g_new (double, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    const ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    time[i] = event->time;
    weight[i] = weights[event->importance];
  }
  ChnAxisKind axis = plot->options->axis;
  if (n > 0 &&
      (axis == CHN_AXIS_EVEN || (axis == CHN_AXIS_AUTO && chn_axis_is_crowded (&plot->axis, time, weight, n))))
    chn_axis_even_out (&plot->axis, time, weight, n);
  else
    air_axis (&plot->axis);
}

double
chn_plot_find_radius (const ChnPlot *plot, const ChnPlotEvent *event)
{
  static const double shares[] = { 0, .29, .32, .38, .45, .52 };
  return plot->measure.base * shares[event->importance];
}

/* On a bar the mark stands where it begins, or in the middle of the time within which it was. */
static void
locate_bar (const ChnPlot *plot, ChnPlotEvent *event, double radius)
{
  static const double inset = 3;
  event->is_cut = event->is_open || event->start < plot->axis.from;
  event->runs_on = event->is_never_over || event->end > plot->axis.to + 1;
  event->mark_x = event->lasts ? event->left + radius + inset : (event->left + event->right) / 2;
}

static void
locate_mark (const ChnPlot *plot, ChnPlotEvent *event, double radius)
{
  double x = event->lasts ? (event->left + event->right) / 2 : chn_axis_place (&plot->axis, event->time);
  event->mark_x = CLAMP (x, plot->axis.left + radius, plot->axis.right - radius);
  event->left = event->mark_x - radius;
  event->right = event->mark_x + radius;
}

/* A day is a mark, unless the axis tells hours. */
static gboolean
is_day (const ChnPlot *plot, const ChnPlotEvent *event)
{
  return !event->lasts && event->end - event->start <= CHN_DAY_SECONDS &&
         plot->axis.to - plot->axis.from > 3 * CHN_DAY_SECONDS;
}

static void
locate (const ChnPlot *plot, ChnPlotEvent *event)
{
  const ChnAxis *axis = &plot->axis;
  double radius = chn_plot_find_radius (plot, event);
  event->left = event->is_open ? axis->left : chn_axis_place (axis, event->start);
  event->right = event->is_never_over ? axis->right : chn_axis_place (axis, event->end);
  event->is_bar = !is_day (plot, event) && event->right - event->left >= least_bar * radius;
  if (event->is_bar)
    locate_bar (plot, event, radius);
  else
    locate_mark (plot, event, radius);
}

/* Nobody asks for the hour of what is known to the day. */
static ChnTimeUnit
find_finest (const ChnPlot *plot)
{
  ChnPrecision precision = CHN_PRECISION_UNBOUNDED;
  for (guint i = 0; i < plot->events->len; i++)
    precision = MIN (precision, g_array_index (plot->events, ChnPlotEvent, i).entry->bounds.precision);
  if (precision >= CHN_PRECISION_YEAR)
    return CHN_UNIT_YEAR;
  return precision < CHN_PRECISION_DAY    ? CHN_UNIT_HOUR
         : precision == CHN_PRECISION_DAY ? CHN_UNIT_DAY
                                          : CHN_UNIT_MONTH;
}

void
chn_plot_find_axis (ChnPlot *plot, double left, double right)
{
  Range range = find_range (plot);
  plot->axis = (ChnAxis){ range.from, range.to, left, right, find_finest (plot), NULL };
  choose_scale (plot);
  for (guint i = 0; i < plot->events->len; i++)
    locate (plot, &g_array_index (plot->events, ChnPlotEvent, i));
}
