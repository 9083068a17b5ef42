/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Draws what was laid out: bands of time, lanes, bars, marks and labels. */
#include "document/picture/plot.h"

/* How strong the colour of a bar is, upon which text may stand. */
static const double bar_opacity = 0.24;

/* Half the height of a bar, and how far it takes to fade at the edge of the picture. */
static const double bar_half = 0.56, edge_fade = 30;

static const ChnPlotEvent *
get_event (const ChnPlot *plot, guint index)
{
  return &g_array_index (plot->events, ChnPlotEvent, index);
}

/* Every other stretch between boundaries, those that divide the axis most coarsely where they are several. */
static void
draw_bands (const ChnPlot *plot, ChnDrawing *drawing, const ChnTicks *ticks, double top, double bottom)
{
  const GArray *bounds = ticks->coarse && ticks->coarse->len > 2 ? ticks->coarse : ticks->fine;
  for (guint i = 0; i < bounds->len; i += 2) {
    double left = g_array_index (bounds, ChnTick, i).x;
    double right = i + 1 < bounds->len ? g_array_index (bounds, ChnTick, i + 1).x : plot->axis.right;
    if (right > left)
      chn_draw_rect (drawing, &(ChnBox){ left, top, right, bottom }, &(ChnPaint){ .fill = CHN_TINT_BAND });
  }
}

static void
draw_lane_title (const ChnPlot *plot, ChnDrawing *drawing, const ChnPlotLane *lane)
{
  const ChnType type = { plot->measure.base, TRUE };
  double y = lane->top + plot->measure.lane_air + type.size;
  for (guint i = 0; i < lane->lines->len; i++) {
    chn_draw_text (drawing, plot->measure.margin, y + i * type.size * 1.25, &g_array_index (lane->lines, ChnTyped, i),
                   &type, CHN_TINT_INK);
  }
}

static void
draw_lane_frames (const ChnPlot *plot, ChnDrawing *drawing)
{
  const ChnPaint rule = { .stroke = CHN_TINT_RULE, .width = 1 };
  double right = plot->options->canvas.width - plot->measure.margin;
  for (guint i = 0; i < plot->lanes->len; i++) {
    const ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, i);
    chn_draw_line (drawing, plot->measure.margin, lane->top, right, lane->top, &rule);
  }
  for (guint i = 0; i < plot->lanes->len; i++)
    draw_lane_title (plot, drawing, &g_array_index (plot->lanes, ChnPlotLane, i));
}

static double
find_fade (const ChnPlotEvent *event, gboolean goes_on)
{
  double width = event->right - event->left;
  if (!event->lasts || event->is_vague)
    return 0.3;
  return goes_on ? MIN (edge_fade / width, 0.45) : 0;
}

/* What was planned or not held is an outline; with known ends it has them as strokes. */
static void
draw_outline (ChnDrawing *drawing, const ChnPlotEvent *event, const ChnBox *box)
{
  gboolean is_vague = !event->lasts || event->is_vague || event->is_cut || event->runs_on;
  const ChnPaint outline = { CHN_TINT_NONE, event->mark->tint, 1.2, 0, is_vague };
  chn_draw_rect (drawing, box, &outline);
  if (event->state == CHN_MARK_CROSSED)
    chn_draw_line (drawing, box->left, box->bottom, box->right, box->top, &outline);
}

static void
draw_bar (ChnDrawing *drawing, const ChnPlotEvent *event, const ChnBox *box)
{
  const ChnPaint paint = { .fill = event->mark->tint, .opacity = bar_opacity };
  const ChnPaint cap = { .stroke = event->mark->tint, .width = 1.6 };
  double left = find_fade (event, event->is_cut), right = find_fade (event, event->runs_on);
  chn_draw_fading_rect (drawing, box, left, right, &paint);
  if (left == 0)
    chn_draw_line (drawing, box->left + 0.8, box->top, box->left + 0.8, box->bottom, &cap);
  if (right == 0)
    chn_draw_line (drawing, box->right - 0.8, box->top, box->right - 0.8, box->bottom, &cap);
}

/* Behind the mark of a moment that is known about. */
static void
draw_haze (const ChnPlot *plot, ChnDrawing *drawing, const ChnPlotEvent *event, double y, double radius)
{
  const ChnPaint paint = { .fill = event->mark->tint, .opacity = 0.4 };
  double half = plot->measure.base * bar_half;
  const ChnBox box = { event->mark_x - radius * 2.2, y - half, event->mark_x + radius * 2.2, y + half };
  chn_draw_fading_rect (drawing, &box, 0.5, 0.5, &paint);
}

static void
draw_extent (const ChnPlot *plot, ChnDrawing *drawing, const ChnPlotEvent *event, double y, double radius)
{
  double half = plot->measure.base * bar_half;
  const ChnBox box = { event->left, y - half, event->right, y + half };
  if (!event->is_bar && event->is_vague)
    draw_haze (plot, drawing, event, y, radius);
  else if (event->is_bar && event->state != CHN_MARK_SOLID)
    draw_outline (drawing, event, &box);
  else if (event->is_bar)
    draw_bar (drawing, event, &box);
}

/* "18 November 2014: The Third Committee approved a draft"; "Planned: …". */
static char *
dup_title (const ChnEntry *entry)
{
  return g_strdup_printf ("%s: %s%s%s", entry->day, entry->status ? entry->status : "", entry->status ? ": " : "",
                          entry->title);
}

static void
draw_event (const ChnPlot *plot, ChnDrawing *drawing, const ChnPlotEvent *event)
{
  const ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, event->lane);
  double y = lane->first_row + (event->row + 0.5) * plot->measure.row, radius = chn_plot_find_radius (plot, event);
  gboolean is_light = event->importance < 3 && event->side != CHN_SIDE_INSIDE;
  draw_extent (plot, drawing, event, y, radius);
  chn_mark_draw (drawing, event->mark, event->mark_x, y, radius, event->state);
  if (event->entry->is_disputed)
    chn_mark_draw_dispute (drawing, event->mark_x, y, radius);
  chn_draw_text (drawing, event->label_x, y + event->type.size * 0.35, &event->label, &event->type,
                 is_light ? CHN_TINT_SOFT : CHN_TINT_INK);
}

static void
draw_tick (const ChnPlot *plot, ChnDrawing *drawing, const ChnPlotEvent *event)
{
  const ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, event->lane);
  double bottom = lane->bottom - plot->measure.lane_air,
         x = event->is_bar && event->lasts ? event->left : event->mark_x;
  x = CLAMP (x, plot->axis.left + 1, plot->axis.right - 1);
  chn_draw_line (drawing, x, bottom - plot->measure.tick_strip * 0.75, x, bottom,
                 &(ChnPaint){ .stroke = event->mark->tint, .width = 1.6 });
}

void
chn_plot_draw_lanes (const ChnPlot *plot, ChnDrawing *drawing, const ChnTicks *ticks, double top, double bottom)
{
  draw_bands (plot, drawing, ticks, top, bottom);
  draw_lane_frames (plot, drawing);
  for (guint i = 0; i < plot->events->len; i++) {
    const ChnPlotEvent *event = get_event (plot, i);
    g_autofree char *title = dup_title (event->entry);
    chn_draw_open (drawing, event->entry->id, event->entry->address, title);
    if (event->side == CHN_SIDE_NONE)
      draw_tick (plot, drawing, event);
    else
      draw_event (plot, drawing, event);
    chn_draw_close (drawing);
  }
}
