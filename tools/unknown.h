/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/chancery.h>

/* Says there which of the rows rest on members of groups that are only recalled. */
void unknown_print_recalled (const ChnBoundQuery *query, const ChnRows *rows);

/* Says there which of the rows are found as those of an actor that is no more. */
void unknown_print_predecessors (const ChnBoundQuery *query, const ChnRows *rows);

/* Says on standard error what a query leaves out since the record does not answer it, why, and how to list it. */
void unknown_print (const ChnBoundQuery *query, const ChnRows *unknown, const char *query_text);

/* Says that nothing answers a query, where nothing does, and why. */
void unknown_print_empty (const ChnTimeline *timeline, const ChnBoundQuery *query, const ChnRows *rows,
                          const ChnRows *unknown);
