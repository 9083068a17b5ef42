/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Arrows of a trail: from a mark to its rail, down, and to the ports at which they end. */
#include "document/diagram/arrows.h"

static const double usual_width = 1.1, asked_width = 2;

static ChnTint
find_tint (const ChnTrailPlan *plan, guint stop)
{
  const char *kind = plan->trail->stop[stop].kind;
  return chn_mark_find (kind ? kind : "")->tint;
}

/* What leads to what was asked, or from there, weighs more. */
static double
find_width (const ChnTrailPlan *plan, guint from, guint to)
{
  gboolean is_asked = plan->trail->stop[from].is_asked || plan->trail->stop[to].is_asked;
  return (is_asked ? asked_width : usual_width) * plan->board->base / 12;
}

static gboolean
comes_from (const ChnTrailArrow *arrow, guint stop)
{
  for (guint i = 0; i < arrow->n_from; i++)
    if (arrow->from[i] == stop)
      return TRUE;
  return FALSE;
}

static gboolean
has_rail (const ChnTrailPlan *plan, guint stop)
{
  return plan->rail[stop].slot != CHN_NO_RAIL;
}

/* The y of the last port at which an arrow of its rail ends. */
static double
find_end (const ChnTrailPlan *plan, guint stop)
{
  return plan->port[plan->rail[stop].last_arrow].y;
}

static void
put_rail (const ChnTrailPlan *plan, guint stop)
{
  ChnDrawing *drawing = plan->board->drawing;
  double x = chn_trail_plan_find_x (plan, stop), y = plan->place[stop].mark_y, corner = plan->corner;
  const ChnPaint paint = { .stroke = find_tint (plan, stop),
                           .width = find_width (plan, stop, stop),
                           .is_dashed = plan->rail[stop].is_cited };
  chn_draw_move_to (drawing, plan->mark_x, y);
  chn_draw_line_to (drawing, x + corner, y);
  chn_draw_curve_to (drawing, x + corner / 2, y, x, y + corner / 2, x, y + corner);
  chn_draw_line_to (drawing, x, find_end (plan, stop) - corner);
  chn_draw_path (drawing, &paint);
}

/* Whether the rail of a stop runs downwards at y. */
static gboolean
runs_at (const ChnTrailPlan *plan, guint stop, double y)
{
  return has_rail (plan, stop) && plan->place[stop].mark_y < y && find_end (plan, stop) > y + plan->corner;
}

/* Gaps in the rails that a line from x to the marks crosses at y, but for those of an arrow that it is. */
static void
put_gaps (const ChnTrailPlan *plan, double x, double y, const ChnTrailArrow *arrow, guint below)
{
  double half = plan->board->base * 0.22;
  const ChnPaint gap = { .fill = CHN_TINT_PAPER };
  for (guint i = 0; i < below; i++) {
    double at = chn_trail_plan_find_x (plan, i);
    if (!runs_at (plan, i, y) || at <= x || (arrow && comes_from (arrow, i)))
      continue;
    const ChnBox box = { at - half, y - half, at + half, y + half };
    chn_draw_rect (plan->board->drawing, &box, &gap);
  }
}

/* From the rail of a stop to a port. */
static void
put_branch (const ChnTrailPlan *plan, guint arrow, guint from, double end)
{
  const ChnTrailArrow *what = &plan->trail->arrow[arrow];
  ChnDrawing *drawing = plan->board->drawing;
  double x = chn_trail_plan_find_x (plan, from), y = plan->port[arrow].y, corner = plan->corner;
  const ChnPaint paint = { .stroke = find_tint (plan, from),
                           .width = find_width (plan, from, what->to),
                           .is_dashed = what->is_citation };
  chn_draw_move_to (drawing, x, y - corner);
  chn_draw_curve_to (drawing, x, y - corner / 2, x + corner / 2, y, x + corner, y);
  chn_draw_line_to (drawing, MAX (end, x + corner), y);
  chn_draw_path (drawing, &paint);
}

/* The rail at which a line from the left gives way to that of another stop. */
static guint
find_nearest (const ChnTrailPlan *plan, const ChnTrailArrow *arrow)
{
  guint nearest = arrow->from[0];
  for (guint i = 1; i < arrow->n_from; i++)
    if (chn_trail_plan_find_x (plan, arrow->from[i]) > chn_trail_plan_find_x (plan, nearest))
      nearest = arrow->from[i];
  return nearest;
}

static double
find_leftmost (const ChnTrailPlan *plan, const ChnTrailArrow *arrow)
{
  double x = plan->mark_x;
  for (guint i = 0; i < arrow->n_from; i++)
    x = MIN (x, chn_trail_plan_find_x (plan, arrow->from[i]));
  return x;
}

static void
put_arrow (const ChnTrailPlan *plan, guint index)
{
  const ChnTrailArrow *arrow = &plan->trail->arrow[index];
  double y = plan->port[index].y, head = plan->board->base * 0.5, tip = plan->text_x - plan->board->base * 0.3;
  if (arrow->n_from == 0)
    return;
  guint nearest = find_nearest (plan, arrow);
  double join = chn_trail_plan_find_x (plan, nearest) + plan->corner;
  put_gaps (plan, find_leftmost (plan, arrow), y, arrow, arrow->to);
  for (guint i = 0; i < arrow->n_from; i++)
    put_branch (plan, index, arrow->from[i], arrow->from[i] == nearest ? tip - head * 0.6 : join);
  chn_draw_arrow_head (plan->board->drawing, join, y, tip, y, head, find_tint (plan, nearest));
}

void
chn_trail_put_arrows (const ChnTrailPlan *plan)
{
  chn_draw_open (plan->board->drawing, NULL, NULL, NULL);
  for (guint i = 0; i < plan->trail->n_stops; i++)
    if (has_rail (plan, i)) {
      put_gaps (plan, chn_trail_plan_find_x (plan, i), plan->place[i].mark_y, NULL, i);
      put_rail (plan, i);
    }
  for (guint i = 0; i < plan->trail->n_arrows; i++)
    put_arrow (plan, i);
  chn_draw_close (plan->board->drawing);
}
