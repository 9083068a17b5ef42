/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

typedef enum {
  CHN_SPELLING_SYMBOL,    /* a document symbol, perhaps not quite as it is printed */
  CHN_SPELLING_INFORMAL,  /* other words that can only mean one */
  CHN_SPELLING_MALFORMED, /* begins as an organ's, and goes on as none of its symbols does */
  CHN_SPELLING_UNKNOWN,   /* of no series that is known */
} ChnSpelling;

/*
 * The text under which a document is kept: what chn_symbol_get_text() gives of a symbol, the text itself where it is
 * unknown. `why` tells what is to be noted of the other spellings. length may be -1.
 */
ChnSpelling chn_symbol_spell (const char *text, gssize length, char **spelled, GError **why);
