/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/* The year of a resolution of the Security Council by its number; FALSE for one beyond those that are known. */
gboolean chn_council_find_resolution (gint64 number, ChnMonthSpan *span);

/* The year of a meeting of the Security Council by its number, or years where one does not tell; FALSE likewise. */
gboolean chn_council_find_meeting (gint64 number, ChnMonthSpan *span);
