/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/limits.h>

#include "query/tree.h"

/* Reads what stands after a field's operator into the term. The lexer stands behind the operator. */
gboolean chn_parse_values (ChnLexer *lexer, ChnNode *term, const ChnLimits *limits, GError **error);

/* Reads a word, a quotation, @event or @@query; `stops` as in ChnStops. */
gboolean chn_parse_operand (ChnLexer *lexer, guint stops, ChnOperand *operand, GError **error);
