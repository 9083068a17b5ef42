/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* A stretch of a calendar that divides time: so many hours, days, months or years. */
typedef enum {
  CHN_UNIT_HOUR,
  CHN_UNIT_DAY,
  CHN_UNIT_WEEK,
  CHN_UNIT_HALF_MONTH,
  CHN_UNIT_MONTH,
  CHN_UNIT_YEAR
} ChnTimeUnit;

typedef struct {
  ChnTimeUnit unit;
  gint64 count;
} ChnTimeStep;

/* Where time lies between two edges. Times are civil seconds since 1970-01-01T00:00:00. */
typedef struct {
  double from, to;
  double left, right;
  ChnTimeUnit finest; /* that is worth telling */
  GArray *knots;      /* ChnKnot, of an even axis; NULL: it is linear */
} ChnAxis;

typedef struct {
  double time, x;
} ChnKnot;

/* The place of a time, which is an edge where it lies outside. */
double chn_axis_place (const ChnAxis *axis, double time);

/* Widens what holds little: times, each with its weight, in their order. The axis takes whole steps. */
void chn_axis_even_out (ChnAxis *axis, const double *time, const double *weight, guint n);

/* Whether most of the weight lies on little of a linear axis. */
gboolean chn_axis_is_crowded (const ChnAxis *axis, const double *time, const double *weight, guint n);

void chn_axis_clear (ChnAxis *axis);

/* The start of a step that a time lies in, and of the next. */
gint64 chn_time_step_floor (const ChnTimeStep *step, gint64 time);
gint64 chn_time_step_next (const ChnTimeStep *step, gint64 start);

/* About how many seconds a step has. */
double chn_time_step_length (const ChnTimeStep *step);

/* The steps from fine to coarse: hours, days, Mondays, the 1st and the 15th, months, years by ones, twos, fives. */
gboolean chn_time_step_get (guint index, ChnTimeStep *step);
