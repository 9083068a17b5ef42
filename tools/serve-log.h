/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Writes a line of the server's log to standard error, with the time unless the journal notes that itself. */
void serve_log (const char *line, gpointer unused);
