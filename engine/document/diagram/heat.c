/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Counts by two keys: a heat map, whose cells are the darker the more they have, with their numbers where there is
 * room. */
#include "document/diagram/panels.h"

#include <math.h>

#include "document/diagram/shade.h"
#include "document/diagram/signs.h"
#include "document/diagram/steps.h"

/* Which share of the width names may take. */
static const double widest_names = 0.3;

/* In heights of most text. */
static const double cell_height = 1.75, widest_cell = 5.2, gap = 0.5, below = 8.5;

/* What sums of lengths may differ by. */
static const double slack = 0.01;

enum { MOST_ROWS = 1500, MOST_LABEL_LINES = 4 };

typedef struct {
  ChnBoard *board;
  const ChnChart *chart;
  guint measure;
  const ChnChartKey *rows, *columns;
  gboolean is_turned;
  const ChnChartCell **cell; /* of each row and column, or NULL */
  guint n_rows;              /* that are shown */
  ChnChartSteps steps;
  ChnType type;
  double names, top;
  double most;
  gboolean is_marked, is_numbered; /* numbers with what is only possible or not known; numbers */
} Heat;

gboolean
chn_heat_is_turned (const ChnChart *chart)
{
  return chart->key[0].is_scale && !chart->key[1].is_scale;
}

static double
find_amount (const Heat *heat, const ChnChartCell *cell)
{
  return heat->measure == CHN_HEAT_EVENTS ? cell->n : cell->amount[heat->measure];
}

static double
find_opacity (const ChnBoard *board, guint shade)
{
  return chn_shade_find_opacity (board->theme, CHN_TINT_BLUE, shade);
}

static void
fill_cells (Heat *heat)
{
  const ChnChart *chart = heat->chart;
  heat->cell = g_new0 (const ChnChartCell *, (gsize) heat->rows->n * heat->columns->n + 1);
  for (guint i = 0; i < chart->n_cells; i++) {
    const ChnChartCell *cell = &chart->cell[i];
    guint row = cell->at[heat->is_turned ? 1 : 0], column = cell->at[heat->is_turned ? 0 : 1];
    double amount = find_amount (heat, cell);
    heat->cell[(gsize) row * heat->columns->n + column] = cell;
    heat->most = isnan (amount) ? heat->most : MAX (heat->most, amount);
  }
}

static gboolean
is_share (const Heat *heat)
{
  return heat->measure != CHN_HEAT_EVENTS && heat->chart->measure[heat->measure].is_share;
}

/* The shade of a number: 0 for none, then from the first on; each begins at a power of the same number, but for those
 * of shares, which are as wide as each other. */
static guint
find_shade (const Heat *heat, double amount)
{
  if (!(amount > 0) || heat->most <= 0)
    return 0;
  if (is_share (heat))
    return (guint) MIN (floor (amount / 100 * CHN_N_SHADES) + 1, CHN_N_SHADES);
  if (heat->most <= CHN_N_SHADES)
    return (guint) MIN (ceil (amount / heat->most * CHN_N_SHADES), CHN_N_SHADES);
  double share = log (MAX (amount, 1)) / log (heat->most + 0.5) * CHN_N_SHADES;
  return (guint) MIN (floor (share) + 1, CHN_N_SHADES);
}

/* "5", and of what is counted "5(1)+2" as tables have it. */
static char *
dup_text (const Heat *heat, const ChnChartCell *cell, gboolean is_marked)
{
  double amount = find_amount (heat, cell);
  gboolean is_average = heat->measure != CHN_HEAT_EVENTS && heat->chart->measure[heat->measure].is_average;
  if (isnan (amount))
    return g_strdup ("");
  GString *out = g_string_new (NULL);
  g_autofree char *number = chn_segment_dup_number (amount, is_average ? CHN_PANEL_AVERAGES : CHN_PANEL_SUMS);
  g_string_append (out, number);
  if (is_marked && heat->measure == CHN_HEAT_EVENTS && cell->n_possibly > 0)
    g_string_append_printf (out, "(%u)", cell->n_possibly);
  if (is_marked && heat->measure == CHN_HEAT_EVENTS && cell->n_unknown > 0)
    g_string_append_printf (out, "+%u", cell->n_unknown);
  return g_string_free (out, FALSE);
}

/* Between cells. */
static double
find_air (const Heat *heat)
{
  return MIN (heat->board->base * 0.08, heat->steps.width * 0.1);
}

static gboolean
do_fit (const Heat *heat, gboolean is_marked)
{
  for (guint i = 0; i < heat->chart->n_cells; i++) {
    g_autofree char *text = dup_text (heat, &heat->chart->cell[i], is_marked);
    ChnTyped typed = chn_board_type (heat->board, text, &heat->type);
    if (typed.width > heat->steps.width - 4 * find_air (heat))
      return FALSE;
  }
  return TRUE;
}

static double
find_names (const Heat *heat)
{
  double widest = chn_board_type (heat->board, "all", &heat->type).width;
  for (guint i = 0; i < MIN (heat->rows->n, (guint) MOST_ROWS); i++) {
    ChnTyped name = chn_board_type (heat->board, heat->rows->value[i].label, &heat->type);
    widest = MAX (widest, name.width);
  }
  return MIN (widest, (heat->board->right - heat->board->left) * widest_names);
}

static double
find_totals (const Heat *heat)
{
  ChnTyped widest = chn_board_type (heat->board, "00000", &heat->type);
  return heat->measure == CHN_HEAT_EVENTS ? widest.width + gap * heat->board->base : 0;
}

static double
find_middle (const ChnChartStep *step)
{
  return (step->left + step->right) / 2;
}

/* Whether each word of the names of columns is narrower than a column. */
static gboolean
can_break (const Heat *heat)
{
  for (guint i = 0; i < heat->columns->n; i++) {
    g_auto (GStrv) words = g_strsplit (heat->columns->value[i].label, " ", -1);
    for (guint k = 0; words[k]; k++) {
      ChnTyped word = chn_board_type (heat->board, words[k], &heat->type);
      if (word.width > heat->steps.width * 0.94)
        return FALSE;
    }
  }
  return TRUE;
}

static void
put_broken_names (const Heat *heat)
{
  ChnBoard *board = heat->board;
  double line = heat->type.size * 1.2;
  guint n = 1;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < heat->columns->n; i++) {
      g_autoptr (GArray) lines = chn_board_break (board, heat->columns->value[i].label, &heat->type,
                                                  heat->steps.width * 0.95, MOST_LABEL_LINES);
      n = MAX (n, lines->len);
      for (guint k = 0; pass == 1 && k < lines->len; k++)
        chn_board_put_text (board, &g_array_index (lines, ChnTyped, k), find_middle (&heat->steps.step[i]),
                            board->y + (n - lines->len + k) * line + heat->type.size, &heat->type, CHN_TINT_INK,
                            CHN_ALIGN_MIDDLE);
    }
  board->y += n * line + board->base * 0.4;
}

/* Names of columns that are wider than these go up like stairs, each to the left of a line down to its column. */
static void
put_stairs (const Heat *heat)
{
  ChnBoard *board = heat->board;
  double line = heat->type.size * 1.3, bottom = board->y + heat->columns->n * line + board->base * 0.3;
  for (guint i = 0; i < heat->columns->n; i++) {
    double x = find_middle (&heat->steps.step[i]), y = board->y + (heat->columns->n - 1 - i) * line;
    double room = x - board->left - board->base * 0.35;
    const char *label = chn_typing_guard (board->typing, heat->columns->value[i].label);
    ChnTyped name = chn_type_cut (board->typing, label, &heat->type, room, 0);
    chn_draw_line (board->drawing, x, y + line * 0.3, x, bottom,
                   &(ChnPaint){ .stroke = CHN_TINT_RULE, .width = board->base * 0.06 });
    if (name.text)
      chn_board_put_text (board, &name, x - board->base * 0.35, y + heat->type.size, &heat->type, CHN_TINT_INK,
                          CHN_ALIGN_END);
  }
  board->y = bottom;
}

static void
put_column_names (const Heat *heat)
{
  ChnBoard *board = heat->board;
  if (heat->columns->is_scale) {
    chn_chart_steps_put_labels (board, &heat->steps, board->y + heat->type.size, &heat->type);
    board->y += heat->type.size * 1.5;
  } else if (can_break (heat)) {
    put_broken_names (heat);
  } else {
    put_stairs (heat);
  }
}

/* What is only possible or not known has an edge where numbers do not say it. */
static gboolean
has_edge (const Heat *heat, const ChnChartCell *cell)
{
  return heat->measure == CHN_HEAT_EVENTS && !heat->is_marked && (cell->n_possibly > 0 || cell->n_unknown > 0);
}

static void
put_edge (const ChnBoard *board, const ChnBox *box)
{
  double width = board->base * 0.13;
  const ChnBox inner = { box->left + width / 2, box->top + width / 2, box->right - width / 2,
                         box->bottom - width / 2 };
  if (inner.right > inner.left)
    chn_draw_rect (board->drawing, &inner, &(ChnPaint){ .stroke = CHN_TINT_INK, .width = width });
}

/* Over the totals of rows. */
static void
put_total_name (const Heat *heat, double baseline)
{
  ChnTyped all = chn_board_type (heat->board, "all", &heat->type);
  if (heat->measure == CHN_HEAT_EVENTS)
    chn_board_put_text (heat->board, &all, heat->board->right, baseline, &heat->type, CHN_TINT_SOFT, CHN_ALIGN_END);
}

static void
put_cell (const Heat *heat, guint row, guint column, double y)
{
  const ChnBoard *board = heat->board;
  const ChnChartCell *cell = heat->cell[(gsize) row * heat->columns->n + column];
  const ChnChartStep *step = &heat->steps.step[column];
  double air = find_air (heat), height = cell_height * board->base;
  if (!cell)
    return;
  guint shade = find_shade (heat, find_amount (heat, cell));
  double opacity = shade > 0 ? find_opacity (board, shade - 1) : 0;
  g_autofree char *text = dup_text (heat, cell, heat->is_marked);
  g_autofree char *title =
      g_strdup_printf ("%s, %s: %s", heat->rows->value[row].label, heat->columns->value[column].label, cell->note);
  const ChnBox box = { step->left + air, y + air, step->right - air, y + height - air };
  chn_draw_open (board->drawing, NULL, NULL, chn_typing_guard (board->typing, title));
  if (shade > 0)
    chn_draw_rect (board->drawing, &box, &(ChnPaint){ .fill = CHN_TINT_BLUE, .opacity = opacity });
  if (has_edge (heat, cell))
    put_edge (board, &box);
  ChnTyped typed = chn_board_type (board, text, &heat->type);
  ChnTint ink = chn_shade_find_ink (board->theme, CHN_TINT_BLUE, opacity);
  if (heat->is_numbered && *text && ink != CHN_TINT_NONE)
    chn_board_put_text (board, &typed, find_middle (step), y + height / 2 + heat->type.size * 0.36, &heat->type, ink,
                        CHN_ALIGN_MIDDLE);
  chn_draw_close (board->drawing);
}

static void
put_total (const Heat *heat, guint n, double x, double baseline, ChnAlign align, double room)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  ChnTyped typed = chn_board_type (heat->board, text, &heat->type);
  if (typed.width <= room)
    chn_board_put_text (heat->board, &typed, x, baseline, &heat->type, CHN_TINT_SOFT, align);
}

static void
put_row (const Heat *heat, guint row, double y)
{
  const ChnBoard *board = heat->board;
  double height = cell_height * board->base, baseline = y + height / 2 + heat->type.size * 0.36;
  const char *label = chn_typing_guard (board->typing, heat->rows->value[row].label);
  ChnTyped name = chn_type_cut (board->typing, label, &heat->type, heat->names + slack, 0);
  chn_draw_line (board->drawing, board->left + heat->names + gap * board->base, y, heat->steps.right, y,
                 &(ChnPaint){ .stroke = CHN_TINT_RULE, .width = board->base * 0.05 });
  if (name.text)
    chn_board_put_text (board, &name, board->left + heat->names, baseline, &heat->type, CHN_TINT_INK, CHN_ALIGN_END);
  for (guint i = 0; i < heat->columns->n; i++)
    put_cell (heat, row, i, y);
  if (heat->measure == CHN_HEAT_EVENTS)
    put_total (heat, heat->rows->value[row].n, board->right, baseline, CHN_ALIGN_END, INFINITY);
}

/* Each column's own number of events, below it. */
static void
put_column_totals (const Heat *heat)
{
  ChnBoard *board = heat->board;
  double baseline = board->y + heat->type.size * 1.3;
  if (heat->measure != CHN_HEAT_EVENTS || !heat->is_numbered)
    return;
  ChnTyped all = chn_board_type (board, "all", &heat->type);
  chn_board_put_text (board, &all, board->left + heat->names, baseline, &heat->type, CHN_TINT_SOFT, CHN_ALIGN_END);
  for (guint i = 0; i < heat->columns->n; i++)
    put_total (heat, heat->columns->value[i].n, find_middle (&heat->steps.step[i]), baseline, CHN_ALIGN_MIDDLE,
               heat->steps.width);
  put_total (heat, heat->chart->n_all, board->right, baseline, CHN_ALIGN_END, INFINITY);
  board->y += heat->type.size * 1.8;
}

/* So many rows have room, where what has none is left to the description. */
static guint
count_rows (const Heat *heat)
{
  const ChnBoard *board = heat->board;
  guint n = MIN (heat->rows->n, (guint) MOST_ROWS);
  double room = board->height - board->y - board->base * below;
  return board->is_tight ? MIN (n, (guint) MAX (room / (cell_height * board->base), 1)) : n;
}

static void
draw_shade_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer shade)
{
  const ChnPaint paint = { .fill = CHN_TINT_BLUE, .opacity = find_opacity (board, GPOINTER_TO_UINT (shade)) };
  const ChnBox box = { x - radius, y - radius, x + radius, y + radius };
  chn_draw_rect (board->drawing, &box, &paint);
}

/* The whole numbers of each shade, where numbers do not stand in the cells. */
static void
put_shades (const Heat *heat)
{
  ChnSign signs[CHN_N_SHADES];
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;
  double first = 1;
  for (guint i = 0; i < CHN_N_SHADES && first <= heat->most; i++) {
    double last = first;
    if (find_shade (heat, first) != i + 1)
      continue;
    while (last + 1 <= heat->most && find_shade (heat, last + 1) == i + 1)
      last += 1;
    char *label = first == last ? g_strdup_printf ("%.0f", first) : g_strdup_printf ("%.0f–%.0f", first, last);
    g_ptr_array_add (labels, label);
    signs[n++] = (ChnSign){ draw_shade_sign, GUINT_TO_POINTER (i), label };
    first = last + 1;
  }
  heat->board->y += heat->board->base * 0.4;
  chn_signs_put (heat->board, signs, n);
}

static void
draw_edge_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer unused)
{
  (void) unused;
  const ChnBox box = { x - radius, y - radius, x + radius, y + radius };
  chn_draw_rect (board->drawing, &box, &(ChnPaint){ .fill = CHN_TINT_BLUE, .opacity = find_opacity (board, 1) });
  put_edge (board, &box);
}

static void
put_edge_legend (const Heat *heat)
{
  static const ChnSign edge = { draw_edge_sign, NULL, "some of them only possibly, or not known whether" };
  for (guint i = 0; i < heat->chart->n_cells; i++) {
    if (!has_edge (heat, &heat->chart->cell[i]))
      continue;
    heat->board->y += heat->board->base * 0.4;
    chn_signs_put (heat->board, &edge, 1);
    return;
  }
}

/* What has no room, and what marks mean. */
static void
put_remarks (const Heat *heat)
{
  ChnBoard *board = heat->board;
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean possibly = FALSE, unknown = FALSE;
  for (guint i = 0; i < heat->chart->n_cells; i++) {
    possibly = possibly || heat->chart->cell[i].n_possibly > 0;
    unknown = unknown || heat->chart->cell[i].n_unknown > 0;
  }
  if (heat->measure == CHN_HEAT_EVENTS && heat->is_marked && possibly)
    g_string_append (out, "(n): n of them only possibly. ");
  if (heat->measure == CHN_HEAT_EVENTS && heat->is_marked && unknown)
    g_string_append (out, "+n: n more of which it is not known. ");
  if (heat->n_rows < heat->rows->n)
    g_string_append_printf (out, "%u more rows for which there is no room here.", heat->rows->n - heat->n_rows);
  if (out->len == 0)
    return;
  g_autoptr (GArray) lines = chn_board_break (board, out->str, &heat->type, board->right - board->left, 3);
  board->y += board->base * 0.4;
  board->y = chn_board_put_lines (board, lines, board->left, board->y, &heat->type, CHN_TINT_SOFT, 1.35);
}

static void
lay_out (Heat *heat)
{
  ChnBoard *board = heat->board;
  heat->names = find_names (heat);
  double left = board->left + heat->names + gap * board->base, right = board->right - find_totals (heat);
  heat->steps = chn_chart_steps_find (board, heat->columns, left, right, widest_cell * board->base, &heat->type);
  heat->is_marked = do_fit (heat, TRUE);
  heat->is_numbered = heat->is_marked || do_fit (heat, FALSE);
}

static void
put_heat (Heat *heat)
{
  ChnBoard *board = heat->board;
  double right = board->right;
  lay_out (heat);
  board->right = MIN (right, heat->steps.right + find_totals (heat));
  put_column_names (heat);
  heat->n_rows = count_rows (heat);
  put_total_name (heat, board->y - heat->type.size * 0.5);
  chn_chart_steps_put_breaks (board, &heat->steps, board->y + board->base * 0.5);
  for (guint i = 0; i < heat->n_rows; i++) {
    put_row (heat, i, board->y);
    board->y += cell_height * board->base;
  }
  put_column_totals (heat);
  board->right = right;
  if (!heat->is_numbered)
    put_shades (heat);
  put_edge_legend (heat);
  put_remarks (heat);
}

void
chn_heat_put (ChnBoard *board, const ChnChart *chart, guint measure)
{
  gboolean is_turned = chn_heat_is_turned (chart);
  Heat heat = { .board = board,
                .chart = chart,
                .measure = measure,
                .rows = &chart->key[is_turned ? 1 : 0],
                .columns = &chart->key[is_turned ? 0 : 1],
                .is_turned = is_turned,
                .type = { .size = board->base * 0.92 } };
  fill_cells (&heat);
  put_heat (&heat);
  g_free (heat.cell);
  chn_chart_steps_clear (&heat.steps);
}
