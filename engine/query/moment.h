/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* A date as queries write it, resolved. */
typedef struct {
  ChnDateBounds bounds;
  ChnDate *gaps;       /* the date when it denotes less than everything between its bounds; borrowed, else NULL */
  gboolean is_event;   /* the date of the event of this row */
  gboolean is_shifted; /* with a duration added or taken away */
  guint row;
} ChnMoment;

gboolean chn_moment_resolve (ChnBinder *binder, const ChnOperand *operand, ChnMoment *moment, GError **error);

/* The bounds of the day that "today" is: the one given, or that of the local clock. */
ChnDateBounds chn_moment_find_today (const ChnDate *today);
