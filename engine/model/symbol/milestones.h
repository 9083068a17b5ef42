/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/* The years between which a symbol lies whose series is numbered through, FALSE where no table bounds it. */
gboolean chn_milestone_find_span (const char *symbol, ChnMonthSpan *span);
