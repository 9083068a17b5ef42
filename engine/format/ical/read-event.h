/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/reader.h"

/* Reads the VEVENT at hand as somebody else's, and adds it. */
void chn_ical_read_event (ChnIcalReader *reader);

/* The key of a line as an extra, its name in upper case, in reader->key. */
const char *chn_ical_make_key (ChnIcalReader *reader, const ChnSlice *head);

/* Adds the reader's event to the timeline of this id; NULL: to whichever is open. */
void chn_ical_add_event (ChnIcalReader *reader, const char *timeline);
