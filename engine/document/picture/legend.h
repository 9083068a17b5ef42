/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/picture/plot.h"

/* What the signs of a picture mean, of those that occur; in lines no wider than that. Gives their height. */
double chn_legend_measure (const ChnPlot *plot, double width);
void chn_legend_draw (const ChnPlot *plot, ChnDrawing *drawing, double left, double top, double width);
