/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The plan of a trail: how wide its columns are, and where each stop and each of its arrows ends. */
#include "document/diagram/stops.h"

#include <math.h>

/* In heights of most text. */
static const double widest_day = 11, rail_room = 0.95, least_rail_room = 0.28, mark_room = 1.25, most_spare = 1.2;

/* Which share of the width days and rails may take. */
static const double widest_days = 0.2, widest_rails = 0.3;

enum { MOST_DAY_LINES = 4, MOST_TITLE_LINES = 4, MOST_PORT_LINES = 4 };

static void
find_types (ChnTrailPlan *plan)
{
  double base = plan->board->base;
  plan->day_type = (ChnType){ .size = base * 0.95 };
  plan->title_type = (ChnType){ .size = base * 1.05 };
  plan->asked_type = (ChnType){ base * 1.12, TRUE };
  plan->port_type = (ChnType){ .size = base * 0.92 };
  plan->radius = base * 0.46;
}

const ChnType *
chn_trail_plan_get_type (const ChnTrailPlan *plan, guint stop)
{
  return plan->trail->stop[stop].is_asked ? &plan->asked_type : &plan->title_type;
}

static double
find_day_width (const ChnTrailPlan *plan)
{
  double width = 0,
         most = MIN (plan->board->base * widest_day, (plan->board->right - plan->board->left) * widest_days);
  for (guint i = 0; i < plan->trail->n_stops; i++) {
    ChnTyped day = chn_board_type (plan->board, plan->trail->stop[i].day, &plan->day_type);
    width = MAX (width, day.width);
  }
  return MIN (width, most);
}

static void
find_columns (ChnTrailPlan *plan)
{
  const ChnBoard *board = plan->board;
  double most = (board->right - board->left) * widest_rails, slots = MAX (plan->n_slots, 1);
  plan->day_width = find_day_width (plan);
  plan->rail_gap = CLAMP (most / slots, board->base * least_rail_room, board->base * rail_room);
  plan->corner = MIN (board->base * 0.5, plan->rail_gap);
  plan->first_rail = board->left + plan->day_width + board->base;
  double width = MIN (plan->rail_gap * slots, MAX (most, plan->rail_gap));
  plan->mark_x = plan->first_rail + width + plan->radius;
  plan->text_x = plan->mark_x + board->base * mark_room;
}

/* Where there are more slots than room, several rails share one. */
double
chn_trail_plan_find_x (const ChnTrailPlan *plan, guint stop)
{
  double width = plan->mark_x - plan->radius - plan->first_rail;
  guint n = (guint) MAX (floor (width / plan->rail_gap + 0.01), 1);
  return plan->mark_x - plan->radius - plan->rail_gap * (plan->rail[stop].slot % n + 1);
}

static GArray *
break_text (const ChnTrailPlan *plan, const char *text, const ChnType *type, guint most)
{
  return chn_board_break (plan->board, text, type, plan->board->right - plan->text_x, most);
}

/* The more time has passed, the more air there is, though by far not as much more. */
static double
find_air (const ChnTrailPlan *plan, guint stop)
{
  const ChnTrailStop *what = &plan->trail->stop[stop];
  if (stop == 0)
    return 0;
  double days = what->begin == G_MININT64 || what[-1].begin == G_MININT64
                    ? 0
                    : MAX ((double) what->begin - (double) what[-1].begin, 0) / 86400;
  double share = plan->board->spare / MAX (plan->trail->n_stops - 1, 1);
  return plan->board->base * (0.75 + 0.28 * MIN (log1p (days / 20), 5)) + MIN (share, plan->board->base * most_spare);
}

static void
place_ports (ChnTrailPlan *plan, guint stop, guint *arrow, double *y)
{
  ChnTrailPlace *place = &plan->place[stop];
  place->first_port = *arrow;
  for (; *arrow < plan->trail->n_arrows && plan->trail->arrow[*arrow].to == stop; (*arrow)++) {
    ChnTrailPort *port = &plan->port[*arrow];
    port->lines = break_text (plan, plan->trail->arrow[*arrow].label, &plan->port_type, MOST_PORT_LINES);
    port->top = *y;
    port->y = *y + plan->port_type.size * 0.62;
    *y += MAX (port->lines->len, 1) * plan->port_type.size * CHN_TRAIL_LEADING;
    place->n_ports++;
  }
}

static void
place_stop (ChnTrailPlan *plan, guint stop, guint *arrow, double *y)
{
  const ChnTrailStop *what = &plan->trail->stop[stop];
  const ChnType *type = chn_trail_plan_get_type (plan, stop);
  ChnTrailPlace *place = &plan->place[stop];
  place->day = chn_board_break (plan->board, what->day, &plan->day_type, plan->day_width, MOST_DAY_LINES);
  place->title = break_text (plan, what->title, type, MOST_TITLE_LINES);
  place->more = break_text (plan, what->more ? what->more : "", &plan->port_type, 1);
  place->air = find_air (plan, stop);
  *y += place->air;
  place->top = *y;
  place->mark_y = *y + type->size * 0.62;
  double days = place->top + place->day->len * plan->day_type.size * CHN_TRAIL_LEADING;
  *y += MAX (place->title->len, 1) * type->size * CHN_TRAIL_LEADING + plan->board->base * 0.1;
  place_ports (plan, stop, arrow, y);
  *y += place->more->len * plan->port_type.size * CHN_TRAIL_LEADING;
  *y = place->bottom = MAX (*y, days);
}

ChnTrailPlan *
chn_trail_plan_new (ChnBoard *board, const ChnTrailDiagram *trail)
{
  guint arrow = 0;
  ChnTrailPlan *plan = g_new0 (ChnTrailPlan, 1);
  plan->board = board;
  plan->trail = trail;
  plan->place = g_new0 (ChnTrailPlace, trail->n_stops + 1);
  plan->port = g_new0 (ChnTrailPort, trail->n_arrows + 1);
  plan->rail = chn_rails_find (trail, &plan->n_slots);
  find_types (plan);
  find_columns (plan);
  board->y += board->base * 0.5;
  for (guint i = 0; i < trail->n_stops; i++)
    place_stop (plan, i, &arrow, &board->y);
  board->y += board->base * 0.6;
  return plan;
}

void
chn_trail_plan_free (ChnTrailPlan *plan)
{
  if (!plan)
    return;
  for (guint i = 0; i < plan->trail->n_stops; i++) {
    g_array_unref (plan->place[i].day);
    g_array_unref (plan->place[i].title);
    g_array_unref (plan->place[i].more);
  }
  for (guint i = 0; i < plan->trail->n_arrows; i++)
    g_array_unref (plan->port[i].lines);
  g_free (plan->place);
  g_free (plan->port);
  g_free (plan->rail);
  g_free (plan);
}
