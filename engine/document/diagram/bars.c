/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts of names: bars from left to right. */
#include "document/diagram/panels.h"

/* Which share of the width names may take, and numbers. */
static const double widest_names = 0.36, widest_numbers = 0.3;

/* In heights of most text. */
static const double bar_height = 1.15, row_air = 0.5, text_gap = 0.6, leading = 1.25, below = 5;

/* Rows that a sheet has at most, which is enough for anything that is looked at. */
/* What sums of lengths may differ by. */
static const double slack = 0.01;

enum { MOST_ROWS = 1500, MOST_LINES = 2 };

typedef struct {
  ChnBoard *board;
  const ChnChart *chart;
  ChnPanel panel;
  ChnType type;
  double bars_left, bars_right, names;
  double unit; /* of length an event */
} Bars;

static const ChnChartValue *
get_value (const Bars *bars, guint i)
{
  return &bars->chart->key[0].value[bars->chart->cell[i].at[0]];
}

static double
find_widest (const Bars *bars, gboolean of_notes)
{
  double widest = 0;
  for (guint i = 0; i < MIN (bars->chart->n_cells, (guint) MOST_ROWS); i++) {
    const char *text = of_notes ? bars->chart->cell[i].note : get_value (bars, i)->label;
    ChnTyped typed = chn_board_type (bars->board, text, &bars->type);
    widest = MAX (widest, typed.width);
  }
  return widest;
}

static void
find_columns (Bars *bars)
{
  const ChnBoard *board = bars->board;
  double width = board->right - board->left, gap = text_gap * board->base;
  bars->names = MIN (find_widest (bars, FALSE), width * widest_names);
  bars->bars_left = board->left + bars->names + gap;
  bars->bars_right = board->right - MIN (find_widest (bars, TRUE), width * widest_numbers) - gap;
  double most = chn_segments_find_most (bars->chart, bars->panel);
  bars->unit = most > 0 ? (bars->bars_right - bars->bars_left) / most : 0;
}

/* Gives where the bar ends. */
static double
put_bar (const Bars *bars, const ChnSegments *segments, double middle, gboolean is_apart)
{
  double x = bars->bars_left, half = bar_height * bars->board->base / 2;
  for (guint kind = 0; kind < CHN_N_SEGMENTS; kind++) {
    const ChnBox box = { x, middle - half, x + segments->length[kind] * bars->unit, middle + half };
    chn_segment_draw (bars->board, (ChnSegmentKind) kind, &box, is_apart);
    x = box.right;
  }
  return x;
}

static void
put_row (const Bars *bars, guint i, double *y)
{
  ChnBoard *board = bars->board;
  const ChnChartCell *cell = &bars->chart->cell[i];
  const ChnChartValue *value = get_value (bars, i);
  const ChnSegments segments = chn_segments_find (bars->chart, cell, bars->panel);
  g_autoptr (GArray) lines = chn_board_break (board, value->label, &bars->type, bars->names, MOST_LINES);
  g_autofree char *title = g_strdup_printf ("%s: %s", value->label, cell->note);
  double line = bars->type.size * leading, height = MAX (lines->len * line, bar_height * board->base);
  double middle = *y + height / 2, baseline = middle + bars->type.size * 0.36;
  chn_draw_open (board->drawing, NULL, NULL, chn_typing_guard (board->typing, title));
  for (guint k = 0; k < lines->len; k++)
    chn_board_put_text (board, &g_array_index (lines, ChnTyped, k), board->left + bars->names,
                        baseline + (k - (lines->len - 1) / 2.0) * line, &bars->type, CHN_TINT_INK, CHN_ALIGN_END);
  double end = put_bar (bars, &segments, middle, value->is_apart) + text_gap * board->base;
  const char *guarded = chn_typing_guard (board->typing, cell->note);
  ChnTyped note = chn_type_cut (board->typing, guarded, &bars->type, board->right - end + slack, 0);
  if (note.text)
    chn_board_put_text (board, &note, end, baseline, &bars->type, CHN_TINT_SOFT, CHN_ALIGN_START);
  chn_draw_close (board->drawing);
  *y += height + row_air * board->base;
}

/* Whether another row has room, where what has none is left to the description. */
static gboolean
has_room (const Bars *bars)
{
  const ChnBoard *board = bars->board;
  double row = MAX (MOST_LINES * bars->type.size * leading, bar_height * board->base) + row_air * board->base;
  return !board->is_tight || board->y + row + below * board->base < board->height;
}

static void
put_rest (const Bars *bars, guint n)
{
  ChnBoard *board = bars->board;
  guint more = bars->chart->n_cells - n;
  if (more == 0)
    return;
  g_autofree char *text = g_strdup_printf ("%u more for which there is no room here", more);
  g_autoptr (GArray) lines = chn_board_break (board, text, &bars->type, board->right - bars->bars_left, 1);
  board->y = chn_board_put_lines (board, lines, bars->bars_left, board->y, &bars->type, CHN_TINT_SOFT, leading);
}

void
chn_bars_put (ChnBoard *board, const ChnChart *chart, ChnPanel panel)
{
  Bars bars = { board, chart, panel, { .size = board->base }, 0, 0, 0, 0 };
  find_columns (&bars);
  guint n = 0;
  double top = board->y;
  for (; n < MIN (chart->n_cells, (guint) MOST_ROWS) && has_room (&bars); n++)
    put_row (&bars, n, &board->y);
  if (n > 0)
    chn_draw_line (board->drawing, bars.bars_left, top, bars.bars_left, board->y - row_air * board->base / 2,
                   &(ChnPaint){ .stroke = CHN_TINT_SOFT, .width = board->base * 0.06 });
  put_rest (&bars, n);
}
