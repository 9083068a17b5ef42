/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

#include "arguments.h"

/*
 * With --expand, puts a timeline of the occurrences that the query asks for in the place of the one that it was asked
 * of, and its rows in the place of those found; says on standard error what stands there once though it recurs.
 */
gboolean expanding_replace (const Arguments *arguments, const ChnBoundQuery *query, ChnTimeline **timeline,
                            ChnRows *rows, GError **error);
