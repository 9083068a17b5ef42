/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The legend: which signs occur, and what they mean. */
#include "document/picture/legend.h"

/* Signs beside the marks of kinds. */
typedef enum { SIGN_WITHIN, SIGN_LASTS, SIGN_PLANNED, SIGN_NOT_HELD, SIGN_DISPUTED, SIGN_TICK, N_SIGNS } Sign;

static const char *const sign_labels[N_SIGNS] = {
  [SIGN_WITHIN] = "some time within", [SIGN_LASTS] = "lasted",
  [SIGN_PLANNED] = "planned",         [SIGN_NOT_HELD] = "did not take place",
  [SIGN_DISPUTED] = "sources differ", [SIGN_TICK] = "not named here",
};

/* How wide a sign may be, and what stands between it and its label, and behind that, in heights of the text. */
static const double sign_width = 2.2, label_gap = 0.45, item_gap = 1.7, line_height = 1.75;

typedef struct {
  const ChnPlot *plot;
  ChnDrawing *drawing; /* NULL: it is only measured */
  ChnType type;
  double left, right, x, y; /* y: the middle of the line */
} Legend;

static void
draw_bar (const Legend *legend, double x, double fade)
{
  double half = legend->type.size * 0.5;
  const ChnBox box = { x, legend->y - half, x + sign_width * legend->type.size, legend->y + half };
  chn_draw_fading_rect (legend->drawing, &box, fade, fade, &(ChnPaint){ .fill = CHN_TINT_GREY, .opacity = 0.4 });
}

static void
draw_caps (const Legend *legend, double x)
{
  double half = legend->type.size * 0.5, end = x + sign_width * legend->type.size;
  const ChnPaint cap = { .stroke = CHN_TINT_GREY, .width = 1.6 };
  chn_draw_line (legend->drawing, x, legend->y - half, x, legend->y + half, &cap);
  chn_draw_line (legend->drawing, end, legend->y - half, end, legend->y + half, &cap);
}

static void
draw_sign (const Legend *legend, Sign sign, double x, double radius)
{
  guint n = 0;
  const ChnMark *other = &chn_mark_get_all (&n)[n - 1], *square = chn_mark_get_all (&n);
  const ChnMark grey = { square->label, square->draw, other->tint };
  if (sign == SIGN_WITHIN || sign == SIGN_LASTS)
    draw_bar (legend, x, sign == SIGN_WITHIN ? 0.4 : 0);
  if (sign == SIGN_LASTS)
    draw_caps (legend, x);
  if (sign == SIGN_PLANNED || sign == SIGN_NOT_HELD)
    chn_mark_draw (legend->drawing, &grey, x + radius, legend->y, radius,
                   sign == SIGN_PLANNED ? CHN_MARK_HOLLOW : CHN_MARK_CROSSED);
  if (sign == SIGN_DISPUTED) {
    chn_mark_draw (legend->drawing, &grey, x + radius, legend->y, radius, CHN_MARK_SOLID);
    chn_mark_draw_dispute (legend->drawing, x + radius, legend->y, radius);
  }
  if (sign == SIGN_TICK)
    chn_draw_line (legend->drawing, x + 1, legend->y - radius, x + 1, legend->y + radius,
                   &(ChnPaint){ .stroke = CHN_TINT_GREY, .width = 1.6 });
}

/* Puts a label behind a sign of that width, on the next line where this one is full; gives where the sign stands. */
static double
put_label (Legend *legend, const char *label, double width)
{
  double size = legend->type.size;
  ChnTyped text = chn_type (legend->plot->typing, label, &legend->type);
  double whole = width + label_gap * size + text.width;
  if (legend->x > legend->left && legend->x + whole > legend->right) {
    legend->x = legend->left;
    legend->y += size * line_height;
  }
  double x = legend->x;
  if (legend->drawing)
    chn_draw_text (legend->drawing, x + width + label_gap * size, legend->y + size * 0.36, &text, &legend->type,
                   CHN_TINT_SOFT);
  legend->x += whole + item_gap * size;
  return x;
}

static gboolean
has_mark (const ChnPlot *plot, const ChnMark *mark)
{
  for (guint i = 0; i < plot->events->len; i++)
    if (g_array_index (plot->events, ChnPlotEvent, i).mark == mark)
      return TRUE;
  return FALSE;
}

static gboolean
has_sign_of (const ChnPlot *plot, const ChnPlotEvent *event, Sign sign)
{
  gboolean is_drawn = event->is_bar && (event->side != CHN_SIDE_NONE || plot->n_named == 0);
  const gboolean has[N_SIGNS] = {
    [SIGN_WITHIN] = event->is_vague || (is_drawn && !event->lasts),
    [SIGN_LASTS] = is_drawn && event->lasts,
    [SIGN_PLANNED] = event->state == CHN_MARK_HOLLOW,
    [SIGN_NOT_HELD] = event->state == CHN_MARK_CROSSED,
    [SIGN_DISPUTED] = event->entry->is_disputed,
    [SIGN_TICK] = event->side == CHN_SIDE_NONE,
  };
  return has[sign];
}

static gboolean
has_sign (const ChnPlot *plot, Sign sign)
{
  for (guint i = 0; i < plot->events->len; i++)
    if (has_sign_of (plot, &g_array_index (plot->events, ChnPlotEvent, i), sign))
      return TRUE;
  return FALSE;
}

static void
put_marks (Legend *legend)
{
  guint n = 0;
  const ChnMark *marks = chn_mark_get_all (&n);
  double radius = legend->type.size * 0.42;
  for (guint i = 0; i < n; i++) {
    if (!has_mark (legend->plot, &marks[i]))
      continue;
    double x = put_label (legend, marks[i].label, 2 * radius);
    if (legend->drawing)
      chn_mark_draw (legend->drawing, &marks[i], x + radius, legend->y, radius, CHN_MARK_SOLID);
  }
}

static void
put_signs (Legend *legend)
{
  double radius = legend->type.size * 0.42;
  for (guint sign = 0; sign < N_SIGNS; sign++) {
    if (!has_sign (legend->plot, (Sign) sign))
      continue;
    gboolean is_wide = sign == SIGN_WITHIN || sign == SIGN_LASTS;
    double x = put_label (legend, sign_labels[sign], is_wide ? sign_width * legend->type.size : 2 * radius);
    if (legend->drawing)
      draw_sign (legend, (Sign) sign, x, radius);
  }
}

static double
put_legend (const ChnPlot *plot, ChnDrawing *drawing, double left, double top, double width)
{
  const ChnType type = { .size = plot->measure.base * 0.95 };
  Legend legend = { plot, drawing, type, left, left + width, left, top + type.size * line_height / 2 };
  put_marks (&legend);
  put_signs (&legend);
  return plot->events->len > 0 ? legend.y - top + type.size * line_height / 2 : 0;
}

double
chn_legend_measure (const ChnPlot *plot, double width)
{
  return put_legend (plot, NULL, 0, 0, width);
}

void
chn_legend_draw (const ChnPlot *plot, ChnDrawing *drawing, double left, double top, double width)
{
  put_legend (plot, drawing, left, top, width);
}
