/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "failure.h"
#include "program.h"

/* Merges what two people made of one file, that of --base: STATUS_FINDINGS where both changed one thing. */
Status merge_changes (Program *program, const Arguments *arguments, GError **error);
