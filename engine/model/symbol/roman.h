/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* The number of a well-formed Roman numeral below 900, in any case; 0 for anything else. */
int chn_roman_parse (const char *text, gsize length);
