/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/diagram/board.h"

/* The place of one value. */
typedef struct {
  double left, right;
  gboolean is_behind_break; /* more is left out before it than there is room for */
  ChnTyped label;           /* its text is NULL where there is no room for it */
} ChnChartStep;

/*
 * Where the values of a key stand beside each other: steps of a scale as far from each other as they are, what stands
 * apart behind them, and names in a row. A long stretch in which nothing is becomes a short one, and is marked.
 */
typedef struct {
  ChnChartStep *step; /* of each value */
  guint n;
  double width; /* of a step */
  double right; /* of the last */
} ChnChartSteps;

/* From left to right; steps are no wider than `widest`. Labels are set in `type`. */
ChnChartSteps chn_chart_steps_find (const ChnBoard *board, const ChnChartKey *key, double left, double right,
                                    double widest, const ChnType *type);

/* Puts the labels below y, or above it. */
void chn_chart_steps_put_labels (const ChnBoard *board, const ChnChartSteps *steps, double baseline,
                                 const ChnType *type);

/* Marks what is left out on a line at y. */
void chn_chart_steps_put_breaks (const ChnBoard *board, const ChnChartSteps *steps, double y);

void chn_chart_steps_clear (ChnChartSteps *steps);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnChartSteps, chn_chart_steps_clear)
