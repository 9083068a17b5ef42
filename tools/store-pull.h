/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* Writes what a store holds as a timeline file. */
gboolean store_pull (Program *program, const Arguments *arguments, const char *place, GError **error);
