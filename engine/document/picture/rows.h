/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* What stands in one row: stretches that do not touch. */
typedef struct _ChnPlotRow ChnPlotRow;

ChnPlotRow *chn_plot_row_new (void);
void chn_plot_row_free (ChnPlotRow *row);

/* How much room is left beside a stretch in the gap where it fits; negative where it fits in none. */
double chn_plot_row_try (const ChnPlotRow *row, double left, double right);

/* Takes a stretch that fits. */
void chn_plot_row_take (ChnPlotRow *row, double left, double right);

/* Where the first stretch begins. */
double chn_plot_row_get_start (const ChnPlotRow *row);
