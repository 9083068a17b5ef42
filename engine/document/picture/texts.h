/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/picture/plot.h"

/* What an event may be named by, the best first; all of one type. */
typedef struct {
  ChnTyped text[6];
  guint n;
  guint n_whole; /* of them, that say all */
} ChnPlotTexts;

ChnPlotTexts chn_plot_find_texts (const ChnPlot *plot, const ChnPlotEvent *event);

/* How its label is set. */
ChnType chn_plot_find_type (const ChnPlot *plot, const ChnPlotEvent *event);
