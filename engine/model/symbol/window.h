/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/private.h"

/*
 * Sets the seconds outside which a symbol's date is impossible: from the span of its session or
 * year (NULL where it has none), or from the meeting number of the Security Council.
 */
void chn_symbol_set_window (ChnSymbol *symbol, const ChnMonthSpan *span, gboolean modified);

/* The same from years that a table of rules or neighbours gives, with room for what no table knows. */
void chn_symbol_set_wide_window (ChnSymbol *symbol, const ChnMonthSpan *span);
