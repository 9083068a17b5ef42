/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/* The symbol that a text is: of a principal organ, of two, of another series, or informally; or NULL. */
ChnSymbol *chn_symbol_read (const char *text, gsize length);
