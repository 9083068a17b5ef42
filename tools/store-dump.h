/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* Copies a store with all of its past into a file, or into an empty store. */
gboolean store_dump (Program *program, const Arguments *arguments, const char *place, GError **error);
