/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/*
 * What people edited in a calendar app of an event that was written here: what is read of the lines that the file
 * shows is something else than what is read of the lines that we would have written.
 */
typedef struct {
  ChnIcalReader *reader;       /* which has the lines of the file */
  const ChnRegistry *registry; /* with the names of the payloads */
  const ChnIcalLines *written; /* ours */
  const ChnEvent *shown;       /* read of the former: what a calendar shows, and nothing else */
  const ChnEvent *expected;    /* of the latter */
  ChnEvent *event;             /* as the payload has it, to be changed */
  gboolean any;                /* something was edited */
} ChnIcalEdit;

/* Notes in the report that a field was edited in a line, NULL where that is gone. */
void chn_ical_edit_note (ChnIcalEdit *edit, const ChnIcalLine *line, ChnField field, const char *now);

/* Gives a field a text, none for an empty one, and notes it. */
void chn_ical_edit_text (ChnIcalEdit *edit, ChnIcalName name, ChnField field, const char *text);

/* The first line of a name in the file, and of those that we would have written; or NULL. */
const ChnIcalLine *chn_ical_edit_get_shown (const ChnIcalEdit *edit, ChnIcalName name);
const ChnIcalLine *chn_ical_edit_get_written (const ChnIcalEdit *edit, ChnIcalName name);
