/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The parts of bars: what they mean, how long they are and how they look. */
#include "document/diagram/segment.h"

#include <math.h>
#include <string.h>

#include "document/diagram/shade.h"
#include "document/diagram/signs.h"

/* What is only possible is lighter and has an edge, what is not known has but an edge, of dashes. */
typedef struct {
  const char *label;
  const char *ballot;
  ChnTint tint;
  double opacity; /* 0: not filled */
  gboolean is_edged, is_dashed;
} Look;

static const Look looks[CHN_N_SEGMENTS] = {
  [CHN_SEGMENT_CERTAIN] = { "certainly", NULL, CHN_TINT_BLUE, 1, FALSE, FALSE },
  [CHN_SEGMENT_POSSIBLE] = { "possibly", NULL, CHN_TINT_BLUE, 0.25, TRUE, FALSE },
  [CHN_SEGMENT_UNKNOWN] = { "not known whether", NULL, CHN_TINT_BLUE, 0, TRUE, TRUE },
  [CHN_SEGMENT_YES] = { "yes", "yes", CHN_TINT_BLUE, 1, FALSE, FALSE },
  [CHN_SEGMENT_ABSTAIN] = { "abstain", "abstain", CHN_TINT_GREY, 0.3, FALSE, FALSE },
  [CHN_SEGMENT_NOT_VOTING] = { "not voting", "not-voting", CHN_TINT_GREY, 0, TRUE, TRUE },
  [CHN_SEGMENT_NO] = { "no", "no", CHN_TINT_VERMILION, 1, FALSE, FALSE },
};

static void
add_ballots (ChnSegments *segments, const char *ballot, double amount)
{
  for (guint i = 0; i < CHN_N_SEGMENTS; i++)
    if (looks[i].ballot && strcmp (looks[i].ballot, ballot) == 0)
      segments->length[i] = amount;
}

ChnSegments
chn_segments_find (const ChnChart *chart, const ChnChartCell *cell, ChnPanel panel)
{
  ChnSegments segments = { 0 };
  if (panel == CHN_PANEL_EVENTS) {
    segments.length[CHN_SEGMENT_CERTAIN] = (double) cell->n - MIN (cell->n_possibly, cell->n);
    segments.length[CHN_SEGMENT_POSSIBLE] = MIN (cell->n_possibly, cell->n);
    segments.length[CHN_SEGMENT_UNKNOWN] = cell->n_unknown;
  }
  for (guint i = 0; panel != CHN_PANEL_EVENTS && i < chart->n_measures; i++)
    if (chart->measure[i].is_average == (panel == CHN_PANEL_AVERAGES) && !isnan (cell->amount[i]))
      add_ballots (&segments, chart->measure[i].ballot, cell->amount[i]);
  for (guint i = 0; i < CHN_N_SEGMENTS; i++)
    segments.sum += segments.length[i];
  return segments;
}

double
chn_segments_find_most (const ChnChart *chart, ChnPanel panel)
{
  double most = 0;
  for (guint i = 0; i < chart->n_cells; i++) {
    ChnSegments segments = chn_segments_find (chart, &chart->cell[i], panel);
    most = MAX (most, segments.sum);
  }
  return most;
}

static ChnTint
find_tint (ChnSegmentKind kind, gboolean is_apart)
{
  return is_apart && !looks[kind].ballot ? CHN_TINT_GREY : looks[kind].tint;
}

void
chn_segment_draw (const ChnBoard *board, ChnSegmentKind kind, const ChnBox *box, gboolean is_apart)
{
  const Look *look = &looks[kind];
  ChnTint tint = find_tint (kind, is_apart);
  double least = MIN (box->right - box->left, box->bottom - box->top);
  double width = look->is_edged ? MIN (board->base * 0.1, least / 4) : 0;
  const ChnBox inner = { box->left + width / 2, box->top + width / 2, box->right - width / 2,
                         box->bottom - width / 2 };
  const ChnPaint paint = { .fill = look->opacity > 0 ? tint : CHN_TINT_NONE,
                           .stroke = look->is_edged ? tint : CHN_TINT_NONE,
                           .width = width,
                           .opacity = look->opacity,
                           .is_dashed = look->is_dashed };
  if (box->right <= box->left || box->bottom <= box->top)
    return;
  if (look->opacity < 1) /* lines of a grid do not shine through */
    chn_draw_rect (board->drawing, &inner, &(ChnPaint){ .fill = CHN_TINT_PAPER });
  chn_draw_rect (board->drawing, &inner, &paint);
}

ChnTint
chn_segment_find_ink (const ChnBoard *board, ChnSegmentKind kind, gboolean is_apart)
{
  return chn_shade_find_ink (board->theme, find_tint (kind, is_apart), looks[kind].opacity);
}

static void
draw_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer look)
{
  const ChnBox box = { x - radius, y - radius, x + radius, y + radius };
  chn_segment_draw (board, (ChnSegmentKind) ((const Look *) look - looks), &box, FALSE);
}

static void
find_occurring (const ChnChart *chart, gboolean occurs[CHN_N_SEGMENTS])
{
  for (guint i = 0; i < chart->n_cells; i++)
    for (guint panel = chart->n_measures > 0 ? CHN_PANEL_SUMS : CHN_PANEL_EVENTS;
         panel <= (chart->n_measures > 0 ? CHN_PANEL_AVERAGES : CHN_PANEL_EVENTS); panel++) {
      ChnSegments segments = chn_segments_find (chart, &chart->cell[i], (ChnPanel) panel);
      for (guint kind = 0; kind < CHN_N_SEGMENTS; kind++)
        occurs[kind] = occurs[kind] || segments.length[kind] > 0;
    }
}

void
chn_segments_put_legend (ChnBoard *board, const ChnChart *chart)
{
  gboolean occurs[CHN_N_SEGMENTS] = { FALSE };
  ChnSign signs[CHN_N_SEGMENTS];
  guint n = 0;
  find_occurring (chart, occurs);
  gboolean is_plain = !occurs[CHN_SEGMENT_POSSIBLE] && !occurs[CHN_SEGMENT_UNKNOWN] && chart->n_measures == 0;
  for (guint i = 0; i < CHN_N_SEGMENTS && !is_plain; i++)
    if (occurs[i])
      signs[n++] = (ChnSign){ draw_sign, &looks[i], looks[i].label };
  board->y += n > 0 ? board->base * 0.4 : 0;
  chn_signs_put (board, signs, n);
}

char *
chn_segment_dup_number (double number, ChnPanel panel)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup (g_ascii_formatd (digits, sizeof digits, panel == CHN_PANEL_AVERAGES ? "%.1f" : "%.0f", number));
}
