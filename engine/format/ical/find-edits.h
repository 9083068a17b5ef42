/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Finds what was edited of events that were written here, one after the other. */
typedef struct _ChnIcalEdits ChnIcalEdits;

ChnIcalEdits *chn_ical_edits_new (void);
void chn_ical_edits_free (ChnIcalEdits *edits);

/*
 * Compares the reader's lines with those that we would have written for its event, which has an id, a date and a
 * title; changes the event, and notes each change in the report.
 */
void chn_ical_edits_find (ChnIcalEdits *edits, ChnIcalReader *reader);
