/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/match.h>

#include "curate/match/weighing.h"

/*
 * The natural logarithm of the odds that two rows are one event, as far as they themselves tell: below 0 they rather
 * are two. The reasons are told.
 */
double chn_weigh (const ChnWeighing *weighing, guint row_a, guint row_b, guint *reasons);
