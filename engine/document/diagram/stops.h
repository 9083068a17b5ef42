/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/board.h"
#include "document/diagram/rails.h"

/* A trail that is being laid out: a column of days, the rails of its arrows, marks, and what is said of the stops. */

/* What is said below the title of a stop, where an arrow ends. */
typedef struct {
  GArray *lines; /* ChnTyped */
  double top, y; /* of the lines; where the arrow ends */
} ChnTrailPort;

typedef struct {
  GArray *day, *title, *more; /* ChnTyped */
  double air;                 /* above it */
  double top, bottom;
  double mark_y;
  guint first_port, n_ports;
} ChnTrailPlace;

typedef struct {
  ChnBoard *board;
  const ChnTrailDiagram *trail;
  ChnTrailPlace *place; /* of each stop */
  ChnTrailPort *port;   /* of each arrow */
  ChnRail *rail;        /* of each stop */
  guint n_slots;
  ChnType day_type, title_type, asked_type, port_type;
  double radius; /* of a mark */
  double rail_gap, corner;
  double day_width, first_rail, mark_x, text_x;
} ChnTrailPlan;

/* Finds where everything is, from board->y on, and moves that below it. */
ChnTrailPlan *chn_trail_plan_new (ChnBoard *board, const ChnTrailDiagram *trail);
void chn_trail_plan_free (ChnTrailPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnTrailPlan, chn_trail_plan_free)

/* Of the text of a stop's title. */
const ChnType *chn_trail_plan_get_type (const ChnTrailPlan *plan, guint stop);

/* The place of a rail. */
double chn_trail_plan_find_x (const ChnTrailPlan *plan, guint stop);

/* Between lines of the same text, in heights of it. */
#define CHN_TRAIL_LEADING 1.3
