/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/match.h>

/* How much two dates speak for one event, or against it; the reason is told. */
double chn_weigh_dates (const ChnDateBounds *a, const ChnDateBounds *b, guint *reasons);
