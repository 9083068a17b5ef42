/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"
#include "program.h"

/* A way to write what a command has made: its name, and the extension that tells it. */
typedef struct {
  const char *name;
  const char *extension;
} SavingFormat;

/* The index of the format by --format, else by the extension of --output, else the first; -1 on error. */
int saving_find_format (const Arguments *arguments, const SavingFormat *formats, guint n, GError **error);

/* Writes text to the file of --output, which is replaced atomically, or to standard output, through a pager if long.
 */
gboolean saving_write (const Program *program, const Arguments *arguments, const char *text, GError **error);
