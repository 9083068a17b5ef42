/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/expect.h"
#include "format/ical/reader.h"

/*
 * What people edited in a calendar app of an event that was written here. The reader's lines are those
 * of the file; `written` are those that the writer would write for the payload.
 */
typedef struct {
  ChnIcalReader *reader;
  ChnIcalExpectation *expectation;
  const ChnEvent *before;      /* as the payload has it, names resolved */
  ChnEvent *event;             /* to be changed */
  const ChnRegistry *registry; /* with the names of the payloads */
  const ChnIcalLines *written;
  const ChnIcalLine *expected[CHN_N_ICAL_NAMES]; /* its first line of each name */
  GStringChunk *chunk;                           /* of labels */
  gboolean any;                                  /* something was edited */
} ChnIcalEdit;

/* Compares, changes the event and notes each change in the report. */
void chn_ical_edit (ChnIcalEdit *edit);

/* Notes that a field was edited. */
void chn_ical_edit_note (ChnIcalEdit *edit, const ChnIcalLine *line, ChnField field, const char *now);

/* TEXT of a line, NULL for no line. */
char *chn_ical_edit_dup_text (const ChnIcalLine *line);

/* edit-date.c */
void chn_ical_edit_date (ChnIcalEdit *edit);

/* edit-text.c: title, description, place. */
void chn_ical_edit_texts (ChnIcalEdit *edit);
