/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "order.h"

/* A file that is written, and how. */
typedef struct {
  const char *file; /* NULL: standard output */
  const ChnFormat *format;
} Output;

/*
 * What each --output names; standard output where there is none. The format is that of --format, else of the file's
 * extension, else text. NULL with an error.
 */
GArray *writing_list_outputs (const Arguments *arguments, GError **error);

/* What the query answers; outputs are written of it one after the other. */
typedef struct {
  Program *program;
  const Arguments *arguments;
  ChnTimeline *timeline;
  ChnRows rows;
  char *scope; /* what is asked for, in words */
  Order order;
} Asked;

/* Reads and asks, so that it is for the first of the outputs. */
gboolean writing_ask (Asked *asked, Program *program, const Arguments *arguments, const GArray *outputs,
                      GError **error);
/* Has what is asked be for this output: what is not public is in some and not in others. */
gboolean writing_suit (Asked *asked, const Output *output, GError **error);
void asked_clear (Asked *asked);

/* Writes the rows in their order with the options given, and tells what did not take place and is left out, and in
 * `losses`, where that is wanted, what else the format leaves out. */
gboolean writing_arrange_and_run (const Asked *asked, const Output *output, Unheld *unheld, ChnReport *losses,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)
