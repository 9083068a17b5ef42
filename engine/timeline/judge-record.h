/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/agreement.h>

#include "timeline/columns.h"

/* How one claim of a row stands to its record, read from the columns; what other sources say is not looked at. */
ChnStance chn_columns_judge_claim (const ChnColumns *columns, guint row, const ChnClaimCell *claim);
