/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* Standard output: what it can show, and writing to it with every failure noticed. */
typedef struct {
  gboolean is_terminal;
  gboolean colour;
  guint columns; /* 0 where it is not a terminal and COLUMNS does not say */
  guint rows;    /* 0 where it is not a terminal, or one that does not say */
} Console;

/* `when` is "auto", "always" or "never"; NULL is auto, which heeds NO_COLOR and TERM=dumb. */
gboolean console_init (Console *console, const char *when, GError **error);

/* A ChnSink for standard output. A reader that went away ends the program quietly. */
gboolean console_sink (const char *bytes, gsize length, gpointer unused, GError **error);
gboolean console_print (const char *text, GError **error);

/* Writes out what is buffered; an error when the disk is full or the output is closed. */
gboolean console_finish (GError **error);
