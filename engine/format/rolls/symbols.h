/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/rolls/book.h"

/* The symbols of a roll call: resolution, draft, report, meeting; what is none stays with the event. */
void chn_roll_symbols_take (const ChnRollCall *call, ChnEvent *event);

/* Where it was: the id of a forum, by the symbols of the event. */
const char *chn_roll_symbols_find_forum (const ChnRollCall *call, const ChnEvent *event);

/* Whether the event has the symbol of a resolution. */
gboolean chn_roll_symbols_have_resolution (const ChnEvent *event);
