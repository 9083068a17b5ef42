/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* Joins events of one file: those that the words name go into the one that --into names. */
gboolean merge_into (Program *program, const Arguments *arguments, GError **error);
