/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts of a scale, such as years: columns from the bottom up, ballots as a band. */
#include "document/diagram/panels.h"

#include <math.h>

#include "document/diagram/steps.h"

/* Which share of a step a column takes; the columns of a band stand next to each other. */
static const double column_share = 0.78;

/* In heights of most text. */
static const double widest_step = 4.5, number_gap = 0.3, least_number = 0.5;

typedef struct {
  ChnBoard *board;
  const ChnChart *chart;
  ChnPanel panel;
  ChnType type;
  ChnChartSteps steps;
  double top, bottom, left;
  double most, unit; /* of length an event */
} Columns;

/* A number that is round: 1, 2 or 5, and zeros. */
static double
find_round_step (double least)
{
  double power = pow (10, floor (log10 (least)));
  for (guint i = 0; i < 3; i++) {
    static const double factors[] = { 1, 2, 5 };
    if (factors[i] * power >= least * 0.999)
      return factors[i] * power;
  }
  return 10 * power;
}

static ChnTyped
type_number (const Columns *columns, double number)
{
  g_autofree char *text = chn_segment_dup_number (number, columns->panel);
  return chn_board_type (columns->board, text, &columns->type);
}

/* Whether the number of each column fits over it. */
static gboolean
has_numbers (const Columns *columns)
{
  ChnTyped widest = type_number (columns, columns->most);
  return columns->chart->n_measures == 0 && widest.width + number_gap * columns->type.size <= columns->steps.width;
}

/* The lines of a grid, whole events apart at least. */
static double
find_grid_step (const Columns *columns)
{
  static const double lines = 4;
  double step = find_round_step (columns->most / lines);
  return columns->panel == CHN_PANEL_AVERAGES ? step : MAX (step, 1);
}

static void
put_grid (const Columns *columns)
{
  const ChnBoard *board = columns->board;
  const ChnPaint rule = { .stroke = CHN_TINT_RULE, .width = board->base * 0.05 };
  double step = find_grid_step (columns);
  for (double at = step; at <= columns->most * 1.0001; at += step) {
    double y = columns->bottom - at * columns->unit;
    ChnTyped number = chn_board_type (board, "", &columns->type);
    g_autofree char *text = chn_segment_dup_number (at, step < 1 ? CHN_PANEL_AVERAGES : CHN_PANEL_SUMS);
    number = chn_board_type (board, text, &columns->type);
    chn_draw_line (board->drawing, columns->left, y, columns->steps.right, y, &rule);
    chn_board_put_text (board, &number, columns->left - number_gap * board->base, y + columns->type.size * 0.36,
                        &columns->type, CHN_TINT_SOFT, CHN_ALIGN_END);
  }
}

/* The number of a segment in it, where there is room and it is legible. */
static void
put_number (const Columns *columns, ChnSegmentKind kind, const ChnBox *box, double number, gboolean is_apart)
{
  const ChnBoard *board = columns->board;
  const ChnType type = { .size = columns->type.size * 0.9 };
  g_autofree char *digits = chn_segment_dup_number (number, columns->panel);
  ChnTyped text = chn_board_type (board, digits, &type);
  ChnTint ink = chn_segment_find_ink (board, kind, is_apart);
  if (ink == CHN_TINT_NONE || text.width > (box->right - box->left) * 0.92 ||
      type.size * 1.25 > box->bottom - box->top)
    return;
  chn_board_put_text (board, &text, (box->left + box->right) / 2, (box->top + box->bottom) / 2 + type.size * 0.36,
                      &type, ink, CHN_ALIGN_MIDDLE);
}

static void
put_segments (const Columns *columns, const ChnSegments *segments, const ChnBox *column, gboolean is_apart)
{
  double y = columns->bottom;
  for (guint kind = 0; kind < CHN_N_SEGMENTS; kind++) {
    const ChnBox box = { column->left, y - segments->length[kind] * columns->unit, column->right, y };
    if (segments->length[kind] <= 0)
      continue;
    chn_segment_draw (columns->board, (ChnSegmentKind) kind, &box, is_apart);
    if (columns->panel != CHN_PANEL_EVENTS)
      put_number (columns, (ChnSegmentKind) kind, &box, segments->length[kind], is_apart);
    y = box.top;
  }
}

static void
put_column (const Columns *columns, const ChnChartCell *cell, gboolean has_number)
{
  const ChnBoard *board = columns->board;
  const ChnChartValue *value = &columns->chart->key[0].value[cell->at[0]];
  const ChnChartStep *step = &columns->steps.step[cell->at[0]];
  const ChnSegments segments = chn_segments_find (columns->chart, cell, columns->panel);
  double share = columns->panel == CHN_PANEL_EVENTS ? column_share : 1;
  double middle = (step->left + step->right) / 2, half = (step->right - step->left) / 2 * share;
  const ChnBox box = { middle - half, columns->top, middle + half, columns->bottom };
  g_autofree char *title = g_strdup_printf ("%s: %s", value->label, cell->note);
  chn_draw_open (board->drawing, NULL, NULL, chn_typing_guard (board->typing, title));
  put_segments (columns, &segments, &box, value->is_apart);
  if (has_number && cell->n > 0) {
    ChnTyped number = type_number (columns, cell->n);
    chn_board_put_text (board, &number, middle,
                        columns->bottom - segments.sum * columns->unit - number_gap * board->base, &columns->type,
                        CHN_TINT_INK, CHN_ALIGN_MIDDLE);
  }
  chn_draw_close (board->drawing);
}

static void
put_axis (const Columns *columns)
{
  ChnBoard *board = columns->board;
  const ChnType type = { .size = board->base * 0.95 };
  chn_draw_line (board->drawing, columns->left, columns->bottom, columns->steps.right, columns->bottom,
                 &(ChnPaint){ .stroke = CHN_TINT_SOFT, .width = board->base * 0.07 });
  chn_chart_steps_put_breaks (board, &columns->steps, columns->bottom);
  chn_chart_steps_put_labels (board, &columns->steps, columns->bottom + type.size * 1.35, &type);
  board->y = columns->bottom + type.size * 1.9;
}

/* As wide as the numbers of the grid. */
static double
find_gutter (const Columns *columns)
{
  ChnTyped widest = type_number (columns, columns->most);
  return widest.width + number_gap * columns->board->base * 2;
}

void
chn_columns_put (ChnBoard *board, const ChnChart *chart, ChnPanel panel, double height)
{
  const ChnType axis_type = { .size = board->base * 0.95 };
  Columns columns = { board, chart, panel, { .size = board->base * 0.92 }, { 0 }, 0, 0, 0, 0, 0 };
  columns.most = chn_segments_find_most (chart, panel);
  if (columns.most <= 0)
    return;
  columns.left = board->left + find_gutter (&columns);
  columns.top = board->y + board->base * (least_number + 0.8);
  columns.bottom = board->y + height - axis_type.size * 1.9;
  columns.unit = (columns.bottom - columns.top) / columns.most;
  columns.steps =
      chn_chart_steps_find (board, &chart->key[0], columns.left, board->right, board->base * widest_step, &axis_type);
  gboolean numbers = has_numbers (&columns);
  if (!numbers)
    put_grid (&columns);
  for (guint i = 0; i < chart->n_cells; i++)
    put_column (&columns, &chart->cell[i], numbers);
  put_axis (&columns);
  chn_chart_steps_clear (&columns.steps);
}
