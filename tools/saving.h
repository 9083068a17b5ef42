/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "arguments.h"

/* A way to write what a command has made: its name, and the extension that tells it. */
typedef struct {
  const char *name;
  const char *extension;
} SavingFormat;

/* The index of the format by --format, else by the extension of --output, else the first; -1 on error. */
int saving_find_format (const Arguments *arguments, const SavingFormat *formats, guint n, GError **error);

/* Writes text to a file, which is replaced atomically, or for NULL to standard output. */
gboolean saving_write (const char *file, const char *text, GError **error);
