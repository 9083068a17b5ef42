/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/spelling.h"
#include "timeline/fault.h"

/* Adds the note or warning that the spelling of a symbol deserves; `why` is what chn_symbol_spell() said of it. */
void chn_check_note_symbol (ChnReport *report, ChnSpelling spelling, const ChnPlace *place, const char *prefix,
                            const char *text, const GError *why);
