/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/comparison.h"

/* Whether a date may lie to a period as it should. */
gboolean chn_comparison_may_hold (const ChnComparison *comparison);
