/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Draws a count: which way suits its keys, a panel for sums of ballots and one for averages, and the legend. */
#include "document/diagram/chart.h"

#include "document/diagram/panels.h"

/* Of sheets whose width nobody says; heat maps of many columns are wider. */
static const double usual_width = 1000, wide_width = 1600;
enum { MOST_USUAL_COLUMNS = 26 };

/* Heights of columns, in heights of most text. */
static const double usual_height = 24, least_height = 11, legend_height = 4;

static gboolean
has_panel (const ChnChart *chart, ChnPanel panel)
{
  if (panel == CHN_PANEL_EVENTS)
    return chart->n_measures == 0;
  for (guint i = 0; i < chart->n_measures; i++)
    if (chart->measure[i].is_average == (panel == CHN_PANEL_AVERAGES))
      return TRUE;
  return FALSE;
}

static guint
count_panels (const ChnChart *chart)
{
  guint n = 0;
  for (guint panel = 0; panel <= CHN_PANEL_AVERAGES; panel++)
    n += has_panel (chart, (ChnPanel) panel) ? 1 : 0;
  return n;
}

static void
put_caption (ChnBoard *board, const char *text)
{
  const ChnType type = { board->base, TRUE };
  g_autoptr (GArray) lines = chn_board_break (board, text, &type, board->right - board->left, 2);
  board->y = chn_board_put_lines (board, lines, board->left, board->y, &type, CHN_TINT_INK, 1.4) + board->base * 0.2;
}

/* Of a sheet with an end, what is left shared by the panels. */
static double
find_height (const ChnBoard *board, const ChnChart *chart)
{
  double left = (board->height - board->y - legend_height * board->base) / count_panels (chart);
  double caption = chart->n_measures > 0 ? 2.4 * board->base : 0;
  return board->height > 0 ? MAX (left - caption, least_height * board->base) : usual_height * board->base;
}

static void
put_panels (ChnBoard *board, const ChnChart *chart)
{
  static const char *const captions[] = {
    [CHN_PANEL_EVENTS] = NULL, [CHN_PANEL_SUMS] = "Votes, added up", [CHN_PANEL_AVERAGES] = "Votes, on average"
  };
  double height = find_height (board, chart);
  for (guint panel = 0; panel <= CHN_PANEL_AVERAGES; panel++) {
    if (!has_panel (chart, (ChnPanel) panel))
      continue;
    board->y += panel == CHN_PANEL_AVERAGES && has_panel (chart, CHN_PANEL_SUMS) ? board->base : 0;
    if (captions[panel])
      put_caption (board, captions[panel]);
    if (chart->key[0].is_scale)
      chn_columns_put (board, chart, (ChnPanel) panel, height);
    else
      chn_bars_put (board, chart, (ChnPanel) panel);
  }
  chn_segments_put_legend (board, chart);
}

static void
put_maps (ChnBoard *board, const ChnChart *chart)
{
  if (chart->n_measures == 0)
    chn_heat_put (board, chart, CHN_HEAT_EVENTS);
  for (guint i = 0; i < chart->n_measures; i++) {
    board->y += i > 0 ? board->base : 0;
    put_caption (board, chart->measure[i].label);
    chn_heat_put (board, chart, i);
  }
}

static void
put_nothing (ChnBoard *board)
{
  const ChnType type = { .size = board->base };
  g_autoptr (GArray) lines = chn_board_break (board, "No events", &type, board->right - board->left, 1);
  board->y = chn_board_put_lines (board, lines, board->left, board->y, &type, CHN_TINT_SOFT, 1.4);
}

static void
put_chart (ChnBoard *board, gconstpointer content)
{
  const ChnChart *chart = content;
  if (chart->n_cells == 0)
    put_nothing (board);
  else if (chart->n_keys == 2)
    put_maps (board, chart);
  else
    put_panels (board, chart);
}

static double
find_width (const ChnChart *chart)
{
  if (chart->n_keys < 2)
    return usual_width;
  return chart->key[chn_heat_is_turned (chart) ? 0 : 1].n > MOST_USUAL_COLUMNS ? wide_width : usual_width;
}

ChnScene *
chn_chart_scene_new (const ChnChart *chart, const ChnPictureOptions *options, const ChnPicturePlugin *plugin)
{
  const ChnBoardContent content = { &chart->head, put_chart, chart, find_width (chart) };
  return chn_board_draw (&content, options, plugin, NULL);
}
