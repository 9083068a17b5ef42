/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/*
 * The years in which a body's session sat, which its documents name by number only; FALSE where the table has none.
 * `cycle` is the conference that a session prepares, else 0.
 */
gboolean chn_sitting_find_span (const char *forum, int session, int cycle, ChnMonthSpan *span);
