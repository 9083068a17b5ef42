/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Draws a trail: stretches of years, arrows, and stops with their marks and texts over them. */
#include "document/diagram/trail.h"

#include "base/civil.h"
#include "document/diagram/arrows.h"
#include "document/diagram/signs.h"

/* Of a sheet whose width nobody says. */
static const double usual_width = 1000;

static const ChnMark *
find_mark (const ChnTrailStop *stop)
{
  return chn_mark_find (stop->kind ? stop->kind : "");
}

static ChnMarkState
find_state (const ChnTrailStop *stop)
{
  return stop->is_off ? CHN_MARK_CROSSED : stop->is_planned ? CHN_MARK_HOLLOW : CHN_MARK_SOLID;
}

/* The year in which a stop begins. */
static gint64
find_year (const ChnTrailDiagram *trail, guint stop)
{
  gint64 begin = trail->stop[stop].begin;
  return begin == G_MININT64 ? G_MININT64 : chn_civil_from_seconds (begin).year;
}

/* Every other year has a band; where a stop begins, half the air above it belongs to the year before. */
static void
put_years (const ChnTrailPlan *plan)
{
  const ChnTrailDiagram *trail = plan->trail;
  ChnBox band = { plan->board->left - plan->board->base * 0.4, 0, plan->board->right + plan->board->base * 0.4, 0 };
  gboolean is_banded = FALSE;
  for (guint i = 0, next = 0; i < trail->n_stops; i = next) {
    for (next = i + 1; next < trail->n_stops && find_year (trail, next) == find_year (trail, i);)
      next++;
    double above = i > 0 ? plan->place[i].air / 2 : plan->board->base * 0.4;
    double below = next < trail->n_stops ? plan->place[next].air / 2 : plan->board->base * 0.4;
    band.top = plan->place[i].top - above;
    band.bottom = plan->place[next - 1].bottom + below;
    if (is_banded)
      chn_draw_rect (plan->board->drawing, &band, &(ChnPaint){ .fill = CHN_TINT_BAND });
    is_banded = !is_banded;
  }
}

/* One mark behind another; what is only a dot is larger for it. */
static void
draw_stack (const ChnBoard *board, const ChnMark *mark, double x, double y, double radius)
{
  guint n = 0;
  gboolean is_dot = mark == &chn_mark_get_all (&n)[n - 1];
  double step = radius * 0.32, size = radius * (is_dot ? 1.05 : 0.82);
  chn_mark_draw (board->drawing, mark, x + step, y - step, size, CHN_MARK_HOLLOW);
  chn_mark_draw (board->drawing, mark, x - step, y + step, size, CHN_MARK_SOLID);
}

static void
put_mark (const ChnTrailPlan *plan, guint stop)
{
  const ChnTrailStop *what = &plan->trail->stop[stop];
  double x = plan->mark_x, y = plan->place[stop].mark_y, radius = plan->radius;
  if (what->is_asked)
    chn_draw_circle (plan->board->drawing, x, y, radius * 1.75,
                     &(ChnPaint){ CHN_TINT_PAPER, CHN_TINT_INK, radius * 0.3, 0, FALSE });
  if (what->n_folded > 1)
    draw_stack (plan->board, find_mark (what), x, y, radius);
  else
    chn_mark_draw (plan->board->drawing, find_mark (what), x, y, radius, find_state (what));
}

static void
put_stop (const ChnTrailPlan *plan, guint stop)
{
  const ChnTrailStop *what = &plan->trail->stop[stop];
  const ChnTrailPlace *place = &plan->place[stop];
  const ChnBoard *board = plan->board;
  double y = place->bottom - place->more->len * plan->port_type.size * CHN_TRAIL_LEADING;
  g_autofree char *title = g_strdup_printf ("%s: %s", what->day, what->title);
  chn_draw_open (board->drawing, what->id, what->target, chn_typing_guard (board->typing, title));
  put_mark (plan, stop);
  chn_board_put_lines (board, place->day, board->left, place->top, &plan->day_type,
                       what->is_asked ? CHN_TINT_INK : CHN_TINT_SOFT, CHN_TRAIL_LEADING);
  chn_board_put_lines (board, place->title, plan->text_x, place->top, chn_trail_plan_get_type (plan, stop),
                       CHN_TINT_INK, CHN_TRAIL_LEADING);
  for (guint i = place->first_port; i < place->first_port + place->n_ports; i++)
    chn_board_put_lines (board, plan->port[i].lines, plan->text_x, plan->port[i].top, &plan->port_type, CHN_TINT_SOFT,
                         CHN_TRAIL_LEADING);
  chn_board_put_lines (board, place->more, plan->text_x, y, &plan->port_type, CHN_TINT_SOFT, CHN_TRAIL_LEADING);
  chn_draw_close (board->drawing);
}

static void
draw_mark_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer mark)
{
  chn_mark_draw (board->drawing, mark, x, y, radius, CHN_MARK_SOLID);
}

static void
draw_asked_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer unused)
{
  (void) unused;
  chn_draw_circle (board->drawing, x, y, radius * 1.1,
                   &(ChnPaint){ CHN_TINT_PAPER, CHN_TINT_INK, radius * 0.3, 0, FALSE });
}

static void
draw_stack_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer mark)
{
  draw_stack (board, mark, x, y, radius * 0.9);
}

static void
draw_state_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer state)
{
  guint n = 0;
  const ChnMark *marks = chn_mark_get_all (&n);
  const ChnMark grey = { "", marks->draw, CHN_TINT_GREY };
  chn_mark_draw (board->drawing, &grey, x, y, radius, (ChnMarkState) GPOINTER_TO_INT (state));
}

static void
draw_line_sign (const ChnBoard *board, double x, double y, double radius, gconstpointer is_dashed)
{
  const ChnPaint line = { .stroke = CHN_TINT_GREY, .width = 1.4, .is_dashed = is_dashed != NULL };
  chn_draw_line (board->drawing, x - radius * 1.1, y, x + radius * 0.4, y, &line);
  chn_draw_arrow_head (board->drawing, x - radius, y, x + radius * 1.1, y, radius, CHN_TINT_GREY);
}

static void
add_sign (GArray *signs, gboolean occurs, ChnSignFunc draw, gconstpointer what, const char *label)
{
  const ChnSign sign = { draw, what, label };
  if (occurs)
    g_array_append_val (signs, sign);
}

static gboolean
has_mark (const ChnTrailDiagram *trail, const ChnMark *mark)
{
  for (guint i = 0; i < trail->n_stops; i++)
    if (find_mark (&trail->stop[i]) == mark)
      return TRUE;
  return FALSE;
}

/* What occurs of stops and of arrows. */
typedef struct {
  gboolean asked, folded, planned, off, binding, citation;
} Occurring;

static Occurring
find_occurring (const ChnTrailDiagram *trail)
{
  Occurring found = { 0 };
  for (guint i = 0; i < trail->n_stops; i++) {
    found.asked = found.asked || trail->stop[i].is_asked;
    found.folded = found.folded || trail->stop[i].n_folded > 1;
    found.planned = found.planned || trail->stop[i].is_planned;
    found.off = found.off || trail->stop[i].is_off;
  }
  for (guint i = 0; i < trail->n_arrows; i++) {
    found.citation = found.citation || trail->arrow[i].is_citation;
    found.binding = found.binding || !trail->arrow[i].is_citation;
  }
  return found;
}

static void
put_legend (ChnBoard *board, const ChnTrailDiagram *trail)
{
  guint n = 0;
  const ChnMark *marks = chn_mark_get_all (&n);
  const Occurring found = find_occurring (trail);
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (ChnSign));
  for (guint i = 0; i < n; i++)
    add_sign (signs, has_mark (trail, &marks[i]), draw_mark_sign, &marks[i], marks[i].label);
  add_sign (signs, found.asked, draw_asked_sign, NULL, "whose trail it is");
  add_sign (signs, found.folded, draw_stack_sign, &marks[n - 1], "several events");
  add_sign (signs, found.planned, draw_state_sign, GINT_TO_POINTER (CHN_MARK_HOLLOW), "planned");
  add_sign (signs, found.off, draw_state_sign, GINT_TO_POINTER (CHN_MARK_CROSSED), "did not take place");
  add_sign (signs, found.binding, draw_line_sign, NULL, "led to");
  add_sign (signs, found.citation, draw_line_sign, board, "was cited by");
  board->y += board->base * 0.3;
  chn_signs_put (board, (const ChnSign *) (gconstpointer) signs->data, signs->len);
}

static void
put_trail (ChnBoard *board, gconstpointer content)
{
  const ChnTrailDiagram *trail = content;
  g_autoptr (ChnTrailPlan) plan = chn_trail_plan_new (board, trail);
  put_years (plan);
  chn_trail_put_arrows (plan);
  for (guint i = 0; i < trail->n_stops; i++)
    put_stop (plan, i);
  put_legend (board, trail);
}

ChnScene *
chn_trail_scene_new (const ChnTrailDiagram *trail, const ChnPictureOptions *options, const ChnPicturePlugin *plugin,
                     double *scale)
{
  const ChnBoardContent content = { &trail->head, put_trail, trail, usual_width };
  return chn_board_draw (&content, options, plugin, scale);
}
