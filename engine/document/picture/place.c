/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Finds a row and a label for as many events as there is room for. The most important go first, and of one
 * importance those that divide time most evenly, so that no year takes all names. What finds no place is a tick.
 */
#include "document/picture/plot.h"

#include "document/picture/rows.h"
#include "document/picture/texts.h"

/* Between a mark and its label, and between one thing and the next: a label must not look like its neighbour's. */
static const double label_gap = 4, air = 13;

/* What the dot of a dispute takes more. */
static const double dispute_gap = 2.5;

/* Within a bar, beside its label. */
static const double bar_air = 5;

typedef struct {
  ChnPlot *plot;
  GPtrArray **rows; /* of each lane: ChnPlotRow */
  double height;    /* that lanes may have */
  double left, right;
} Placer;

/* Where an event and its label would stand. */
typedef struct {
  ChnSide side;
  double left, right; /* of both */
  double label_x;
} Spot;

double
chn_plot_find_lane_height (const ChnPlot *plot, const ChnPlotLane *lane, guint n_rows)
{
  const ChnPlotMeasure *measure = &plot->measure;
  double title = lane->lines->len * measure->base * 1.25 + measure->base * 0.2;
  return MAX (n_rows * measure->row + measure->tick_strip, title) + 2 * measure->lane_air;
}

static gboolean
may_open (const Placer *placer, guint lane)
{
  double height = 0;
  for (guint i = 0; i < placer->plot->lanes->len; i++)
    height += chn_plot_find_lane_height (placer->plot, &g_array_index (placer->plot->lanes, ChnPlotLane, i),
                                         placer->rows[i]->len + (i == lane ? 1 : 0));
  return height <= placer->height;
}

/* Where a label of that width may stand, the best first; gives how many places there are. */
static guint
list_spots (const Placer *placer, const ChnPlotEvent *event, double width, Spot *spots)
{
  guint n = 0;
  double gap = event->entry->is_disputed ? label_gap + dispute_gap : label_gap;
  double inside = event->mark_x + chn_plot_find_radius (placer->plot, event) + gap;
  if (event->is_bar && event->state != CHN_MARK_CROSSED && inside + width + bar_air <= event->right)
    spots[n++] = (Spot){ CHN_SIDE_INSIDE, event->left, event->right, inside };
  Spot right = { CHN_SIDE_RIGHT, event->left, event->right + gap + width, event->right + gap };
  Spot left = { CHN_SIDE_LEFT, event->left - label_gap - width, event->right, event->left - label_gap - width };
  if (right.right <= placer->right)
    spots[n++] = right;
  if (left.left >= placer->left)
    spots[n++] = left;
  return n;
}

static void
take (Placer *placer, ChnPlotEvent *event, guint row, const Spot *spot, const ChnTyped *text)
{
  ChnPlotRow *taken = placer->rows[event->lane]->pdata[row];
  chn_plot_row_take (taken, spot->left - air / 2, spot->right + air / 2);
  event->side = spot->side;
  event->row = row;
  event->label = *text;
  event->label_x = spot->label_x;
  event->type = chn_plot_find_type (placer->plot, event);
  placer->plot->n_named++;
}

/* The row in which the least room is wasted. */
static gboolean
fit_spot (Placer *placer, ChnPlotEvent *event, const Spot *spot, const ChnTyped *text)
{
  const GPtrArray *rows = placer->rows[event->lane];
  double least = G_MAXDOUBLE;
  guint best = 0;
  for (guint i = 0; i < rows->len; i++) {
    double waste = chn_plot_row_try (rows->pdata[i], spot->left - air / 2, spot->right + air / 2);
    if (waste >= 0 && waste < least) {
      least = waste;
      best = i;
    }
  }
  if (least == G_MAXDOUBLE)
    return FALSE;
  take (placer, event, best, spot, text);
  return TRUE;
}

static gboolean
fit (Placer *placer, ChnPlotEvent *event, const ChnPlotTexts *texts, guint n)
{
  Spot spots[3];
  for (guint i = 0; i < n; i++) {
    guint n_spots = list_spots (placer, event, texts->text[i].width, spots);
    for (guint k = 0; k < n_spots; k++)
      if (fit_spot (placer, event, &spots[k], &texts->text[i]))
        return TRUE;
  }
  return FALSE;
}

/* In a row of its own, with the longest text that stands within the picture. */
static gboolean
open_row (Placer *placer, ChnPlotEvent *event, const ChnPlotTexts *texts)
{
  Spot spots[3];
  for (guint i = 0; i < texts->n; i++) {
    if (list_spots (placer, event, texts->text[i].width, spots) == 0)
      continue;
    if (!may_open (placer, event->lane))
      return FALSE;
    g_ptr_array_add (placer->rows[event->lane], chn_plot_row_new ());
    take (placer, event, placer->rows[event->lane]->len - 1, &spots[0], &texts->text[i]);
    return TRUE;
  }
  return FALSE;
}

/*
 * First one event of each lane, so that none is without a name; then whole texts, in rows that there are; then all
 * texts, and rows for everyone.
 */
typedef struct {
  gboolean first_only;
  gboolean whole_only;
  guint may_open; /* from this importance on */
} Round;

static void
place_event (Placer *placer, ChnPlotEvent *event, const Round *round)
{
  if (round->first_only && placer->rows[event->lane]->len > 0)
    return;
  ChnPlotTexts texts = chn_plot_find_texts (placer->plot, event);
  if (fit (placer, event, &texts, round->whole_only ? texts.n_whole : texts.n) || event->importance < round->may_open)
    return;
  open_row (placer, event, &texts);
}

static guint32
reverse_bits (guint32 number)
{
  guint32 reversed = 0;
  for (guint i = 0; i < 32; i++)
    reversed |= ((number >> i) & 1) << (31 - i);
  return reversed;
}

typedef struct {
  guint importance;
  guint32 turn; /* of those that are as important: a van der Corput sequence over time */
  guint event;
} Turn;

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  const Turn *one = a, *other = b;
  if (one->importance != other->importance)
    return one->importance > other->importance ? -1 : 1;
  return one->turn < other->turn ? -1 : one->turn > other->turn;
}

static GArray *
list_turns (const ChnPlot *plot)
{
  GArray *turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), plot->events->len);
  guint n[6] = { 0 };
  for (guint i = 0; i < plot->events->len; i++) {
    guint importance = g_array_index (plot->events, ChnPlotEvent, i).importance;
    Turn turn = { importance, reverse_bits (n[importance]++), i };
    g_array_append_val (turns, turn);
  }
  g_array_sort (turns, compare_turns);
  return turns;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *rows = data;
  double one = chn_plot_row_get_start (rows->pdata[*(const guint *) a]);
  double other = chn_plot_row_get_start (rows->pdata[*(const guint *) b]);
  return one < other ? -1 : one > other;
}

/* Rows stand in the order of their first events; gives the new place of each. */
static guint *
sort_rows (GPtrArray *rows)
{
  g_autofree guint *order = g_new (guint, MAX (rows->len, 1));
  guint *place = g_new (guint, MAX (rows->len, 1));
  for (guint i = 0; i < rows->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) rows->len, sizeof *order, compare_rows, rows);
  for (guint i = 0; i < rows->len; i++)
    place[order[i]] = i;
  return place;
}

static void
finish_lane (Placer *placer, guint number)
{
  ChnPlotLane *lane = &g_array_index (placer->plot->lanes, ChnPlotLane, number);
  g_autofree guint *place = sort_rows (placer->rows[number]);
  lane->n_rows = placer->rows[number]->len;
  lane->n_ticks = 0;
  for (guint i = 0; i < placer->plot->events->len; i++) {
    ChnPlotEvent *event = &g_array_index (placer->plot->events, ChnPlotEvent, i);
    if (event->lane != number)
      continue;
    if (event->side == CHN_SIDE_NONE)
      lane->n_ticks++;
    else
      event->row = place[event->row];
  }
}

static void
run_rounds (Placer *placer, gboolean is_generous)
{
  static const Round thrifty[] = { { TRUE, FALSE, 0 }, { FALSE, TRUE, 3 }, { FALSE, FALSE, 0 } };
  static const Round generous[] = { { FALSE, TRUE, 0 } };
  const Round *rounds = is_generous ? generous : thrifty;
  guint n = is_generous ? G_N_ELEMENTS (generous) : G_N_ELEMENTS (thrifty);
  g_autoptr (GArray) turns = list_turns (placer->plot);
  for (guint round = 0; round < n; round++)
    for (guint i = 0; i < turns->len; i++) {
      guint event = g_array_index (turns, Turn, i).event;
      ChnPlotEvent *placed = &g_array_index (placer->plot->events, ChnPlotEvent, event);
      if (placed->side == CHN_SIDE_NONE)
        place_event (placer, placed, &rounds[round]);
    }
}

/* Where there are far more events than rows have room for, more of them are named by shorter labels. */
static double
find_widest (const ChnPlot *plot, double height)
{
  static const double usual = 26, narrow = 17, crowd = 3; /* widths in heights of the text */
  double room = height / plot->measure.row * (plot->axis.right - plot->axis.left) / (usual * plot->measure.base);
  return plot->events->len > room * crowd ? narrow * plot->measure.base : G_MAXDOUBLE;
}

void
chn_plot_place (ChnPlot *plot, double height, double right, gboolean is_generous)
{
  Placer placer = { plot, g_new (GPtrArray *, MAX (plot->lanes->len, 1)), height, plot->axis.left, right };
  for (guint i = 0; i < plot->lanes->len; i++)
    placer.rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) chn_plot_row_free);
  plot->n_named = 0;
  plot->widest = find_widest (plot, height);
  run_rounds (&placer, is_generous);
  for (guint i = 0; i < plot->lanes->len; i++) {
    finish_lane (&placer, i);
    g_ptr_array_unref (placer.rows[i]);
  }
  g_free (placer.rows);
}
