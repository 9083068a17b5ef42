/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "console.h"

/*
 * Prints text through the program that PAGER names, less where it names none, where standard output is a terminal
 * with fewer lines than the text has and `refused` is not set; else as it is.
 */
gboolean pager_print (const Console *console, const char *text, gboolean refused, GError **error);
