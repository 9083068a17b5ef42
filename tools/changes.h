/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* With --changed-since: says on standard error how many events do not say when they were changed. */
void changes_print_unstated (const Program *program, ChnTimeline *timeline, const Arguments *arguments);
