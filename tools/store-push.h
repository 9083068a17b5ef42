/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* Has a store hold the timeline that the command line names, or what changed of it since it was pulled. */
gboolean store_push (Program *program, const Arguments *arguments, const char *place, GError **error);
