/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "unheld.h"

/* How the rows are arranged. */
typedef struct {
  ChnSortKey key;
  gboolean reverse;
  guint limit;
  guint context;
} Order;

/* What --sort, --reverse, --limit and --context say. */
gboolean order_parse (const Arguments *arguments, Order *order, GError **error);

/* The limit counts what was asked for; neighbours come on top of it. What was not held is left out first. */
void order_arrange (const Order *order, const ChnTimeline *timeline, ChnRows *rows, Unheld *unheld);
