/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* The timeline of a store: of one that is asked a query as much as the answer takes, else all of it. */
ChnTimeline *load_store (Program *program, const char *place, ChnReport *report, GError **error);
