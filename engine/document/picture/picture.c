/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes the picture of a document: its heads, its lanes, its axis and its legend, one below the other. */
#include "document/picture/picture.h"

#include "document/picture/legend.h"
#include "document/picture/plot.h"
#include "document/prose.h"

#include "base/civil.h"

/* Where parts begin, and what has to be known before they can be drawn. */
typedef struct {
  ChnPlot plot;
  ChnTicks ticks;
  const char *title;
  GArray *title_lines, *subtitle_lines; /* ChnTyped */
  ChnType title_type, subtitle_type, axis_type;
  double top, bottom; /* of the lanes */
  double legend;      /* its top */
  double height;      /* of all */
} Page;

static void
clear_page (Page *page)
{
  for (guint i = 0; i < page->plot.lanes->len; i++)
    g_array_unref (g_array_index (page->plot.lanes, ChnPlotLane, i).lines);
  g_array_unref (page->plot.lanes);
  g_array_unref (page->plot.events);
  chn_axis_clear (&page->plot.axis);
  chn_ticks_clear (&page->ticks);
  g_array_unref (page->title_lines);
  g_array_unref (page->subtitle_lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, clear_page)

static ChnPlotMeasure
find_measure (const ChnPictureOptions *options, double scale)
{
  const ChnCanvas *canvas = &options->canvas;
  double base = 10.5 * scale;
  return (ChnPlotMeasure){ .base = base,
                           .row = base * 1.45,
                           .margin = options->in_page ? 2 : MIN (14, canvas->width * 0.02),
                           .gutter = CLAMP (canvas->width * 0.07, base * 5, base * 11),
                           .lane_air = base * 0.32,
                           .tick_strip = base * 0.75 };
}

/* Weight tells nothing where most have it. */
static void
choose_weights (ChnPlot *plot)
{
  static const double most = 0.4;
  guint n_4 = 0, n_5 = 0;
  for (guint i = 0; i < plot->events->len; i++) {
    n_4 += g_array_index (plot->events, ChnPlotEvent, i).importance == 4 ? 1 : 0;
    n_5 += g_array_index (plot->events, ChnPlotEvent, i).importance == 5 ? 1 : 0;
  }
  plot->bold_5 = n_5 <= plot->events->len * most;
  plot->bold_4 = n_4 + n_5 <= plot->events->len * most;
}

/* What the document says of itself, and what became of its events here. */
static char *
dup_subtitle (const Page *page, guint n_named)
{
  const ChnDocument *document = page->plot.document;
  guint n = page->plot.events->len;
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < document->front.n && !page->plot.options->in_page; i++) {
    const ChnParagraph *paragraph = &document->paragraph[document->front.first + i];
    ChnStretch runs = paragraph->runs;
    for (guint k = 0; k < runs.n && paragraph->kind == CHN_PARAGRAPH_SENTENCE; k++)
      g_string_append (out, document->run[runs.first + k].text);
  }
  if (n_named < n)
    g_string_append_printf (out, " %u named here, %u as ticks below their lane.", n_named, n - n_named);
  if (page->plot.axis.knots)
    g_string_append (out, " Time is wider where more is told of it.");
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static GArray *
make_subtitle (const Page *page, guint n_named)
{
  const ChnCanvas *canvas = &page->plot.options->canvas;
  g_autofree char *text = dup_subtitle (page, n_named);
  return chn_type_lines (page->plot.typing, chn_typing_guard (page->plot.typing, text), &page->subtitle_type,
                         canvas->width - 2 * page->plot.measure.margin, 3);
}

static double
find_head_height (const Page *page)
{
  return page->plot.measure.margin * 0.7 + page->title_lines->len * page->title_type.size * 1.25 +
         page->subtitle_lines->len * page->subtitle_type.size * 1.4 + page->subtitle_type.size * 0.7;
}

static double
find_axis_height (const Page *page)
{
  return page->axis_type.size * (page->ticks.coarse ? 3.1 : 1.7);
}

/* What stands over and below the lanes; events are not placed yet. */
static void
start_page (Page *page, const ChnDocument *document, const ChnPictureOptions *options, ChnTyping *typing,
            double scale)
{
  ChnPlot *plot = &page->plot;
  *plot = (ChnPlot){ .document = document, .options = options, .typing = typing };
  plot->measure = find_measure (options, scale);
  plot->events = g_array_new (FALSE, TRUE, sizeof (ChnPlotEvent));
  plot->lanes = g_array_new (FALSE, TRUE, sizeof (ChnPlotLane));
  page->title_type = (ChnType){ plot->measure.base * 1.65, TRUE };
  page->subtitle_type = (ChnType){ plot->measure.base, FALSE };
  page->axis_type = (ChnType){ plot->measure.base * 0.95, FALSE };
  chn_plot_find_events (plot);
  choose_weights (plot);
  chn_plot_find_lanes (plot);
  double left = plot->measure.margin + plot->measure.gutter + (plot->measure.gutter > 0 ? plot->measure.base : 0);
  chn_plot_find_axis (plot, left, options->canvas.width - plot->measure.margin);
  page->ticks = chn_ticks_find (typing, &plot->axis, &page->axis_type, options->canvas.width);
  page->title = chn_typing_guard (typing, document->title);
  page->title_lines = chn_type_lines (typing, options->in_page ? "" : page->title, &page->title_type,
                                      options->canvas.width - 2 * plot->measure.margin, 3);
  page->subtitle_lines = make_subtitle (page, plot->events->len > 0 ? plot->events->len - 1 : 0);
}

/* Heights that follow from what was placed; what is left of an exact height is shared by rows, then by lanes. */
static void
settle_heights (Page *page, double room)
{
  ChnPlot *plot = &page->plot;
  double used = 0, more = 0;
  guint n_rows = 0;
  for (guint i = 0; i < plot->lanes->len; i++) {
    const ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, i);
    used += chn_plot_find_lane_height (plot, lane, lane->n_rows);
    n_rows += lane->n_rows;
  }
  double left = plot->options->canvas.is_exact ? MAX (room - used, 0) : 0;
  double stretch = n_rows > 0 ? MIN (left / n_rows, plot->measure.row * 0.35) : 0;
  plot->measure.row += stretch;
  more = plot->lanes->len > 0 ? (left - stretch * n_rows) / plot->lanes->len : 0;
  double y = page->top;
  for (guint i = 0; i < plot->lanes->len; i++) {
    ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, i);
    lane->top = y;
    y += chn_plot_find_lane_height (plot, lane, lane->n_rows) + MAX (more, 0);
    lane->bottom = y;
    double strip = lane->n_ticks > 0 ? plot->measure.tick_strip : 0;
    double spare = lane->bottom - lane->top - lane->n_rows * plot->measure.row - strip;
    lane->first_row = lane->top + spare / 2;
  }
  page->bottom = plot->lanes->len > 0 ? y : page->top + plot->measure.row * 2;
}

static void
lay_out (Page *page, gboolean is_generous)
{
  const ChnCanvas *canvas = &page->plot.options->canvas;
  double width = canvas->width - 2 * page->plot.measure.margin, below = page->plot.measure.margin * 0.7;
  page->top = find_head_height (page);
  double foot = find_axis_height (page) + chn_legend_measure (&page->plot, width) + below;
  double room = canvas->height - page->top - foot;
  chn_plot_place (&page->plot, room, canvas->width - page->plot.measure.margin, is_generous);
  g_array_unref (page->subtitle_lines);
  page->subtitle_lines = make_subtitle (page, page->plot.n_named);
  page->top = find_head_height (page);
  foot = find_axis_height (page) + chn_legend_measure (&page->plot, width) + below;
  settle_heights (page, canvas->height - page->top - foot);
  page->legend = page->bottom + find_axis_height (page);
  page->height = canvas->is_exact ? canvas->height : page->legend + chn_legend_measure (&page->plot, width) + below;
}

static void
draw_lines (const Page *page, ChnDrawing *drawing, const GArray *lines, const ChnType *type, ChnTint tint,
            double leading, double *y)
{
  for (guint i = 0; i < lines->len; i++) {
    *y += type->size * leading;
    chn_draw_text (drawing, page->plot.measure.margin, *y - type->size * 0.25, &g_array_index (lines, ChnTyped, i),
                   type, tint);
  }
}

static void
draw_head (const Page *page, ChnDrawing *drawing)
{
  double y = page->plot.measure.margin * 0.7;
  draw_lines (page, drawing, page->title_lines, &page->title_type, CHN_TINT_INK, 1.25, &y);
  draw_lines (page, drawing, page->subtitle_lines, &page->subtitle_type, CHN_TINT_SOFT, 1.4, &y);
}

/* A label and its boundary in one row of the axis; the boundary is a stroke at the axis, too. */
static void
draw_ticks (const Page *page, ChnDrawing *drawing, const GArray *ticks, const ChnType *type, double row)
{
  const ChnPaint rule = { .stroke = CHN_TINT_SOFT, .width = 0.8 };
  double left = page->plot.axis.left, size = page->axis_type.size;
  for (guint i = 0; i < ticks->len; i++) {
    double x = g_array_index (ticks, ChnTick, i).x;
    if (x <= left && i == 0)
      continue;
    chn_draw_line (drawing, x, page->bottom, x, page->bottom + size * 0.4, &rule);
    if (row > 0)
      chn_draw_line (drawing, x, page->bottom + row * size + size * 0.35, x, page->bottom + row * size + size * 1.4,
                     &rule);
  }
  for (guint i = 0; i < ticks->len; i++) {
    const ChnTick *tick = &g_array_index (ticks, ChnTick, i);
    if (tick->label.text)
      chn_draw_text (drawing, tick->x + 2.5, page->bottom + (row + 1.25) * size, &tick->label, type, CHN_TINT_SOFT);
  }
}

static void
draw_axis (const Page *page, ChnDrawing *drawing)
{
  static const double second_row = 1.4;
  const ChnAxis *axis = &page->plot.axis;
  chn_draw_line (drawing, page->plot.measure.margin, page->bottom, axis->right, page->bottom,
                 &(ChnPaint){ .stroke = CHN_TINT_SOFT, .width = 0.8 });
  if (page->plot.events->len == 0)
    return;
  draw_ticks (page, drawing, page->ticks.fine, &page->axis_type, 0);
  if (page->ticks.coarse)
    draw_ticks (page, drawing, page->ticks.coarse, &(ChnType){ page->axis_type.size, TRUE }, second_row);
}

static void
draw_nothing (const Page *page, ChnDrawing *drawing)
{
  const ChnType type = page->subtitle_type;
  ChnTyped text = chn_type (page->plot.typing, "No events", &type);
  chn_draw_text (drawing, page->plot.measure.margin, (page->top + page->bottom) / 2 + type.size * 0.35, &text, &type,
                 CHN_TINT_SOFT);
}

/* "in 2014", "from 1995 to 2019". */
static char *
dup_reach (const ChnPlot *plot)
{
  gint64 first = G_MAXINT64, last = G_MININT64;
  for (guint i = 0; i < plot->events->len; i++) {
    const ChnPlotEvent *event = &g_array_index (plot->events, ChnPlotEvent, i);
    if (event->time < plot->axis.from - 1 || event->time > plot->axis.to + 1)
      continue;
    gint64 year = chn_civil_from_seconds ((gint64) event->time).year;
    first = MIN (first, year);
    last = MAX (last, year);
  }
  if (first > last)
    return g_strdup ("");
  g_autofree char *from = chn_prose_year_name (first), *to = chn_prose_year_name (last);
  return first == last ? g_strdup_printf (" in %s", from) : g_strdup_printf (" from %s to %s", from, to);
}

/* What there is to see, for those who cannot; each event has its own title. */
static char *
dup_description (const ChnPlot *plot)
{
  g_autofree char *reach = dup_reach (plot);
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "Timeline of %u event%s%s.", plot->events->len, plot->events->len == 1 ? "" : "s",
                          reach);
  for (guint i = 0; i < plot->lanes->len; i++) {
    const ChnPlotLane *lane = &g_array_index (plot->lanes, ChnPlotLane, i);
    if (lane->title[0])
      g_string_append_printf (out, "%s%s (%u)", i == 0 ? " Lanes from top to bottom: " : ", ", lane->title,
                              lane->n_events);
  }
  if (plot->lanes->len > 0)
    g_string_append_printf (out, "%s %u named; each has its date and title.", plot->measure.gutter > 0 ? "." : "",
                            plot->n_named);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static ChnScene *
draw_page (const Page *page)
{
  const ChnPlot *plot = &page->plot;
  ChnDrawing *drawing = chn_drawing_new (plot->options->theme);
  draw_head (page, drawing);
  if (plot->events->len > 0)
    chn_plot_draw_lanes (plot, drawing, &page->ticks, page->top, page->bottom);
  else
    draw_nothing (page, drawing);
  draw_axis (page, drawing);
  chn_legend_draw (plot, drawing, plot->measure.margin, page->legend,
                   plot->options->canvas.width - 2 * plot->measure.margin);
  g_autofree char *description = dup_description (plot);
  const ChnCanvas *canvas = &plot->options->canvas;
  const ChnSheet sheet = { .width = canvas->width,
                           .height = page->height,
                           .dots = canvas->dots,
                           .millimetres = canvas->millimetres,
                           .language = plot->document->language,
                           .font = plot->options->font,
                           .title = page->title,
                           .description = description };
  return chn_drawing_finish (drawing, &sheet);
}

/* Whether what has to be there fits into a height that is given. */
static gboolean
fits (const Page *page)
{
  return !page->plot.options->canvas.is_exact ||
         page->legend +
                 chn_legend_measure (&page->plot, page->plot.options->canvas.width - 2 * page->plot.measure.margin) <=
             page->height;
}

/*
 * Text is as large as it can be with all titles whole; where there is no room for that, it is smaller and they are
 * cut, and on a small canvas it is as small as it has to be.
 */
ChnScene *
chn_picture_new (const ChnDocument *document, const ChnPictureOptions *options, const ChnPicturePlugin *plugin)
{
  static const double scales[] = { 1.4, 1.25, 1.12, 1, 1, 0.8, 0.64, 0.5, 0.4, 0.3, 0.2 };
  static const guint n_generous = 4; /* scales for whole titles */
  static const guint most = 150;     /* events of which all may have room in larger text */
  g_autoptr (ChnTyping) typing = chn_typing_new (plugin, options->font);
  for (guint i = document->n_entries > most ? n_generous : 0;; i++) {
    gboolean is_generous = i < n_generous, is_last = i + 1 == G_N_ELEMENTS (scales);
    g_auto (Page) page = { 0 };
    start_page (&page, document, options, typing, scales[i]);
    lay_out (&page, is_generous);
    if (is_last || (fits (&page) && (!is_generous || page.plot.n_named == page.plot.events->len)))
      return draw_page (&page);
  }
}
