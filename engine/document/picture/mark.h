/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/drawing.h"

/* A shape and a colour, which says the same, for kinds of events that are alike. */
typedef struct {
  const char *label;
  void (*draw) (ChnDrawing *drawing, double x, double y, double radius, const ChnPaint *paint);
  ChnTint tint;
} ChnMark;

/* What became of an event, as its mark shows it. */
typedef enum {
  CHN_MARK_SOLID,   /* solid */
  CHN_MARK_HOLLOW,  /* hollow */
  CHN_MARK_CROSSED, /* hollow and crossed: cancelled, too */
  CHN_N_MARK_STATES
} ChnMarkState;

/* Of a kind, by its name as queries have it; what is not in the table is like "other". */
const ChnMark *chn_mark_find (const char *kind);

/* All marks, in the order of the legend. */
const ChnMark *chn_mark_get_all (guint *n);

void chn_mark_draw (ChnDrawing *drawing, const ChnMark *mark, double x, double y, double radius, ChnMarkState state);

/* The dot at the upper right corner of a mark whose sources differ. */
void chn_mark_draw_dispute (ChnDrawing *drawing, double x, double y, double radius);
