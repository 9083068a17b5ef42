/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Writes scenes as SVG 1.1, in elements that every viewer knows. Text stays text, as wide as it was laid out whatever
 * font the viewer has (textLength); nothing is styled by CSS, so that a page may forbid it, and nothing runs.
 */
#include "format/svg/svg.h"

#include <string.h>

#include "format/markup.h"
#include "format/renderer.h"
#include "format/svg/number.h"

typedef struct {
  ChnWriter *out;
  const ChnScene *scene;
  gboolean in_page;
  double size, width; /* the height of most text, the width of most strokes: they are told once */
  GArray *fades;      /* FadeKey of each gradient that was written */
  GArray *links;      /* gboolean of each group that is open: whether it is a link */
} Emitter;

/* Names of tints: of a page's custom properties. */
static const char *const names[CHN_N_TINTS] = {
  [CHN_TINT_NONE] = "none",   [CHN_TINT_PAPER] = "paper",
  [CHN_TINT_INK] = "ink",     [CHN_TINT_SOFT] = "soft",
  [CHN_TINT_RULE] = "rule",   [CHN_TINT_BAND] = "band",
  [CHN_TINT_BLUE] = "blue",   [CHN_TINT_VERMILION] = "vermilion",
  [CHN_TINT_GREEN] = "green", [CHN_TINT_PURPLE] = "purple",
  [CHN_TINT_SKY] = "sky",     [CHN_TINT_AMBER] = "amber",
  [CHN_TINT_ROSE] = "rose",   [CHN_TINT_GREY] = "grey",
};

static void
put_colour (const Emitter *emitter, const char *attribute, ChnTint tint)
{
  if (emitter->in_page && tint != CHN_TINT_NONE)
    chn_writer_printf (emitter->out, " %s=\"var(--%s)\"", attribute, names[tint]);
  else if (tint != CHN_TINT_NONE)
    chn_writer_printf (emitter->out, " %s=\"#%06x\"", attribute, emitter->scene->colour[tint]);
  else
    chn_writer_printf (emitter->out, " %s=\"none\"", attribute);
}

/* An opacity or a share, in hundredths. */
static void
put_share (ChnWriter *out, const char *name, double share)
{
  chn_writer_printf (out, " %s=\".%02d\"", name, (int) (share * 100 + 0.5));
}

static void
put_stroke (const Emitter *emitter, const ChnPaint *paint)
{
  if (paint->stroke == CHN_TINT_NONE)
    return;
  put_colour (emitter, "stroke", paint->stroke);
  if (chn_svg_round (paint->width) != chn_svg_round (emitter->width))
    chn_svg_put_length (emitter->out, "stroke-width", paint->width);
  if (paint->is_dashed)
    chn_writer_puts (emitter->out, " stroke-dasharray=\"3 2\"");
}

static void
put_paint (const Emitter *emitter, const ChnPaint *paint)
{
  if (paint->fill != CHN_TINT_INK)
    put_colour (emitter, "fill", paint->fill);
  if (paint->opacity > 0 && paint->opacity < 0.995)
    put_share (emitter->out, "fill-opacity", paint->opacity);
  put_stroke (emitter, paint);
}

/* What tells one gradient from another; shares in twentieths. */
typedef struct {
  ChnTint tint;
  guint opacity, left, right;
} FadeKey;

static void
put_stop (const Emitter *emitter, guint twentieths, ChnTint tint, guint hundredths)
{
  chn_writer_printf (emitter->out, "<stop offset=\"%u%%\"", twentieths * 5);
  put_colour (emitter, "stop-color", tint);
  if (hundredths == 0)
    chn_writer_puts (emitter->out, " stop-opacity=\"0\"");
  else if (hundredths < 100)
    chn_writer_printf (emitter->out, " stop-opacity=\".%02u\"", hundredths);
  chn_writer_puts (emitter->out, "/>");
}

static void
put_gradient (const Emitter *emitter, const FadeKey *key, guint number)
{
  chn_writer_printf (emitter->out, "<linearGradient id=\"%sf%u\">", emitter->in_page ? "chn:" : "", number);
  if (key->left > 0)
    put_stop (emitter, 0, key->tint, 0);
  put_stop (emitter, key->left, key->tint, key->opacity);
  put_stop (emitter, 20 - key->right, key->tint, key->opacity);
  if (key->right > 0)
    put_stop (emitter, 20, key->tint, 0);
  chn_writer_puts (emitter->out, "</linearGradient>");
}

/* The number of the gradient by which a rectangle is filled; it is written where it is new. */
static guint
find_gradient (const Emitter *emitter, const ChnItem *item)
{
  double opacity = item->paint.opacity > 0 ? item->paint.opacity : 1;
  FadeKey key = { item->paint.fill, (guint) (opacity * 100 + 0.5), (guint) (item->fade_left * 20 + 0.5),
                  (guint) (item->fade_right * 20 + 0.5) };
  for (guint i = 0; i < emitter->fades->len; i++) {
    const FadeKey *known = &g_array_index (emitter->fades, FadeKey, i);
    if (known->tint == key.tint && known->opacity == key.opacity && known->left == key.left &&
        known->right == key.right)
      return i + 1;
  }
  g_array_append_val (emitter->fades, key);
  put_gradient (emitter, &key, emitter->fades->len);
  return emitter->fades->len;
}

static void
put_rect (const Emitter *emitter, const ChnItem *item)
{
  gboolean fades = item->fade_left > 0 || item->fade_right > 0;
  guint gradient = fades ? find_gradient (emitter, item) : 0;
  ChnPaint paint = item->paint;
  chn_writer_puts (emitter->out, "<rect");
  chn_svg_put_length (emitter->out, "x", item->x);
  chn_svg_put_length (emitter->out, "y", item->y);
  chn_svg_put_length (emitter->out, "width", item->x2 - item->x);
  chn_svg_put_length (emitter->out, "height", item->y2 - item->y);
  if (item->size > 0)
    chn_svg_put_length (emitter->out, "rx", item->size);
  if (fades) {
    chn_writer_printf (emitter->out, " fill=\"url(#%sf%u)\"", emitter->in_page ? "chn:" : "", gradient);
    paint.fill = CHN_TINT_INK; /* which is not written */
    paint.opacity = 0;
  }
  put_paint (emitter, &paint);
  chn_writer_puts (emitter->out, "/>");
}

/* Where a path is, in tenths: what follows is told from there, in fewer digits. */
typedef struct {
  gint64 x, y;
} Pen;

static void
put_point (ChnWriter *out, char letter, double x, double y)
{
  chn_writer_putc (out, letter);
  chn_svg_put_number (out, x);
  chn_writer_putc (out, ' ');
  chn_svg_put_number (out, y);
}

static void
move_pen (ChnWriter *out, Pen *pen, double x, double y)
{
  *pen = (Pen){ chn_svg_round (x), chn_svg_round (y) };
  put_point (out, 'M', x, y);
}

/* A minus parts numbers as well as a blank. */
static void
put_offset (ChnWriter *out, char letter, gint64 offset)
{
  if (letter != ' ' || offset >= 0)
    chn_writer_putc (out, letter);
  chn_svg_put_tenths (out, offset);
}

static void
draw_to (ChnWriter *out, Pen *pen, double x, double y)
{
  const Pen to = { chn_svg_round (x), chn_svg_round (y) };
  if (to.x == pen->x) {
    put_offset (out, 'v', to.y - pen->y);
  } else if (to.y == pen->y) {
    put_offset (out, 'h', to.x - pen->x);
  } else {
    put_offset (out, 'l', to.x - pen->x);
    put_offset (out, ' ', to.y - pen->y);
  }
  *pen = to;
}

static void
curve_to (ChnWriter *out, Pen *pen, const ChnStep *step)
{
  const double points[] = { step->x1, step->y1, step->x2, step->y2, step->x, step->y };
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    put_offset (out, i == 0 ? 'c' : ' ', chn_svg_round (points[i]) - (i % 2 == 0 ? pen->x : pen->y));
  *pen = (Pen){ chn_svg_round (step->x), chn_svg_round (step->y) };
}

static void
put_line_steps (ChnWriter *out, const ChnItem *item)
{
  Pen pen;
  move_pen (out, &pen, item->x, item->y);
  draw_to (out, &pen, item->x2, item->y2);
}

static gboolean
is_painted_alike (const ChnPaint *a, const ChnPaint *b)
{
  return a->stroke == b->stroke && a->width == b->width && a->is_dashed == b->is_dashed;
}

/* Lines of one paint that follow each other are one path; gives how many. */
static guint
put_lines (const Emitter *emitter, const ChnItem *item, guint n)
{
  guint i = 0;
  chn_writer_puts (emitter->out, "<path d=\"");
  for (; i < n && item[i].kind == CHN_ITEM_LINE && is_painted_alike (&item[i].paint, &item->paint); i++)
    put_line_steps (emitter->out, &item[i]);
  chn_writer_putc (emitter->out, '"');
  put_stroke (emitter, &item->paint);
  chn_writer_puts (emitter->out, "/>");
  return i;
}

static void
put_circle (const Emitter *emitter, const ChnItem *item)
{
  chn_writer_puts (emitter->out, "<circle");
  chn_svg_put_length (emitter->out, "cx", item->x);
  chn_svg_put_length (emitter->out, "cy", item->y);
  chn_svg_put_length (emitter->out, "r", item->size);
  put_paint (emitter, &item->paint);
  chn_writer_puts (emitter->out, "/>");
}

static void
put_path (const Emitter *emitter, const ChnItem *item)
{
  Pen pen = { 0, 0 };
  chn_writer_puts (emitter->out, "<path d=\"");
  for (guint i = 0; i < item->n_steps; i++) {
    const ChnStep *step = &emitter->scene->step[item->first_step + i];
    if (step->kind == CHN_STEP_MOVE)
      move_pen (emitter->out, &pen, step->x, step->y);
    else if (step->kind == CHN_STEP_LINE)
      draw_to (emitter->out, &pen, step->x, step->y);
    else if (step->kind == CHN_STEP_CURVE)
      curve_to (emitter->out, &pen, step);
    else
      chn_writer_putc (emitter->out, 'z');
  }
  chn_writer_putc (emitter->out, '"');
  put_paint (emitter, &item->paint);
  chn_writer_puts (emitter->out, "/>");
}

/* Bytes of a text whose letters need not be stretched when another font is as wide by its spaces: a year. */
enum { SHORT_TEXT = 8 };

/* What runs from right to left begins at its right end. */
static void
put_text (const Emitter *emitter, const ChnItem *item)
{
  chn_writer_puts (emitter->out, "<text");
  chn_svg_put_length (emitter->out, "x", item->is_leftward ? item->x2 : item->x);
  chn_svg_put_length (emitter->out, "y", item->y);
  chn_svg_put_length (emitter->out, "textLength", item->x2 - item->x);
  if (strlen (item->text) > SHORT_TEXT)
    chn_writer_puts (emitter->out, " lengthAdjust=\"spacingAndGlyphs\"");
  if (chn_svg_round (item->size) != chn_svg_round (emitter->size))
    chn_svg_put_length (emitter->out, "font-size", item->size);
  if (item->is_bold)
    chn_writer_puts (emitter->out, " font-weight=\"700\"");
  if (item->is_leftward)
    chn_writer_puts (emitter->out, " direction=\"rtl\"");
  put_paint (emitter, &item->paint);
  chn_writer_putc (emitter->out, '>');
  chn_markup_put_text (emitter->out, item->text);
  chn_writer_puts (emitter->out, "</text>");
}

static void
open_group (const Emitter *emitter, const ChnItem *item)
{
  gboolean is_link = !emitter->in_page && item->target && chn_address_is_link (item->target);
  g_array_append_val (emitter->links, is_link);
  chn_writer_puts (emitter->out, is_link ? "<a href=\"" : "<g");
  if (is_link) {
    chn_markup_put_address (emitter->out, item->target);
    chn_writer_putc (emitter->out, '"');
  } else if (emitter->in_page && item->id) {
    chn_writer_puts (emitter->out, " data-id=\"");
    chn_markup_put_attribute (emitter->out, item->id);
    chn_writer_putc (emitter->out, '"');
  }
  chn_writer_putc (emitter->out, '>');
  if (!item->text)
    return;
  chn_writer_puts (emitter->out, "<title>");
  chn_markup_put_text (emitter->out, item->text);
  chn_writer_puts (emitter->out, "</title>");
}

static void
close_group (const Emitter *emitter, const ChnItem *item)
{
  (void) item;
  gboolean is_link = g_array_index (emitter->links, gboolean, emitter->links->len - 1);
  g_array_set_size (emitter->links, emitter->links->len - 1);
  chn_writer_puts (emitter->out, is_link ? "</a>" : "</g>");
}

static void
put_items (const Emitter *emitter)
{
  static void (*const put[]) (const Emitter *, const ChnItem *) = {
    [CHN_ITEM_RECT] = put_rect, [CHN_ITEM_CIRCLE] = put_circle, [CHN_ITEM_PATH] = put_path,
    [CHN_ITEM_TEXT] = put_text, [CHN_ITEM_OPEN] = open_group,   [CHN_ITEM_CLOSE] = close_group,
  };
  const ChnScene *scene = emitter->scene;
  for (guint i = 0; i < scene->n_items;) {
    const ChnItem *item = &scene->item[i];
    if (emitter->links->len == 0)
      chn_writer_putc (emitter->out, '\n');
    if (item->kind == CHN_ITEM_LINE) {
      i += put_lines (emitter, item, scene->n_items - i);
      continue;
    }
    put[item->kind](emitter, item);
    i++;
  }
}

static void
put_size (const Emitter *emitter, const char *name, double units)
{
  double millimetres = emitter->scene->millimetres;
  chn_writer_printf (emitter->out, " %s=\"", name);
  chn_svg_put_number (emitter->out, millimetres > 0 ? units * millimetres : units);
  chn_writer_puts (emitter->out, millimetres > 0 ? "mm\"" : "\"");
}

static void
put_frame (const Emitter *emitter)
{
  const ChnScene *scene = emitter->scene;
  put_size (emitter, "width", scene->width);
  put_size (emitter, "height", scene->height);
  chn_writer_puts (emitter->out, " viewBox=\"0 0 ");
  chn_svg_put_number (emitter->out, scene->width);
  chn_writer_putc (emitter->out, ' ');
  chn_svg_put_number (emitter->out, scene->height);
  chn_writer_puts (emitter->out, "\" font-family=\"");
  chn_markup_put_attribute (emitter->out, scene->font);
  chn_writer_putc (emitter->out, '"');
  if (emitter->size > 0)
    chn_svg_put_length (emitter->out, "font-size", emitter->size);
  if (emitter->width > 0)
    chn_svg_put_length (emitter->out, "stroke-width", emitter->width);
  put_colour (emitter, "fill", CHN_TINT_INK);
}

static void
put_file_start (const Emitter *emitter)
{
  const ChnScene *scene = emitter->scene;
  chn_writer_puts (emitter->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"");
  chn_markup_put_attribute (emitter->out, scene->language);
  chn_writer_puts (emitter->out,
                   "\" role=\"graphics-document\" aria-labelledby=\"title\" aria-describedby=\"description\"");
  put_frame (emitter);
  chn_writer_puts (emitter->out, ">\n<title id=\"title\">");
  chn_markup_put_text (emitter->out, scene->title);
  chn_writer_puts (emitter->out, "</title>\n<desc id=\"description\">");
  chn_markup_put_text (emitter->out, scene->description);
  chn_writer_puts (emitter->out, "</desc>\n<rect width=\"100%\" height=\"100%\"");
  put_colour (emitter, "fill", CHN_TINT_PAPER);
  chn_writer_puts (emitter->out, "/>");
}

/* Without an element <title>, which browsers would show wherever the pointer rests. */
static void
put_element_start (const Emitter *emitter)
{
  chn_writer_puts (emitter->out, "<svg role=\"img\" aria-label=\"");
  chn_markup_put_attribute (emitter->out, emitter->scene->title);
  chn_writer_puts (emitter->out, ". ");
  chn_markup_put_attribute (emitter->out, emitter->scene->description);
  chn_writer_putc (emitter->out, '"');
  put_frame (emitter);
  chn_writer_puts (emitter->out, ">");
}

static double
get_size (const ChnItem *item)
{
  return item->kind == CHN_ITEM_TEXT ? item->size : 0;
}

static double
get_width (const ChnItem *item)
{
  return item->paint.stroke != CHN_TINT_NONE ? item->paint.width : 0;
}

/* The value that most items have, of those that have one; else 0. Few values occur. */
static double
find_usual (const ChnScene *scene, double (*get) (const ChnItem *item))
{
  double values[16] = { 0 }, usual = 0;
  guint n[G_N_ELEMENTS (values)] = { 0 }, most = 0;
  for (guint i = 0; i < scene->n_items; i++) {
    double value = get (&scene->item[i]);
    guint k = 0;
    while (k < G_N_ELEMENTS (values) - 1 && n[k] > 0 && values[k] != value)
      k++;
    values[k] = value;
    if (value > 0 && ++n[k] > most) {
      most = n[k];
      usual = value;
    }
  }
  return usual;
}

static void
put_scene (ChnWriter *out, const ChnScene *scene, gboolean in_page)
{
  GArray *fades = g_array_new (FALSE, FALSE, sizeof (FadeKey));
  GArray *links = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const Emitter emitter = { out,   scene, in_page, find_usual (scene, get_size), find_usual (scene, get_width),
                            fades, links };
  if (in_page)
    put_element_start (&emitter);
  else
    put_file_start (&emitter);
  put_items (&emitter);
  chn_writer_puts (out, "\n</svg>\n");
  g_array_unref (links);
  g_array_unref (fades);
}

void
chn_svg_put_file (ChnWriter *out, const ChnScene *scene)
{
  put_scene (out, scene, FALSE);
}

void
chn_svg_put_element (ChnWriter *out, const ChnScene *scene)
{
  put_scene (out, scene, TRUE);
}

void
chn_render_svg (const ChnRendering *rendering)
{
  chn_svg_put_file (rendering->out, rendering->picture);
}
