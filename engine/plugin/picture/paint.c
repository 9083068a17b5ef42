/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Draws scenes by cairo, item by item. */
#include "plugin/picture/paint.h"

#include <string.h>

typedef struct {
  cairo_t *cairo;
  const ChnScene *scene;
  ChnTypesetter *typesetter;
  gboolean lacks_font;
} Painter;

enum { RED = 16, GREEN = 8, BLUE = 0 };

static double
get_channel (guint32 colour, guint shift)
{
  return ((colour >> shift) & 0xFF) / 255.0;
}

static void
add_stop (cairo_pattern_t *pattern, double offset, guint32 colour, double opacity)
{
  cairo_pattern_add_color_stop_rgba (pattern, offset, get_channel (colour, RED), get_channel (colour, GREEN),
                                     get_channel (colour, BLUE), opacity);
}

static double
get_opacity (const ChnPaint *paint)
{
  return paint->opacity > 0 ? paint->opacity : 1;
}

static void
set_colour (const Painter *painter, ChnTint tint, double opacity)
{
  guint32 colour = painter->scene->colour[tint];
  cairo_set_source_rgba (painter->cairo, get_channel (colour, RED), get_channel (colour, GREEN),
                         get_channel (colour, BLUE), opacity);
}

/* A rectangle's fill, which comes in from the left and goes out to the right. */
static void
set_fade (const Painter *painter, const ChnItem *item)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (item->x, 0, item->x2, 0);
  guint32 colour = painter->scene->colour[item->paint.fill];
  double opacity = get_opacity (&item->paint);
  add_stop (pattern, 0, colour, item->fade_left > 0 ? 0 : opacity);
  add_stop (pattern, item->fade_left, colour, opacity);
  add_stop (pattern, 1 - item->fade_right, colour, opacity);
  add_stop (pattern, 1, colour, item->fade_right > 0 ? 0 : opacity);
  cairo_set_source (painter->cairo, pattern);
  cairo_pattern_destroy (pattern);
}

static void
fill_and_stroke (const Painter *painter, const ChnItem *item)
{
  static const double dashes[] = { 3, 2 };
  if (item->paint.fill != CHN_TINT_NONE) {
    if (item->fade_left > 0 || item->fade_right > 0)
      set_fade (painter, item);
    else
      set_colour (painter, item->paint.fill, get_opacity (&item->paint));
    cairo_fill_preserve (painter->cairo);
  }
  if (item->paint.stroke != CHN_TINT_NONE) {
    set_colour (painter, item->paint.stroke, 1);
    cairo_set_line_width (painter->cairo, item->paint.width);
    cairo_set_dash (painter->cairo, dashes, item->paint.is_dashed ? G_N_ELEMENTS (dashes) : 0, 0);
    cairo_stroke_preserve (painter->cairo);
  }
  cairo_new_path (painter->cairo);
}

static void
trace_rect (const Painter *painter, const ChnItem *item)
{
  double r = item->size, quarter = G_PI / 2;
  if (r <= 0) {
    cairo_rectangle (painter->cairo, item->x, item->y, item->x2 - item->x, item->y2 - item->y);
    return;
  }
  cairo_new_sub_path (painter->cairo);
  cairo_arc (painter->cairo, item->x2 - r, item->y + r, r, -quarter, 0);
  cairo_arc (painter->cairo, item->x2 - r, item->y2 - r, r, 0, quarter);
  cairo_arc (painter->cairo, item->x + r, item->y2 - r, r, quarter, G_PI);
  cairo_arc (painter->cairo, item->x + r, item->y + r, r, G_PI, 3 * quarter);
  cairo_close_path (painter->cairo);
}

static void
trace_line (const Painter *painter, const ChnItem *item)
{
  cairo_move_to (painter->cairo, item->x, item->y);
  cairo_line_to (painter->cairo, item->x2, item->y2);
}

static void
trace_circle (const Painter *painter, const ChnItem *item)
{
  cairo_new_sub_path (painter->cairo);
  cairo_arc (painter->cairo, item->x, item->y, item->size, 0, 2 * G_PI);
}

static void
trace_path (const Painter *painter, const ChnItem *item)
{
  for (guint i = 0; i < item->n_steps; i++) {
    const ChnStep *step = &painter->scene->step[item->first_step + i];
    if (step->kind == CHN_STEP_MOVE)
      cairo_move_to (painter->cairo, step->x, step->y);
    else if (step->kind == CHN_STEP_LINE)
      cairo_line_to (painter->cairo, step->x, step->y);
    else if (step->kind == CHN_STEP_CURVE)
      cairo_curve_to (painter->cairo, step->x1, step->y1, step->x2, step->y2, step->x, step->y);
    else
      cairo_close_path (painter->cairo);
  }
}

/* As wide as it was laid out, should the fonts be others by now. */
static void
draw_text (Painter *painter, const ChnItem *item)
{
  chn_typesetter_set (painter->typesetter, item->text, strlen (item->text), item->size, item->is_bold);
  painter->lacks_font |= !chn_typesetter_has_fonts (pango_layout_get_line_readonly (painter->typesetter->layout, 0));
  double width = chn_typesetter_get_width (painter->typesetter);
  cairo_save (painter->cairo);
  set_colour (painter, item->paint.fill, get_opacity (&item->paint));
  cairo_translate (painter->cairo, item->x, item->y);
  if (width > 0 && item->x2 > item->x)
    cairo_scale (painter->cairo, (item->x2 - item->x) / width, 1);
  cairo_move_to (painter->cairo, 0, -chn_typesetter_get_baseline (painter->typesetter));
  pango_cairo_show_layout (painter->cairo, painter->typesetter->layout);
  cairo_restore (painter->cairo);
  cairo_new_path (painter->cairo);
}

static void
draw_item (Painter *painter, const ChnItem *item)
{
  static void (*const trace[]) (const Painter *, const ChnItem *) = {
    [CHN_ITEM_RECT] = trace_rect,
    [CHN_ITEM_LINE] = trace_line,
    [CHN_ITEM_CIRCLE] = trace_circle,
    [CHN_ITEM_PATH] = trace_path,
  };
  if (item->kind == CHN_ITEM_TEXT) {
    draw_text (painter, item);
  } else if (item->kind < G_N_ELEMENTS (trace)) {
    trace[item->kind](painter, item);
    fill_and_stroke (painter, item);
  }
}

gboolean
chn_paint_scene (cairo_t *cairo, const ChnScene *scene)
{
  Painter painter = { .cairo = cairo, .scene = scene, .typesetter = chn_typesetter_new (scene->font) };
  set_colour (&painter, CHN_TINT_PAPER, 1);
  cairo_paint (cairo);
  for (guint i = 0; i < scene->n_items; i++)
    draw_item (&painter, &scene->item[i]);
  chn_typesetter_free (painter.typesetter);
  return !painter.lacks_font;
}
