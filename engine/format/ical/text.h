/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/ical/lines.h"
#include "model/event-storage.h"

/* TEXT of a line without its escapes, where the event's own texts are; its length without the NUL that ends it. */
char *chn_ical_take_text (ChnEvent *event, const ChnIcalLine *line, gsize *length);

/* Whether there is nothing but blanks: some programs write a line break where there is nothing to say. */
gboolean chn_text_is_blank (const char *text);

/* Without carriage returns, and without blanks at its ends; "" for NULL. */
char *chn_text_dup_plain (const char *text);

/* Whether clients might have made one of the other: some cut blanks off ends, some make blanks of line breaks. */
gboolean chn_text_is_same (const char *a, const char *b);

/* Whether what an event says of a field is what the value of a property says. */
gboolean chn_ical_text_says (const ChnSlice *value, const ChnEvent *event, ChnField field);
