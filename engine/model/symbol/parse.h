/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/* chn_symbol_parse() without looking for what a malformed symbol was meant to be. */
ChnSymbol *chn_symbol_parse_strictly (const char *text, gsize length, GError **error);

/* chn_symbol_dup_canonical(), likewise. */
char *chn_symbol_dup_canonical_strictly (const char *text, gsize length, GError **error);
