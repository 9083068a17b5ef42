/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "model/symbol/organ.h"
#include "model/symbol/private.h"

/* Sets year, dates and possible dates of a symbol of the principal organs, from what it states and from tables. */
void chn_symbol_date_of_organ (ChnSymbol *symbol, ChnNumbering numbering, gboolean modified);

/* Likewise of a symbol of another series; `cycle` is the year that names its conference, or 0. */
void chn_symbol_date_in_series (ChnSymbol *symbol, int cycle);
