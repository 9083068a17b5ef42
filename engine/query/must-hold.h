/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/comparison.h"

/* Whether a date lies to a period as it should, whichever of its moments it is. */
gboolean chn_comparison_must_hold (const ChnComparison *comparison);
