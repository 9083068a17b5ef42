/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/date.h>

#include "curate/import/date-habits.h"

/* A date as people write it, as EDTF; or why it is none. */
typedef struct {
  char *edtf;           /* NULL: it is none */
  char *problem;        /* then why not, and what to write */
  gboolean is_loose;    /* it says less than the words, as "early 2014" does */
  gboolean is_end_open; /* "ongoing" alone: an end that has not come */
  gboolean is_serial;
} ChnDateReading;

void chn_date_cell_read (const char *cell, const ChnDateHabits *habits, ChnDateReading *reading);
void chn_date_reading_clear (ChnDateReading *reading);

/* The text of a cell without marks of footnotes. */
char *chn_date_cell_dup_bare (const char *cell);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChnDateReading, chn_date_reading_clear)
