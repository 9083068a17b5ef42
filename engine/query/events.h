/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "query/condition.h"

/* The rows that a term comes down to when it is bound: ascending, each once. */
typedef struct {
  guint n;
  const guint32 *rows;
} ChnEvents;

/* The row of an event that an operand names, @id or id. */
gboolean chn_events_find_row (ChnBinder *binder, const ChnOperand *operand, guint32 *row, GError **error);

/* That an operand names no event: `ambiguous` tells where it is said of several, else it is NULL, and `otherwise` is
 * the hint where none has nearly that name. */
void chn_events_complain (const ChnBinder *binder, const ChnOperand *operand, const GError *ambiguous,
                          const char *otherwise, GError **error);

/* The rows of all events that the values of a term name, as they stand there; in the arena. */
guint32 *chn_events_find_rows (ChnBinder *binder, const ChnNode *term, GError **error);

/* What a condition whose data is a ChnEvents is matched and narrowed by. */
ChnAnswer chn_match_events (const ChnCondition *condition, const ChnColumns *columns, guint row);
void chn_narrow_events (const ChnCondition *condition, const ChnColumns *columns, ChnCandidates *candidates);
