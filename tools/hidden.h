/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* Says on standard error how much of a timeline may not be seen, and what shows it. */
void hidden_print_left_out (const ChnTimeline *timeline, ChnVisibility most);

/* Says how much that is not public stands in what was written; NULL is standard output. */
void hidden_print_carried (const ChnTimeline *timeline, const char *file);
