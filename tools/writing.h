/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* What is written, and where to. */
typedef struct {
  const ChnTimeline *timeline;
  const ChnRows *rows;
  const char *scope; /* what is asked for, in words */
  const char *file;  /* NULL: standard output */
  const ChnFormat *format;
  const char *since; /* "@EVENT" or a date that days are counted from, or NULL */
} Writing;

/* The format that the options name: by --format, else by the extension of --output, else text. */
const ChnFormat *writing_find_format (const Arguments *arguments, GError **error);

/* Writes with the options given, and says on standard error what was left out. */
gboolean writing_run (const Program *program, const Arguments *arguments, const Writing *writing, GError **error);
