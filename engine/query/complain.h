/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "base/suggest.h"
#include "query/tree.h"

/*
 * Passes on an error that a lower layer made while parsing the text of an operand: its place
 * becomes one in the query. `otherwise` (may be NULL) is the hint where it has none.
 */
void chn_complain_forward (GError **error, const GError *inner, const ChnOperand *operand, const char *otherwise);

/* An unknown name, with the nearest known one or, where none is near, what `otherwise` says. */
void chn_complain_unknown (GError **error, const char *what, const ChnOperand *operand,
                           const ChnSuggestion *suggestion, const char *otherwise);

/* A value of a kind that the field does not take: @event, @@query, a range. */
gboolean chn_complain_unless_plain (GError **error, const ChnNode *term, const ChnValue *value);
