/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The room in the rows of a lane. */
#include "document/picture/rows.h"

#include <math.h>

typedef struct {
  double left, right;
} Stretch;

struct _ChnPlotRow {
  GArray *taken; /* Stretch, from left to right */
};

ChnPlotRow *
chn_plot_row_new (void)
{
  ChnPlotRow *row = g_new (ChnPlotRow, 1);
  row->taken = g_array_new (FALSE, FALSE, sizeof (Stretch));
  return row;
}

void
chn_plot_row_free (ChnPlotRow *row)
{
  if (!row)
    return;
  g_array_free (row->taken, TRUE);
  g_free (row);
}

/* How many stretches begin before a place. */
static guint
count_before (const ChnPlotRow *row, double place)
{
  guint low = 0, high = row->taken->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (row->taken, Stretch, middle).left < place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

double
chn_plot_row_try (const ChnPlotRow *row, double left, double right)
{
  static const double far_away = 1e6;
  guint at = count_before (row, left);
  double start = at > 0 ? g_array_index (row->taken, Stretch, at - 1).right : -far_away;
  double end = at < row->taken->len ? g_array_index (row->taken, Stretch, at).left : far_away;
  return start <= left && right <= end ? left - start + end - right : -1;
}

void
chn_plot_row_take (ChnPlotRow *row, double left, double right)
{
  const Stretch stretch = { left, right };
  g_array_insert_val (row->taken, count_before (row, left), stretch);
}

double
chn_plot_row_get_start (const ChnPlotRow *row)
{
  return row->taken->len > 0 ? g_array_index (row->taken, Stretch, 0).left : INFINITY;
}
