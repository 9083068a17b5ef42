/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "curate/import/date-order.h"
#include "curate/import/grid.h"

/* What is known of a column of dates before one of its cells is read. */
typedef struct {
  ChnDateOrder order;
  ChnSerials serials;
  int year; /* of a date that says none; 0 where nothing tells it */
} ChnDateHabits;
