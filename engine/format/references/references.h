/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/format.h"

/* What readers and writers of bibliographies share. */

/* A source that is being read; its texts are owned. */
typedef struct {
  const ChnReadJob *job;
  char *text[CHN_N_SOURCE_FIELDS];
  guint line;
  GHashTable *left; /* names of what is not taken -> how often */
} ChnReference;

void chn_reference_init (ChnReference *reference, const ChnReadJob *job);
/* Notes what was not taken of the whole file. */
void chn_reference_clear (ChnReference *reference);
/* The next one begins at a line. */
void chn_reference_begin (ChnReference *reference, guint line);
/* Takes a text, where the field has none yet. */
void chn_reference_set (ChnReference *reference, ChnSourceField field, const char *text);
/* One more author, "Family, Given" or as the name stands. */
void chn_reference_add_author (ChnReference *reference, const char *name);
/* A date as bibliographies have it: EDTF, "2014", "18 November 2014"; what is none goes into the note. */
void chn_reference_set_date (ChnReference *reference, ChnSourceField field, const char *text);
/* Something that no field takes. */
void chn_reference_leave (ChnReference *reference, const char *name);
/* Hands the source to the builder; one that says nothing is passed over. */
void chn_reference_end (ChnReference *reference);

/* The sources that go out: all with all rows, else those that the rows cite. NULL-ended; the sources are the
 * timeline's. */
GPtrArray *chn_references_list (const ChnWriteJob *job);

/* A year, month and day of a date that is just that, 0 where it is coarser; FALSE for any other. */
gboolean chn_references_split_date (const char *edtf, int part[3]);
