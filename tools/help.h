/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "command.h"

/* What --help prints: of the program for NULL, else of a command. */
char *help_dup_text (const Command *command);
