/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "command.h"

/* What --help prints: of the program for NULL, else of a command; with `all`, the bounds on input too. */
char *help_dup_text (const Command *command, gboolean all);

/* What is printed where no command is named. */
const char *help_get_first_steps (void);
