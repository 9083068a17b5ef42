/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program.h"

/* What did not take place, and is left out where what happened is told or counted. */
typedef struct {
  gboolean cancelled, not_held; /* what is left out */
  guint n_cancelled, n_not_held;
} Unheld;

/* What a format leaves out with these options, or for NULL a count; nothing where the query is about statuses. */
Unheld unheld_start (const Program *program, const ChnFormat *format, const ChnWriteOptions *options);

/* Takes such events out, and keeps count of them. */
void unheld_leave_out (Unheld *unheld, const ChnTimeline *timeline, ChnRows *rows);

/* Says on standard error how many there were. */
void unheld_print (const Unheld *unheld);
