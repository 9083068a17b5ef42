/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/bound.h"

/* Queries that might have been meant by a term that nothing answers, the likeliest first: transfer full strings. */
GPtrArray *chn_near_list (const ChnBoundQuery *query, const ChnCondition *condition);
