/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/document.h"
#include "document/picture/mark.h"
#include "document/picture/options.h"
#include "document/picture/ticks.h"

/* A timeline that is being laid out: events in the rows of lanes, over an axis. */

/* Where the label of an event stands; without one it is a tick below its lane. */
typedef enum { CHN_SIDE_NONE, CHN_SIDE_INSIDE, CHN_SIDE_RIGHT, CHN_SIDE_LEFT } ChnSide;

typedef struct {
  const ChnEntry *entry;
  guint importance; /* 1 to 5 */
  guint lane;
  /* When: from start to end it lasts, or at some moment between them it was. Seconds, as ChnAxis has them. */
  double start, end;
  gboolean lasts;
  gboolean is_vague;               /* approximate or uncertain */
  gboolean is_open, is_never_over; /* it has no start, no end */
  double time;                     /* by which it is placed among the others */
  const ChnMark *mark;
  ChnMarkState state;
  /* What placing makes of it. */
  double left, right; /* of its mark or bar */
  gboolean is_bar;
  double mark_x;    /* the centre of its mark, on its bar where it has one */
  gboolean is_cut;  /* the bar begins before the axis does … */
  gboolean runs_on; /* … or ends behind it */
  ChnSide side;
  guint row; /* of its lane */
  ChnType type;
  ChnTyped label;
  double label_x;
} ChnPlotEvent;

typedef struct {
  const char *title;
  GArray *lines; /* ChnTyped: the title as it is shown */
  guint n_events;
  guint n_ticks;
  guint n_rows;
  double top, bottom; /* of the lane */
  double first_row;   /* the top of its rows */
} ChnPlotLane;

/* What all lengths follow from. */
typedef struct {
  double base;       /* height of most text */
  double row;        /* height of a row */
  double margin;     /* around everything */
  double gutter;     /* width of the titles of lanes */
  double lane_air;   /* over the first row of a lane, and below the last */
  double tick_strip; /* for events that are ticks */
} ChnPlotMeasure;

typedef struct {
  const ChnDocument *document;
  const ChnPictureOptions *options;
  ChnTyping *typing;
  ChnPlotMeasure measure;
  GArray *events; /* ChnPlotEvent, in the order of time */
  GArray *lanes;  /* ChnPlotLane */
  ChnAxis axis;
  guint n_named;
  gboolean bold_4, bold_5; /* importances whose labels are bold */
  double widest;           /* that a label may be */
} ChnPlot;

/* The events of the document, each once, with what is known of their times. */
void chn_plot_find_events (ChnPlot *plot);

/* Parts the events into lanes. */
void chn_plot_find_lanes (ChnPlot *plot);

/* The stretch of time that the axis shows, and where events lie on it; left and right are its edges. */
void chn_plot_find_axis (ChnPlot *plot, double left, double right);

/* How high a lane with that many rows is at least. */
double chn_plot_find_lane_height (const ChnPlot *plot, const ChnPlotLane *lane, guint n_rows);

/* Half the size of an event's mark, which grows with what it is of. */
double chn_plot_find_radius (const ChnPlot *plot, const ChnPlotEvent *event);

/*
 * Finds rows and labels: as many as there is height for, in units; `right` is the edge of the picture. Generously
 * every event has its whole title, in a row of its own where there is none for it.
 */
void chn_plot_place (ChnPlot *plot, double height, double right, gboolean is_generous);

/* Draws the lanes with their events, in the order in which things lie upon each other, from `top` to `bottom`. */
void chn_plot_draw_lanes (const ChnPlot *plot, ChnDrawing *drawing, const ChnTicks *ticks, double top, double bottom);
