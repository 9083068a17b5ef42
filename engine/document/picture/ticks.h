/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "document/picture/axis.h"
#include "document/typing.h"

/* A boundary of the axis, and what the time behind it is called; its label has no text where there is no room. */
typedef struct {
  double x;
  ChnTyped label;
} ChnTick;

/* The boundaries of an axis: those of a step, and below them those of the next coarser unit. */
typedef struct {
  GArray *fine;   /* ChnTick */
  GArray *coarse; /* the same; NULL: there is none */
} ChnTicks;

/* The finest boundaries whose labels stand well apart; of an even axis those that it is made of, or coarser. No label
 * reaches beyond the edge of the picture. */
ChnTicks chn_ticks_find (ChnTyping *typing, const ChnAxis *axis, const ChnType *type, double edge);
void chn_ticks_clear (ChnTicks *ticks);
